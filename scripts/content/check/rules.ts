/** The one table of rules: ids never change, they stand in links and in other people's scripts. */
import type { Rule } from './rule.ts';
import { bytesRules } from './tables/bytes.ts';
import { fileRules } from './tables/files.ts';
import { fieldRules, frontMatterRules } from './tables/front-matter.ts';
import { meaningRules } from './tables/meaning.ts';
import { textRules } from './tables/text.ts';

/** Rules by subject, in the order in which the guide explains them. */
export const RULE_GROUPS = [
  { title: 'Файлы и их имена', rules: fileRules },
  { title: 'Кодировка и знаки', rules: bytesRules },
  { title: 'Блок полей', rules: frontMatterRules },
  { title: 'Отдельные поля', rules: fieldRules },
  { title: 'Смысл: ссылки на записи, даты, запись', rules: meaningRules },
  { title: 'Текст, ссылки, картинки', rules: textRules },
] as const;

export const RULES = {
  ...fileRules,
  ...bytesRules,
  ...frontMatterRules,
  ...fieldRules,
  ...meaningRules,
  ...textRules,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS = Object.keys(RULES).filter((id): id is RuleId => Object.hasOwn(RULES, id));

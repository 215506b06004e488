/** The generated parts of the editors' guide. */
import { z } from 'zod';
import { mdxComponents } from '../../../src/schema/mdx-components.ts';
import { RULE_GROUPS } from '../check/rules.ts';
import type { Rule } from '../check/rule.ts';
import { ENTRY_SCHEMAS, VOCABULARY_SCHEMAS } from '../check/schemas.ts';
import type { Schema } from '../check/shape.ts';
import { describeField } from '../check/shape.ts';
import { ENTRY_COLLECTIONS, VOCABULARIES } from '../read/place.ts';
import { fieldRows } from './field-rows.ts';

/** Every generated part by the name that stands in its marker. */
export function guideTables(): Map<string, string> {
  return new Map([
    ...ENTRY_COLLECTIONS.map((collection): [string, string] => [
      collection,
      fieldTable(ENTRY_SCHEMAS[collection]),
    ]),
    ['vocabulary', vocabularyTables()],
    ['компоненты', componentTables()],
    ['ошибки', ruleTables()],
  ]);
}

function fieldTable(schema: Schema): string {
  const rows = fieldRows(schema).map(({ name, text, example, choices, required }) => {
    const words =
      choices.length > 0 && !choices.every((word) => text.includes(word)) ? ` (${choices.join(', ')})` : '';
    return [
      `\`${name}\``,
      required ? 'да' : '',
      `${text}${words}`,
      example === undefined ? '' : code(example),
    ];
  });
  return table(['Поле', 'Нужно всегда', 'Что писать', 'Пример'], rows);
}

function vocabularyTables(): string {
  return VOCABULARIES.map((name) => {
    const schema = VOCABULARY_SCHEMAS[name];
    const element = schema instanceof z.ZodArray ? schema.def.element : schema;
    return `\`${name}.yaml\`\n\n${fieldTable(element)}`;
  }).join('\n\n');
}

function componentTables(): string {
  const rows = Object.entries(mdxComponents).flatMap(([name, schema]) => {
    const { text } = describeField(schema);
    const first = [`\`<${name}>\``, '', text, ''];
    const attributes = fieldRows(schema).map((row) => [
      `\`${row.name}\``,
      row.required ? 'да' : '',
      row.text,
      row.example === undefined ? '' : code(row.example),
    ]);
    return [first, ...attributes];
  });
  return table(['Блок и его поля', 'Нужно всегда', 'Что это', 'Пример'], rows);
}

function ruleTables(): string {
  return RULE_GROUPS.map(({ title, rules }) => {
    const rows = Object.entries(rules).map(([id, rule]: [string, Rule]) => [
      `**${escaped(rule.title)}**${rule.severity === 'warning' ? ' (предупреждение)' : ''}<br>\`${id}\``,
      escaped(rule.wrong),
      escaped(rule.right),
      escaped(rule.why),
    ]);
    return `### ${title}\n\n${table(['Ошибка', 'Неверно', 'Верно', 'Почему'], rows)}`;
  }).join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** Text that would otherwise be HTML, a table cell or emphasis. */
function escaped(text: string): string {
  return text.replace(/[<>|*_[\]{}&`\\]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`,
  );
}

/** What is wrong with one field, told from zod's issue, and what is wanted instead. */
import { z } from 'zod';
import { explainDay, explainTime } from './day-hints.ts';
import { suggestion } from './nearest.ts';
import type { RuleId } from './rules.ts';
import type { Schema } from './shape.ts';
import { describeField, inner, kindOf } from './shape.ts';

type Issue = z.core.$ZodIssue;

/** Stands for a message that the schema does not give: this module finds the words. */
export const NO_MESSAGE = '';

/** `exact`: the wanted value itself is known, an example would only distract. */
export type Explained = { rule: RuleId; problem: string; wanted: string; exact?: boolean };

/** The fault of one field; `written` is its text without quotes. */
export function explain(issue: Issue, field: Schema, value: unknown, written: string): Explained {
  if (value === undefined && issue.code !== 'custom') {
    return { rule: 'field-missing', problem: 'обязательного поля нет', wanted: describeField(field).text };
  }
  if (value === null) {
    return {
      rule: 'field-empty',
      problem: 'поле пустое',
      wanted: 'значение; если оно неизвестно, удалите строку',
      exact: true,
    };
  }
  const kind = issue.code === 'custom' ? 'other' : kindOf(field);
  if (kind === 'day' || kind === 'partial-day') return explainDate(kind, written);
  if (kind === 'time') {
    const { problem, likely } = explainTime(written);
    return {
      rule: 'field-time',
      problem,
      wanted: likely === undefined ? 'время в кавычках, часы от 00 до 23' : `"${likely}"`,
      exact: likely !== undefined,
    };
  }
  return explainByCode(issue, field, kind, value, written);
}

function explainDate(kind: 'day' | 'partial-day', written: string): Explained {
  const { problem, likely } = explainDay(written);
  const form =
    kind === 'day' ? 'день в виде 2026-09-03' : 'год, месяц или день: 2025, 2025-09 или 2025-09-03';
  return { rule: 'field-date', problem, wanted: likely ?? form, exact: true };
}

function explainByCode(
  issue: Issue,
  field: Schema,
  kind: string,
  value: unknown,
  written: string,
): Explained {
  const own = issue.message === NO_MESSAGE ? undefined : issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, field, value, written);
    case 'invalid_value': {
      const known = issue.values.map(String);
      const wanted = suggestion(written, known, `одно из слов: ${known.join(', ')}`);
      return { rule: 'field-choice', problem: 'такого значения нет в списке', wanted };
    }
    case 'invalid_format':
      if (kind === 'address') {
        const likely = /^(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(written) ? `https://${written}` : own;
        return {
          rule: 'field-address',
          problem: 'это не адрес сайта',
          wanted: likely ?? 'адрес, который начинается с https://',
          exact: likely !== undefined && likely !== own,
        };
      }
      if (kind === 'id') return { rule: 'field-id', problem: 'здесь нужно имя латиницей', wanted: own ?? '' };
      return { rule: 'field-text', problem: 'текст не подходит', wanted: own ?? 'текст в одну строку' };
    case 'too_big':
    case 'too_small':
      return outOfRange(issue, own);
    case 'custom':
      return {
        rule: 'field-contradiction',
        problem: value === undefined ? 'без него другие поля не работают' : 'поля противоречат друг другу',
        wanted: own ?? '',
        exact: value !== undefined,
      };
    default:
      return {
        rule: 'field-type',
        problem: 'значение не подходит',
        wanted: own ?? describeField(field).text,
      };
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'текст',
  number: 'число цифрами, без кавычек',
  int: 'целое число',
  boolean: 'true (да) или false (нет)',
  array: 'список: [одно, другое]',
  object: 'несколько полей, каждое с новой строки и с отступом',
};

function wrongType(expected: string, field: Schema, value: unknown, written: string): Explained {
  if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) return quotes(written);
  if (expected === 'string' && value instanceof Date) return quotes(written);
  const likely =
    expected === 'boolean' && /^(?:да|yes|y|on)$/i.test(written)
      ? 'true'
      : expected === 'boolean' && /^(?:нет|no|n|off)$/i.test(written)
        ? 'false'
        : expected === 'array' && typeof value === 'string' && inner(field) instanceof z.ZodArray
          ? `список: [${written}]`
          : expected === 'number' && /^\d+$/.test(written)
            ? `число без кавычек: ${written}`
            : (KINDS[expected] ?? expected);
  return {
    rule: 'field-type',
    problem: 'значение не того вида',
    wanted: likely,
    exact: likely.includes(written) || likely === 'false' || likely === 'true',
  };
}

function quotes(written: string): Explained {
  return {
    rule: 'field-quotes',
    problem: 'текст прочитан как число, дата или «да — нет»',
    wanted: `возьмите в кавычки: '${written}'`,
    exact: true,
  };
}

function outOfRange(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  own: string | undefined,
): Explained {
  const many = issue.code === 'too_big';
  const limit = String(many ? issue.maximum : issue.minimum);
  const bound = `${many ? 'не больше' : 'не меньше'} ${limit}`;
  if (issue.origin === 'array') {
    const problem = many ? 'в списке слишком много' : 'в списке слишком мало';
    return { rule: 'field-list', problem, wanted: `в списке ${bound}` };
  }
  if (issue.origin === 'string') {
    const problem = many ? 'текст слишком длинный' : 'текст пустой';
    return { rule: 'field-text', problem, wanted: own ?? `не длиннее ${limit} знаков` };
  }
  return {
    rule: 'field-number',
    problem: many ? 'число слишком большое' : 'число слишком маленькое',
    wanted: bound,
  };
}

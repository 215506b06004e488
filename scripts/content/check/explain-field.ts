/** What is wrong with one field, told from zod's issue, and what is wanted instead. */
import { z } from 'zod';
import { explainDay, explainTime, likelyPartialDay } from './day-hints.ts';
import { suggestion } from './nearest.ts';
import type { RuleId } from './rules.ts';
import type { Schema } from './shape.ts';
import { describeField, inner, isOptional, kindOf, shapeOf } from './shape.ts';

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
      wanted: isOptional(field) ? 'значение; если оно неизвестно, удалите строку' : 'значение',
      exact: isOptional(field),
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
  const partial = kind === 'day' ? undefined : likelyPartialDay(written);
  return { rule: 'field-date', problem, wanted: likely ?? partial ?? form, exact: true };
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
      const { text } = describeField(field);
      // «allowed — да, zones — в отведённых местах»: the description says what each word means.
      const told = known.every((word) => text.includes(word));
      const explained = told ? text.slice(text.indexOf(known[0] ?? '')) : known.join(', ');
      const wanted = suggestion(written, known, `одно из слов: ${explained}`);
      return { rule: 'field-choice', problem: 'такого значения нет в списке', wanted };
    }
    case 'invalid_format':
      if (kind === 'address') {
        const inside = /https?:\/\/[^\s<>()[\]"'«»]+/.exec(written)?.[0];
        if (inside !== undefined) {
          return { rule: 'field-address', problem: 'это не адрес сайта', wanted: inside, exact: true };
        }
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
  const likely = likelyOf(expected, field, value, written);
  if (likely !== undefined) {
    return { rule: 'field-type', problem: 'значение не того вида', wanted: likely, exact: true };
  }
  const wanted = expected === 'object' ? fieldsOf(field) : (KINDS[expected] ?? expected);
  return { rule: 'field-type', problem: 'значение не того вида', wanted };
}

/** What the value would be in the kind that is wanted, where that is plain to see. */
function likelyOf(expected: string, field: Schema, value: unknown, written: string): string | undefined {
  switch (expected) {
    case 'boolean':
      if (/^(?:true|false)$/i.test(written)) return `без кавычек: ${written.toLowerCase()}`;
      if (/^(?:да|yes|y|on|нуж(?:ен|на|но|ны))$/i.test(written)) return 'true';
      return /^(?:нет|no|n|off|не\s+нуж(?:ен|на|но|ны))$/i.test(written) ? 'false' : undefined;
    case 'array':
      if (typeof value !== 'string' || !(inner(field) instanceof z.ZodArray)) return undefined;
      return `список: [${written}]`;
    case 'number':
    case 'int':
      return likelyNumber(written, describeField(field).example ?? '');
    default:
      return undefined;
  }
}

/** «15 человек», «14+», «55,78»: exactly one number stands there. */
function likelyNumber(written: string, example: string): string | undefined {
  if (/^\d+$/.test(written)) return `число без кавычек: ${written}`;
  if (/^\d+,\d+$/.test(written) && example.includes('.'))
    return `дробь через точку: ${written.replace(',', '.')}`;
  const numbers = written.match(/\d+/g) ?? [];
  const [only] = numbers;
  const sure = numbers.length === 1 && only !== undefined && /^[^\d.,:\-–]*\d+[^\d.,:\-–]*\.?$/.test(written);
  return sure ? `только число: ${only}` : undefined;
}

/** The fields that a group must have, so that nobody has to look them up. */
function fieldsOf(field: Schema): string {
  const needed = Object.entries(shapeOf(field)).filter(([, schema]) => !isOptional(schema));
  const names = needed.map(([name]) => name).join(', ');
  const group = 'несколько полей, каждое с новой строки и с отступом';
  return names === '' ? group : `${group}: ${names}`;
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

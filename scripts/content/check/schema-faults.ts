/** Faults of single fields: zod's issues, said in Russian at their line. The schemas are the only definition. */
import { z } from 'zod';
import type { Path, YamlText } from '../read/yaml.ts';
import { isRecord } from '../read/entry.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { explainDay, explainTime } from './day-hints.ts';
import { nearest, suggestion } from './nearest.ts';
import type { RuleId } from './rules.ts';
import type { Schema } from './shape.ts';
import { describeField, inner, kindOf, schemaAt, shapeOf } from './shape.ts';

type Issue = z.core.$ZodIssue;
type Place = { path: string; yaml: YamlText; schema: Schema };

/** Stands for a message that the schema does not give: this module finds the words. */
const NO_MESSAGE = '';

/** All faults of the fields; a field gets one fault, the most telling. */
export function schemaFaults(path: string, yaml: YamlText, schema: Schema & z.ZodType): Fault[] {
  const result = schema.safeParse(yaml.astroValue, { error: () => NO_MESSAGE });
  if (result.success) return [];
  const place = { path, yaml, schema };
  const seen = new Set<string>(misspelt(result.error.issues, place));
  const issues = [...result.error.issues].sort(
    (a, b) => Number(a.code === 'custom') - Number(b.code === 'custom'),
  );
  return issues.flatMap((issue) => {
    const key = issue.path.join('\n');
    if (issue.code === 'unrecognized_keys') return unknownFields(issue, place);
    if (seen.has(key)) return [];
    seen.add(key);
    return [fieldFault(issue, place)];
  });
}

/** Paths of fields that are missing only because their name is misspelt: one fault, not two. */
function misspelt(issues: readonly Issue[], { schema, yaml }: Place): string[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const above = plainPath(issue.path);
    const known = Object.keys(shapeOf(schemaAt(schema, above) ?? schema));
    const missing = known.filter((name) => valueAt(yaml.astroValue, [...above, name]) === undefined);
    return issue.keys.flatMap((key) => nearest(key, missing, 1).map((name) => [...above, name].join('\n')));
  });
}

function unknownFields(issue: z.core.$ZodIssueUnrecognizedKeys, { path, yaml, schema }: Place): Fault[] {
  const above = plainPath(issue.path);
  const at = schemaAt(schema, above);
  const known = at === undefined ? [] : Object.keys(shapeOf(at));
  return issue.keys.map((key) =>
    fault('field-unknown', {
      path,
      line: yaml.lineOf([...above, key]),
      field: key,
      problem: 'такого поля здесь нет',
      written: key,
      wanted: suggestion(key, known, `одно из полей: ${known.join(', ')}`),
    }),
  );
}

function fieldFault(issue: Issue, { path, yaml, schema }: Place): Fault {
  const at = plainPath(issue.path);
  const field = schemaAt(schema, at) ?? schema;
  const value = valueAt(yaml.astroValue, at);
  const written = yaml.sourceOf(at);
  const { rule, problem, wanted, exact } = explain(issue, field, value, bare(written));
  return fault(rule, {
    path,
    line: yaml.lineOf(at),
    field: fieldName(at),
    problem,
    written: written === undefined || written === '' ? 'ничего' : written,
    wanted: exact === true ? wanted : withExample(wanted, field),
  });
}

/** The name that stands on the line: the last key of the path. */
export function fieldName(path: Path): string {
  const name = path.findLast((step) => typeof step === 'string');
  return typeof name === 'string' ? name : 'файл';
}

/** `exact`: the wanted value itself is known, an example would only distract. */
type Explained = { rule: RuleId; problem: string; wanted: string; exact?: boolean };

function explain(issue: Issue, field: Schema, value: unknown, written: string): Explained {
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

function withExample(wanted: string, field: Schema): string {
  const { example } = describeField(field);
  if (example === undefined || wanted.startsWith('возможно') || wanted.includes(example)) return wanted;
  return wanted === '' ? `например, ${example}` : `${wanted}, например: ${example}`;
}

function plainPath(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step)] as unknown;
    else if (isRecord(current)) current = current[String(step)];
    else return undefined;
  }
  return current;
}

function bare(source: string | undefined): string {
  return (source ?? '').replace(/^(["'])(.*)\1$/, '$2').trim();
}

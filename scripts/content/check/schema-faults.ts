/** Faults of single fields: zod's issues, said in Russian at their line. The schemas are the only definition. */
import type { z } from 'zod';
import type { Path, YamlText } from '../read/yaml.ts';
import { isRecord } from '../read/entry.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { explain, NO_MESSAGE } from './explain-field.ts';
import { nearest } from './nearest.ts';
import type { Schema } from './shape.ts';
import { describeField, schemaAt, shapeOf } from './shape.ts';

type Issue = z.core.$ZodIssue;
type Place = { path: string; yaml: YamlText; schema: Schema };

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
    // A bare date where a group of fields belongs: told once, at the group.
    const above = plainPath(issue.path).slice(0, -1);
    if (valueAt(yaml.astroValue, above) instanceof Date) {
      const group = above.join('\n');
      if (seen.has(group)) return [];
      seen.add(group);
      return [fieldFault({ code: 'invalid_type', expected: 'object', path: above, message: '' }, place)];
    }
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
    return issue.keys.flatMap((key) =>
      likelyFields(key, missing, schemaAt(schema, above) ?? schema)
        .slice(0, 1)
        .map((name) => [...above, name].join('\n')),
    );
  });
}

/** Fields like the unknown one; a Russian name is looked for in what the fields say of themselves. */
function likelyFields(key: string, names: readonly string[], schema: Schema): string[] {
  const like = nearest(key, names);
  if (like.length > 0 || !/^[а-яё]{4,}$/i.test(key)) return like;
  const shape = shapeOf(schema);
  const stem = key.toLowerCase().slice(0, Math.max(4, key.length - 2));
  return names.filter((name) => {
    const field = shape[name];
    return field !== undefined && describeField(field).text.toLowerCase().includes(stem);
  });
}

function unknownFields(issue: z.core.$ZodIssueUnrecognizedKeys, { path, yaml, schema }: Place): Fault[] {
  const above = plainPath(issue.path);
  const at = schemaAt(schema, above);
  const known = at === undefined ? [] : Object.keys(shapeOf(at));
  // A merge key is told as what it is: an alias.
  const keys = issue.keys.filter((key) => key !== '<<');
  return keys.map((key) =>
    fault('field-unknown', {
      path,
      line: yaml.lineOf([...above, key]),
      field: key,
      problem: 'такого поля здесь нет',
      written: key,
      wanted: wantedField(key, known, at),
    }),
  );
}

function wantedField(key: string, known: readonly string[], at: Schema | undefined): string {
  const likely = at === undefined ? [] : likelyFields(key, known, at).slice(0, 3);
  return likely.length === 0
    ? `одно из полей: ${known.join(', ')}`
    : `возможно, ${likely.map((name) => `\`${name}\``).join(' или ')}?`;
}

function fieldFault(issue: Issue, { path, yaml, schema }: Place): Fault {
  const at = plainPath(issue.path);
  const field = schemaAt(schema, at) ?? schema;
  const value = valueAt(yaml.astroValue, at);
  const written = yaml.sourceOf(at);
  const { rule, problem, wanted, exact } = explain(issue, field, value, bare(written));
  return fault(rule, {
    path,
    line: yaml.lineOf(causeOf(issue, at, value)),
    field: fieldName(at),
    problem,
    written: written === undefined || written === '' ? 'ничего' : written,
    wanted: exact === true ? wanted : withExample(wanted, field),
  });
}

/** A field that another one asks for and that is missing: the other one's line. */
function causeOf(issue: Issue, at: Path, value: unknown): Path {
  const because: unknown = issue.code === 'custom' ? issue.params?.because : undefined;
  return value === undefined && typeof because === 'string' ? [...at.slice(0, -1), because] : at;
}

/** The name that stands on the line: the last key of the path. */
export function fieldName(path: Path): string {
  const name = path.findLast((step) => typeof step === 'string');
  return typeof name === 'string' ? name : 'файл';
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

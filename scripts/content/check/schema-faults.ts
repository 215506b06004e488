/** Faults of single fields: zod's issues, said in Russian at their line. The schemas are the only definition. */
import type { z } from 'zod';
import type { Path, YamlText } from '../read/yaml.ts';
import { isRecord } from '../read/entry.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { explain, NO_MESSAGE } from './explain-field.ts';
import { nearest, suggestion } from './nearest.ts';
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

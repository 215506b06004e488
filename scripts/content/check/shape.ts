/** Looks into a zod schema: which field stands at a path, what it says of itself, what kind it is. */
import { z } from 'zod';
import { clockTime, day, partialDay, webAddress, id } from '../../../src/schema/fields.ts';

export type Schema = z.core.$ZodType;
export type FieldKind = 'day' | 'partial-day' | 'time' | 'address' | 'id' | 'other';

/** The schema without `.optional()`, `.default()` and the like; preprocessing is looked through. */
export function inner(schema: Schema): Schema {
  let current = schema;
  for (;;) {
    if (
      current instanceof z.ZodOptional ||
      current instanceof z.ZodDefault ||
      current instanceof z.ZodNullable ||
      current instanceof z.ZodReadonly
    ) {
      current = current.def.innerType;
    } else if (current instanceof z.ZodPipe) current = current.def.out;
    else return current;
  }
}

/** The schema at a path of keys and list positions, still wrapped; undefined where there is none. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  let current: Schema | undefined = schema;
  for (const step of path) {
    const bare: Schema = inner(current);
    if (bare instanceof z.ZodObject) current = shapeOf(bare)[String(step)];
    else if (bare instanceof z.ZodArray) current = bare.def.element;
    else return undefined;
    if (current === undefined) return undefined;
  }
  return current;
}

/** Fields of an object schema, in the order of their definition; empty for anything else. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const bare = inner(schema);
  return bare instanceof z.ZodObject ? bare.shape : {};
}

/** True when an entry may leave the field out. */
export function isOptional(schema: Schema): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}

/** The description nearest to the field, split into its text and its example. */
export function describeField(schema: Schema): { text: string; example: string | undefined } {
  const description = descriptionOf(schema) ?? '';
  const at = description.indexOf('Пример: ');
  if (at === -1) return { text: description.replace(/\.$/, ''), example: undefined };
  return {
    text: description.slice(0, at).trim().replace(/\.$/, ''),
    example: description.slice(at + 8).trim(),
  };
}

function descriptionOf(schema: Schema): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return descriptionOf(schema.def.innerType);
  return undefined;
}

const OF_DAY = inner(day);
const OF_PARTIAL_DAY = inner(partialDay);
const checksOf = (schema: Schema): unknown => schema._zod.def.checks?.at(-1);
const BY_CHECK: readonly (readonly [unknown, FieldKind])[] = [
  [checksOf(clockTime), 'time'],
  [checksOf(id), 'id'],
];

/** What kind of value the field holds; told by identity with the building blocks of src/schema/fields.ts. */
export function kindOf(schema: Schema): FieldKind {
  const bare = inner(schema);
  if (bare._zod.def === OF_DAY._zod.def) return 'day';
  if (bare._zod.def === OF_PARTIAL_DAY._zod.def) return 'partial-day';
  if (bare instanceof z.ZodURL && webAddress instanceof z.ZodURL) return 'address';
  const last = checksOf(bare);
  return BY_CHECK.find(([check]) => check !== undefined && check === last)?.[1] ?? 'other';
}

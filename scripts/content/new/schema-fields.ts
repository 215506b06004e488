import { z } from 'zod';

/** A field of the front matter as its schema describes it to editors. */
export type Field = {
  readonly key: string;
  readonly required: boolean;
  /** Plain words without the example. */
  readonly description: string;
  /** The example as one writes it in YAML; empty when the schema gives none. */
  readonly example: string;
  /** Fields of an object, or of each item of a list of objects; empty otherwise. */
  readonly fields: readonly Field[];
  readonly list: boolean;
  readonly schema: z.ZodType;
};

const EXAMPLE = /^(.*?)\.? Пример: (.+)$/su;

/** The fields of an object schema, in its order. @throws TypeError when a field has no description. */
export function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([key, value]) => fieldOf(key, asType(value)));
}

function fieldOf(key: string, schema: z.ZodType): Field {
  const inner = unwrap(schema);
  const list = inner instanceof z.ZodArray;
  const content = inner instanceof z.ZodArray ? unwrap(asType(inner.element)) : inner;
  const described = schema.description ?? inner.description;
  if (described === undefined) throw new TypeError(`field ${key} has no description`);
  const match = EXAMPLE.exec(described);
  return {
    key,
    required: schema === inner,
    description: match?.[1] ?? described,
    example: match?.[2] ?? '',
    fields: content instanceof z.ZodObject ? fieldsOf(content) : [],
    list,
    schema,
  };
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = asType(inner.unwrap());
  return inner;
}

/** Zod types what is inside as its core type; all of ours are made by the full library. */
function asType(value: unknown): z.ZodType {
  if (value instanceof z.ZodType) return value;
  throw new TypeError('not a zod schema');
}

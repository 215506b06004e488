/** Fields of a schema as rows: the same for the guide's tables and for whoever else lists fields. */
import { z } from 'zod';
import type { Schema } from '../check/shape.ts';
import { describeField, inner, isOptional, shapeOf } from '../check/shape.ts';

export type FieldRow = {
  /** `admission.minAge`, `sessions[].date` */
  name: string;
  text: string;
  example: string | undefined;
  /** The words of a closed list; empty for other fields. */
  choices: readonly string[];
  required: boolean;
};

/** All fields with those inside groups and lists, in the order of the schema. */
export function fieldRows(schema: Schema, prefix = ''): FieldRow[] {
  return Object.entries(shapeOf(schema)).flatMap(([key, field]) => {
    const bare = inner(field);
    const listed = bare instanceof z.ZodArray ? inner(bare.def.element) : undefined;
    const name = `${prefix}${key}`;
    const { text, example } = describeField(field);
    const row: FieldRow = {
      name,
      text,
      example,
      choices: bare instanceof z.ZodEnum ? bare.options.map(String) : [],
      required: !isOptional(field),
    };
    if (bare instanceof z.ZodObject) return [row, ...fieldRows(bare, `${name}.`)];
    return listed instanceof z.ZodObject ? [row, ...fieldRows(listed, `${name}[].`)] : [row];
  });
}

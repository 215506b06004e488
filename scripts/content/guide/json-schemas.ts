/** JSON Schemas of the content for editors' programs, from the same zod schemas as everything else. */
import { z } from 'zod';
import { ENTRY_SCHEMAS, VOCABULARY_SCHEMAS } from '../check/schemas.ts';
import { kindOf } from '../check/shape.ts';
import { ENTRY_COLLECTIONS, VOCABULARIES } from '../read/place.ts';

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';
const PARTIAL_DAY = '^\\d{4}(-\\d{2}){0,2}$';

/** File name in .vscode/schemas → its text. */
export function jsonSchemaFiles(): Map<string, string> {
  return new Map(
    [
      ...ENTRY_COLLECTIONS.map((name): [string, z.ZodType] => [name, ENTRY_SCHEMAS[name]]),
      ...VOCABULARIES.map((name): [string, z.ZodType] => [name, VOCABULARY_SCHEMAS[name]]),
    ].map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(jsonSchema(schema), null, 2)}\n`]),
  );
}

function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: json }) => {
      const kind = kindOf(zodSchema);
      if (kind === 'day') Object.assign(json, { type: 'string', pattern: DAY });
      if (kind === 'partial-day') {
        // An unquoted year is a number.
        delete json.anyOf;
        Object.assign(json, { type: ['string', 'integer'], pattern: PARTIAL_DAY });
      }
      if (json.format === 'uri') json.pattern = '^https?://';
    },
  });
}

import { isMap, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import type { Field } from './schema-fields.ts';
import { fieldsOf } from './schema-fields.ts';

/** Fields that no editor fills in by hand. */
const NOT_FOR_EDITORS = new Set(['demo']);
/** An example item with more parts than this shows only the required ones: a whole session would confuse. */
const LONG_ITEM = 5;
const CLOCK_TIME = /^(\s*(?:- )?(?:# )?time: )(\d\d:\d\d)$/gm;

const HOW_TO = [
  'Строки с # — подсказки, сайт их не читает. Чтобы заполнить поле, уберите # и пробел в начале его строки',
  'и замените пример своим значением. Лишние подсказки можно удалить.',
];

/**
 * The text of an entry: each field of its schema in order, given ones filled in, the others as commented examples,
 * each below its explanation.
 */
export function renderEntry(
  schema: z.ZodObject,
  values: Readonly<Record<string, unknown>>,
  bodyHint: string,
  body: string,
): string {
  const lines = HOW_TO.map((line) => `# ${line}`);
  for (const field of fieldsOf(schema)) {
    if (NOT_FOR_EDITORS.has(field.key)) continue;
    const value = values[field.key];
    lines.push(
      '',
      ...explanation(field),
      ...(value === undefined ? disabled(field) : given(field.key, value)),
    );
  }
  lines.push('', `# ${bodyHint}`);
  return `---\n${lines.join('\n')}\n---\n\n${body.trim()}${body.trim() === '' ? '' : '\n'}`;
}

/** What the field means, and what its parts mean. */
function explanation(field: Field): string[] {
  const words = `# ${field.description}.${field.required ? ' Обязательно' : ''}`;
  return [words, ...field.fields.map((part) => `#     ${part.key} — ${lowerFirst(part.description)}`)];
}

function given(key: string, value: unknown): string[] {
  const text = stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
  return quoteTimes(text).split('\n');
}

function disabled(field: Field): string[] {
  const example = yamlOf(field, 0);
  return quoteTimes(example.join('\n'))
    .split('\n')
    .map((line) => `# ${line}`);
}

/** The field with its examples as YAML lines, indented by so many spaces. */
function yamlOf(field: Field, indent: number): string[] {
  const space = ' '.repeat(indent);
  if (field.fields.length === 0) return [`${space}${field.key}: ${exampleValue(field)}`];
  const shown =
    field.list && field.fields.length > LONG_ITEM
      ? field.fields.filter(({ required }) => required)
      : field.fields;
  const inner = shown.flatMap((part) => yamlOf(part, indent + (field.list ? 4 : 2)));
  if (!field.list) return [`${space}${field.key}:`, ...inner];
  const [first = '', ...others] = inner;
  return [`${space}${field.key}:`, `${space}  - ${first.trimStart()}`, ...others];
}

/** The example, quoted where YAML would read it as something else («Фото: пресс-служба»). */
function exampleValue(field: Field): string {
  const example = field.example === '' ? field.description : field.example;
  if (/^["[{]/.test(example)) return example;
  const document = parseDocument(`value: ${example}`, { logLevel: 'silent' });
  const readable = document.errors.length === 0 && isMap(document.contents) && document.get('value') !== null;
  return readable && !example.includes(' #') ? example : JSON.stringify(example);
}

function quoteTimes(yaml: string): string {
  return yaml.replace(CLOCK_TIME, '$1"$2"');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

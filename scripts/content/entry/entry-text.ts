import { Scalar, stringify } from 'yaml';

/** A file of the content tree: its path below the root, with forward slashes, and its text. */
export type ContentFile = { readonly path: string; readonly text: string };

/** A string that YAML must show in double quotes: clock times, which some parsers read as numbers. */
export function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

/** The text of an entry: front matter between `---` lines, then the body. Undefined fields are left out. */
export function entryText(frontMatter: Readonly<Record<string, unknown>>, body: string): string {
  const head = stringify(frontMatter, { lineWidth: 0, aliasDuplicateObjects: false });
  return `---\n${head}---\n\n${body.trim()}\n`;
}

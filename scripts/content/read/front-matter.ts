/** Splits an entry into its front matter and its body, keeping line numbers (counted from 1). */

export type Split =
  | { kind: 'split'; yaml: string; yamlLine: number; body: string; bodyLine: number }
  | { kind: 'missing' }
  /** The block opens and never closes; `line` is where the text that no longer looks like fields begins. */
  | { kind: 'unclosed'; yaml: string; yamlLine: number; line: number }
  | { kind: 'toml'; line: number };

/** The front matter stands between two lines `---`; blank lines may precede it. */
export function splitFrontMatter(text: string): Split {
  const lines = text.split(/\r\n|\n|\r/);
  const opening = lines.findIndex((line) => line.trim() !== '');
  const first = lines[opening]?.trimEnd();
  if (first === '+++') return { kind: 'toml', line: opening + 1 };
  if (first !== '---') return { kind: 'missing' };
  const closing = lines.findIndex((line, index) => index > opening && line.trimEnd() === '---');
  if (closing === -1) {
    const end = lines.findIndex((line, index) => index > opening && !looksLikeYaml(line));
    const last = end === -1 ? lines.length : end;
    return {
      kind: 'unclosed',
      yaml: lines.slice(opening + 1, last).join('\n'),
      yamlLine: opening + 2,
      line: Math.min(last + 1, lines.length),
    };
  }
  return {
    kind: 'split',
    yaml: lines.slice(opening + 1, closing).join('\n'),
    yamlLine: opening + 2,
    body: lines.slice(closing + 1).join('\n'),
    bodyLine: closing + 2,
  };
}

/** A key, a list item, a comment or an indented line; a blank line ends what may still be fields. */
function looksLikeYaml(line: string): boolean {
  return /^(?:[\w-]+\s*:(?:\s|$)|\s*-(?:\s|$)|\s+\S|\s*#)/.test(line);
}

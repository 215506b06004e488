/**
 * What else makes a block of fields unreadable: a missing space, a quotation mark in the wrong place, a
 * shifted line. Asked only about text that cannot be read; each mend is reported, and reading goes on as
 * if it had been made, so that one slip hides no other fault.
 */
export type MendKind = 'quotes' | 'bracket' | 'space' | 'indent' | 'wrap';

export type Mend = {
  kind: MendKind;
  line: number;
  written: string;
  /** What probably was meant. */
  wanted: string;
  key?: string;
};

type Line = { indent: string; dash: string; key: string; value: string };

const PAIR = /^(\s*)((?:- )*)([A-Za-z][\w-]*): +(.*)$/;
const NEXT_FIELD = /^(?:\s*(?:- +)?[A-Za-z][\w-]*:(?:\s|$)|\s*- )/;

/** The text with the same number of lines; mends carry lines counted from 1. */
export function mend(text: string): { text: string; mends: Mend[] } {
  const mends: Mend[] = [];
  const lines = text.split('\n');
  let blockIndent: number | undefined;
  let itemIndent: number | undefined;
  let plainAbove = false;
  const told = (kind: MendKind, index: number, written: string, wanted: string, key?: string): void => {
    mends.push({ kind, line: index + 1, written, wanted, ...(key === undefined ? {} : { key }) });
  };
  const mended = lines.map((original, index) => {
    const indent = original.search(/\S/);
    if (blockIndent !== undefined && (indent === -1 || indent > blockIndent)) return original;
    blockIndent = undefined;
    if (indent === -1 || /^\s*#/.test(original)) return original;

    const spaced = withSpaces(original);
    if (spaced !== original) told('space', index, original.trim(), spaced.trim());
    const shifted = inLine(spaced, itemIndent, index === firstOf(lines) && hasFieldAtStart(lines));
    if (shifted !== spaced) told('indent', index, spaced.trim(), shifted.trim());
    const item = /^(\s*)- /.exec(shifted);
    if (item !== null) itemIndent = (item[1] ?? '').length + 2;
    else if (/^\S/.test(shifted)) itemIndent = undefined;

    const match = PAIR.exec(shifted);
    if (match === null) {
      if (plainAbove && /^[^\s#[\]{}"'-][^:]*$/.test(shifted)) {
        told('wrap', index, shifted.trim(), `  ${shifted.trim()}`);
        return `  ${shifted}`;
      }
      if (!/^\s/.test(shifted)) plainAbove = false;
      return shifted;
    }
    const [, before = '', dash = '', key = '', value = ''] = match;
    if (/^[|>][-+\d]*\s*$/.test(value)) blockIndent = indent;
    plainAbove = /^[^"'[{|>&*!]/.test(value);
    const read: Line = { indent: before, dash, key, value };
    const quoted = quotesOf(read, lines.slice(index + 1));
    if (quoted === undefined) return shifted;
    told(quoted.kind, index, value.trim(), quoted.value, key);
    plainAbove = false;
    return `${before}${dash}${key}: ${quoted.value}`;
  });
  return { text: mended.join('\n'), mends };
}

/** `minAge:12`, `-date: …`, `– date: …`, `title = …`, and non-breaking spaces where a space belongs. */
function withSpaces(line: string): string {
  return line
    .replace(/^[ \u00A0]+/, (space) => space.replaceAll('\u00A0', ' '))
    .replace(/^(\s*)[-–—] *(?=[a-z][A-Za-z]*:(?:\s|$))/, '$1- ')
    .replace(/^(\s*(?:- )?[a-z][A-Za-z]*):\u00A0+/, '$1: ')
    .replace(/^(\s*(?:- )?[a-z][A-Za-z]*):(?![\s/:]|$)/, '$1: ')
    .replace(/^(\s*(?:- )?[a-z][A-Za-z]*)\s*(?:：| = | [—–-] )\s*(?=\S)/, '$1: ');
}

function firstOf(lines: readonly string[]): number {
  return lines.findIndex((line) => /\S/.test(line) && !/^\s*#/.test(line));
}

function hasFieldAtStart(lines: readonly string[]): boolean {
  return lines.some((line) => /^[A-Za-z][\w-]*:(?:\s|$)/.test(line));
}

/** A line one space off its neighbours, or the first field moved away from the edge. */
function inLine(line: string, itemIndent: number | undefined, first: boolean): string {
  const indent = line.search(/\S/);
  if (first && indent > 0) return line.trimStart();
  if (itemIndent === undefined) return line;
  const wanted = /^\s*- /.test(line) ? itemIndent - 2 : itemIndent;
  return Math.abs(indent - wanted) === 1 && NEXT_FIELD.test(line)
    ? `${' '.repeat(wanted)}${line.trimStart()}`
    : line;
}

/** A value that begins with a sign of YAML and is ordinary text all the same. */
function quotesOf(
  { value }: Line,
  following: readonly string[],
): { kind: 'quotes' | 'bracket'; value: string } | undefined {
  const text = value.trimEnd();
  const sign = text[0] ?? '';
  if (sign === '"' || sign === "'") return quotationMarks(text, sign, following);
  if (sign === '[' || sign === '{') return brackets(text, sign, following);
  return /^(?:[@%`]|[-?] )/.test(text) ? { kind: 'quotes', value: singleQuoted(text) } : undefined;
}

function quotationMarks(text: string, sign: string, following: readonly string[]) {
  const closing = closingQuote(text, sign);
  if (closing === -1) {
    const end = following.findIndex((line) => NEXT_FIELD.test(line));
    const rest = (end === -1 ? following : following.slice(0, end)).join('\n');
    return rest.includes(sign) ? undefined : { kind: 'quotes' as const, value: singleQuoted(text.slice(1)) };
  }
  const after = text.slice(closing + 1);
  if (/^\s*(?:#.*)?$/.test(after)) {
    // Only \n, \" and the like are allowed after a backslash within double quotation marks.
    const odd = sign === '"' && /\\(?![0abtnvfre "/\\N_LPxuU])/.test(text);
    return odd ? { kind: 'quotes' as const, value: singleQuoted(text.slice(1, closing)) } : undefined;
  }
  const around = sign === "'" ? text.endsWith("'") : text.endsWith('""');
  return { kind: 'quotes' as const, value: singleQuoted(around ? text.slice(1, -1) : text) };
}

function closingQuote(text: string, sign: string): number {
  for (let at = 1; at < text.length; at++) {
    if (sign === '"' && text[at] === '\\') at++;
    else if (text[at] !== sign) continue;
    else if (sign === "'" && text[at + 1] === "'") at++;
    else return at;
  }
  return -1;
}

function brackets(text: string, sign: string, following: readonly string[]) {
  const end = sign === '[' ? ']' : '}';
  const at = text.lastIndexOf(end);
  if (at === -1) {
    const next = following.find((line) => /\S/.test(line)) ?? '';
    const alone = next === '' || NEXT_FIELD.test(next);
    return alone ? { kind: 'bracket' as const, value: `${text.replace(/,\s*$/, '')}${end}` } : undefined;
  }
  const goesOn = !/^\s*(?:#.*)?$/.test(text.slice(at + 1));
  return goesOn ? { kind: 'quotes' as const, value: singleQuoted(text) } : undefined;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

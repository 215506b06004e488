/** YAML with positions: values as Astro will see them, and every problem of the syntax at its line. */
import type { Document, Node, ParsedNode } from 'yaml';
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import { isDay } from '../../../src/time/moscow.ts';
import { readSimpleYaml } from './yaml-simple.ts';
import type { MendKind } from './yaml-mend.ts';
import { mend } from './yaml-mend.ts';
import { repair } from './yaml-repair.ts';

export type YamlProblem = {
  kind: 'tab' | 'colon' | 'duplicate' | 'dash' | 'anchor' | 'tag' | 'syntax' | MendKind;
  line: number;
  /** What stands there, shortened. */
  written: string;
  /** The key, where the problem has one. */
  key?: string;
  /** What probably was meant, where that can be told. */
  wanted?: string;
  /** The library's code of a syntax error. */
  code?: string;
};

export type Path = readonly (string | number)[];

export type YamlText = {
  /** Plain values, days as text; undefined when the text cannot be read. */
  value: unknown;
  /** The same with unquoted timestamps as Date objects, which is what Astro's reader gives to the schema. */
  astroValue: unknown;
  problems: YamlProblem[];
  /** Line of the key or list item at the path, or of the nearest one above it. */
  lineOf: (path: Path) => number;
  /** What is written at the path, as in the file, or undefined when nothing is. */
  sourceOf: (path: Path) => string | undefined;
};

const TIMESTAMP =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?$/;

/**
 * Reads YAML whose first line is line `firstLine` of its file. Never throws for wrong input.
 * Text without peculiarities is read by the library that Astro uses, which is several times faster; the
 * slower one, which knows positions, is asked only when there is something to tell.
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  const simple = readSimpleYaml(text);
  if (simple === undefined) return readWithPositions(text, firstLine);
  let positions: YamlText | undefined;
  const exact = (): YamlText => (positions ??= readWithPositions(text, firstLine));
  return {
    ...simple,
    problems: [],
    lineOf: (path) => exact().lineOf(path),
    sourceOf: (path) => exact().sourceOf(path),
  };
}

function readWithPositions(text: string, firstLine: number): YamlText {
  const { repaired, document, counter } = parseRepaired(text);
  const lines = repaired.text.split('\n');
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const shown = (line: number): string => shorten(text.split('\n')[line - 1] ?? lines[line - 1] ?? '');

  const problems: YamlProblem[] = repaired.problems.map((problem) => ({ ...problem, line: problem.line }));
  for (const error of document.errors) {
    const line = lineAt(error.pos[0]);
    problems.push({ kind: 'syntax', line, written: shown(line), code: error.code });
  }
  for (const warning of document.warnings) {
    const line = lineAt(warning.pos[0]);
    problems.push({ kind: 'tag', line, written: shown(line) });
  }
  for (const problem of structureProblems(document, lineAt)) {
    if (problem.kind !== 'tag') problems.push(problem);
    else if (!problems.some(({ kind, line }) => kind === 'tag' && line === problem.line)) {
      problems.push({ ...problem, written: shown(problem.line) });
    }
  }

  const broken = document.errors.length > 0;
  const value: unknown = broken ? undefined : document.toJS();
  const astroValue: unknown = broken ? undefined : valueWithDates(document);
  return {
    value,
    astroValue,
    problems: problems
      .map((problem) => ({ ...problem, line: problem.line + firstLine - 1 }))
      .sort((a, b) => a.line - b.line),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)) + firstLine - 1,
    sourceOf: (path) => sourceOf(document.contents, path, repaired.text),
  };
}

type Parsed = {
  repaired: { text: string; problems: YamlProblem[] };
  document: Document.Parsed;
  counter: LineCounter;
};

/** The document with tabs and colons put right, and with more mended where that alone does not make it readable. */
function parseRepaired(text: string): Parsed {
  const repaired = repair(text);
  const first = parse(repaired.text);
  if (first.document.errors.length === 0) return { repaired, ...first };
  const mended = mend(repaired.text);
  if (mended.mends.length === 0) return { repaired, ...first };
  const second = parse(mended.text);
  // A mend that helps nothing was a wrong guess.
  if (second.document.errors.length > 0 && second.document.errors.length >= first.document.errors.length) {
    return { repaired, ...first };
  }
  return { repaired: { text: mended.text, problems: [...repaired.problems, ...mended.mends] }, ...second };
}

function parse(text: string): Pick<Parsed, 'document' | 'counter'> {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: false,
    keepSourceTokens: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return { document, counter };
}

/** Anchors, aliases and tags are refused; aliases are replaced by their text so that nothing is expanded. */
function structureProblems(document: Document.Parsed, lineAt: (offset: number) => number): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const note = (kind: YamlProblem['kind'], node: Node, written: string, key?: string): void => {
    const line = lineAt(node.range?.[0] ?? 0);
    problems.push({ kind, line, written, ...(key === undefined ? {} : { key }) });
  };
  visit(document, {
    Alias(_key, node) {
      note('anchor', node, `*${node.source}`);
      const text = new Scalar(`*${node.source}`);
      text.range = node.range ?? null;
      return text;
    },
    Node(_key, node) {
      if (!isAlias(node) && node.anchor !== undefined) {
        note('anchor', node, `&${node.anchor}`);
        delete node.anchor;
      }
      if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) note('tag', node, node.tag);
    },
    Map(_key, map, path) {
      const seen = new Set<string>();
      const again = map.items.filter(({ key }) => {
        const name = keyText(key);
        const twice = seen.has(name);
        seen.add(name);
        return twice;
      });
      // Several fields again in one item of a list: the hyphen of the next item is missing, which is one slip.
      const dash = again.length > 1 && isSeq(path.at(-1));
      for (const { key } of dash ? again.slice(0, 1) : again) {
        if (isNode(key)) note(dash ? 'dash' : 'duplicate', key, keyText(key), keyText(key));
      }
    },
  });
  return problems;
}

/** Sets unquoted timestamps to dates, takes the values, and restores the text. */
function valueWithDates(document: Document.Parsed): unknown {
  const changed: { node: Scalar; text: string }[] = [];
  visit(document, {
    Scalar(_key, node) {
      const { value } = node;
      if (node.type !== 'PLAIN' || typeof value !== 'string' || !TIMESTAMP.test(value)) return;
      const date = timestampOf(value);
      if (date === undefined) return;
      changed.push({ node, text: value });
      node.value = date;
    },
  });
  if (changed.length === 0) return document.toJS();
  const value: unknown = document.toJS();
  for (const { node, text } of changed) node.value = text;
  return value;
}

/** A day stays exact; a day that does not exist stays text, so that the schema refuses it instead of moving it. */
function timestampOf(text: string): Date | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return isDay(text) ? new Date(`${text}T00:00:00.000Z`) : undefined;
  }
  // A date-time: any instant with a time of day makes the schema refuse it; which one does not matter.
  return text.includes(':') ? new Date(1) : undefined;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** The node at the path or the deepest one above it; for a map entry the key is where its line is. */
function offsetOf(contents: ParsedNode | null, path: Path): number {
  let node: unknown = contents;
  let offset = contents?.range[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.findLast((item) => keyText(item.key) === String(step));
      if (pair === undefined || !isNode(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (isNode(item)) offset = item.range?.[0] ?? offset;
      node = isPair(item) ? item.value : item;
    } else return offset;
  }
  return offset;
}

function sourceOf(contents: ParsedNode | null, path: Path, text: string): string | undefined {
  let node: unknown = contents;
  for (const step of path) {
    if (isMap(node)) node = node.items.findLast((item) => keyText(item.key) === String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  if (!isNode(node) || node.range === undefined || node.range === null) return undefined;
  return shorten(text.slice(node.range[0], node.range[1]).trim());
}

const SHOWN_LENGTH = 80;

/** One line of at most 80 characters. */
export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= SHOWN_LENGTH ? flat : `${flat.slice(0, SHOWN_LENGTH - 1)}…`;
}

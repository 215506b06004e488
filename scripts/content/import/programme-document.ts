import type { Document, YAMLMap } from 'yaml';
import { isMap, isSeq, parseDocument, Scalar, YAMLSeq } from 'yaml';
import { session } from '../../../src/schema/programme.ts';
import type { SheetSession } from './row.ts';

/** A change of one field, as a person reads it: «capacity: 15 → 20». */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

const SPLIT = /^(\s*---[ \t]*\n)([\s\S]*?)(^---[ \t]*$[\s\S]*)$/m;

/**
 * The text of a programme being edited. Comments, unknown keys, quotes and the body stay as they are;
 * a document that was not changed gives back its text byte for byte.
 */
export class ProgrammeDocument {
  readonly #original: string;
  readonly #before: string;
  readonly #after: string;
  readonly #document: Document;
  #changed = false;

  /** @throws SyntaxError when the front matter cannot be read; check:content says where. */
  constructor(text: string) {
    this.#original = text;
    const match = SPLIT.exec(text.replaceAll('\r\n', '\n'));
    if (match === null) throw new SyntaxError('no front matter');
    this.#before = match[1] ?? '';
    this.#after = match[3] ?? '';
    this.#document = parseDocument(match[2] ?? '', { logLevel: 'silent' });
    const { contents, errors } = this.#document;
    if (errors.length > 0 || (contents !== null && !isMap(contents)))
      throw new SyntaxError('broken front matter');
    if (contents === null) this.#document.contents = this.#document.createNode({});
    const sessions = this.#document.get('sessions');
    if (
      sessions !== undefined &&
      sessions !== null &&
      !(isSeq(sessions) && sessions.items.every((item) => isMap(item)))
    ) {
      throw new SyntaxError('sessions are not a list');
    }
  }

  /** The sessions as they stand, in the file's order. */
  sessions(): ExistingSession[] {
    return this.#items().map((node) => new ExistingSession(node));
  }

  /** Sets the fields that the sheet states; all others stay. Returns what really changed. */
  update(session: ExistingSession, fields: Readonly<Record<string, unknown>>): FieldChange[] {
    const changes = setFields(this.#document, session.node, fields, '');
    if (changes.length > 0) this.#changed = true;
    return changes;
  }

  /** Adds a session at its place by date and time. */
  add(session: SheetSession): void {
    const list = this.#list();
    const entry = this.#document.createNode(sessionFields(session)) as YAMLMap;
    const time = entry.get('time', true);
    if (time instanceof Scalar) time.type = Scalar.QUOTE_DOUBLE;
    quoteTime(entry.get('movedFrom'));
    const key = sortKey(session.date, session.time, session.suffix);
    const place = this.sessions().findIndex(
      (existing) => sortKey(existing.date, existing.time, existing.suffix) > key,
    );
    if (place === -1) list.items.push(entry);
    else list.items.splice(place, 0, entry);
    list.flow = false;
    this.#changed = true;
  }

  /** The text to write. */
  toString(): string {
    if (!this.#changed) return this.#original;
    const head = this.#document.toString({ lineWidth: 0, flowCollectionPadding: false });
    const text = `${this.#before}${head}${this.#after}`;
    return this.#original.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  }

  #items(): YAMLMap[] {
    const sessions = this.#document.get('sessions');
    return isSeq(sessions) ? sessions.items.filter((item) => isMap(item)) : [];
  }

  #list(): YAMLSeq {
    const sessions = this.#document.get('sessions');
    if (isSeq(sessions)) return sessions;
    const list = new YAMLSeq();
    this.#document.set('sessions', list);
    return list;
  }
}

/** A session that stands in the file. */
export class ExistingSession {
  readonly node: YAMLMap;

  constructor(node: YAMLMap) {
    this.node = node;
  }

  get date(): string {
    return this.text('date');
  }

  get time(): string {
    return this.text('time');
  }

  get suffix(): string | undefined {
    return this.text('suffix') === '' ? undefined : this.text('suffix');
  }

  /** Where the session stood before it was moved, as a sort key; empty when it was not. */
  get movedFromKey(): string {
    const from: unknown = this.node.get('movedFrom');
    if (this.text('status') !== 'moved' || !isMap(from)) return '';
    return sortKey(String(from.get('date')), String(from.get('time')), this.suffix);
  }

  /** A field as text; empty when it is absent or no plain value. */
  text(field: string): string {
    const value: unknown = this.node.get(field);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** Sorts and identifies sessions of one enterprise. */
export function sortKey(date: string, time: string, suffix: string | undefined): string {
  return `${date} ${time} ${suffix ?? ''}`.trim();
}

/** In the order of the schema, as the rest of the content is written. */
function sessionFields({ date, time, suffix, fields }: SheetSession): Record<string, unknown> {
  const given: Record<string, unknown> = { date, time, suffix, ...fields };
  return Object.fromEntries(
    Object.keys(session.shape).flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])),
  );
}

function setFields(
  document: Document,
  map: YAMLMap,
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [key, after] of Object.entries(fields)) {
    const before: unknown = map.get(key);
    if (isRecord(after) && isMap(before)) {
      changes.push(...setFields(document, before, after, `${prefix}${key}.`));
      continue;
    }
    if (before === after || (before === undefined && isDefault(key, after))) continue;
    map.set(key, isRecord(after) ? document.createNode(after) : after);
    quoteTime(key === 'movedFrom' ? map.get(key) : map);
    changes.push({ field: `${prefix}${key}`, before: before ?? null, after });
  }
  return changes;
}

/** «состоится» and «на сайте» are what an entry means when it says nothing. */
function isDefault(key: string, value: unknown): boolean {
  if (key === 'status') return value === 'scheduled';
  if (key === 'registration') return value === 'form';
  return (key === 'groups' || key === 'online') && value === false;
}

function quoteTime(node: unknown): void {
  const time = isMap(node) ? node.get('time', true) : undefined;
  if (time instanceof Scalar) time.type = Scalar.QUOTE_DOUBLE;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

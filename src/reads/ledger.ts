/**
 * What each page reads of the content while it is made. A page that is made of the same readings by the same code
 * comes out the same: the build keeps it and makes it again only when a reading has changed
 * (scripts/build/kept/). Everything that differs from entry to entry is read through here.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Answers what a reading gives now, as text that tells any two answers apart; null: nothing of that name. */
export type Answering = (name: string) => string | null;

export type Recorded<T> = { value: T; reads: number[] };

/** The numbers of what a page has read. */
export class PageReads extends Set<number> {
  /** Tells one page from another, from 1: whoever remembers a page by it does not keep what it read. */
  readonly serial: number;

  constructor(serial: number) {
    super();
    this.serial = serial;
  }
}

export class Ledger {
  /** Every reading by number: its kind and name. */
  readonly keys: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #digests: (string | null | undefined)[] = [];
  readonly #page = new AsyncLocalStorage<PageReads>();
  #pages = 0;
  readonly #kinds = new Map<string, { prepare: () => Promise<Answering>; answer?: Answering }>();

  /** Readings of this kind are answered by what `prepare` gives; it is called once, when first needed. */
  answers(kind: string, prepare: () => Promise<Answering>): void {
    this.#kinds.set(kind, { prepare });
  }

  /** The number of a reading; kinds and names may hold anything but that a kind has no colon. */
  idOf(kind: string, name: string): number {
    const key = `${kind}:${name}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.keys.push(key) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  /** The page in work, if there is one, has read this. */
  note(kind: string, name: string): void {
    this.page()?.add(this.idOf(kind, name));
  }

  /** What the page in work has read so far; undefined between pages. */
  page(): PageReads | undefined {
    return this.#page.getStore();
  }

  /** Makes something and tells what it read on the way, each reading once. */
  async record<T>(make: () => Promise<T>): Promise<Recorded<T>> {
    const reads = new PageReads(++this.#pages);
    const value = await this.#page.run(reads, make);
    return { value, reads: [...reads] };
  }

  /** Work for all pages, in the middle of one: what it reads says nothing of that page. */
  aside<T>(work: () => T): T {
    return this.#page.exit(work);
  }

  /** Only when this has come true, readings are answered. */
  async ready(): Promise<void> {
    for (const kind of this.#kinds.values()) kind.answer ??= await this.aside(kind.prepare);
  }

  /** What a reading gives in this build; null when nothing of that name is left. Asked for once. */
  digestOf(id: number): string | null {
    let digest = this.#digests[id];
    if (digest === undefined) {
      const key = this.keys[id] ?? '';
      const colon = key.indexOf(':');
      const answer = this.#kinds.get(key.slice(0, colon))?.answer;
      digest = answer === undefined ? null : this.aside(() => answer(key.slice(colon + 1)));
      this.#digests[id] = digest;
    }
    return digest;
  }

  /** The number of a reading by its whole key, as `keys` lists it. */
  idOfKey(key: string): number {
    const colon = key.indexOf(':');
    return this.idOf(key.slice(0, colon), key.slice(colon + 1));
  }
}

/**
 * One ledger for the whole process: pages come out of Astro's bundle, and whoever asks what they read has these
 * modules from the disk.
 */
const SHARED = Symbol.for('ledger of readings');
const place = globalThis as unknown as Record<typeof SHARED, Ledger | undefined>;

export const ledger: Ledger = (place[SHARED] ??= new Ledger());

/** A finished page with what the check needs to know of it, as one kept file. */
import { z } from 'zod';
import type { PageFacts } from '../../site/page-facts.ts';
import type { TextPool } from '../../site/text-pool.ts';
import { remembering } from '../remembering.ts';

const packedFacts = z.object({
  path: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  lang: z.string().nullable(),
  robots: z.string().nullable(),
  canonical: z.string().nullable(),
  headings1: z.number(),
  ids: z.array(z.string()),
  duplicateIds: z.array(z.string()),
  links: z.array(z.tuple([z.enum(['link', 'resource', 'form']), z.string()])),
  imagesWithoutAlt: z.array(z.string()),
  inlineStyles: z.number(),
  inlineHandlers: z.array(z.string()),
  postForms: z.number(),
});

/** A page as it goes to visitors, and what the check needs to know of it. */
export type FinishedPage = {
  /** Its text, which may lack what stands in style elements. */
  markup: string;
  facts: PageFacts;
  /** As it stands in the site, in UTF-8. */
  bytes: Uint8Array;
  /** As it is kept: its facts on the first line, then itself. */
  packed: Uint8Array;
};

/** UTF-8 needs no more bytes for one unit of a text. */
const MOST_BYTES = 3;

/**
 * Packs pages, each in pieces of markup with style sheets between them, one after another into the same memory: what
 * is given back is good until the next page is packed. Memory for every page anew would have to be looked for and
 * cleared thousands of times.
 */
export function pagePacker(): (pieces: readonly string[], facts: PageFacts) => FinishedPage {
  const bytesOf = remembering((sheet) => Buffer.from(sheet));
  let memory = Buffer.alloc(0);
  return (pieces, facts) => {
    const known: z.infer<typeof packedFacts> = {
      ...facts,
      ids: [...facts.ids],
      links: facts.links.map(({ kind, target }) => [kind, target]),
    };
    const line = `${JSON.stringify(known)}\n`;
    const most = pieces.reduce((length, piece) => length + piece.length, line.length) * MOST_BYTES;
    if (memory.length < most) memory = Buffer.alloc(most * 2);
    const start = memory.write(line);
    let markup = '';
    let end = start;
    for (const [i, piece] of pieces.entries()) {
      if (i % 2 === 0) {
        markup += piece;
        end += memory.write(piece, end);
      } else end += bytesOf(piece).copy(memory, end);
    }
    return { markup, facts, bytes: memory.subarray(start, end), packed: memory.subarray(0, end) };
  };
}

/** A kept page again; its texts and links come from the pool. @throws Error when these are no page's bytes. */
export function unpackPage(packed: Buffer, pool: TextPool): FinishedPage {
  const end = packed.indexOf('\n');
  const known = packedFacts.parse(JSON.parse(packed.toString('utf8', 0, end)));
  const own = (text: string | null): string | null => (text === null ? null : pool.text(text));
  const facts: PageFacts = {
    ...known,
    title: pool.text(known.title),
    description: own(known.description),
    canonical: own(known.canonical),
    ids: new Set(known.ids.map(pool.text)),
    links: known.links.map(([kind, target]) => pool.link(kind, target)),
  };
  const bytes = packed.subarray(end + 1);
  return { markup: bytes.toString(), facts, bytes, packed };
}

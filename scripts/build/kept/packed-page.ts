/** A finished page with what the check needs to know of it, as one kept file. */
import { z } from 'zod';
import type { PageFacts } from '../../site/page-facts.ts';
import type { TextPool } from '../../site/text-pool.ts';
import type { FinishedPage } from '../finish-pages.ts';

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

/** The page as bytes: its facts on the first line, then itself. */
export function packPage({ bytes, facts }: FinishedPage): Buffer {
  const packed: z.infer<typeof packedFacts> = {
    ...facts,
    ids: [...facts.ids],
    links: facts.links.map(({ kind, target }) => [kind, target]),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(packed)}\n`), bytes]);
}

/** The page again; its texts and links come from the pool. @throws Error when these are no page's bytes. */
export function unpackPage(bytes: Buffer, pool: TextPool): FinishedPage {
  const end = bytes.indexOf('\n');
  const packed = packedFacts.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  const own = (text: string | null): string | null => (text === null ? null : pool.text(text));
  const facts: PageFacts = {
    ...packed,
    title: pool.text(packed.title),
    description: own(packed.description),
    canonical: own(packed.canonical),
    ids: new Set(packed.ids.map(pool.text)),
    links: packed.links.map(([kind, target]) => pool.link(kind, target)),
  };
  const page = bytes.subarray(end + 1);
  return { html: page.toString(), bytes: page, facts };
}

/** Wiring only: where each collection's files are and which schema they follow. */
import { defineCollection } from 'astro/content/config';
import { consent } from './schema/consent.ts';
import { enterprise } from './schema/enterprise.ts';
import { event } from './schema/event.ts';
import { news } from './schema/news.ts';
import { page } from './schema/page.ts';
import { programme } from './schema/programme.ts';
import { season } from './schema/season.ts';
import { format, industry, okrug, synonym } from './schema/vocabulary.ts';
import { settings } from './settings/current.ts';
import { folderLoader, listLoader } from './data/loaders.ts';

const root = settings.contentDir;

export const collections = {
  enterprises: defineCollection({
    loader: folderLoader(root, 'enterprises', ['*.{md,mdx}', '*/index.{md,mdx}']),
    // Astro asks for it anew for every entry: to make all of it takes longer than to read the entry.
    schema: ({ image }) =>
      enterprise.transform(async ({ cover, ...entry }) => ({
        ...entry,
        cover: cover && { ...cover, image: await image().parseAsync(cover.image) },
      })),
  }),
  seasons: defineCollection({
    loader: folderLoader(root, 'seasons', ['*/index.{md,mdx}']),
    schema: season,
  }),
  programmes: defineCollection({
    loader: folderLoader(root, 'seasons', ['*/*.{md,mdx}', '!*/index.{md,mdx}']),
    schema: programme,
  }),
  events: defineCollection({
    loader: folderLoader(root, 'events', ['*.{md,mdx}', '*/index.{md,mdx}']),
    schema: event,
  }),
  news: defineCollection({
    loader: folderLoader(root, 'news', ['*.{md,mdx}', '*/index.{md,mdx}']),
    schema: news,
  }),
  pages: defineCollection({ loader: folderLoader(root, 'pages', ['*.{md,mdx}']), schema: page }),
  // The body is kept: its hash goes along with every application.
  consents: defineCollection({
    loader: folderLoader(root, 'consent', ['*.{md,mdx}'], true),
    schema: consent,
  }),
  industries: defineCollection({ loader: listLoader(root, 'industries'), schema: industry }),
  formats: defineCollection({ loader: listLoader(root, 'formats'), schema: format }),
  okrugs: defineCollection({ loader: listLoader(root, 'okrugs'), schema: okrug }),
  synonyms: defineCollection({
    loader: listLoader(root, 'synonyms'),
    // Lists are loaded by id; a synonym has none of its own.
    schema: synonym.extend({ id: industry.shape.id }),
  }),
};

/** Which schema each kind of file follows: the site's own, from src/schema. */
import type { z } from 'zod';
import { consent } from '../../../src/schema/consent.ts';
import { enterprise } from '../../../src/schema/enterprise.ts';
import { event } from '../../../src/schema/event.ts';
import { news } from '../../../src/schema/news.ts';
import { page } from '../../../src/schema/page.ts';
import { programme } from '../../../src/schema/programme.ts';
import { season } from '../../../src/schema/season.ts';
import { formats, industries, okrugs, synonyms } from '../../../src/schema/vocabulary.ts';
import type { Collection, VocabularyName } from '../read/place.ts';

export const ENTRY_SCHEMAS: Readonly<Record<Collection, z.ZodType>> = {
  enterprises: enterprise,
  seasons: season,
  programmes: programme,
  events: event,
  news,
  pages: page,
  consent,
};

export const VOCABULARY_SCHEMAS: Readonly<Record<VocabularyName, z.ZodType>> = {
  industries,
  formats,
  okrugs,
  synonyms,
};

/**
 * What the registration endpoint needs beyond `site.json`: words for mails and tickets, and the consents that
 * are asked for. The site's build emits it as `dist/data/endpoint-sessions.json`. Dates, capacity, age limits
 * and team sizes are not repeated here: they stand in site.json alone.
 */
import { z } from 'zod';

const words = z.string().min(1);

export const endpointSession = z.object({
  /** `<season>/<enterprise>/<YYYY-MM-DD>-<HHMM>`, as in site.json. */
  id: words,
  address: words.nullable(),
  entrance: words.nullable(),
  metro: words.nullable(),
  minutesWalk: z.number().int().positive().nullable(),
  /** What to bring, one thing per line: documents … Empty when nothing is known. */
  bring: z.array(words),
  dress: words.nullable(),
  /** In words for the visitor: «Снимать можно в отведённых местах». */
  photo: words.nullable(),
  /** Who is admitted, in whole phrases: «С 12 лет», «До 14 лет — только со взрослым». Empty: not known. */
  admission: z.array(words),
  /** Step-free access in words, or null when not known. */
  stepFree: words.nullable(),
  /** Why it was cancelled or moved, as the editor wrote it. */
  statusNote: words.nullable(),
});

export const endpointData = z.object({
  /** Instant with an offset, the same as in site.json of the same build. */
  generatedAt: words,
  /** Versions of the consent that are accepted now, newest first; none: the build knows no consent text. */
  consents: z.array(z.object({ version: words, hash: words })),
  /** Versions of the optional consent to news; none: the box is not offered. */
  newsConsents: z.array(words),
  sessions: z.array(endpointSession),
});

/** Details of one session. */
export type EndpointSession = z.output<typeof endpointSession>;
/** The whole file `endpoint-sessions.json`. */
export type EndpointData = z.output<typeof endpointData>;

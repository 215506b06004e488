/** Sessions as the site's build has emitted them; read again when the files change. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { endpointData } from '../../src/domain/endpoint-sessions.ts';
import type { EndpointData, EndpointSession } from '../../src/domain/endpoint-sessions.ts';
import type { RegistrationFacts } from '../../src/domain/registration-state.ts';
import { dayOf, parseIso, TimeError, timeOf } from '../../src/time/moscow.ts';
import type { Instant } from '../../src/time/moscow.ts';

const iso = z.string();
const session = z.object({
  id: z.string(),
  url: z.string(),
  enterprise: z.string(),
  title: z.string().optional(),
  startsAt: iso,
  endsAt: iso,
  registrationOpensAt: iso.nullable(),
  registrationClosesAt: iso.nullable(),
  capacity: z.number().int().nonnegative(),
  registration: z.enum(['form', 'link', 'none']),
  status: z.enum(['scheduled', 'cancelled', 'moved']),
  movedFrom: iso.nullable().default(null),
  minAge: z.number().nullable(),
  minAgeUnaccompanied: z.number().nullable().default(null),
  perTeam: z.object({ minSize: z.number().int(), maxSize: z.number().int() }).nullable().default(null),
  groups: z.boolean().default(false),
  online: z.boolean().default(false),
});
const siteData = z.object({
  generatedAt: z.string(),
  enterprises: z.array(z.object({ id: z.string(), name: z.string() })),
  sessions: z.array(session),
});

/** One visit with everything the endpoint knows about it. */
export type Visit = RegistrationFacts & {
  readonly id: string;
  /** Path of its page on the site. */
  readonly url: string;
  readonly title: string;
  readonly enterpriseName: string;
  /** The start as the form carries it. */
  readonly startsAtText: string;
  /** The id it had before it was moved; null: it was not. */
  readonly movedFromId: string | null;
  readonly capacity: number;
  readonly minAge: number | null;
  readonly minAgeUnaccompanied: number | null;
  readonly perTeam: { readonly minSize: number; readonly maxSize: number } | null;
  readonly groups: boolean;
  readonly online: boolean;
  /** null: the build did not say more. */
  readonly details: EndpointSession | null;
};

export type VisitTable = {
  readonly visits: ReadonlyMap<string, Visit>;
  readonly consents: EndpointData['consents'];
  readonly newsConsents: readonly string[];
};

export interface Visits {
  /** The newest table that could be read. */
  current(): VisitTable;
}

/** The data cannot be used; the message says which file and what to do. */
export class SessionsFileError extends Error {
  override name = 'SessionsFileError';
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SessionsFileError(`Нет файла ${file}. Сначала соберите сайт: npm run build.`, { cause: error });
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const fault = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new SessionsFileError(`Файл ${file} не читается: ${fault}`, { cause: error });
  }
}

/** Ids hold the start, so a moved session has another id than before; the suffix of one of two twins stays. */
function idBefore(id: string, startedAt: Instant): string {
  const start = `${dayOf(startedAt)}-${timeOf(startedAt).replace(':', '')}`;
  return id.replace(/\d{4}-\d{2}-\d{2}-\d{4}(?=(?:-[a-z0-9-]+)?$)/, start);
}

/** Joins both files. @throws SessionsFileError */
export function readVisits(dataDir: string): VisitTable {
  const site = readJson(path.join(dataDir, 'site.json'), siteData);
  const extraFile = path.join(dataDir, 'endpoint-sessions.json');
  const extra =
    statSync(extraFile, { throwIfNoEntry: false }) === undefined ? null : readJson(extraFile, endpointData);
  const details = new Map(extra?.sessions.map((one) => [one.id, one]));
  const enterprises = new Map(site.enterprises.map((one) => [one.id, one.name]));
  try {
    const visits = site.sessions.map((one): Visit => ({
      id: one.id,
      url: one.url,
      title: one.title ?? 'Посещение',
      enterpriseName: enterprises.get(one.enterprise) ?? one.enterprise,
      startsAtText: one.startsAt,
      startsAt: parseIso(one.startsAt),
      endsAt: parseIso(one.endsAt),
      registrationOpensAt: one.registrationOpensAt === null ? null : parseIso(one.registrationOpensAt),
      registrationClosesAt: one.registrationClosesAt === null ? null : parseIso(one.registrationClosesAt),
      movedFromId: one.movedFrom === null ? null : idBefore(one.id, parseIso(one.movedFrom)),
      capacity: one.capacity,
      registration: one.registration,
      status: one.status,
      minAge: one.minAge,
      minAgeUnaccompanied: one.minAgeUnaccompanied,
      perTeam: one.perTeam,
      groups: one.groups,
      online: one.online,
      details: details.get(one.id) ?? null,
    }));
    return {
      visits: new Map(visits.map((visit) => [visit.id, visit])),
      consents: extra?.consents ?? [],
      newsConsents: extra?.newsConsents ?? [],
    };
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    throw new SessionsFileError(`Файл site.json в ${dataDir}: ${error.message}`, { cause: error });
  }
}

/** How often the files' time stamps are looked at, in milliseconds of the machine's own monotonic clock. */
const LOOK_EVERY_MS = 500;

/**
 * Visits from the folder, read again after the files have changed. A file that is broken or missing in the
 * middle of a build is reported and the last good table stays. @throws SessionsFileError at the start only.
 */
export function watchVisits(dataDir: string, report: (line: string) => void): Visits {
  const stamp = (): string =>
    ['site.json', 'endpoint-sessions.json']
      .map((name) => statSync(path.join(dataDir, name), { throwIfNoEntry: false }))
      .map((stat) => (stat === undefined ? '-' : `${stat.ino}:${stat.mtimeMs}:${stat.size}`))
      .join(' ');
  let seen = stamp();
  let table = readVisits(dataDir);
  let lookedAt = performance.now();
  return {
    current() {
      if (performance.now() - lookedAt < LOOK_EVERY_MS) return table;
      lookedAt = performance.now();
      const now = stamp();
      if (now === seen) return table;
      seen = now;
      try {
        table = readVisits(dataDir);
        report('Данные о посещениях прочитаны заново.');
      } catch (error) {
        if (!(error instanceof SessionsFileError)) throw error;
        report(`${error.message} Остаются прежние данные.`);
      }
      return table;
    },
  };
}

/** Small site data for tests of the endpoint: sessions around a fixed day, written to a folder of their own. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EndpointData, EndpointSession } from '../../../src/domain/endpoint-sessions.ts';
import type { Instant } from '../../../src/time/moscow.ts';
import { HOUR, instantOf, isoMoscow, MINUTE } from '../../../src/time/moscow.ts';

/** Sessions of tests are on 10 December 2026; registration closes at 00:00 on the 8th. */
export const VISIT_AT: Instant = instantOf('2026-12-10', '10:30');
export const CLOSES_AT: Instant = instantOf('2026-12-08');
export const OPENS_AT: Instant = instantOf('2026-11-20', '12:00');
/** A moment at which applications are taken. */
export const OPEN_NOW: Instant = instantOf('2026-12-01', '14:05');
export const CONSENT = { version: '2026-11-23', hash: 'a'.repeat(64) };

export type TestSession = {
  id: string;
  capacity?: number;
  startsAt?: Instant;
  closesAt?: Instant | null;
  opensAt?: Instant | null;
  status?: 'scheduled' | 'cancelled' | 'moved';
  registration?: 'form' | 'link' | 'none';
  minAge?: number | null;
  movedFrom?: Instant;
  perTeam?: { minSize: number; maxSize: number };
  groups?: boolean;
  details?: Partial<EndpointSession>;
};

export const SESSION_ID = 'winter-2026/testovy-zavod/2026-12-10-1030';

function details(session: TestSession): EndpointSession {
  return {
    id: session.id,
    address: 'улица Примерная, 1, стр. 2',
    entrance: 'проходная № 2, со двора',
    metro: 'Авиамоторная',
    minutesWalk: 12,
    bring: ['паспорт или свидетельство о рождении'],
    dress: 'закрытая обувь без каблука',
    photo: 'Снимать можно в отведённых местах',
    admission: ['С 12 лет', 'До 14 лет — только со взрослым'],
    stepFree: null,
    statusNote: null,
    ...session.details,
  };
}

/** Writes `site.json` and `endpoint-sessions.json` into the folder (as a build would). */
export function writeSiteData(dir: string, sessions: readonly TestSession[]): void {
  mkdirSync(dir, { recursive: true });
  const generatedAt = isoMoscow(OPEN_NOW);
  const iso = (instant: Instant | null): string | null => (instant === null ? null : isoMoscow(instant));
  const site = {
    generatedAt,
    enterprises: [{ id: 'testovy-zavod', name: 'Тестовый завод' }],
    seasons: [],
    events: [],
    sessions: sessions.map((session) => {
      const startsAt = session.startsAt ?? VISIT_AT;
      return {
        id: session.id,
        url: `/seasons/${session.id}/`,
        enterprise: 'testovy-zavod',
        season: 'winter-2026',
        title: 'Как делают детали',
        format: 'excursion',
        startsAt: isoMoscow(startsAt),
        endsAt: isoMoscow(startsAt + 90 * MINUTE),
        registrationOpensAt: iso(session.opensAt === undefined ? OPENS_AT : session.opensAt),
        registrationClosesAt: iso(session.closesAt === undefined ? startsAt - 58.5 * HOUR : session.closesAt),
        capacity: session.capacity ?? 15,
        registration: session.registration ?? 'form',
        status: session.status ?? 'scheduled',
        movedFrom: iso(session.movedFrom ?? null),
        minAge: session.minAge ?? null,
        minAgeUnaccompanied: null,
        perTeam: session.perTeam ?? null,
        groups: session.groups ?? false,
        online: false,
      };
    }),
  };
  const extra: EndpointData = {
    generatedAt,
    consents: [CONSENT],
    newsConsents: ['news-2026-11-23'],
    sessions: sessions.map(details),
  };
  writeFileSync(path.join(dir, 'site.json'), JSON.stringify(site));
  writeFileSync(path.join(dir, 'endpoint-sessions.json'), JSON.stringify(extra));
}

/** A new folder under the system's temporary one. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'endpoint-'));
}

let counter = 0;

/** The fields of a valid application; every call is another person unless the fields say otherwise. */
export function applicationFields(over: Readonly<Record<string, string>> = {}): Record<string, string> {
  counter += 1;
  return {
    session: SESSION_ID,
    session_start: isoMoscow(VISIT_AT),
    name: `Иван Петров${'абвгдежзик'.charAt(counter % 10)}`,
    email: `ivan${counter}@example.org`,
    phone: `+7916${String(1_000_000 + counter)}`,
    party_size: '1',
    children_ages: '',
    comment: '',
    consent: CONSENT.version,
    consent_hash: CONSENT.hash,
    submission_id: `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}`,
    form_version: '1',
    company_fax: '',
    ...over,
  };
}

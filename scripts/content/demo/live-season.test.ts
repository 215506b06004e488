import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RegistrationState } from '../../../src/domain/registration-state.ts';
import { registrationClosesAt, registrationState } from '../../../src/domain/registration-state.ts';
import type { SessionEntry } from '../../../src/schema/programme.ts';
import { programme } from '../../../src/schema/programme.ts';
import type { SeasonEntry } from '../../../src/schema/season.ts';
import { season } from '../../../src/schema/season.ts';
import { addDays, daysBetween, instantOf, MINUTE } from '../../../src/time/moscow.ts';
import { demoSeason, LIVE_DEFAULTS, liveSeasonId } from './live-season.ts';
import { readVocabulary } from './vocabulary.ts';

const vocabulary = await readVocabulary(new URL('../../../content', import.meta.url).pathname);
const frontMatter = (text: string): unknown => parse(text.split('---\n')[1] ?? '');

function stateOf(entry: SeasonEntry, session: SessionEntry, now: number): RegistrationState {
  const opens = session.registrationOpens ?? entry.registrationOpens;
  const startsAt = instantOf(session.date, session.time);
  const days = session.registrationClosesDaysBefore ?? entry.registrationClosesDaysBefore;
  return registrationState(
    {
      startsAt,
      endsAt: startsAt + session.durationMinutes * MINUTE,
      registrationOpensAt: opens === undefined ? null : instantOf(opens.date, opens.time),
      registrationClosesAt: registrationClosesAt(session.date, startsAt, days),
      registration: session.registration,
      status: session.status,
    },
    now,
  );
}

describe.each(['2026-11-23', '2026-12-30', '2028-02-27'])('demoSeason from %s', (from) => {
  const files = demoSeason({ from, ...LIVE_DEFAULTS }, vocabulary);
  const id = liveSeasonId(from);
  const entry = season.parse(
    frontMatter(files.find((file) => file.path === `seasons/${id}/index.md`)?.text ?? ''),
  );
  const sessions = files
    .filter((file) => file.path.startsWith(`seasons/${id}/demo-`))
    .flatMap((file) => programme.parse(frontMatter(file.text)).sessions);

  it('is marked as a demonstration and lasts from three days before to seventeen days after', () => {
    expect(entry).toMatchObject({ demo: true, start: addDays(from, -3), end: addDays(from, 17) });
    expect(new Set(sessions.map((session) => daysBetween(from, session.date))).size).toBe(21);
    expect(sessions).toHaveLength(LIVE_DEFAULTS.sessions);
  });

  it.each(['00:00', '09:30', '23:59'])('has plain sessions in every state of registration at %s', (time) => {
    const now = instantOf(from, time);
    const plain = sessions.filter((s) => s.registration === 'form' && s.status === 'scheduled');
    const states = new Set(plain.map((s) => stateOf(entry, s, now)));
    expect([...states].sort()).toEqual(['closed', 'closing-soon', 'not-yet-open', 'open', 'past']);
  });

  it('is the same on every run', () => {
    expect(demoSeason({ from, ...LIVE_DEFAULTS }, vocabulary)).toEqual(files);
  });
});

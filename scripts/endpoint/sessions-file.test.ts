import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVisits, SessionsFileError } from './sessions-file.ts';
import { SESSION_ID, temporaryFolder, VISIT_AT, writeSiteData } from './testing/site-data.ts';

let dir: string;
beforeEach(() => {
  dir = temporaryFolder();
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('the data of the site', () => {
  it('are joined by id', () => {
    writeSiteData(dir, [{ id: SESSION_ID, capacity: 7, movedFrom: VISIT_AT - 86_400_000 }]);
    expect(readVisits(dir).visits.get(SESSION_ID)).toMatchObject({
      startsAt: VISIT_AT,
      capacity: 7,
      enterpriseName: 'Тестовый завод',
      movedFromId: 'winter-2026/testovy-zavod/2026-12-09-1030',
      details: { metro: 'Авиамоторная' },
    });
  });

  it('know the earlier id of a moved session that starts together with another', () => {
    writeSiteData(dir, [{ id: `${SESSION_ID}-litejka`, movedFrom: VISIT_AT - 86_400_000 }]);
    expect(readVisits(dir).visits.get(`${SESSION_ID}-litejka`)?.movedFromId).toBe(
      'winter-2026/testovy-zavod/2026-12-09-1030-litejka',
    );
  });

  it('suffice without details', () => {
    writeSiteData(dir, [{ id: SESSION_ID }]);
    rmSync(path.join(dir, 'endpoint-sessions.json'));
    const table = readVisits(dir);
    expect([table.visits.get(SESSION_ID)?.details, table.consents]).toEqual([null, []]);
  });

  it.each([
    ['missing', null, /Сначала соберите сайт/],
    ['cut off', '{"sessions":', /не читается/],
    ['of another shape', '{"sessions":[{"id":1}]}', /не читается/],
  ])('are refused in Russian when the file is %s', (_, text, words) => {
    if (text !== null) writeFileSync(path.join(dir, 'site.json'), text);
    expect(() => readVisits(dir)).toThrow(SessionsFileError);
    expect(() => readVisits(dir)).toThrow(words);
  });

  it('are refused when an instant has no offset', () => {
    writeSiteData(dir, [{ id: SESSION_ID }]);
    const site = JSON.stringify({
      generatedAt: 'x',
      enterprises: [],
      sessions: [
        {
          id: 'a',
          url: '/',
          enterprise: 'b',
          startsAt: '2026-12-10T10:30:00',
          endsAt: '2026-12-10T12:00:00',
          registrationOpensAt: null,
          registrationClosesAt: null,
          capacity: 1,
          registration: 'form',
          status: 'scheduled',
          minAge: null,
        },
      ],
    });
    writeFileSync(path.join(dir, 'site.json'), site);
    expect(() => readVisits(dir)).toThrow(/not an instant with an offset/);
  });
});

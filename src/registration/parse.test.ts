import { describe, expect, test } from 'vitest';
import { parseRegistration, submittedFields } from './parse.ts';
import type { ParseOptions, SessionFacts } from './parse.ts';

const facts: SessionFacts = {
  id: 'autumn-2026/lift-works/2026-12-12-1030',
  startsAt: '2026-12-12T10:30:00+03:00',
  capacity: 15,
};
const options: ParseOptions = {
  honeypot: 'website',
  consents: [{ version: '2026-11', hash: 'abc' }],
  newsConsents: ['news-2026-11'],
};
const answers = {
  session: facts.id,
  session_start: facts.startsAt,
  name: ' Анна  Петрова ',
  email: 'Anna@Example.RU',
  phone: '8 (999) 123-45-67',
  party_size: '3',
  children_ages: '7 и 9',
  comment: '',
  consent: '2026-11',
  consent_hash: 'abc',
  submission_id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  form_version: '1',
  website: '',
};

function parse(changes: Record<string, string>, more: Partial<SessionFacts> = {}) {
  return parseRegistration(
    submittedFields(Object.entries({ ...answers, ...changes })),
    { ...facts, ...more },
    options,
  );
}
function codes(result: ReturnType<typeof parse>): string[] {
  return result.ok ? [] : result.errors.map((error) => `${error.field}: ${error.code}`);
}

describe('a good submission', () => {
  test('is stored in the strict form', () => {
    expect(parse({})).toEqual({
      ok: true,
      value: {
        session: facts.id,
        sessionStart: facts.startsAt,
        kind: 'people',
        name: 'Анна Петрова',
        email: 'Anna@example.ru',
        phone: '+79991234567',
        partySize: 3,
        childrenAges: [7, 9],
        comment: '',
        consent: { version: '2026-11', hash: 'abc' },
        newsConsent: null,
        submissionId: '0f8fad5b-d9cb-469f-a165-70867728950e',
        formVersion: '1',
        team: null,
        schoolClass: null,
        suspicious: false,
      },
    });
  });

  test.each(['', 'short', '../../etc/passwd', 'x'.repeat(10_000)])(
    'submission_id %j counts as none',
    (id) => {
      expect(parse({ submission_id: id })).toMatchObject({ ok: true, value: { submissionId: null } });
    },
  );

  test('a filled honeypot is noted, not refused', () => {
    expect(parse({ website: 'https://spam.example' })).toMatchObject({
      ok: true,
      value: { suspicious: true },
    });
  });

  test('consent to news is taken only in a version that is offered', () => {
    expect(parse({ news_consent: 'news-2026-11' })).toMatchObject({
      ok: true,
      value: { newsConsent: 'news-2026-11' },
    });
    expect(parse({ news_consent: 'on' })).toMatchObject({ ok: true, value: { newsConsent: null } });
  });

  test('of repeated names the first counts, files are ignored', () => {
    const fields = submittedFields([
      ['name', 'Анна'],
      ['name', 'Пётр'],
      ['email', new Blob()],
    ]);
    expect([...fields]).toEqual([['name', 'Анна']]);
  });
});

describe('refusals', () => {
  test('an empty submission names every required answer, in the order of the form', () => {
    expect(codes(parseRegistration(submittedFields([]), facts, options))).toEqual([
      'session: unknown',
      'name: required',
      'email: required',
      'phone: required',
      'party_size: required',
      'consent: required',
    ]);
  });

  test.each<[string, Record<string, string>, Partial<SessionFacts>, string[]]>([
    ['another session', { session: 'x' }, {}, ['session: unknown']],
    [
      'a session that was moved',
      { session_start: '2026-12-11T10:30:00+03:00' },
      {},
      ['session_start: changed'],
    ],
    ['an outdated consent', { consent: '2025-01' }, {}, ['consent: outdated']],
    ['a consent with another text', { consent_hash: 'zzz' }, {}, ['consent: outdated']],
    ['more people than an application takes', { party_size: '11' }, {}, ['party_size: range']],
    ['more people than seats', { party_size: '6' }, { capacity: 5 }, ['party_size: range']],
    ['more children than people', { party_size: '1' }, {}, ['children_ages: more_than_people']],
    ['a child too young', { children_ages: '7, 12' }, { minAge: 12 }, ['children_ages: too_young']],
    [
      'children without an adult',
      { party_size: '2' },
      { minAgeUnaccompanied: 14 },
      ['children_ages: needs_adult'],
    ],
    ['only adults are let in', { children_ages: '17' }, { minAge: 18 }, ['children_ages: too_young']],
  ])('%s', (_title, changes, more, expected) => {
    expect(codes(parse(changes, more))).toEqual(expected);
  });

  test('the reason names the limit and the age', () => {
    const result = parse({ children_ages: '7, 9' }, { minAge: 12 });
    expect(result).toMatchObject({
      errors: [
        {
          message: 'На это предприятие пускают с 12 лет: так требует безопасность. Вы указали: 7, 9',
        },
      ],
    });
    expect(parse({}, { minAge: 21 })).toMatchObject({
      errors: [{ message: expect.stringContaining('с 21 года') }],
    });
  });

  test.each<[string, Record<string, string>, Partial<SessionFacts>]>([
    ['exactly the age', { children_ages: '12' }, { minAge: 12, minAgeUnaccompanied: 14 }],
    ['children with an adult', { party_size: '3' }, { minAgeUnaccompanied: 14 }],
    ['old enough alone', { party_size: '1', children_ages: '14' }, { minAge: 12, minAgeUnaccompanied: 14 }],
    ['limits not known', { party_size: '2' }, { minAge: null, minAgeUnaccompanied: null }],
    ['no children', { children_ages: 'нет', party_size: '1' }, { minAge: 18 }],
  ])('no refusal: %s', (_title, changes, more) => {
    expect(codes(parse(changes, more))).toEqual([]);
  });
});

describe('a team', () => {
  const perTeam = { minSize: 2, maxSize: 6 };
  test('is asked for its name and size instead of the number of people', () => {
    expect(parse({ team_name: 'Шестерёнки', team_size: '4', party_size: '' }, { perTeam })).toMatchObject({
      ok: true,
      value: { kind: 'team', partySize: 4, team: { name: 'Шестерёнки', size: 4 } },
    });
  });
  test('has limits of size', () => {
    expect(codes(parse({ team_name: '', team_size: '7' }, { perTeam }))).toEqual([
      'team_name: required',
      'team_size: range',
    ]);
  });
});

describe('a school class', () => {
  const schoolClass = {
    group: 'class',
    school: 'Школа № 1',
    school_class: '7 «Б»',
    adults: '2',
    party_size: '12',
  };
  test('may be larger than a party', () => {
    expect(parse({ ...schoolClass, children_ages: '12–13' }, { groups: true })).toMatchObject({
      ok: true,
      value: { kind: 'class', partySize: 12, schoolClass: { school: 'Школа № 1', name: '7 «Б»', adults: 2 } },
    });
  });
  test('needs ages and an adult fewer than people', () => {
    expect(codes(parse({ ...schoolClass, children_ages: '', adults: '12' }, { groups: true }))).toEqual([
      'adults: more_than_people',
      'children_ages: required',
    ]);
  });
  test('is not taken where the programme does not offer it', () => {
    expect(codes(parse({ ...schoolClass, party_size: '3' }))).toEqual([]);
    expect(parse({ ...schoolClass, party_size: '3' })).toMatchObject({
      value: { kind: 'people', schoolClass: null },
    });
  });
});

describe('hostile text in every field', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '\u202E\u0000\uD800😀',
    "'; DROP TABLE registrations; --",
    '=HYPERLINK("http://x")',
    '__proto__',
    'а'.repeat(10_000),
    '\r\nBcc: everyone@example.ru',
    '%00%0d%0a',
  ];
  test.each(hostile.map((text) => ({ text, title: JSON.stringify(text).slice(0, 60) })))(
    '$title never throws and never passes a strict field',
    ({ text }) => {
      for (const more of [{}, { perTeam: { minSize: 1, maxSize: 9 } }, { groups: true }]) {
        const all = Object.fromEntries(
          [...Object.keys(answers), 'group', 'school', 'team_name'].map((key) => [key, text]),
        );
        const result = parse(all, more);
        expect(result.ok).toBe(false);
        for (const field of ['email', 'phone', more.perTeam ? 'team_size' : 'party_size', 'children_ages']) {
          expect(codes(result).some((code) => code.startsWith(`${field}: `))).toBe(true);
        }
      }
    },
  );
});

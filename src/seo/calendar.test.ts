import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import type { ContentHistory } from '../domain/content-history.ts';
import { NO_HISTORY } from '../domain/content-history.ts';
import { instantOf } from '../time/moscow.ts';
import type { CalendarContext } from './calendar.ts';
import {
  openingCalendar,
  openingCalendarPath,
  subscriptions,
  subscriptionText,
  visitCalendar,
  visitCalendarPath,
} from './calendar.ts';
import { foldLine } from './icalendar.ts';
import { sample, sampleSession, SITE } from './sample.testing.ts';

const context: CalendarContext = { site: SITE, history: NO_HISTORY };
const at = (day: string, time: string) => instantOf(day, time);

function events(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

function nodeEvents(text: string) {
  return Object.values(nodeIcal.sync.parseICS(text)).filter((item) => item?.type === 'VEVENT');
}

describe('the calendar of a visit', () => {
  const text = visitCalendar(sampleSession(), context);

  it('keeps to 75 octets a line, ends every line by CRLF and cuts no character', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text).not.toContain('\uFFFD');
  });

  it('says the same to two independent parsers', () => {
    const [event] = events(text);
    const [other] = nodeEvents(text);
    expect(event?.summary).toBe('Экскурсия: Пример');
    expect(other?.summary).toBe(event?.summary);
    expect(event?.uid).toBe('2026-09/primer/2026-09-15-1030@otkroy-mosprom');
    expect(other?.uid).toBe(event?.uid);
    expect(event?.location).toBe('улица Примерная, 1, метро «Печатники»');
    expect(other?.location).toBe(event?.location);
    expect(event?.description).toBe(other?.description);
    expect(event?.description).toContain('Кого пустят: с 14\u00A0лет, с 12\u00A0лет со взрослым.');
    expect(event?.description).toContain('\nЗапись до 12\u00A0сентября включительно.\n');
  });

  it('is at the same instant for both, in Moscow time', () => {
    const [event] = events(text);
    expect(event?.startDate.zone.tzid).toBe('Europe/Moscow');
    expect(event?.startDate.toJSDate().getTime()).toBe(at('2026-09-15', '10:30'));
    expect(event?.endDate.toJSDate().getTime()).toBe(at('2026-09-15', '12:00'));
    const [other] = nodeEvents(text);
    expect(other?.start.getTime()).toBe(at('2026-09-15', '10:30'));
    expect(text).toContain('DTSTART;TZID=Europe/Moscow:20260915T103000');
  });

  it('reminds a day and two hours before', () => {
    expect(text.match(/^TRIGGER:.*$/gm)).toEqual(['TRIGGER:-P1D\r', 'TRIGGER:-PT2H\r'].map((s) => s.trim()));
  });

  it('without history is stamped by the content, not by the clock', () => {
    const later = { ...context, now: at('2026-10-01', '10:00') };
    expect(visitCalendar(sampleSession(), later)).toBe(text);
    expect(text).toContain('DTSTAMP:20260831T210000Z');
    expect(text).toContain('SEQUENCE:0');
  });

  it('with history is stamped by the last commit and numbered by how many there were', () => {
    const history: ContentHistory = {
      knowledge: 'full',
      fileOf: ({ filePath }) =>
        filePath === 'content/seasons/2026-09/primer.md'
          ? { revisions: 4, firstAt: at('2026-08-01', '12:00'), lastAt: at('2026-08-20', '15:00') }
          : null,
    };
    const stamped = visitCalendar(sampleSession(), { ...context, history });
    expect(stamped).toContain('DTSTAMP:20260820T120000Z');
    expect(stamped).toContain('SEQUENCE:3');
  });
});

describe('changes', () => {
  it('shows a cancelled visit, takes up no time and does not ring', () => {
    const text = visitCalendar(
      sampleSession({ date: '2026-09-15', time: '10:30', status: 'cancelled', statusNote: 'ремонт линии' }),
      context,
    );
    expect(events(text)[0]?.summary).toBe('[ОТМЕНЕНО] Экскурсия: Пример');
    expect(events(text)[0]?.description).toContain('Причина: ремонт линии');
    expect(text).toContain('STATUS:CONFIRMED');
    expect(text).toContain('TRANSP:TRANSPARENT');
    expect(text).not.toContain('VALARM');
  });

  const moved = {
    date: '2026-09-18',
    time: '11:00',
    status: 'moved',
    movedFrom: { date: '2026-09-15', time: '10:30' },
  } as const;

  it('moves a visit under the id it was announced with', () => {
    const event = events(visitCalendar(sampleSession(moved), context))[0];
    expect(event?.summary).toBe('[ПЕРЕНЕСЕНО с 15\u00A0сентября, 10:30] Экскурсия: Пример');
    expect(event?.uid).toBe('2026-09/primer/2026-09-15-1030@otkroy-mosprom');
  });

  it('keeps the id when the enterprise is renamed, once and again', () => {
    for (const formerly of [['staryy'], ['staryy', 'sredniy']]) {
      const session = sampleSession(undefined, { enterprise: { formerly } });
      const event = events(visitCalendar(session, context))[0];
      expect(event?.uid).toBe('2026-09/staryy/2026-09-15-1030@otkroy-mosprom');
      expect(event?.component.getFirstPropertyValue('url')).toContain('/primer/');
    }
  });

  it('never gives two visits one id, also when a new one takes the old place', () => {
    const { sessions } = sample([moved, { date: '2026-09-15', time: '10:30' }]);
    const uids = sessions.map((session) => events(visitCalendar(session, context))[0]?.uid);
    expect(new Set(uids).size).toBe(2);
  });
});

describe('«Открывается запись»', () => {
  it('is offered only before the opening', () => {
    const session = sampleSession();
    expect(openingCalendarPath(session)).toBe('/seasons/2026-09/primer/2026-09-15-1030/opening.ics');
    const text = openingCalendar(session, context) ?? '';
    expect(events(text)[0]?.startDate.toJSDate().getTime()).toBe(at('2026-09-02', '12:00'));
    expect(nodeEvents(text)[0]?.summary).toBe('Открывается запись: Экскурсия: Пример');
    const opened = sampleSession(undefined, { now: at('2026-09-02', '12:00') });
    expect(openingCalendarPath(opened)).toBeNull();
    expect(openingCalendar(opened, context)).toBeNull();
  });

  it('is not offered for a cancelled visit or one without the form', () => {
    for (const more of [{ status: 'cancelled' }, { registration: 'none' }] as const) {
      expect(
        openingCalendar(sampleSession({ date: '2026-09-15', time: '10:30', ...more }), context),
      ).toBeNull();
    }
  });
});

describe('subscriptions', () => {
  const catalogue = sample([
    { date: '2026-09-15', time: '10:30' },
    { date: '2026-09-15', time: '14:00' },
    { date: '2026-09-16', time: '10:30', status: 'cancelled' },
  ]);
  const all = subscriptions(catalogue, SITE);
  const text = (path: string): string => {
    const found = all.find((subscription) => subscription.path === path);
    if (found === undefined) throw new Error(`no ${path}`);
    return subscriptionText(found, context);
  };

  it('exist for everything one can follow, and not for seasons without sessions', () => {
    expect(all.map((subscription) => subscription.path)).toEqual([
      '/calendars/all.ics',
      '/calendars/registration.ics',
      '/calendars/enterprises/primer.ics',
      '/calendars/seasons/2026-09.ics',
      '/calendars/industries/metal.ics',
      '/calendars/formats/excursion.ics',
      '/calendars/formats/lecture.ics',
      '/calendars/okrugs/uvao.ics',
    ]);
  });

  it('hold every session once and do not ring', () => {
    for (const path of [
      '/calendars/all.ics',
      '/calendars/seasons/2026-09.ics',
      '/calendars/okrugs/uvao.ics',
    ]) {
      const uids = events(text(path)).map((event) => event.uid);
      expect(uids).toHaveLength(3);
      expect(new Set(uids).size).toBe(3);
      expect(nodeEvents(text(path))).toHaveLength(3);
      expect(text(path)).not.toContain('VALARM');
    }
    expect(text('/calendars/all.ics')).toContain('SOURCE;VALUE=URI:https://example.ru/calendars/all.ics');
  });

  it('are valid when nothing is planned', () => {
    expect(events(text('/calendars/formats/lecture.ics'))).toEqual([]);
    expect(nodeEvents(text('/calendars/formats/lecture.ics'))).toEqual([]);
  });

  it('tell openings and last days once for all sessions they concern', () => {
    const found = events(text('/calendars/registration.ics'));
    expect(found.map((event) => event.summary)).toEqual([
      'Открывается запись: Осенний сезон 2026 (2\u00A0посещения)',
      'Последний день записи: 2\u00A0посещения 15\u00A0сентября',
    ]);
    expect(found[1]?.startDate.isDate).toBe(true);
    expect(found[1]?.startDate.toString()).toBe('2026-09-12');
    expect(found[1]?.endDate.toString()).toBe('2026-09-13');
  });

  it('drop what ended more than three months ago', () => {
    const later = subscriptions(sample(undefined, { now: at('2027-01-10', '10:00') }), SITE);
    expect(later.find((subscription) => subscription.path === '/calendars/all.ics')?.sessions).toEqual([]);
    expect(
      later.find((subscription) => subscription.path === '/calendars/seasons/2026-09.ics')?.sessions,
    ).toHaveLength(1);
  });
});

describe('the session’s file', () => {
  it('lies beside its page', () => {
    expect(visitCalendarPath(sampleSession())).toBe('/seasons/2026-09/primer/2026-09-15-1030/visit.ics');
  });
});

describe('folding', () => {
  it('keeps a character of four octets whole at the edge', () => {
    const line = `SUMMARY:${'a'.repeat(66)}𝐀𝐁`;
    expect(foldLine(line)).toBe(`SUMMARY:${'a'.repeat(66)}\r\n 𝐀𝐁`);
  });
});

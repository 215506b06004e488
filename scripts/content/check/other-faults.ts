/** Smaller rules about an entry's fields: addresses without protection, days in the future, consent. */
import { dayOf } from '../../../src/time/moscow.ts';
import type { Entry } from '../read/entry.ts';
import { isPublished, isRecord } from '../read/entry.ts';
import type { Path } from '../read/yaml.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { asPartialDay, dayField, recordsOf, textOf } from './known-values.ts';
import { fieldName } from './schema-faults.ts';
import { sessionsOf } from './session-clashes.ts';
import type { Tree } from './tree.ts';

/** Addresses with http:// where people are sent to; archives of old publications may well be there. */
export function addressFaults(entry: Entry): Fault[] {
  const places: { at: Path; url: string | undefined }[] = [
    { at: ['website'], url: textOf(entry.fields, 'website') },
    { at: ['registrationUrl'], url: textOf(entry.fields, 'registrationUrl') },
    ...recordsOf(entry.fields, 'sessions').map(({ index, item }) => ({
      at: ['sessions', index, 'registrationUrl'],
      url: textOf(item, 'registrationUrl'),
    })),
  ];
  return places.flatMap(({ at, url }) => {
    if (url === undefined || !/^http:/i.test(url)) return [];
    const wanted = `${url.replace(/^http:/i, 'https:')}, если так сайт открывается`;
    const line = entry.yaml?.lineOf(at) ?? 1;
    return [
      fault('link-http', {
        path: entry.path,
        line,
        field: fieldName(at),
        problem: 'адрес без защиты',
        written: url,
        wanted,
      }),
    ];
  });
}

/** Checked or published in the future: a slip of the year. */
export function futureFaults(tree: Tree, entry: Entry): Fault[] {
  const today = dayOf(tree.now);
  const faults: Fault[] = [];
  const future = (line: number, subject: { field: string } | { about: string }, written: string): void => {
    const wanted = `день не позже сегодняшнего (${today})`;
    faults.push(
      fault('date-in-future', {
        path: entry.path,
        line,
        ...subject,
        problem: 'этот день ещё не наступил',
        written,
        wanted,
      }),
    );
  };
  const updated = dayField(entry.fields, 'updated');
  if (updated !== undefined && updated > today) {
    future(entry.yaml?.lineOf(['updated']) ?? 1, { field: 'updated' }, updated);
  }
  if (entry.collection === 'news' && isPublished(entry)) {
    const day = asPartialDay(entry.id.slice(0, 10));
    if (day !== undefined && day > today) future(1, { about: 'имя файла' }, day);
  }
  for (const { index, item } of recordsOf(entry.fields, 'sources')) {
    const date = asPartialDay(item.date);
    const at = ['sources', index, 'date'];
    if (date !== undefined && date > today) future(entry.yaml?.lineOf(at) ?? 1, { field: 'date' }, date);
  }
  return faults;
}

/** A form that takes personal data needs a published text of consent. */
export function consentFaults(tree: Tree): Fault[] {
  if ([...tree.byId.consent.values()].some(isPublished)) return [];
  for (const entry of tree.entries) {
    if (entry.collection !== 'programmes' || !isPublished(entry)) continue;
    const session = sessionsOf(entry).find(
      ({ item, startsAt }) =>
        startsAt > tree.now && (item.registration ?? 'form') === 'form' && item.status !== 'cancelled',
    );
    if (session === undefined) continue;
    const line = entry.yaml?.lineOf(['sessions', session.index]) ?? 1;
    return [
      fault('consent-missing', {
        path: entry.path,
        line,
        field: 'registration',
        problem: 'запись на сайте есть, а текста согласия нет',
        written: 'form',
        wanted: 'файл в папке consent, например consent/2026-11-23.md',
      }),
    ];
  }
  return [];
}

/** An id that stands in a vocabulary twice. */
export function vocabularyFaults(tree: Tree): Fault[] {
  return [...tree.vocabularies.values()].flatMap(({ path, yaml }) => {
    const items: unknown[] = Array.isArray(yaml.value) ? yaml.value : [];
    const seen = new Set<string>();
    return items.flatMap((item, index) => {
      const id = isRecord(item) ? textOf(item, 'id') : undefined;
      if (id === undefined) return [];
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        fault('vocabulary-duplicate', {
          path,
          line: yaml.lineOf([index, 'id']),
          field: 'id',
          problem: 'такой id в списке уже есть',
          written: id,
          wanted: 'другой id или одна строка вместо двух',
        }),
      ];
    });
  });
}

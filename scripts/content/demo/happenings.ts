import type { Day } from '../../../src/time/moscow.ts';
import { addDays } from '../../../src/time/moscow.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import { entryText } from '../entry/entry-text.ts';
import { FICTION_SOURCE } from './enterprise.ts';
import type { Vocabulary } from './vocabulary.ts';

const NOT_REAL = 'Это вымышленная запись для проверки сайта.';

/** A fictional event per format that is more than a visit, one month apart, going back from the day. */
export function* demoEvents(from: Day, vocabulary: Vocabulary): Generator<ContentFile> {
  for (const [index, format] of vocabulary.formats.entries()) {
    const start = addDays(from, 20 - 30 * index);
    const text = entryText(
      {
        title: `Демонстрационное событие: ${format.title.toLowerCase()}`,
        format: format.id,
        // As exact as archives are: a day, a month or a year.
        ...(index % 3 === 0
          ? { start, end: addDays(start, 2) }
          : { start: start.slice(0, index % 3 === 1 ? 7 : 4) }),
        ...(format.online === true
          ? { online: true }
          : { venue: 'Вымышленная площадка, Вымышленная улица, 1' }),
        ...(index === 0 ? { registration: 'link', registrationUrl: 'https://zapis.example/demo' } : {}),
        sources: [{ title: FICTION_SOURCE }],
      },
      NOT_REAL,
    );
    yield { path: `events/demo-${format.id}.md`, text };
  }
}

/** Two fictional news entries, the first about the season. */
export function* demoNews(from: Day, season: string): Generator<ContentFile> {
  const entries = [
    { day: addDays(from, -14), slug: 'otkryta-zapis', title: 'Демонстрация: открыта запись', season },
    { day: addDays(from, -40), slug: 'skoro-sezon', title: 'Демонстрация: скоро сезон' },
  ];
  for (const { day, slug, title, ...about } of entries) {
    const text = entryText(
      { title, summary: NOT_REAL, ...about, sources: [{ title: FICTION_SOURCE }] },
      NOT_REAL,
    );
    yield { path: `news/${day}-demo-${slug}.md`, text };
  }
}

/** When a page's content was last revised: from version control or the editor's `updated`, never the build. */
import type { EntryOrigin } from '../domain/catalogue.ts';
import type { ContentHistory } from '../domain/content-history.ts';
import type { Day } from '../time/moscow.ts';
import { dayOf } from '../time/moscow.ts';
import type { PageSubject } from './page-subject.ts';

type Dated = { origin: EntryOrigin; updated?: Day | undefined };

/** The entries that the page's text comes from. */
function entriesOf(subject: PageSubject): readonly Dated[] {
  switch (subject.kind) {
    case 'enterprise':
      return [subject.enterprise];
    case 'season':
      return [subject.season, ...subject.season.programmes];
    case 'programme':
      return [subject.programme];
    case 'session':
      return [subject.session.programme];
    case 'event':
      return [subject.event];
    case 'news':
      return [subject.news];
    case 'page':
      return [subject.page];
    case 'consent':
      return [subject.consent];
    default:
      return [];
  }
}

/** The day of the last revision, or null when neither git nor the editor says. */
export function modifiedOf(subject: PageSubject, history: ContentHistory): Day | null {
  const days = entriesOf(subject).flatMap((entry) => {
    const file = history.fileOf(entry.origin);
    return file === null ? (entry.updated ?? []) : dayOf(file.lastAt);
  });
  return days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b));
}

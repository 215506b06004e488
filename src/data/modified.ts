/** Last revisions of this build's pages. */
import type { Day } from '../time/moscow.ts';
import { modifiedOf } from '../seo/modified.ts';
import type { PageSubject } from '../seo/page-subject.ts';
import { contentHistory } from './history.ts';

/** The day on which what the page says was last revised, or null when nobody knows. */
export async function modifiedDay(subject: PageSubject): Promise<Day | null> {
  return modifiedOf(subject, await contentHistory());
}

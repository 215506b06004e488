/**
 * Questions that look at many entries to answer for one. A page that asks depends on the answer alone, and not on
 * all that was looked at.
 */
import type { Catalogue } from '../domain/catalogue.ts';
import { mark } from '../reads/digest.ts';
import { ledger } from '../reads/ledger.ts';
import type { Tracked } from '../reads/tracked-catalogue.ts';
import { trackedContent } from './catalogue.ts';

/**
 * A question of this name, for pages to ask of an entry of the catalogue. The whole catalogue is looked at once;
 * answers are plain data and entries, and are worked out once each. Nobody else may remember what was looked at:
 * the page that asks first would seem to depend on it, and the others on nothing.
 */
export function question<E extends object, A>(
  name: string,
  look: (all: Catalogue) => (entry: E) => A,
): (entry: E) => Promise<A> {
  const answers = new Map<string, A>();
  let looked: { tracked: Tracked; answer: (entry: E) => A } | undefined;
  const answerTo = (tracked: Tracked, about: string): A => {
    if (looked?.tracked !== tracked) {
      looked = { tracked, answer: ledger.aside(() => look(tracked.catalogue)) };
      answers.clear();
    }
    const known = answers.get(about);
    if (known !== undefined) return known;
    const { answer } = looked;
    const found = ledger.aside(() => answer(tracked.entryOf(about) as E));
    answers.set(about, found);
    return found;
  };
  ledger.answers(name, async () => {
    const tracked = await trackedContent();
    return (about) =>
      tracked.entryOf(about) === undefined ? null : mark(tracked.textOf(answerTo(tracked, about)));
  });
  return async (entry) => {
    const tracked = await trackedContent();
    const about = tracked.nameOf(entry);
    ledger.note(name, about);
    return answerTo(tracked, about);
  };
}

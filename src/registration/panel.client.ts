/** Shows the state of now in the panel: sections written by the build, other sessions, seats. */
import type { RegistrationFacts } from '../domain/registration-state.ts';
import { takesApplications } from '../domain/registration-state.ts';
import { momentWords } from '../i18n/ru/dates.ts';
import { dayOf, timeOf } from '../time/moscow.ts';
import { find, findAll, say, show } from './page.client.ts';
import type { LiveState, StateWatch } from './state.client.ts';

/** True when the form may be sent: seats may be there, or a waiting list is kept. */
export function mayApply({ state, snapshot }: LiveState): boolean {
  return takesApplications(state) || (state === 'full' && snapshot?.waitlist === true);
}

/** Shows a state and what belongs to it. */
export function showState(panel: HTMLElement, live: LiveState, watch: StateWatch): void {
  const { state, snapshot } = live;
  panel.dataset.state = state;
  // The pass beside the panel says the same.
  const title = find(panel, `[data-when='${state}'] strong`)?.textContent ?? '';
  for (const badge of findAll(document.body, '[data-mirror]')) {
    badge.dataset.state = state;
    say(badge, title);
  }
  for (const section of findAll(panel, '[data-when]')) show(section, section.dataset.when === state);
  for (const element of findAll(document.body, '[data-open-only]')) show(element, takesApplications(state));

  const seats = takesApplications(state) || state === 'full' ? snapshot : null;
  show(find(panel, '[data-seats]'), seats !== null);
  if (seats === null) return;
  const { takenAt } = seats;
  say(
    find(panel, '[data-taken-at]'),
    dayOf(takenAt) === dayOf(watch.now()) ? timeOf(takenAt) : momentWords(takenAt),
  );
  for (const word of findAll(panel, '[data-seats-word]')) show(word, word.dataset.seatsWord === seats.seats);
  show(find(panel, '[data-seats-waitlist]'), seats.seats === 'full' && seats.waitlist);
}

/**
 * Shows other sessions that take applications now, for people of `youngest` years and older where ages
 * were the reason; `visible` hides or shows the whole block.
 */
export function showOthers(
  panel: HTMLElement,
  watch: StateWatch,
  visible: boolean,
  youngest: number | null,
): void {
  const block = find(panel, '[data-others]');
  show(block, visible);
  if (!block || !visible) return;
  let any = false;
  for (const group of findAll(block, '[data-others-group]')) {
    let some = false;
    for (const item of findAll(group, '[data-other]')) {
      const facts = JSON.parse(item.dataset.other ?? '') as RegistrationFacts;
      const fits = youngest === null || Number(item.dataset.minAge) <= youngest;
      const open = fits && takesApplications(watch.stateOf(facts));
      show(item, open);
      some ||= open;
    }
    show(group, some);
    any ||= some;
  }
  show(find(block, '[data-others-none]'), !any);
}

/** Keeps badges and day marks true while a page ages: on load, on focus, on return from the cache, by time. */
import { nextChangeAt, registrationState } from '../../domain/registration-state.ts';
import { nearDay } from '../../i18n/ru/dates.ts';
import { stateWords } from '../../i18n/ru/states.ts';
import { unpackFacts } from './facts.ts';

/** setTimeout counts in 32 bits: a longer wait would fire at once. */
const LONGEST_WAIT_MS = 2_000_000_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function refresh(): void {
  const now = Date.now();
  let next = Infinity;
  for (const badge of document.querySelectorAll<HTMLElement>('[data-facts]')) {
    const facts = unpackFacts(badge.dataset.facts ?? '');
    if (facts === null) continue;
    const state = registrationState(facts, now);
    if (badge.dataset.state !== state) {
      badge.dataset.state = state;
      badge.textContent = stateWords[state];
    }
    const runs = badge.closest('.visit')?.querySelector<HTMLElement>('.visit__now');
    if (runs) runs.hidden = !(facts.startsAt <= now && now < facts.endsAt);
    if (facts.startsAt > now) next = Math.min(next, facts.startsAt);
    next = Math.min(next, nextChangeAt(facts, now) ?? Infinity);
  }
  for (const mark of document.querySelectorAll<HTMLElement>('[data-near]')) {
    mark.textContent = nearDay(mark.dataset.near ?? '', now);
  }
  clearTimeout(timer);
  if (next < Infinity) timer = setTimeout(refresh, Math.min(next - now, LONGEST_WAIT_MS));
}

refresh();
addEventListener('focus', refresh);
addEventListener('pageshow', refresh);

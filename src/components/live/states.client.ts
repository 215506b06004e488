/** Keeps badges and day marks true while a page ages: on load, on focus, on return from the cache, by time. */
import { nextChangeAt, registrationState } from '../../domain/registration-state.ts';
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
    next = Math.min(next, nextChangeAt(facts, now) ?? Infinity);
  }
  clearTimeout(timer);
  if (next < Infinity) timer = setTimeout(refresh, Math.min(next - now, LONGEST_WAIT_MS));
}

refresh();
addEventListener('focus', refresh);
addEventListener('pageshow', refresh);

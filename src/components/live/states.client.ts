/** Keeps badges and day marks true while a page ages: on load, on focus, on return from the cache, by time. */
import { nextChangeAt, REGISTRATION_STATES, registrationState } from '../../domain/registration-state.ts';
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

// On a session page the registration panel knows more (the server's clock, seats): the pass says the same.
const panel = document.querySelector<HTMLElement>('[data-registration]');
const passBadge = document.querySelector<HTMLElement>('.pass [data-facts]');
if (panel && passBadge) {
  passBadge.removeAttribute('data-facts');
  const mirror = (): void => {
    const state = REGISTRATION_STATES.find((known) => known === panel.dataset.state);
    if (state === undefined) return;
    passBadge.dataset.state = state;
    passBadge.textContent = stateWords[state];
  };
  new MutationObserver(mirror).observe(panel, { attributeFilter: ['data-state'] });
}

refresh();
addEventListener('focus', refresh);
addEventListener('pageshow', refresh);

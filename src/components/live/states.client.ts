/** Keeps badges and day marks true while a page ages: on load, on focus, on return from the cache, by time. */
import { nextChangeAt, registrationState } from '../../domain/registration-state.ts';
import { nearDay } from '../../i18n/ru/dates.ts';
import { runsNow, stateWords } from '../../i18n/ru/states.ts';
import { dayOf, isDay } from '../../time/moscow.ts';
import { readFacts } from './visit.client.ts';

/** setTimeout counts in 32 bits: a longer wait would fire at once. */
const LONGEST_WAIT_MS = 2_000_000_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function refresh(): void {
  const now = Date.now();
  let next = Infinity;
  for (const badge of document.querySelectorAll<HTMLElement>('[data-facts]')) {
    const facts = readFacts(badge);
    if (facts === null) continue;
    const state = registrationState(facts, now);
    if (badge.dataset.state !== state) {
      badge.dataset.state = state;
      badge.textContent = stateWords[state];
    }
    markRunning(badge, facts.startsAt <= now && now < facts.endsAt);
    if (facts.startsAt > now) next = Math.min(next, facts.startsAt);
    next = Math.min(next, nextChangeAt(facts, now) ?? Infinity);
  }
  for (const mark of document.querySelectorAll<HTMLElement>('[data-near]')) {
    // The day stands once: in the address that the mark's link leads to, or as the name of its section.
    const link = mark.closest('a');
    const day = (link === null ? mark.closest('section')?.id : link.hash)?.replace(/^#?day-/, '') ?? '';
    if (isDay(day)) mark.textContent = nearDay(day, dayOf(now));
  }
  clearTimeout(timer);
  if (next < Infinity) timer = setTimeout(refresh, Math.min(next - now, LONGEST_WAIT_MS));
}

/** The words beside a visit that runs now; like the build, the script writes them only then. */
function markRunning(badge: HTMLElement, runs: boolean): void {
  const place = badge.closest('.visit')?.querySelector('.visit__what');
  const mark = place?.querySelector('.visit__now');
  if (!place || runs === Boolean(mark)) return;
  if (!runs) {
    mark?.remove();
    return;
  }
  const words = document.createElement('em');
  words.className = 'visit__now';
  words.textContent = runsNow;
  place.append(words);
}

refresh();
addEventListener('focus', refresh);
addEventListener('pageshow', refresh);

/** What a badge and the row of its visit say together. */
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import { instantOf, isClockTime } from '../../time/moscow.ts';
import type { Span } from './facts.ts';
import { unpackFacts } from './facts.ts';

const START = /\/(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)[^/]*\/$/;

const END = /\d\d:\d\d\s*$/;
const DAY_MS = 86_400_000;

/** When the visit of a row takes place: the start is in the address, the end is printed. Null: it is no visit. */
export function spanOf(row: Element | null): Span | null {
  const [, day, hours, minutes] = START.exec(row?.querySelector('a')?.pathname ?? '') ?? [];
  const end = END.exec(row?.querySelector('time')?.parentElement?.textContent ?? '')?.[0].trim() ?? '';
  if (day === undefined || !isClockTime(end)) return null;
  const startsAt = instantOf(day, `${hours ?? ''}:${minutes ?? ''}`);
  const endsAt = instantOf(day, end);
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : endsAt + DAY_MS };
}

/** The facts of a badge; in a row of visits the times are those of the row. Null: there are none. */
export function readFacts(badge: HTMLElement): RegistrationFacts | null {
  return unpackFacts(badge.dataset.facts ?? '', spanOf(badge.closest('.visit')));
}

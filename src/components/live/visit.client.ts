/** What a badge and the row of its visit say together. */
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import type { Instant } from '../../time/moscow.ts';
import { instantOf } from '../../time/moscow.ts';
import { unpackFacts } from './facts.ts';

const START = /\/(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)[^/]*\/$/;

/** When the visit of a row starts: the address that it leads to says so. Null: it leads elsewhere. */
export function startOf(row: Element | null | undefined): Instant | null {
  const [, day, hours, minutes] = START.exec(row?.querySelector('a')?.pathname ?? '') ?? [];
  return day === undefined ? null : instantOf(day, `${hours ?? ''}:${minutes ?? ''}`);
}

/** The facts of a badge; in a row of visits the start is that of the row. Null: there are none. */
export function readFacts(badge: HTMLElement): RegistrationFacts | null {
  return unpackFacts(badge.dataset.facts ?? '', startOf(badge.closest('.visit')));
}

/** What a badge and the row of its visit say together. */
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import { parseIso } from '../../time/moscow.ts';
import { unpackFacts } from './facts.ts';

/** The facts of a badge; in a row of visits the start is the time that the row prints. Null: there are none. */
export function readFacts(badge: HTMLElement): RegistrationFacts | null {
  const time = badge.closest('.visit')?.querySelector('time')?.dateTime;
  return unpackFacts(badge.dataset.facts ?? '', time === undefined ? null : parseIso(time));
}

/**
 * What an element of a long list is for the facets, in a few characters: a letter for each box of the form that
 * finds it, then the youngest age. Two hundred visits say it two hundred times within the first flight. Pure; ships
 * to the browser.
 */
import type { FacetItem } from '../domain/facets.ts';
import { USUAL_PLACE } from '../domain/facets.ts';

/** A box of the form: the facet and its value. */
export interface Box {
  readonly name: string;
  readonly value: string;
}

/** In what the order of joining is counted: one character for each of 35 days. */
export const JOINED_RADIX = 36;

/** What follows from the clock, or from the time printed beside it, is worked out anew in the browser. */
const DERIVED: ReadonlySet<string> = new Set(['open', 'day', 'hours']);

/** From `@` on, before it stand digits; past `~` no form has come yet, Cyrillic letters would follow. */
const [FIRST, LAST, BEYOND] = [0x40, 0x7e, 0x400];

function letterAt(index: number): string {
  const code = FIRST + index;
  return String.fromCharCode(code <= LAST ? code : BEYOND + code - LAST - 1);
}

function indexOf(letter: string): number {
  const code = letter.charCodeAt(0);
  return code < BEYOND ? code - FIRST : code - BEYOND + LAST + 1 - FIRST;
}

/** The letters of the boxes that find an element, and its minimum age. A place that is the usual one is not said. */
export function packLetters({ values, minAge }: FacetItem, boxes: readonly Box[]): string {
  const { place } = values;
  const isUsual = place?.length === 1 && place[0] === USUAL_PLACE;
  const letters = boxes.flatMap(({ name, value }, index) =>
    DERIVED.has(name) || (isUsual && name === 'place') || values[name]?.includes(value) !== true
      ? []
      : [letterAt(index)],
  );
  return letters.join('') + (minAge === null ? '' : String(minAge));
}

/** What was packed for the same boxes in the same order. Letters of no box are nothing. */
export function unpackLetters(text: string, boxes: readonly Box[]): FacetItem {
  const values: Record<string, string[]> = {};
  for (const letter of text.replace(/\d+$/, '')) {
    const box = boxes[indexOf(letter)];
    if (box !== undefined) (values[box.name] ??= []).push(box.value);
  }
  if (!('place' in values)) values.place = [USUAL_PLACE];
  const age = /\d+$/.exec(text)?.[0];
  return { values, minAge: age === undefined ? null : Number(age) };
}

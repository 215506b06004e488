/** What the page holds for the facets: its rows, its form, and a selection less one value. */
import type { FacetItem, Selection } from '../../domain/facets.ts';
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import { hoursOf } from '../../domain/hours.ts';
import type { Box } from '../../search/facet-letters.ts';
import { JOINED_RADIX, unpackLetters } from '../../search/facet-letters.ts';
import { dayOf, timeOf } from '../../time/moscow.ts';
import { unpackFacts } from '../live/facts.ts';
import { readFacts, spanOf } from '../live/visit.client.ts';

export interface Row {
  readonly node: HTMLElement;
  readonly position: number;
  readonly joined: number;
  readonly values: FacetItem['values'];
  readonly minAge: number | null;
  readonly visits: readonly RegistrationFacts[];
}

/** What visits have in common by the address that theirs begin with: the lines of the participants say it. */
function readCommon(): Map<string, string> {
  const lines = document.querySelectorAll<HTMLElement>('[data-common]');
  return new Map(
    Array.from(lines, (line) => [line.querySelector('a')?.pathname ?? '', line.dataset.common ?? '']),
  );
}

/**
 * Reads all elements of the list under `root`: what carries the values is the element, or stands in its row. `boxes`:
 * those of the form, in its order.
 */
export function readRows(root: Element | null, boxes: readonly Box[]): Row[] {
  const common = readCommon();
  const carriers = root?.querySelectorAll<HTMLElement>('[data-f]') ?? [];
  return Array.from(carriers, (carrier, position) =>
    readRow(carrier.closest<HTMLElement>('.visit') ?? carrier, position, (of) =>
      unpackLetters((common.get(of) ?? '') + (carrier.dataset.f ?? ''), boxes),
    ),
  );
}

/**
 * What an element of the list carries (`data-f`, `data-visits`, `data-joined`); a visit says the rest by the
 * address that it leads to.
 */
function readRow(node: HTMLElement, position: number, unpack: (of: string) => FacetItem): Row {
  const { values, minAge } = unpack(node.querySelector('a')?.pathname.replace(/[^/]+\/$/, '') ?? '');
  const span = spanOf(node);
  const when = span && { day: [dayOf(span.startsAt)], hours: [hoursOf(timeOf(span.startsAt))] };
  const badge = node.querySelector<HTMLElement>('[data-facts]');
  const visits = badge
    ? [readFacts(badge)]
    : (node.dataset.visits ?? '').split(';').map((one) => unpackFacts(one));
  return {
    node,
    position,
    joined: Number.parseInt(node.dataset.joined ?? '0', JOINED_RADIX),
    values: { ...values, ...when },
    minAge,
    visits: visits.filter((facts) => facts !== null),
  };
}

/** The form's fields as parameters of an address. */
export function paramsOf(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') params.append(name, value);
  return params;
}

/** The selection without one value; a facet without values is no condition. */
export function withoutValue(selection: Selection, id: string, value: string): Selection {
  const rest = new Set(selection.values.get(id));
  rest.delete(value);
  const values = new Map(selection.values);
  if (rest.size === 0) values.delete(id);
  else values.set(id, rest);
  return { ...selection, values };
}

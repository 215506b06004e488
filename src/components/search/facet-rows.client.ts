/** What the page holds for the facets: its rows, its form, and a selection less one value. */
import type { Selection } from '../../domain/facets.ts';
import { parseAge, USUAL_PLACE } from '../../domain/facets.ts';
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import { hoursOf } from '../../domain/hours.ts';
import { dayOf, timeOf } from '../../time/moscow.ts';
import { unpackFacts } from '../live/facts.ts';
import { readFacts, spanOf } from '../live/visit.client.ts';

export interface Row {
  readonly node: HTMLElement;
  readonly position: number;
  readonly joined: string;
  readonly values: Record<string, string[]>;
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

/** Reads all elements of the list under `root`: what carries the values is the element, or stands in its row. */
export function readRows(root: Element | null): Row[] {
  const common = readCommon();
  const carriers = root?.querySelectorAll<HTMLElement>('[data-f]') ?? [];
  return Array.from(carriers, (carrier, position) =>
    readRow(carrier.closest<HTMLElement>('.visit') ?? carrier, carrier.dataset.f ?? '', position, common),
  );
}

/**
 * What an element of the list carries (`data-f`, `data-visits`, `data-joined`); a visit says the rest by the
 * address that it leads to.
 */
function readRow(
  node: HTMLElement,
  carried: string,
  position: number,
  common: ReadonlyMap<string, string>,
): Row {
  const of = node.querySelector('a')?.pathname.replace(/[^/]+\/$/, '') ?? '';
  const params = new URLSearchParams(`${carried}&${common.get(of) ?? ''}`);
  const span = spanOf(node);
  if (span !== null) {
    params.append('day', dayOf(span.startsAt));
    params.append('hours', hoursOf(timeOf(span.startsAt)));
    if (!params.has('place')) params.append('place', USUAL_PLACE);
  }
  const values: Record<string, string[]> = {};
  for (const key of new Set(params.keys())) values[key] = params.getAll(key);
  const badge = node.querySelector<HTMLElement>('[data-facts]');
  const visits = badge
    ? [readFacts(badge)]
    : (node.dataset.visits ?? '').split(';').map((one) => unpackFacts(one));
  return {
    node,
    position,
    joined: node.dataset.joined ?? '',
    values,
    minAge: parseAge(params.get('minAge')),
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

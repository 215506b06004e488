/** What the page holds for the facets: its rows, its form, and a selection less one value. */
import type { Selection } from '../../domain/facets.ts';
import { parseAge } from '../../domain/facets.ts';
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import { unpackFacts } from '../live/facts.ts';

export interface Row {
  readonly node: HTMLElement;
  readonly position: number;
  readonly joined: string;
  readonly values: Record<string, string[]>;
  readonly minAge: number | null;
  readonly visits: readonly RegistrationFacts[];
}

/** Reads what an element of the list carries (`data-f`, `data-visits`, `data-joined`). */
export function readRow(node: HTMLElement, position: number): Row {
  const params = new URLSearchParams(node.dataset.f);
  const values: Record<string, string[]> = {};
  for (const key of new Set(params.keys())) values[key] = params.getAll(key);
  const packed = node.dataset.visits ?? node.querySelector<HTMLElement>('[data-facts]')?.dataset.facts ?? '';
  return {
    node,
    position,
    joined: node.dataset.joined ?? '',
    values,
    minAge: parseAge(params.get('minAge')),
    visits: packed
      .split(';')
      .map(unpackFacts)
      .filter((facts) => facts !== null),
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

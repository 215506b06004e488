/**
 * Facets of a list: what can be chosen, what a choice leaves, and how many each further choice would give.
 * Several values of one facet widen the choice (or), several facets narrow it (and). Pure; ships to the browser.
 */

/** Where a visit takes place unless it says otherwise; most do, so that no row of a timetable repeats it. */
export const USUAL_PLACE = 'onsite';

/** What one entry of the list is, facet by facet. */
export interface FacetItem {
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Minimum age that the plant states, or null when none is known. */
  readonly minAge: number | null;
}

export interface Facet {
  /** Name of the parameter in the address. */
  readonly id: string;
  readonly values: readonly string[];
}

export interface Selection {
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** «Ребёнку __ лет»: full years, or null. */
  readonly age: number | null;
}

/** Name of the parameter for the age question; also the name of its condition. */
export const AGE = 'age';
export const OLDEST_CHILD = 17;

export const NO_SELECTION: Selection = { values: new Map(), age: null };

/** The selection that an address asks for. Unknown facets, unknown values and nonsense are ignored. */
export function parseSelection(params: URLSearchParams, facets: readonly Facet[]): Selection {
  const values = new Map<string, ReadonlySet<string>>();
  for (const { id, values: known } of facets) {
    const chosen = new Set(params.getAll(id).filter((value) => known.includes(value)));
    if (chosen.size > 0) values.set(id, chosen);
  }
  return { values, age: parseAge(params.get(AGE)) };
}

/** Full years 0 to 17, or null for anything else. */
export function parseAge(text: string | null): number | null {
  if (text === null || !/^\d{1,2}$/.test(text)) return null;
  const age = Number(text);
  return age <= OLDEST_CHILD ? age : null;
}

/** The address's parameters for a selection; equal selections give equal text. */
export function selectionParams({ values, age }: Selection, facets: readonly Facet[]): URLSearchParams {
  const params = new URLSearchParams();
  for (const { id, values: known } of facets) {
    for (const value of known) {
      if (values.get(id)?.has(value) === true) params.append(id, value);
    }
  }
  if (age !== null) params.append(AGE, String(age));
  return params;
}

/** How many conditions are set: values and the age. */
export function conditionCount({ values, age }: Selection): number {
  let count = age === null ? 0 : 1;
  for (const chosen of values.values()) count += chosen.size;
  return count;
}

/**
 * True when the entry answers every facet but `except`. An entry without a known minimum age is kept: the
 * page says that the age must be asked.
 */
export function matches(item: FacetItem, { values, age }: Selection, except?: string): boolean {
  if (age !== null && except !== AGE && item.minAge !== null && item.minAge > age) return false;
  for (const [id, chosen] of values) {
    if (id === except) continue;
    if (item.values[id]?.some((value) => chosen.has(value)) !== true) return false;
  }
  return true;
}

export type FacetCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * For every value the number of entries that have it and answer all other facets: what the list shows when
 * this value alone is chosen in its facet, and what choosing it brings in beside the values chosen already.
 */
export function countFacets(
  items: readonly FacetItem[],
  selection: Selection,
  facets: readonly Facet[],
): FacetCounts {
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const { id, values } of facets) {
    const inFacet = new Map(values.map((value) => [value, 0]));
    for (const item of items) {
      if (!matches(item, selection, id)) continue;
      for (const value of item.values[id] ?? []) {
        const count = inFacet.get(value);
        if (count !== undefined) inFacet.set(value, count + 1);
      }
    }
    counts.set(id, inFacet);
  }
  return counts;
}

/** The selection without one facet's conditions. */
export function without(selection: Selection, id: string): Selection {
  if (id === AGE) return { ...selection, age: null };
  return { ...selection, values: new Map([...selection.values].filter(([facet]) => facet !== id)) };
}

export interface Alternative {
  readonly selection: Selection;
  /** Facets whose conditions were given up. */
  readonly dropped: readonly string[];
  readonly count: number;
}

/**
 * For a selection that finds nothing: the nearest one that finds something. Gives up as few facets as
 * possible; among equals the one that leaves the most. Null when there is nothing to give up.
 */
export function nearestAlternative(items: readonly FacetItem[], selection: Selection): Alternative | null {
  const facets = [...selection.values.keys(), ...(selection.age === null ? [] : [AGE])];
  let best: Alternative | null = null;
  // Few facets at most: every subset can be tried, the small ones first.
  const subsets = Array.from({ length: 2 ** facets.length - 1 }, (_, i) =>
    facets.filter((_facet, bit) => ((i + 1) & (1 << bit)) !== 0),
  ).sort((a, b) => a.length - b.length);
  for (const dropped of subsets) {
    if (best !== null && dropped.length > best.dropped.length) break;
    const wider = dropped.reduce(without, selection);
    const count = items.filter((item) => matches(item, wider)).length;
    if (count > (best?.count ?? 0)) best = { selection: wider, dropped, count };
  }
  return best;
}

/** Runs the query list against an engine: what was found first, in the first three, or wrongly. */
import type { QueryCase } from './queries.data.ts';
import type { Engine, SearchOptions } from './query/search.ts';
import { search } from './query/search.ts';

/** The answers to a query as `kind/id`, best first; the age asked for stands first of all. */
export function answersTo(engine: Engine, query: string, options: SearchOptions = {}): string[] {
  const answer = search(engine, query, options);
  const found = answer.hits.map((hit) => `${hit.kind}/${hit.id}`);
  return answer.age === null ? found : [`facet/age=${answer.age}`, ...found];
}

export interface Recall {
  /** Part of the queries with a right answer first. */
  readonly first: number;
  /** Part of the queries with a right answer among the first three. */
  readonly topThree: number;
  readonly missed: readonly string[];
}

/** How often a right answer stands first and among the first three, for any way of answering. */
export function recall(cases: readonly QueryCase[], answers: (query: string) => readonly string[]): Recall {
  let [first, topThree] = [0, 0];
  const missed: string[] = [];
  for (const { query, wants } of cases) {
    const found = answers(query).slice(0, 3);
    if (wants.includes(found[0] ?? '')) first++;
    if (found.some((each) => wants.includes(each))) topThree++;
    else missed.push(query);
  }
  return { first: first / cases.length, topThree: topThree / cases.length, missed };
}

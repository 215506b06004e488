/** Enterprises to look at next: others of the same industry. */
import type { Catalogue, EnterpriseView } from './catalogue.ts';

const MOST = 4;

const groupOf = ({ industry, demo }: EnterpriseView): string => `${industry.id} ${String(demo)}`;

const known = new WeakMap<Catalogue, ReadonlyMap<string, readonly EnterpriseView[]>>();

/** The first few others of its industry in the catalogue's order; fictional ones beside fictional ones only. */
export function neighboursOf(catalogue: Catalogue, enterprise: EnterpriseView): EnterpriseView[] {
  let groups = known.get(catalogue);
  if (groups === undefined) {
    groups = Map.groupBy(catalogue.enterprises, groupOf);
    known.set(catalogue, groups);
  }
  const alike = groups.get(groupOf(enterprise)) ?? [];
  return alike
    .slice(0, MOST + 1)
    .filter((other) => other !== enterprise)
    .slice(0, MOST);
}

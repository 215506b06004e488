/** Enterprises to look at next: others of the same industry. */
import type { Catalogue, EnterpriseView } from './catalogue.ts';

const MOST = 4;

const groupOf = ({ industry, demo }: EnterpriseView): string => `${industry.id} ${String(demo)}`;

/**
 * Answers for any enterprise of the catalogue: the few others of its industry that follow it in the catalogue's
 * order, after the last the first, so that each is named by others; fictional ones beside fictional ones only.
 */
export function neighbours({ enterprises }: Catalogue): (enterprise: EnterpriseView) => EnterpriseView[] {
  const groups = Map.groupBy(enterprises, groupOf);
  return (enterprise) => {
    const group = groups.get(groupOf(enterprise)) ?? [];
    const place = group.indexOf(enterprise);
    return [...group.slice(place + 1), ...group.slice(0, place)].slice(0, MOST);
  };
}

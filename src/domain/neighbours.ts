/** Enterprises to look at next: others of the same industry. */
import type { Catalogue, EnterpriseView } from './catalogue.ts';

const MOST = 4;

const groupOf = ({ industry, demo }: EnterpriseView): string => `${industry.id} ${String(demo)}`;

/**
 * Answers for any enterprise of the catalogue: the first few others of its industry in the catalogue's order;
 * fictional ones beside fictional ones only.
 */
export function neighbours({ enterprises }: Catalogue): (enterprise: EnterpriseView) => EnterpriseView[] {
  const groups = Map.groupBy(enterprises, groupOf);
  return (enterprise) =>
    (groups.get(groupOf(enterprise)) ?? [])
      .slice(0, MOST + 1)
      .filter((other) => other !== enterprise)
      .slice(0, MOST);
}

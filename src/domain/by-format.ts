/** Enterprises by the formats of their visits. */
import type { EnterpriseView } from './catalogue.ts';

/** Of each format, by id, the enterprises that have it, in the order given; formats that none has are left out. */
export function byFormat(enterprises: readonly EnterpriseView[]): Map<string, EnterpriseView[]> {
  const found = new Map<string, EnterpriseView[]>();
  for (const enterprise of enterprises) {
    for (const { id } of enterprise.formats) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [enterprise]);
      else known.push(enterprise);
    }
  }
  return found;
}

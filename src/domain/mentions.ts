/** Where an enterprise is spoken of beside its programmes. */
import type { Catalogue, EnterpriseView, EventView, NewsView } from './catalogue.ts';

export type Mentions = { events: EventView[]; news: NewsView[] };

/** Answers for any enterprise of the catalogue: events and news that name it, in the catalogue's order. */
export function mentions({ events, news }: Catalogue): (enterprise: EnterpriseView) => Mentions {
  const ofEvents = naming(events);
  const ofNews = naming(news);
  return (enterprise) => ({ events: ofEvents.get(enterprise) ?? [], news: ofNews.get(enterprise) ?? [] });
}

/** The entries that name each enterprise. */
function naming<E extends { enterprises: EnterpriseView[] }>(
  entries: readonly E[],
): Map<EnterpriseView, E[]> {
  const all = new Map<EnterpriseView, E[]>();
  for (const entry of entries) {
    for (const enterprise of new Set(entry.enterprises)) {
      const known = all.get(enterprise);
      if (known === undefined) all.set(enterprise, [entry]);
      else known.push(entry);
    }
  }
  return all;
}

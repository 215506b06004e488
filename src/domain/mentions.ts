/** Where an enterprise is spoken of beside its programmes. */
import type { Catalogue, EnterpriseView, EventView, NewsView } from './catalogue.ts';

export type Mentions = { events: EventView[]; news: NewsView[] };

const known = new WeakMap<Catalogue, ReadonlyMap<EnterpriseView, Mentions>>();

/** Events and news that name the enterprise, in the catalogue's order. */
export function mentionsOf(catalogue: Catalogue, enterprise: EnterpriseView): Mentions {
  let all = known.get(catalogue);
  if (all === undefined) {
    all = gather(catalogue);
    known.set(catalogue, all);
  }
  return all.get(enterprise) ?? { events: [], news: [] };
}

function gather({ events, news }: Catalogue): Map<EnterpriseView, Mentions> {
  const all = new Map<EnterpriseView, Mentions>();
  const of = (enterprise: EnterpriseView): Mentions => {
    const mentions = all.get(enterprise) ?? { events: [], news: [] };
    all.set(enterprise, mentions);
    return mentions;
  };
  for (const event of events) for (const one of new Set(event.enterprises)) of(one).events.push(event);
  for (const item of news) for (const one of new Set(item.enterprises)) of(one).news.push(item);
  return all;
}

/** Addresses that have moved: renamed enterprises and moved visits keep their old links alive. */
import type { Catalogue } from '../domain/catalogue.ts';
import { redirectWords as words } from '../i18n/ru/redirects.ts';
import { xmlText } from './atom.ts';
import { firstId } from './session-event.ts';
import type { SiteIdentity } from './site.ts';
import { absolute } from './site.ts';

export type Redirect = { from: string; to: string };

/** All moved addresses, in order; none of them is the address of a page that exists. */
export function redirectsOf(catalogue: Catalogue): Redirect[] {
  const taken = new Set<string>([
    ...catalogue.enterprises.map((enterprise) => enterprise.url),
    ...catalogue.seasons.flatMap((season) => season.programmes.map((programme) => programme.url)),
    ...catalogue.sessions.map((session) => session.url),
  ]);
  const redirects = new Map<string, string>();
  const note = (from: string, to: string): void => {
    if (!taken.has(from) && !redirects.has(from)) redirects.set(from, to);
  };
  for (const enterprise of catalogue.enterprises) {
    for (const old of enterprise.formerly) {
      note(`/enterprises/${old}/`, enterprise.url);
      for (const programme of enterprise.programmes) {
        note(`/seasons/${programme.season.id}/${old}/`, programme.url);
        for (const session of programme.sessions) {
          for (const id of [session.id, firstId(session)])
            note(`/seasons/${programme.season.id}/${old}/${id.split('/')[2] ?? ''}/`, session.url);
        }
      }
    }
  }
  for (const session of catalogue.sessions) note(`/seasons/${firstId(session)}/`, session.url);
  return [...redirects].map(([from, to]) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A page for hosts that cannot redirect: it forwards at once and has a link for those whom it does not. */
export function redirectPage({ from, to }: Redirect, site: SiteIdentity): string {
  return `${[
    '<!doctype html>',
    '<html lang="ru">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${xmlText(words.title(from))}</title>`,
    `<meta name="description" content="${xmlText(words.description(from))}">`,
    '<meta name="robots" content="noindex">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="canonical" href="${xmlText(absolute(site, to))}">`,
    `<meta http-equiv="refresh" content="0; url=${xmlText(to)}">`,
    '</head>',
    '<body>',
    `<h1>${xmlText(words.heading)}</h1>`,
    `<p><a href="${xmlText(to)}">${xmlText(words.link)}</a></p>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

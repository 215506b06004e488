/** The codes with the addresses of sessions, for their printed passes. */
import type { Catalogue } from '../domain/catalogue.ts';
import type { SiteIdentity } from './site.ts';
import { absolute } from './site.ts';

export type SessionCode = {
  /** Path of the code's picture on the site. */
  path: string;
  /** What a telephone reads from it: the session's page, in full. */
  address: string;
};

/** Where the code of a session stands, by the path of its page. */
export const codePath = (sessionUrl: string): string => `${sessionUrl}qr.svg`;

/** One code per session, in the catalogue's order. */
export function sessionCodes({ sessions }: Catalogue, site: SiteIdentity): SessionCode[] {
  return sessions.map(({ url }) => ({ path: codePath(url), address: absolute(site, url) }));
}

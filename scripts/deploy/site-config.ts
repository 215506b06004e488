/** What every host's configuration is made from. */
import type { Redirect } from '../../src/seo/redirects.ts';
import type { Headers } from './headers.ts';

export type SiteConfig = {
  /** Host name of the site, with its port where it has one. */
  host: string;
  /** Folder on the server that holds the site. */
  root: string;
  security: Headers;
  redirects: readonly Redirect[];
};

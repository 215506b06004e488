/** Addresses of the site that do not come from entries. */

/** First parts of addresses that sections and files of the site occupy: no page may be named so. */
export const SITE_SECTIONS: ReadonlySet<string> = new Set([
  'enterprises',
  'industries',
  'formats',
  'okrugs',
  'seasons',
  'events',
  'search',
  'news',
  'consent',
  'registration',
  'data',
  'pagefind',
  'assets',
  'en',
  '404',
  'index',
]);

/** Pages that exist whatever the content is. */
export const FIXED_PAGES: readonly string[] = [
  '/',
  '/enterprises/',
  '/seasons/',
  '/events/',
  '/search/',
  '/news/',
  '/registration/sent/',
  '/registration/full/',
  '/registration/closed/',
  '/registration/failed/',
];

/** Files that the site's build makes: feeds, calendars, data. The check of the built site looks after them. */
export const GENERATED_FILE = /\.(?:xml|ics|json|csv|txt|html|webmanifest)$/;

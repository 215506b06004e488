/** What texts of the site need to know about the site itself. */
export type SiteIdentity = {
  /** Origin without a trailing slash. */
  url: string;
};

export const SITE_NAME = 'Открой#Моспром';
export const SITE_TAGLINE = 'Промышленный туризм Москвы';

/** Who runs the programme, by its published name. */
export const ORGANISER = 'Департамент инвестиционной и промышленной политики города Москвы';

/**
 * Names things in calendars and feeds for ever. Not the host of the site: it may move, and a
 * subscription must not see every visit twice then.
 */
export const ID_DOMAIN = 'otkroy-mosprom';

/** Absolute address of a path on the site. */
export function absolute(site: SiteIdentity, path: string): string {
  return site.url + path;
}

/** Which pages of two sitemaps differ: what search engines should come and see. */
export type SitemapPages = ReadonlyMap<string, string>;

/** Addresses with their last revision (empty when none is given). */
export function pagesOf(sitemap: string): SitemapPages {
  const pages = new Map<string, string>();
  for (const [, loc = '', lastmod = ''] of sitemap.matchAll(
    /<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g,
  ))
    pages.set(loc.replaceAll('&amp;', '&'), lastmod);
  return pages;
}

/** Pages that are new, revised or gone since the earlier sitemap, in order. */
export function changedPages(earlier: SitemapPages, now: SitemapPages): string[] {
  const changed = new Set<string>();
  for (const [url, lastmod] of now) if (earlier.get(url) !== lastmod) changed.add(url);
  for (const url of earlier.keys()) if (!now.has(url)) changed.add(url);
  return [...changed].sort();
}

/** Atom feeds as text (RFC 4287). */
import type { Instant } from '../time/moscow.ts';
import { isoMoscow } from '../time/moscow.ts';
import type { SiteIdentity } from './site.ts';
import { absolute, ID_DOMAIN, SITE_NAME } from './site.ts';

export type FeedEntry = {
  /** Unique in the feed and the same for ever. */
  id: string;
  title: string;
  /** Path on the site. */
  url: string;
  published: Instant;
  updated: Instant;
  /** Plain text. */
  text: string;
};

export type Feed = {
  /** Name in its id: `news`. */
  name: string;
  title: string;
  subtitle: string;
  /** Path of the page that shows the same. */
  page: string;
  /** Path of the feed itself. */
  self: string;
  /** When nothing is in it yet, the feed is as old as the content. */
  updated: Instant;
  /** Newest first. */
  entries: readonly FeedEntry[];
};

/** The first year of these ids; part of the name for ever (RFC 4151), no date of anything. */
const TAG = `tag:${ID_DOMAIN},2026`;

/** Escapes text for XML content and attributes; characters that XML cannot carry are dropped. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function entryLines(feed: Feed, entry: FeedEntry, site: SiteIdentity): string[] {
  return [
    '  <entry>',
    `    <id>${xmlText(`${TAG}:${feed.name}/${entry.id}`)}</id>`,
    `    <title>${xmlText(entry.title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(absolute(site, entry.url))}"/>`,
    `    <published>${isoMoscow(entry.published)}</published>`,
    `    <updated>${isoMoscow(entry.updated)}</updated>`,
    `    <content type="text">${xmlText(entry.text)}</content>`,
    '  </entry>',
  ];
}

/** The feed as XML. */
export function atomText(feed: Feed, site: SiteIdentity): string {
  const updated = feed.entries.reduce((latest, entry) => Math.max(latest, entry.updated), 0);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru">',
    `  <id>${TAG}:${feed.name}</id>`,
    `  <title>${xmlText(feed.title)}</title>`,
    `  <subtitle>${xmlText(feed.subtitle)}</subtitle>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(absolute(site, feed.self))}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(absolute(site, feed.page))}"/>`,
    `  <updated>${isoMoscow(updated === 0 ? feed.updated : updated)}</updated>`,
    `  <author><name>${xmlText(SITE_NAME)}</name></author>`,
    ...feed.entries.flatMap((entry) => entryLines(feed, entry, site)),
    '</feed>',
  ].join('\n')}\n`;
}

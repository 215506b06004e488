/** Addresses of this site's pages with an empty question: neither files nor answers (facets, search). */
export const PAGES = '/*/\\?';

const POINTED_AT = { where: { href_matches: PAGES }, eagerness: 'moderate' };

/**
 * What a browser may do before the click with the page that a visitor points at: make it ahead, so that it stands
 * there at once, or at least fetch it. Its modules run only when it is opened (components/vision/pre-paint.ts).
 * Browsers that do not know the rules ignore them. They come when the page has been shown (late/start.client.ts); its
 * policy names their hash (scripts/deploy/inline-code.ts).
 */
export const SPECULATION_RULES = JSON.stringify({ prefetch: [POINTED_AT], prerender: [POINTED_AT] });

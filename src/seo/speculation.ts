/** Pages of this site only, never files or addresses with a query. */
const POINTED_AT = {
  where: { and: [{ href_matches: '/*/' }, { not: { href_matches: '/*\\?*' } }] },
  eagerness: 'moderate',
};

/**
 * What a browser may do before the click with the page that a visitor points at: make it ahead, so that it stands
 * there at once, or at least fetch it. Its modules run only when it is opened (components/vision/pre-paint.ts).
 * Browsers that do not know the rules ignore them.
 */
export const SPECULATION_RULES = JSON.stringify({ prefetch: [POINTED_AT], prerender: [POINTED_AT] });

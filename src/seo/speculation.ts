/**
 * Which pages a browser may fetch before the click: those of this site that a visitor points at. Pages
 * only, never files or addresses with a query; browsers that do not know the rule ignore it.
 */
export const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: '/*/' }, { not: { href_matches: '/*\\?*' } }] },
      eagerness: 'moderate',
    },
  ],
});

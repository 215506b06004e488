/** Patterns of addresses on this site: pages, and whatever has a question. */
export const PAGES = '/*/';
/** At least one character: an empty question matches `*` too. */
export const WITH_QUESTION = '/*\\?(.+)';

const POINTED_AT = {
  where: { and: [{ href_matches: PAGES }, { not: { href_matches: WITH_QUESTION } }] },
  eagerness: 'moderate',
};

/**
 * What a browser may do before the click with the page that a visitor points at: make it ahead, so that it stands
 * there at once, or at least fetch it. Its modules run only when it is opened (components/vision/pre-paint.ts).
 * Files and answers to questions are left alone; browsers that do not know the rules ignore them.
 */
export const SPECULATION_RULES = JSON.stringify({ prefetch: [POINTED_AT], prerender: [POINTED_AT] });

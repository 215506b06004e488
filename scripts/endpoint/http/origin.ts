/** Whose pages may send applications, and the headers that every reply carries. */
import type { Context } from 'hono';
import { isoUtc } from '../../../src/time/moscow.ts';
import type { Instant } from '../../../src/time/moscow.ts';

/** True when the caller wants JSON, which only the page's script asks for. */
export function wantsJson(c: Context): boolean {
  return /\bapplication\/json\b/i.test(c.req.header('accept') ?? '');
}

/**
 * Whether an application from this origin is taken. Without an Origin header it comes from no page of
 * another site. `null` is what a browser sends for a form without a script when the page's policy hides
 * the referrer; a script of ours always has an origin.
 */
export function isAllowedOrigin(c: Context, allowed: readonly string[]): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  if (origin === 'null') return !wantsJson(c);
  return allowed.includes(origin);
}

/** The site to send a visitor back to: the page's own origin when it is on the list, else the site's. */
export function returnSite(c: Context, siteUrl: string, allowed: readonly string[]): string {
  const origin = c.req.header('origin');
  return origin !== undefined && allowed.includes(origin) ? origin : siteUrl;
}

/** The same CORS headers on every reply, errors included: the page must be able to read a refusal. */
export function corsHeaders(c: Context, allowed: readonly string[]): Record<string, string> {
  const origin = c.req.header('origin');
  return {
    'Access-Control-Allow-Origin':
      origin !== undefined && allowed.includes(origin) ? origin : (allowed[0] ?? 'null'),
    'Access-Control-Expose-Headers': 'Date, Age, Retry-After',
    Vary: 'Origin, Accept',
  };
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The instant as the `Date` header wants it, so that pages can read the endpoint's clock. */
export function httpDate(now: Instant): string {
  const at = new Date(now);
  const [day = '', time = ''] = isoUtc(now).replace('Z', '').split('T');
  const [year = '', , date = ''] = day.split('-');
  return `${DAYS[at.getUTCDay()] ?? ''}, ${date} ${MONTHS[at.getUTCMonth()] ?? ''} ${year} ${time} GMT`;
}

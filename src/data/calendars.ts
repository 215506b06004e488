/** The calendars of this build. */
import type { CalendarContext } from '../seo/calendar.ts';
import { siteIdentity } from './site.ts';
import { contentHistory } from './history.ts';

/** What the text of a calendar depends on besides its sessions. */
export async function calendarContext(): Promise<CalendarContext> {
  return { site: siteIdentity, history: await contentHistory() };
}

/** Route parameters of `/seasons/<season>/<enterprise>/<session>/`. */
export function sessionParams(id: string): { season: string; enterprise: string; session: string } {
  const [season = '', enterprise = '', session = ''] = id.split('/');
  return { season, enterprise, session };
}

/** A list of visits as a plain piece of HTML for the enterprise's own site: no script, no style, nothing loaded. */
import type { EnterpriseView, SessionView } from '../../domain/catalogue.ts';
import { dayMonthYear, dayWithWeekday, timeSpan } from '../../i18n/ru/dates.ts';
import { openDataWords as words } from '../../i18n/ru/open-data.ts';
import type { Day } from '../../time/moscow.ts';
import { xmlText } from '../atom.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute } from '../site.ts';

const LISTED = 40;

/** The visits that a list for the enterprise's own site would show. */
export function embeddedSessions(enterprise: EnterpriseView): SessionView[] {
  return enterprise.sessions
    .filter((session) => session.state !== 'past' && session.state !== 'cancelled')
    .slice(0, LISTED);
}

/** Path of the piece of HTML. */
export function embedPath(enterprise: EnterpriseView): string {
  return `/data/embed/${enterprise.id}.txt`;
}

/** The piece of HTML. It says of what day it is: a copy grows old. */
export function embedHtml(enterprise: EnterpriseView, site: SiteIdentity, today: Day): string {
  const items = embeddedSessions(enterprise).map((session) => {
    const when = `${dayWithWeekday(session.date)}, ${timeSpan(session.time, session.endsAt)}`;
    return `  <li><a href="${xmlText(absolute(site, session.url))}">${xmlText(when)}</a> — ${xmlText(session.title)}</li>`;
  });
  return `${[
    `<h3>${xmlText(words.embedTitle)}</h3>`,
    '<ul>',
    ...items,
    '</ul>',
    `<p>${xmlText(words.embedAsOf(dayMonthYear(today)))} <a href="${xmlText(absolute(site, enterprise.url))}">${xmlText(words.embedFresh)}</a></p>`,
  ].join('\n')}\n`;
}

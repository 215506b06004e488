/** Title and description of every kind of page: unique over the site, from what the content knows. */
import {
  dayMonthYear,
  lastDayWords,
  partialDate,
  period,
  seasonPeriod,
  timeSpan,
  weekday,
} from '../i18n/ru/dates.ts';
import { makesWords } from '../i18n/ru/catalogue.ts';
import { headWords as words } from '../i18n/ru/head.ts';
import { plural } from '../i18n/plural.ts';
import type { EnterpriseView, SessionView } from '../domain/catalogue.ts';
import type { PageSubject } from './page-subject.ts';
import { placeLine } from './session-event.ts';
import { SITE_NAME } from './site.ts';

/** Search engines show about so many characters of a title. */
export const TITLE_LIMIT = 70;
const DESCRIPTION_LIMIT = 220;

export type Wording = { title: string; description: string };

/** The title with the site's name where both fit. */
export function withSiteName(title: string): string {
  const full = `${title} — ${SITE_NAME}`;
  return title.includes(SITE_NAME) || full.length > TITLE_LIMIT ? title : full;
}

/** Cuts at a word's end, with «…». */
export function shorten(text: string, limit = DESCRIPTION_LIMIT): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const end = cut.search(/[\s\u00A0]\S*$/u);
  return `${cut.slice(0, end > limit / 2 ? end : undefined).replace(/[\s,.;:—–(«-]+$/u, '')}…`;
}

function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${String(part).replace(/[.\s]+$/u, '')}.`)
    .join(' ');
}

/** The suffix of a session that starts together with another, or null. */
export function sessionSuffix(session: SessionView): string | null {
  const plain = `${session.programme.id}/${session.date}-${session.time.replace(':', '')}`;
  return session.id === plain ? null : session.id.slice(plain.length + 1);
}

function sessionWording(session: SessionView): Wording {
  const suffix = sessionSuffix(session);
  const group = suffix === null ? '' : `, ${words.session.group(suffix)}`;
  const when = words.session.when(dayMonthYear(session.date, true), session.time) + group;
  const { minAge } = session.admission;
  return {
    title: words.session.title(session.title, session.enterprise.displayName, when),
    description: sentences([
      session.status === 'cancelled' ? words.session.cancelled : undefined,
      session.status === 'moved' ? words.session.moved : undefined,
      `${session.title} — ${session.enterprise.displayName}: ${dayMonthYear(session.date)}, ${weekday(session.date)}, ${timeSpan(session.time, session.endsAt)}${group}`,
      session.online ? undefined : placeLine(session.meetingPoint),
      minAge === undefined || minAge === 0
        ? undefined
        : words.session.age(plural(minAge, ['года', 'лет', 'лет'])),
      session.status === 'cancelled' || session.lastRegistrationDay === null
        ? undefined
        : lastDayWords(session.lastRegistrationDay),
    ]),
  };
}

function enterpriseWording(enterprise: EnterpriseView): Wording {
  const w = words.enterprise;
  const planned = enterprise.sessions.filter(
    (session) => session.state !== 'past' && session.state !== 'cancelled',
  );
  const place = [enterprise.okrug?.shortTitle, enterprise.address ?? enterprise.district]
    .filter((part) => part !== undefined)
    .join(', ');
  const titled = enterprise.standing === 'active' ? w.title : w.titleFormerly;
  const full = titled(enterprise.name);
  return {
    // The short name where the full one would be cut.
    title: full.length > TITLE_LIMIT ? titled(enterprise.displayName) : full,
    description: sentences([
      w.makes(enterprise.name, makesWords(enterprise)),
      place === '' ? undefined : w.place(place),
      planned.length === 0 ? undefined : w.planned(planned.length),
    ]),
  };
}

function about(description: string | undefined): string {
  return description === undefined ? '' : ` ${description}`;
}

function wording(subject: PageSubject): Wording {
  switch (subject.kind) {
    case 'home':
      return words.home;
    case 'enterprises':
      return {
        title: words.enterprises.title,
        description: words.enterprises.description(subject.enterprises.length),
      };
    case 'enterprise':
      return enterpriseWording(subject.enterprise);
    case 'industry': {
      const { title, description } = subject.industry;
      return {
        title: words.industry.title(title),
        description: words.industry.description(title, subject.enterprises.length, about(description)),
      };
    }
    case 'format': {
      const { plural: title, description } = subject.format;
      return {
        title: words.format.title(title),
        description: words.format.description(title, subject.enterprises.length, about(description)),
      };
    }
    case 'okrug':
      return {
        title: words.okrug.title(subject.okrug.shortTitle),
        description: words.okrug.description(subject.okrug.title, subject.enterprises.length),
      };
    case 'seasons':
      return {
        title: words.seasons.title,
        description: words.seasons.description(subject.seasons.length),
      };
    case 'season': {
      const { title, start, end, programmes, sessions } = subject.season;
      const counts = words.season.counts(programmes.length, sessions.length);
      return {
        title: words.season.title(title, seasonPeriod({ start, end })),
        description: words.season.description(
          title,
          seasonPeriod({ start, end }),
          counts === '' ? '' : `${counts}. `,
        ),
      };
    }
    case 'programme': {
      const { enterprise, season, sessions } = subject.programme;
      const [name, when] = [season.title, seasonPeriod(season)];
      return {
        title: words.programme.title(enterprise.displayName, `${name}, ${when}`),
        description: words.programme.description(
          enterprise.name,
          `${name}, ${when}`,
          makesWords(enterprise),
          sessions.length,
        ),
      };
    }
    case 'session':
      return sessionWording(subject.session);
    case 'events':
      return {
        title: words.events.title,
        description: words.events.description(subject.events.length),
      };
    case 'event': {
      const { title, format, start, end, venue, online } = subject.event;
      const where = venue ?? (online === true ? words.event.online : '');
      return { title, description: words.event.description(title, format.title, period(start, end), where) };
    }
    case 'news-list':
      return words.newsList;
    case 'news':
      return {
        title: `${subject.news.title}, ${partialDate(subject.news.date)}`,
        // The day too: two news items may say the same in short.
        description: `${partialDate(subject.news.date)}. ${subject.news.summary}`,
      };
    case 'page':
      return { title: subject.page.title, description: subject.page.summary };
    case 'consent': {
      const { title, id, purpose, validFrom } = subject.consent;
      return {
        title: words.consent.title(title, id),
        description: words.consent.description(purpose, dayMonthYear(validFrom), id),
      };
    }
    case 'other':
      return { title: subject.title, description: subject.description };
  }
}

/** Title (with the site's name where it fits) and description of a page. */
export function wordingOf(subject: PageSubject): Wording {
  const { title, description } = wording(subject);
  return { title: withSiteName(title), description: shorten(description) };
}

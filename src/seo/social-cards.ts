/** What stands on the social pictures: one card per enterprise, season, session, event and news, and one for the rest. */
import type {
  Catalogue,
  EnterpriseView,
  EventView,
  NewsView,
  SeasonView,
  SessionView,
} from '../domain/catalogue.ts';
import { socialImagePath } from '../domain/social-image.ts';
import { makesWords } from '../i18n/ru/catalogue.ts';
import { common } from '../i18n/ru/common.ts';
import { dayMonth, dayMonthYear, period, weekday } from '../i18n/ru/dates.ts';
import { events, news, seasons } from '../i18n/ru/seasons.ts';

/** Which plate to draw. */
export type CardPlate = { industry: string; id: string; makes: string };

/** The gate time of a session, in words. */
export type CardGate = { time: string; day: string; note: string };

export type SocialCard = {
  /** Path of the picture on the site. */
  path: string;
  /** One short line above the title. */
  eyebrow: string;
  title: string;
  /** What it makes, when it runs; may be empty. */
  text: string;
  gate: CardGate | null;
  /** One to six; six make a mosaic. */
  plates: CardPlate[];
};

const MOSAIC = 6;

function plateOf({ id, industry, makes }: EnterpriseView): CardPlate {
  return { id, industry: industry.id, makes };
}

/** One enterprise of each industry, as many as a mosaic takes. */
function mosaicOfAll({ enterprises, vocabulary }: Catalogue): CardPlate[] {
  const firsts = vocabulary.industries.flatMap(({ id }) => {
    const first = enterprises.find(({ industry, demo }) => industry.id === id && !demo);
    return first === undefined ? [] : [plateOf(first)];
  });
  return firsts.length > 0 ? firsts.slice(0, MOSAIC) : [{ industry: '', id: 'default', makes: '' }];
}

/** The season's enterprises, spread over its list, so that the mosaic is not of one letter. */
function mosaicOf(season: SeasonView, fallback: CardPlate[]): CardPlate[] {
  const all = season.programmes.map(({ enterprise }) => plateOf(enterprise));
  if (all.length === 0) return fallback;
  if (all.length <= MOSAIC) return all;
  return all.filter(
    (_, index) =>
      Math.floor((index * MOSAIC) / all.length) !== Math.floor(((index - 1) * MOSAIC) / all.length),
  );
}

function marked(eyebrow: string, demo: boolean): string {
  return demo ? `${common.demo} · ${eyebrow}` : eyebrow;
}

function enterpriseCard(enterprise: EnterpriseView): SocialCard {
  return {
    path: socialImagePath({ kind: 'enterprise', id: enterprise.id }),
    eyebrow: marked(enterprise.industry.title, enterprise.demo),
    title: enterprise.displayName,
    text: makesWords(enterprise),
    gate: null,
    plates: [plateOf(enterprise)],
  };
}

function seasonCard(season: SeasonView, fallback: CardPlate[]): SocialCard {
  return {
    path: socialImagePath({ kind: 'season', id: season.id }),
    eyebrow: marked(season.umbrella ?? seasons.seasons, season.demo),
    title: season.title,
    text: period(season.start, season.end),
    gate: null,
    plates: mosaicOf(season, fallback),
  };
}

/** The state of registration is left out: a picture stays in people's chats for weeks. */
function sessionCard(session: SessionView): SocialCard {
  const { enterprise, format, status } = session;
  return {
    path: socialImagePath({ kind: 'session', id: session.id }),
    eyebrow: marked(format.title, session.demo),
    title: enterprise.displayName,
    text: session.title === format.title ? makesWords(enterprise) : session.title,
    gate: {
      time: session.time,
      day: dayMonth(session.date),
      note: status === 'cancelled' ? seasons.cancelled.toLocaleLowerCase('ru') : weekday(session.date),
    },
    plates: [plateOf(enterprise)],
  };
}

function eventCard(event: EventView, fallback: CardPlate[]): SocialCard {
  const when = event.start === undefined && event.end === undefined ? '' : period(event.start, event.end);
  return {
    path: socialImagePath({ kind: 'event', id: event.id }),
    eyebrow: event.format.title,
    title: event.title,
    text: [when, event.venue].filter((part) => part !== undefined && part !== '').join('. ') || events.events,
    gate: null,
    plates: event.enterprises.length > 0 ? event.enterprises.slice(0, MOSAIC).map(plateOf) : fallback,
  };
}

function newsCard(entry: NewsView, fallback: CardPlate[]): SocialCard {
  return {
    path: socialImagePath({ kind: 'news', id: entry.id }),
    eyebrow: news.news,
    title: entry.title,
    text: dayMonthYear(entry.date),
    gate: null,
    plates: entry.enterprises.length > 0 ? entry.enterprises.slice(0, MOSAIC).map(plateOf) : fallback,
  };
}

/** All cards of the site, the default one first. */
export function socialCards(catalogue: Catalogue): SocialCard[] {
  const fallback = mosaicOfAll(catalogue);
  return [
    {
      path: socialImagePath({ kind: 'default' }),
      eyebrow: common.siteName,
      title: common.tagline,
      text: '',
      gate: null,
      plates: fallback,
    },
    ...catalogue.enterprises.map(enterpriseCard),
    ...catalogue.seasons.map((season) => seasonCard(season, fallback)),
    ...catalogue.sessions.map(sessionCard),
    ...catalogue.events.map((event) => eventCard(event, fallback)),
    ...catalogue.news.map((entry) => newsCard(entry, fallback)),
  ];
}

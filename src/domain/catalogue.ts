/**
 * The joined view of all content at one instant: what pages, feeds and search read. Types only and the
 * small questions one asks of them; the joining is in build-catalogue.ts.
 */
import type { Instant, Day, ClockTime } from '../time/moscow.ts';
import type { PartialDay } from '../time/partial-day.ts';
import type { EnterpriseEntry } from '../schema/enterprise.ts';
import type { SeasonEntry } from '../schema/season.ts';
import type { ProgrammeEntry, SessionEntry } from '../schema/programme.ts';
import type { EventEntry } from '../schema/event.ts';
import type { NewsEntry } from '../schema/news.ts';
import type { PageEntry } from '../schema/page.ts';
import type { ConsentEntry } from '../schema/consent.ts';
import type { Format, Industry, Okrug, Synonym } from '../schema/vocabulary.ts';
import type { RegistrationFacts, RegistrationState } from './registration-state.ts';

export type Admission = NonNullable<EnterpriseEntry['admission']>;
export type Access = NonNullable<EnterpriseEntry['access']>;
export type MeetingPoint = NonNullable<SessionEntry['meetingPoint']>;
export type Source = EnterpriseEntry['sources'][number];
export type Figure = SeasonEntry['figures'][number];

/** Where an entry stands in the repository, for «Исправить на этой странице» and for rendering its body. */
export type EntryOrigin = { collection: string; entryId: string; filePath: string; hasBody: boolean };

export type EnterpriseView = Omit<
  EnterpriseEntry,
  'industry' | 'okrug' | 'formats' | 'alsoKnownAs' | 'formerly'
> & {
  id: string;
  url: string;
  /** The short name where there is one. */
  displayName: string;
  alsoKnownAs: string[];
  formerly: string[];
  industry: Industry;
  okrug: Okrug | null;
  formats: Format[];
  /** Every season it took or takes part in, newest first. */
  programmes: ProgrammeView[];
  /** All its sessions in order of start. */
  sessions: SessionView[];
  /** True for fictional entries of the demonstration. */
  demo: boolean;
  origin: EntryOrigin;
};

export type SeasonPhase = 'coming' | 'running' | 'past';

export type SeasonView = Omit<SeasonEntry, 'demo' | 'participants'> & {
  id: string;
  url: string;
  demo: boolean;
  participants: string[];
  phase: SeasonPhase;
  firstDay: Day;
  lastDay: Day;
  registrationOpensAt: Instant | null;
  /** True when registration had opened at the catalogue's `now`, whether it has closed since or not. */
  registrationHasOpened: boolean;
  programmes: ProgrammeView[];
  /** All sessions in order of start. */
  sessions: SessionView[];
  origin: EntryOrigin;
};

/** An enterprise in a season. */
export type ProgrammeView = Omit<ProgrammeEntry, 'formats' | 'sessions'> & {
  id: string;
  url: string;
  season: SeasonView;
  enterprise: EnterpriseView;
  formats: Format[];
  sessions: SessionView[];
  origin: EntryOrigin;
};

export type SessionView = RegistrationFacts & {
  /** `<season>/<enterprise>/<YYYY-MM-DD>-<HHMM>[-<suffix>]` */
  id: string;
  url: string;
  season: SeasonView;
  enterprise: EnterpriseView;
  programme: ProgrammeView;
  date: Day;
  time: ClockTime;
  durationMinutes: number;
  format: Format;
  /** Its own title, or the format's. */
  title: string;
  capacity: number;
  /** The session's own rules over the enterprise's. */
  admission: Admission;
  /** The session's own meeting point over the enterprise's address. */
  meetingPoint: MeetingPoint;
  access: Access | null;
  registrationUrl: string | null;
  /** Last calendar day on which an application is taken; null when none is taken here. */
  lastRegistrationDay: Day | null;
  statusNote: string | null;
  movedFrom: { date: Day; time: ClockTime; startsAt: Instant } | null;
  perTeam: { minSize: number; maxSize: number } | null;
  groups: boolean;
  online: boolean;
  language: 'ru' | 'en';
  demo: boolean;
  /** The state at the catalogue's `now`, for readers without JavaScript. */
  state: RegistrationState;
  /** The visit takes place at the catalogue's `now`. */
  runsNow: boolean;
};

export type EventPhase = SeasonPhase | 'undated';

export type EventView = Omit<EventEntry, 'format' | 'enterprises'> & {
  id: string;
  url: string;
  format: Format;
  enterprises: EnterpriseView[];
  phase: EventPhase;
  /** The day that orders the archive; null when nothing is known. */
  sortDay: PartialDay | null;
  origin: EntryOrigin;
};

export type NewsView = Omit<NewsEntry, 'season' | 'enterprises'> & {
  id: string;
  url: string;
  date: Day;
  season: SeasonView | null;
  enterprises: EnterpriseView[];
  origin: EntryOrigin;
};

export type PageView = PageEntry & { id: string; url: string; origin: EntryOrigin };

export type ConsentView = ConsentEntry & {
  /** The version, its file's name. */
  id: string;
  url: string;
  /** SHA-256 of the text as published, hex; sent along with an application. */
  hash: string;
  origin: EntryOrigin;
};

export type Vocabulary = { industries: Industry[]; formats: Format[]; okrugs: Okrug[]; synonyms: Synonym[] };

export type Catalogue = {
  now: Instant;
  /** The day of `now` in Moscow. */
  today: Day;
  vocabulary: Vocabulary;
  /** Alphabetical, Ё beside Е. */
  enterprises: EnterpriseView[];
  /** Newest first. */
  seasons: SeasonView[];
  /** In order of start. */
  sessions: SessionView[];
  /** Newest first. */
  events: EventView[];
  news: NewsView[];
  pages: PageView[];
  /** Newest first; the first required one is asked for. */
  consents: ConsentView[];
};

/** The season to speak of on the main page: one that runs, else the next to come, else null. */
export function currentSeason(catalogue: Catalogue): SeasonView | null {
  const running = catalogue.seasons.filter((season) => season.phase === 'running');
  const coming = catalogue.seasons.filter((season) => season.phase === 'coming');
  // Seasons stand newest first: the last of the coming ones begins first.
  return running[0] ?? coming.at(-1) ?? null;
}

/** The consent that forms ask for: the newest required one in force at the catalogue's `now`. */
export function consentInForce(catalogue: Catalogue, today: Day): ConsentView | null {
  return catalogue.consents.find((consent) => !consent.optional && consent.validFrom <= today) ?? null;
}

/** The separate, optional consent (news of coming seasons), when there is one in force. */
export function optionalConsent(catalogue: Catalogue, today: Day): ConsentView | null {
  return catalogue.consents.find((consent) => consent.optional && consent.validFrom <= today) ?? null;
}

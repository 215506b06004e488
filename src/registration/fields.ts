/**
 * The one definition of the registration form: names of the contract, markup attributes, limits, readers.
 * Markup (components), checks in the browser, the payload and the endpoint's parsing all come from here.
 * Labels and hints stand in src/i18n/ru/registration.ts under the same names.
 */
import { registrationErrors as say } from '../i18n/ru/registration-errors.ts';
import {
  readAges,
  readComment,
  readCount,
  readEmail,
  readName,
  readPhone,
  readRequiredLine,
} from './readers.ts';

/** Raised when a field is added, renamed or re-interpreted; sent along so that old open pages are recognised. */
export const FORM_VERSION = '1';

/** The largest party in one application from one person; a class may be larger. */
export const MAX_PARTY_SIZE = 10;
export const MAX_CLASS_SIZE = 40;
export const MAX_COMMENT_LENGTH = 500;

/** people: a person with company; team: a team for a game; class: a school class. */
export type FormKind = 'people' | 'team' | 'class';

export type FieldMarkup = {
  /** The contract's name, also the id of the control. */
  readonly name: string;
  readonly control: 'line' | 'count' | 'text';
  readonly required: boolean;
  /** Which variants of the form ask for it. */
  readonly kinds: readonly FormKind[];
  /**
   * Purpose of the field for the browser's own memory; null: none. Never `off`: browsers do not give such
   * answers back on Back, and whoever has no scripts would type them again.
   */
  readonly autocomplete: string | null;
  readonly inputmode: 'text' | 'email' | 'tel' | 'numeric';
  /** In characters; the control itself does not cut, so that nothing pasted is lost silently. */
  readonly max: number;
};

const line = { control: 'line', required: true, autocomplete: null, inputmode: 'text' } as const;
const count = {
  control: 'count',
  required: true,
  autocomplete: null,
  inputmode: 'numeric',
  max: 3,
} as const;

/** Answers in the order of the form. */
export const FIELDS = {
  name: {
    ...line,
    name: 'name',
    kinds: ['people', 'team', 'class'],
    autocomplete: 'name',
    max: 100,
    read: (raw: string) => readName(raw, 100),
  },
  // type=email would turn «почта.рф» into punycode and refuse «иван@»: a text control with an e-mail keyboard.
  email: {
    ...line,
    name: 'email',
    kinds: ['people', 'team', 'class'],
    autocomplete: 'email',
    inputmode: 'email',
    max: 254,
    read: (raw: string) => readEmail(raw, 254),
  },
  phone: {
    ...line,
    name: 'phone',
    kinds: ['people', 'team', 'class'],
    autocomplete: 'tel',
    inputmode: 'tel',
    max: 40,
    read: readPhone,
  },
  teamName: {
    ...line,
    name: 'team_name',
    kinds: ['team'],
    max: 60,
    read: (raw: string) => readRequiredLine(raw, 60, say.teamNameEmpty),
  },
  teamSize: {
    ...count,
    name: 'team_size',
    kinds: ['team'],
    read: (raw: string, min: number, max: number) => readCount(raw, min, max, say.teamSizeEmpty),
  },
  school: {
    ...line,
    name: 'school',
    kinds: ['class'],
    max: 150,
    read: (raw: string) => readRequiredLine(raw, 150, say.schoolEmpty),
  },
  schoolClass: {
    ...line,
    name: 'school_class',
    kinds: ['class'],
    max: 20,
    read: (raw: string) => readRequiredLine(raw, 20, say.schoolClassEmpty),
  },
  partySize: {
    ...count,
    name: 'party_size',
    kinds: ['people', 'class'],
    read: (raw: string, max: number) => readCount(raw, 1, max, say.numberEmpty),
  },
  adults: {
    ...count,
    name: 'adults',
    kinds: ['class'],
    read: (raw: string) => readCount(raw, 1, MAX_CLASS_SIZE, say.adultsEmpty),
  },
  childrenAges: {
    ...line,
    name: 'children_ages',
    kinds: ['people', 'team', 'class'],
    required: false,
    max: 200,
    read: (raw: string) => readAges(raw, 200),
  },
  comment: {
    ...line,
    name: 'comment',
    control: 'text',
    kinds: ['people', 'team', 'class'],
    required: false,
    max: MAX_COMMENT_LENGTH,
    read: (raw: string) => readComment(raw, MAX_COMMENT_LENGTH),
  },
} as const satisfies Record<string, FieldMarkup & { read: unknown }>;

export type FieldKey = keyof typeof FIELDS;

/** Names of the answers a person gives by other means than a line: a radio group and two boxes. */
export const GROUP_FIELD = 'group';
export const GROUP_CLASS_VALUE = 'class';
export const CONSENT_FIELD = 'consent';
export const NEWS_CONSENT_FIELD = 'news_consent';

export * from './service-fields.ts';

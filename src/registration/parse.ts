/** From the bytes of a submission to a strict registration, in the browser and in the endpoint alike. */
import { registrationErrors as say } from '../i18n/ru/registration-errors.ts';
import { cleanLine } from './clean-text.ts';
import {
  CONSENT_FIELD,
  CONSENT_HASH_FIELD,
  FIELDS,
  FORM_VERSION_FIELD,
  GROUP_CLASS_VALUE,
  GROUP_FIELD,
  MAX_CLASS_SIZE,
  MAX_PARTY_SIZE,
  NEWS_CONSENT_FIELD,
  SESSION_FIELD,
  SESSION_START_FIELD,
  SUBMISSION_ID_FIELD,
} from './fields.ts';
import type { FormKind } from './fields.ts';
import { isFault } from './readers.ts';
import type { Read } from './readers.ts';

/** What a submission is judged by; `site.json` has all of it. */
export type SessionFacts = {
  readonly id: string;
  /** The start as printed into the form: an instant with +03:00. */
  readonly startsAt: string;
  /** Seats, or teams where `perTeam` is set. */
  readonly capacity: number;
  /** null or absent: not known, which is not «no limit», but nothing to refuse by. */
  readonly minAge?: number | null;
  readonly minAgeUnaccompanied?: number | null;
  readonly perTeam?: { readonly minSize: number; readonly maxSize: number } | null;
  readonly groups?: boolean;
};

export type ParseOptions = {
  /** Name of the honeypot control. */
  readonly honeypot: string;
  /** Versions of the consent that are accepted now. */
  readonly consents: readonly { readonly version: string; readonly hash: string }[];
  /** Versions of the optional consent to news; none means the box is not offered. */
  readonly newsConsents?: readonly string[];
};

/** The strict stored form. */
export type Registration = {
  readonly session: string;
  readonly sessionStart: string;
  readonly kind: FormKind;
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  /** People who come, the applicant included; for a team its size. */
  readonly partySize: number;
  /** Whole years. For a class: ages that occur in it. */
  readonly childrenAges: readonly number[];
  readonly comment: string;
  readonly consent: { readonly version: string; readonly hash: string };
  /** Version of the consent to news, or null when not given. */
  readonly newsConsent: string | null;
  /** Set by the browser; null without JavaScript. */
  readonly submissionId: string | null;
  readonly formVersion: string;
  readonly team: { readonly name: string; readonly size: number } | null;
  readonly schoolClass: { readonly school: string; readonly name: string; readonly adults: number } | null;
  /** The honeypot was filled in: for quarantine, never a reason to drop. */
  readonly suspicious: boolean;
};

export type FieldError = { readonly field: string; readonly code: string; readonly message: string };
export type ParseResult =
  | { readonly ok: true; readonly value: Registration }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Submitted pairs; where a name repeats the first value counts. */
export type SubmittedFields = ReadonlyMap<string, string>;

/** Takes FormData, URLSearchParams or any list of pairs; files are ignored. */
export function submittedFields(entries: Iterable<readonly [string, unknown]>): SubmittedFields {
  const fields = new Map<string, string>();
  for (const [name, value] of entries) {
    if (typeof value === 'string' && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

/** Which variant of the form was filled in. */
export function formKind(fields: SubmittedFields, facts: Pick<SessionFacts, 'perTeam' | 'groups'>): FormKind {
  if (facts.perTeam) return 'team';
  return facts.groups === true && fields.get(GROUP_FIELD) === GROUP_CLASS_VALUE ? 'class' : 'people';
}

const SUBMISSION_ID = /^[0-9a-z-]{16,64}$/i;

/**
 * Judges one submission. Errors come in the order of the form, at most one per field.
 * A malformed `submission_id` counts as none: it never keeps a person out.
 */
export function parseRegistration(
  fields: SubmittedFields,
  facts: SessionFacts,
  options: ParseOptions,
): ParseResult {
  const errors: FieldError[] = [];
  const raw = (name: string) => fields.get(name) ?? '';
  const refuse = (field: string, code: string, message: string) => {
    if (!errors.some((error) => error.field === field)) errors.push({ field, code, message });
  };
  /** The value read, or undefined after its fault has been noted. */
  const take = <T>(field: { readonly name: string }, read: (text: string) => Read<T>): T | undefined => {
    const result = read(raw(field.name));
    if (!isFault(result)) return result.value;
    refuse(field.name, result.code, result.message);
    return undefined;
  };

  const kind = formKind(fields, facts);
  if (raw(SESSION_FIELD) !== facts.id) refuse(SESSION_FIELD, 'unknown', say.sessionUnknown);
  else if (raw(SESSION_START_FIELD) !== facts.startsAt)
    refuse(SESSION_START_FIELD, 'changed', say.sessionChanged);

  const name = take(FIELDS.name, FIELDS.name.read);
  const email = take(FIELDS.email, FIELDS.email.read);
  const phone = take(FIELDS.phone, FIELDS.phone.read);

  const teamLimits = facts.perTeam;
  const team = teamLimits && {
    name: take(FIELDS.teamName, FIELDS.teamName.read),
    size: take(FIELDS.teamSize, (text) => FIELDS.teamSize.read(text, teamLimits.minSize, teamLimits.maxSize)),
  };
  const school = kind === 'class' ? take(FIELDS.school, FIELDS.school.read) : undefined;
  const schoolClass = kind === 'class' ? take(FIELDS.schoolClass, FIELDS.schoolClass.read) : undefined;
  const largest = Math.min(facts.capacity, kind === 'class' ? MAX_CLASS_SIZE : MAX_PARTY_SIZE);
  const partySize = team ? team.size : take(FIELDS.partySize, (text) => FIELDS.partySize.read(text, largest));
  const adults = kind === 'class' ? take(FIELDS.adults, FIELDS.adults.read) : undefined;
  if (adults !== undefined && partySize !== undefined && adults >= partySize) {
    refuse(FIELDS.adults.name, 'more_than_people', say.adultsMore);
  }

  const ages = take(FIELDS.childrenAges, FIELDS.childrenAges.read);
  const ageFault = ages && judgeAges(ages, kind, partySize, facts);
  if (ageFault) refuse(FIELDS.childrenAges.name, ageFault.code, ageFault.message);
  const comment = take(FIELDS.comment, FIELDS.comment.read);

  const version = raw(CONSENT_FIELD);
  const consent = options.consents.find(
    (known) => known.version === version && known.hash === raw(CONSENT_HASH_FIELD),
  );
  if (version === '') refuse(CONSENT_FIELD, 'required', say.consentEmpty);
  else if (consent === undefined) refuse(CONSENT_FIELD, 'outdated', say.consentOutdated);

  if (
    errors.length > 0 ||
    name === undefined ||
    email === undefined ||
    phone === undefined ||
    partySize === undefined ||
    ages === undefined ||
    comment === undefined ||
    consent === undefined
  ) {
    return { ok: false, errors };
  }
  const news = raw(NEWS_CONSENT_FIELD);
  const submissionId = raw(SUBMISSION_ID_FIELD);
  return {
    ok: true,
    value: {
      session: facts.id,
      sessionStart: facts.startsAt,
      kind,
      name,
      email,
      phone,
      partySize,
      childrenAges: ages,
      comment,
      consent: { version: consent.version, hash: consent.hash },
      newsConsent: options.newsConsents?.includes(news) === true ? news : null,
      submissionId: SUBMISSION_ID.test(submissionId) ? submissionId : null,
      formVersion: cleanLine(raw(FORM_VERSION_FIELD)).slice(0, 20),
      team: team?.name !== undefined && team.size !== undefined ? { name: team.name, size: team.size } : null,
      schoolClass:
        school !== undefined && schoolClass !== undefined && adults !== undefined
          ? { school, name: schoolClass, adults }
          : null,
      suspicious: raw(options.honeypot).trim() !== '',
    },
  };
}

/** Checks ages against the number of people and against the plant's own limits; undefined when all is well. */
function judgeAges(
  ages: readonly number[],
  kind: FormKind,
  partySize: number | undefined,
  facts: SessionFacts,
): { code: string; message: string } | undefined {
  if (kind === 'class' && ages.length === 0) return { code: 'required', message: say.agesEmpty };
  const { minAge, minAgeUnaccompanied } = facts;
  const young = typeof minAge === 'number' ? ages.filter((age) => age < minAge) : [];
  if (typeof minAge === 'number' && young.length > 0) {
    return { code: 'too_young', message: say.tooYoung(minAge, young.join(', ')) };
  }
  if (partySize === undefined || kind === 'class') return undefined;
  if (ages.length > partySize)
    return { code: 'more_than_people', message: say.agesMore(ages.length, partySize) };
  const alone = ages.length > 0 && ages.length === partySize;
  if (alone && typeof minAgeUnaccompanied === 'number' && ages.some((age) => age < minAgeUnaccompanied)) {
    return { code: 'needs_adult', message: say.needsAdult(minAgeUnaccompanied) };
  }
  return undefined;
}

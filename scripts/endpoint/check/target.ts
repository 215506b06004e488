/** The endpoint under examination, and applications to its dry-run sessions. */
import { randomInt, randomUUID } from 'node:crypto';

export type Target = {
  /** The address that forms post to. */
  readonly url: string;
  /** Origin of the site whose pages send applications. */
  readonly origin: string;
  /** Sessions to try with: `session` and `session_start` of each. Null: there is none of the kind. */
  readonly open: TrialSession;
  readonly closed: TrialSession | null;
  readonly full: TrialSession | null;
  readonly consent: { readonly version: string; readonly hash: string };
  /** Name of the honeypot field. */
  readonly honeypot: string;
};
export type TrialSession = { readonly id: string; readonly start: string };

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as an object; empty when it is none. */
  readonly json: Readonly<Record<string, unknown>>;
};

const TIMEOUT_MS = 20_000;
const LETTERS = 'абвгдеиклмнопрст';

/** A name that nobody bears, so that no trial is taken for a repeat of another. */
function trialName(): string {
  return `Проверка ${Array.from({ length: 12 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')}`;
}

/** Fields of a valid application to the session. Addresses are under example.org, which takes no mail. */
export function trialFields(target: Target, session: TrialSession): Record<string, string> {
  return {
    session: session.id,
    session_start: session.start,
    name: trialName(),
    email: `proverka-${randomUUID()}@example.org`,
    phone: `+7999${String(randomInt(1_000_000, 9_999_999))}`,
    party_size: '1',
    children_ages: '',
    comment: 'Проверка приёма заявок',
    consent: target.consent.version,
    consent_hash: target.consent.hash,
    submission_id: randomUUID(),
    form_version: '1',
    [target.honeypot]: '',
  };
}

function asRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Sends fields as the page's script (`json`) or a plain form does. @throws TypeError when nobody answers. */
export async function send(
  target: Target,
  fields: Readonly<Record<string, string>>,
  { json = true, origin = target.origin }: { json?: boolean; origin?: string } = {},
): Promise<Answer> {
  const response = await fetch(target.url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { Accept: json ? 'application/json' : 'text/html,*/*;q=0.8', Origin: origin },
    body: new URLSearchParams(fields),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: asRecord(text) };
}

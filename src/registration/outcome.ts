/** What a reply of the endpoint means. Three outcomes: accepted, refused, unknown. Knows no DOM. */
import type { FieldError } from './parse.ts';
import { readStatus } from './reply-status.ts';

export type Accepted = {
  readonly kind: 'accepted';
  /** The number of the application; services without numbers give none. */
  readonly reference: string | null;
  readonly status: 'confirmed' | 'waitlist' | 'pending';
  /** The same person had applied before: nothing new was stored. */
  readonly already: boolean;
};
export type Refused = {
  readonly kind: 'refused';
  readonly reason: 'invalid' | 'full' | 'closed' | 'large' | 'busy' | 'rejected';
  readonly errors: readonly FieldError[];
  /** The endpoint's own words and code, empty when it gives none. */
  readonly message: string;
  readonly code: string;
  /** For `busy`: after how many seconds to try again, when the endpoint says so. */
  readonly retryAfter: number | null;
};
export type Unknown = {
  readonly kind: 'unknown';
  /** network: no readable reply; slow: gave up waiting; interrupted: the page was left while sending. */
  readonly cause: 'network' | 'slow' | 'server' | 'strange' | 'interrupted';
};
export type Outcome = Accepted | Refused | Unknown;

/** The parts of a `Response` that decide. */
export type Reply = {
  readonly status: number;
  /** `opaqueredirect` when the endpoint answered with a redirect in spite of `Accept: application/json`. */
  readonly type: string;
  readonly retryAfter: string | null;
  readonly body: string;
};

const MAX_MESSAGE = 300;

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, MAX_MESSAGE) : '';
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value
    .map(record)
    .map((error) => ({ field: text(error.field), code: text(error.code), message: text(error.message) }))
    .filter((error) => error.message !== '');
}

const REASONS: Readonly<Record<number, Refused['reason']>> = {
  409: 'full',
  410: 'closed',
  413: 'large',
  429: 'busy',
};

/**
 * Reads a reply. Only a success status together with `{ok: true}` is an acceptance; only a 4xx is a refusal;
 * everything else leaves open whether the application has arrived.
 */
export function readReply(reply: Reply): Outcome {
  const { status } = reply;
  const json = record(parseJson(reply.body));
  if (status >= 200 && status < 300) {
    if (json.ok !== true) return { kind: 'unknown', cause: 'strange' };
    return {
      kind: 'accepted',
      reference: text(json.reference).slice(0, 60) || null,
      status: readStatus(json.status),
      already: json.already === true,
    };
  }
  // 408 is sent when the server gave up reading: nobody knows what it had.
  if (status < 400 || status === 408 || status >= 500) {
    return { kind: 'unknown', cause: status >= 500 ? 'server' : 'strange' };
  }
  const errors = fieldErrors(json.errors);
  const seconds = Number(reply.retryAfter ?? '');
  return {
    kind: 'refused',
    reason: REASONS[status] ?? (errors.length > 0 ? 'invalid' : 'rejected'),
    errors,
    message: text(json.message),
    code: text(json.code),
    retryAfter: Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null,
  };
}

/** The life of one submission as a state machine. Knows no DOM, no clock and no network. */
import type { Accepted, Outcome, Refused, Unknown } from './outcome.ts';

/** `open`: the fate of an earlier attempt is not known, so the answers stay as they were sent. */
export type Phase =
  | { readonly name: 'editing'; readonly refused: Refused | null }
  /** On the way; `slow` after the time at which people begin to wonder. */
  | { readonly name: 'sending'; readonly attempt: number; readonly open: boolean; readonly slow: boolean }
  /** Will be sent again by itself after `delay` milliseconds, or at once when asked. */
  | {
      readonly name: 'waiting';
      readonly attempt: number;
      readonly open: boolean;
      readonly delay: number;
      readonly after: Unknown | Refused;
    }
  /** There is no network; this attempt did not leave the browser. */
  | { readonly name: 'offline'; readonly open: boolean }
  /** Nobody knows whether it arrived; the same application may be sent again. */
  | { readonly name: 'unknown'; readonly after: Unknown }
  | { readonly name: 'accepted'; readonly reply: Accepted };

export type SubmissionEvent =
  /** The person sends, or sends again. */
  | { readonly type: 'send' }
  /** The browser knows that it has no network, before anything was sent. */
  | { readonly type: 'offline' }
  | { readonly type: 'slow' }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  /** The time of waiting is over, or the network is back. */
  | { readonly type: 'due' }
  /** The page was opened again and finds that it was left while sending. */
  | { readonly type: 'interrupted' }
  | { readonly type: 'restored'; readonly reply: Accepted }
  /** Another application is begun. */
  | { readonly type: 'anew' };

export const START: Phase = { name: 'editing', refused: null };

/** A reply that takes longer is not waited for, in milliseconds. */
export const TIMEOUT_MS = 20_000;
/** When to say that it takes longer than usual, in milliseconds. */
export const SLOW_MS = 6_000;
/** Pauses before the page sends again by itself, in milliseconds. */
export const RETRY_DELAYS_MS = [2_000, 5_000, 15_000] as const;
const LONGEST_BUSY_WAIT_MS = 60_000;

/** How long to wait before sending again without being asked, or null when that is for the person to decide. */
export function retryDelay(outcome: Unknown | Refused, attempt: number): number | null {
  const delay = RETRY_DELAYS_MS[attempt - 1];
  if (delay === undefined) return null;
  if (outcome.kind === 'unknown') return outcome.cause === 'interrupted' ? null : delay;
  if (outcome.reason !== 'busy') return null;
  const wanted = outcome.retryAfter === null ? delay : outcome.retryAfter * 1000;
  return wanted <= LONGEST_BUSY_WAIT_MS ? wanted : null;
}

/** True from the first sending until its outcome is known: a reload in between must not forget it. */
export function isUnsettled(phase: Phase): boolean {
  return phase.name === 'sending' || isOpen(phase);
}

/** True while the answers must stay as they were sent: the same answers under the same `submission_id`. */
export function isLocked(phase: Phase): boolean {
  return phase.name === 'waiting' || isUnsettled(phase);
}

function isOpen(phase: Phase): boolean {
  return phase.name === 'unknown' || ('open' in phase && phase.open);
}

function sending(phase: Phase, attempt: number): Phase {
  return { name: 'sending', attempt, open: isOpen(phase), slow: false };
}

function after(outcome: Outcome, attempt: number): Phase {
  if (outcome.kind === 'accepted') return { name: 'accepted', reply: outcome };
  const delay = retryDelay(outcome, attempt);
  // A refusal settles earlier attempts too: an endpoint that had stored one would have repeated its reply.
  if (delay !== null)
    return { name: 'waiting', attempt, open: outcome.kind === 'unknown', delay, after: outcome };
  return outcome.kind === 'unknown'
    ? { name: 'unknown', after: outcome }
    : { name: 'editing', refused: outcome };
}

/** The next phase. The very same object means that nothing happens: a second click while sending is one. */
export function step(phase: Phase, event: SubmissionEvent): Phase {
  switch (event.type) {
    case 'send':
      if (phase.name === 'sending' || phase.name === 'accepted') return phase;
      // A person's own click begins a new row of attempts.
      return sending(phase, 1);
    case 'due':
      if (phase.name === 'waiting') return sending(phase, phase.attempt + 1);
      return phase.name === 'offline' ? sending(phase, 1) : phase;
    case 'offline':
      return phase.name === 'sending' ? { name: 'offline', open: phase.open } : phase;
    case 'slow':
      return phase.name === 'sending' && !phase.slow ? { ...phase, slow: true } : phase;
    case 'outcome':
      return phase.name === 'sending' ? after(event.outcome, phase.attempt) : phase;
    case 'interrupted':
      return phase === START ? { name: 'unknown', after: { kind: 'unknown', cause: 'interrupted' } } : phase;
    case 'restored':
      return phase === START ? { name: 'accepted', reply: event.reply } : phase;
    case 'anew':
      return phase.name === 'accepted' ? START : phase;
  }
}

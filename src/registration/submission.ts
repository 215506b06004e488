/** The life of one submission as a state machine. Knows no DOM, no clock and no network. */
import type { Accepted, Outcome, Refused, Unknown } from './outcome.ts';

export type Phase =
  | { readonly name: 'editing'; readonly refused: Refused | null }
  /** On the way; `slow` after the time at which people begin to wonder. */
  | { readonly name: 'sending'; readonly attempt: number; readonly slow: boolean }
  /** Will be sent again by itself after `delay` milliseconds, or at once when asked. */
  | {
      readonly name: 'waiting';
      readonly attempt: number;
      readonly delay: number;
      readonly after: Unknown | Refused;
    }
  /** Nobody knows whether it arrived; the same application may be sent again. */
  | { readonly name: 'unknown'; readonly after: Unknown }
  | { readonly name: 'accepted'; readonly reply: Accepted };

export type SubmissionEvent =
  /** The person sends, or sends again. */
  | { readonly type: 'send' }
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

/** True while what was sent must stay as it is: the same answers under the same `submission_id`. */
export function isLocked(phase: Phase): boolean {
  return (
    phase.name === 'sending' ||
    phase.name === 'unknown' ||
    (phase.name === 'waiting' && phase.after.kind === 'unknown')
  );
}

function after(outcome: Outcome, attempt: number): Phase {
  if (outcome.kind === 'accepted') return { name: 'accepted', reply: outcome };
  const delay = retryDelay(outcome, attempt);
  if (delay !== null) return { name: 'waiting', attempt, delay, after: outcome };
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
      return { name: 'sending', attempt: 1, slow: false };
    case 'due':
      return phase.name === 'waiting' ? { name: 'sending', attempt: phase.attempt + 1, slow: false } : phase;
    case 'slow':
      return phase.name === 'sending' && !phase.slow ? { ...phase, slow: true } : phase;
    case 'outcome':
      return phase.name === 'sending' ? after(event.outcome, phase.attempt) : phase;
    case 'interrupted':
      return phase.name === 'editing'
        ? { name: 'unknown', after: { kind: 'unknown', cause: 'interrupted' } }
        : phase;
    case 'restored':
      return phase.name === 'editing' ? { name: 'accepted', reply: event.reply } : phase;
    case 'anew':
      return phase.name === 'accepted' ? START : phase;
  }
}

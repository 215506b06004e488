/** The shape of a row of the fault matrix: what the world is like, what the visitor does, what must hold. */
import type { Instant } from '../../../src/time/moscow.ts';
import type { FAULT } from '../../endpoint/faults.ts';
import type { VisitName } from './content.ts';

export type FaultName = keyof typeof FAULT;

export type Act =
  | 'fill'
  | 'send'
  | 'double-click'
  | 'enter-and-click'
  | 'twice-in-one-turn'
  | 'send-plainly'
  | 'another'
  | 'reload'
  | 'leave-and-come-back'
  | 'focus'
  | 'second-tab'
  | 'duplicate-tab'
  | 'go-offline'
  | 'go-online'
  | 'kill-endpoint'
  | 'revive-endpoint'
  | 'release'
  /** Replies held back are lost with their connections. */
  | 'cut-held'
  /** Lets the page send again by itself until it has done with it. */
  | 'wait-it-out'
  | { readonly type: string; readonly into: string }
  | { readonly choose: string }
  | { readonly fault: FaultName; readonly times: number }
  | { readonly wire: 'open' | 'down' | 'hold' }
  /** Whether the form's own part of the script stays on its way (rows with `form-part-late` begin so). */
  | { readonly script: 'late' | 'comes' }
  /** Milliseconds of the page's clock; timers that fall due are run. */
  | { readonly pass: number }
  /** The true time, for host and endpoint; the page's clock is set along. */
  | { readonly at: Instant }
  /** The endpoint's clock alone. */
  | { readonly endpointAt: Instant }
  /** The visit's data change for the endpoint; pages that are open know nothing of it. */
  | { readonly change: 'moved' }
  /** The visitor's own registration is cancelled by mail. */
  | 'cancel-by-mail'
  /** Others take so many seats. */
  | { readonly taken: number }
  /** Waits until so many applications have been handled. */
  | { readonly handled: number }
  /** Waits until the snapshot of seats says so. */
  | { readonly seats: 'open' | 'few' | 'full' }
  /** Waits for the view. */
  | { readonly see: View };

/** What is on the screen, in the words of the state machine; the last four are pages of their own. */
export type View =
  | 'form'
  | 'errors'
  | 'sending'
  | 'waiting'
  | 'busy'
  | 'unknown'
  | 'offline'
  | 'refused'
  | 'accepted'
  | 'state:closed'
  | 'state:not-yet-open'
  | 'state:open'
  | 'state:full'
  | 'state:past'
  | 'state:cancelled'
  | 'state:external'
  | 'state:not-needed'
  | 'page:sent'
  | 'page:full'
  | 'page:closed'
  | 'page:failed';

export type Row = {
  /** A sentence: what happens. */
  readonly name: string;
  readonly visit?: VisitName;
  /** The visitor's browser. */
  readonly browser?: {
    readonly scripts?: 'off' | 'blocked' | 'form-part-missing' | 'form-part-late';
    readonly timezone?: string;
    /** How far the visitor's clock is ahead of the true time, in milliseconds. */
    readonly clockAhead?: number;
    readonly storage?: 'forbidden';
    readonly width?: number;
  };
  readonly host?: {
    readonly headers?: Readonly<Record<string, string>>;
    /** Sabotage: text of pages and scripts that is served as another. */
    readonly replace?: readonly [string, string];
  };
  readonly endpoint?: {
    readonly kind?: 'process' | 'form-service' | 'form-service-refusing';
    readonly smtp?: 'down';
    readonly storage?: 'full' | 'read-only';
    readonly waitlist?: 'none';
    readonly rate?: number;
  };
  /** The true time when the page is opened. */
  readonly at?: Instant;
  /** Answers other than the usual ones. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly acts: readonly Act[];
  readonly expect: {
    readonly view: View;
    /** Registrations of this visitor in the endpoint's database, cancelled ones not counted. */
    readonly stored: number;
    /** Applications that reached the endpoint, where it matters. */
    readonly posts?: number;
    readonly says?: RegExp;
    /** Nothing of the kind may stand on the screen. */
    readonly never?: RegExp;
    readonly others?: boolean;
  };
};

/** The registration state of now: on load, on focus, on `pageshow`, by the clock, before sending. */
import { nextChangeAt, registrationState } from '../domain/registration-state.ts';
import type { RegistrationFacts, RegistrationState } from '../domain/registration-state.ts';
import { snapshotOf } from './availability.ts';
import type { SessionSnapshot } from './availability.ts';
import type { PageData } from './page-data.ts';
import { clockOffset } from './server-clock.ts';

const CLOCK_TIMEOUT_MS = 4_000;
const SNAPSHOT_AGE_MS = 60_000;
/** Browsers keep timers as 32-bit numbers. */
const LONGEST_TIMER_MS = 2_000_000_000;

export type LiveState = { readonly state: RegistrationState; readonly snapshot: SessionSnapshot | null };

export class StateWatch {
  private readonly data: PageData;
  private readonly onChange: (live: LiveState) => void;
  private shown: RegistrationState;
  private snapshot: SessionSnapshot | null = null;
  private snapshotAt = 0;
  private offset = 0;
  private timer: number | undefined;

  /** `built` is the state in the HTML. */
  constructor(data: PageData, built: RegistrationState, onChange: (live: LiveState) => void) {
    this.data = data;
    this.shown = built;
    this.onChange = onChange;
  }

  /** Begins to watch; the page may be restored or come to the front at any time. */
  start(): void {
    const check = () => {
      void this.settle();
      void this.readSnapshot();
    };
    addEventListener('focus', check);
    addEventListener('pageshow', check);
    document.addEventListener('visibilitychange', check);
    check();
  }

  /** What is shown now. */
  get live(): LiveState {
    return { state: this.shown, snapshot: this.snapshot };
  }

  /** Milliseconds since 1970, by the server's clock once it had to be asked. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** The state of another session at this moment; nothing is known about its seats. */
  stateOf(facts: RegistrationFacts): RegistrationState {
    return registrationState(facts, this.now());
  }

  /** Works out the state of now, shows it when it has changed, and returns it. */
  async settle(): Promise<RegistrationState> {
    if (this.compute() !== this.shown) await this.askClock();
    this.publish();
    return this.shown;
  }

  private compute(): RegistrationState {
    return registrationState(this.data.facts, this.now(), this.snapshot ?? undefined);
  }

  private publish(): void {
    this.shown = this.compute();
    this.onChange(this.live);
    clearTimeout(this.timer);
    const next = nextChangeAt(this.data.facts, this.now());
    if (next === null) return;
    this.timer = window.setTimeout(() => void this.settle(), Math.min(next - this.now(), LONGEST_TIMER_MS));
  }

  /** The visitor's clock says that something has changed: the server's clock confirms it or not. */
  private async askClock(): Promise<void> {
    const reply = await patiently((signal) =>
      fetch(location.href, { method: 'HEAD', cache: 'no-store', signal }),
    );
    const { headers } = reply ?? {};
    this.offset =
      clockOffset(headers?.get('Date') ?? null, headers?.get('Age') ?? null, Date.now()) ?? this.offset;
  }

  /** Reads the snapshot of seats, at most once a minute, and shows it. */
  private async readSnapshot(): Promise<void> {
    const { availability, session } = this.data;
    if (availability === null || Date.now() - this.snapshotAt < SNAPSHOT_AGE_MS) return;
    this.snapshotAt = Date.now();
    const json = await patiently(async (signal): Promise<unknown> => {
      const reply = await fetch(availability, { credentials: 'omit', signal });
      return reply.ok ? reply.json() : null;
    });
    // No snapshot, no claim: an old one is forgotten when a new one cannot be read.
    this.snapshot = snapshotOf(json, session.id);
    this.publish();
  }
}

/** The result, or null when the network fails or takes too long: both are asked for as a help only. */
async function patiently<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => {
    patience.abort();
  }, CLOCK_TIMEOUT_MS);
  try {
    return await ask(patience.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

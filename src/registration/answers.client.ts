/** The form's answers: their bytes, their memory in this tab, their lock while their fate is open. */
import { parseMemory, serialiseMemory } from './draft.ts';
import type { Memory } from './draft.ts';
import { memoryKey, PLAIN_KEY } from './memory-key.ts';
import { submittedFields } from './parse.ts';
import type { SubmittedFields } from './parse.ts';
import { findAs } from './page.client.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

export class Answers {
  private readonly form: HTMLFormElement;
  private readonly key: string;
  private readonly box: HTMLFieldSetElement | null;

  constructor(form: HTMLFormElement, sessionId: string) {
    this.form = form;
    this.key = memoryKey(sessionId);
    this.box = findAs(form, '[data-answers]', HTMLFieldSetElement);
  }

  /** Disabled controls are neither sent nor remembered: the lock is lifted while reading. */
  private unlocked<T>(read: () => T): T {
    const locked = this.box?.disabled === true;
    this.lock(false);
    const result = read();
    this.lock(locked);
    return result;
  }

  /** While locked, the answers are readable but cannot be changed. */
  lock(locked: boolean): void {
    if (this.box) this.box.disabled = locked;
  }

  /** As the checks want them. */
  fields(): SubmittedFields {
    return this.unlocked(() => submittedFields(new FormData(this.form)));
  }

  /** The very bytes that the browser would send without a script. */
  payload(): URLSearchParams {
    const payload = new URLSearchParams();
    for (const [name, value] of this.unlocked(() => new FormData(this.form))) {
      if (typeof value === 'string') payload.append(name, value.replace(/\r\n?|\n/g, '\r\n'));
    }
    return payload;
  }

  /** True when anything has been typed or chosen. */
  touched(): boolean {
    return this.controls().some((control) =>
      isChoice(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue,
    );
  }

  /**
   * Sends as a browser without a script does, for the case that scripts cannot read the endpoint's replies.
   * The same `submission_id` goes along; the page «sent» then forgets the answers.
   */
  sendPlainly(): void {
    this.lock(false);
    store((session) => {
      session.setItem(PLAIN_KEY, this.key);
    });
    this.form.submit();
  }

  recall(): Memory | null {
    return store((session) => parseMemory(session.getItem(this.key))) ?? null;
  }

  remember(memory: Memory): void {
    store((session) => {
      session.setItem(this.key, serialiseMemory(memory));
    });
  }

  forget(): void {
    store((session) => {
      session.removeItem(this.key);
    });
  }

  /** Typed and chosen answers for the memory. */
  typed(): [string, string][] {
    return this.unlocked(() =>
      this.controls()
        .filter((control) => !isChoice(control) || control.checked)
        .map((control) => [control.name, control.value]),
    );
  }

  /** Puts remembered answers back; a box is ticked only if it stands for the same text as then. */
  restore(answers: readonly (readonly [string, string])[]): void {
    const left = new Map(answers);
    for (const control of this.controls()) {
      const value = left.get(control.name);
      if (isChoice(control)) control.checked = value === control.value;
      else if (value !== undefined) control.value = value;
    }
  }

  private controls(): Control[] {
    return Array.from(this.box?.querySelectorAll<Control>('input, textarea') ?? []);
  }
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

/** sessionStorage may be forbidden or full: then nothing is remembered, and the form works all the same. */
function store<T>(use: (session: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

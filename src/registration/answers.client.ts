/** The form's answers: their bytes, their memory in this tab, their lock while their fate is open. */
import { newSubmissionId, parseMemory, serialiseMemory } from './draft.ts';
import type { Draft, Memory } from './draft.ts';
import { memoryKey, PLAIN_KEY } from './memory-key.ts';
import { findAs } from './page.client.ts';
import { SUBMISSION_ID_FIELD } from './service-fields.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

export class Answers {
  private readonly form: HTMLFormElement;
  private readonly key: string;
  private readonly box: HTMLFieldSetElement | null;
  private readonly idControl: HTMLInputElement | null;
  private sentPlainly = false;

  constructor(form: HTMLFormElement, sessionId: string) {
    this.form = form;
    this.key = memoryKey(sessionId);
    this.box = findAs(form, '[data-answers]', HTMLFieldSetElement);
    this.idControl = findAs(form, `[name=${SUBMISSION_ID_FIELD}]`, HTMLInputElement);
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

  /** Everything that would be sent, as pairs. */
  pairs(): FormData {
    return this.unlocked(() => new FormData(this.form));
  }

  /** The very bytes that the browser would send without a script. */
  payload(): URLSearchParams {
    const payload = new URLSearchParams();
    for (const [name, value] of this.pairs()) {
      if (typeof value === 'string') payload.append(name, value.replace(/\r\n?|\n/g, '\r\n'));
    }
    return payload;
  }

  /** True when anything has been typed or chosen. */
  touched(): boolean {
    return this.controls().some(isTouched);
  }

  /** From now on it is another application. */
  renewId(): void {
    if (this.idControl) this.idControl.value = newSubmissionId(crypto);
  }

  /**
   * Sends as a browser without a script does: when the script's other part has not come, or when scripts
   * cannot read the endpoint's replies. The same `submission_id` goes along; the page «sent» then forgets
   * the answers.
   */
  sendPlainly(): void {
    this.lock(false);
    this.sentPlainly = true;
    store((session) => {
      session.setItem(PLAIN_KEY, this.key);
    });
    this.form.submit();
  }

  /** The page is on the screen again with everything as it was: whatever arrived the plain way is over. */
  backAgain(): void {
    if (this.sentPlainly && this.recall() === null) this.renewId();
    this.sentPlainly = false;
  }

  recall(): Memory | null {
    return store((session) => parseMemory(session.getItem(this.key))) ?? null;
  }

  remember(memory: Memory): void {
    store((session) => {
      session.setItem(this.key, serialiseMemory(memory));
    });
  }

  /** Remembers what stands in the form; `sent`: it is under way and its fate is open. Forgets an untouched form. */
  keep(sent: boolean): void {
    if (sent || this.touched()) {
      const submissionId = this.idControl?.value ?? '';
      this.remember({ kind: 'draft', draft: { answers: this.typed(), submissionId, sent } });
    } else {
      store((session) => {
        session.removeItem(this.key);
      });
    }
  }

  /** Typed and chosen answers for the memory. */
  private typed(): [string, string][] {
    return this.unlocked(() =>
      this.controls()
        .filter((control) => !isChoice(control) || control.checked)
        .map((control) => [control.name, control.value]),
    );
  }

  /**
   * Puts a remembered draft back; a box is ticked only if it stands for the same text as then. What has been
   * typed since, before this script came, is newer and stays, unless the draft is under way as it was.
   */
  restore({ answers, submissionId, sent }: Draft): void {
    const left = new Map(answers);
    const newer = new Set(
      this.controls()
        .filter((control) => !sent && isTouched(control))
        .map(({ name }) => name),
    );
    for (const control of this.controls()) {
      const value = left.get(control.name);
      if (newer.has(control.name)) continue;
      if (isChoice(control)) control.checked = value === control.value;
      else if (value !== undefined) control.value = value;
    }
    if (this.idControl && submissionId !== '') this.idControl.value = submissionId;
  }

  private controls(): Control[] {
    return Array.from(this.box?.querySelectorAll<Control>('input, textarea') ?? []);
  }
}

function isTouched(control: Control): boolean {
  return isChoice(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
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

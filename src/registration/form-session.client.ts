/** Wires the form to its state machine: events in; words, focus and requests out. */
import { takesApplications } from '../domain/registration-state.ts';
import type { Answers } from './answers.client.ts';
import { focusSummary, showErrors } from './errors.client.ts';
import { FIELDS } from './fields.ts';
import { find, findAll } from './page.client.ts';
import type { PageData } from './page-data.ts';
import { mayApply, showOthers, showState } from './panel.client.ts';
import { parseRegistration, submittedFields } from './parse.ts';
import type { FieldError, SubmittedFields } from './parse.ts';
import { focusOutcome, showPhase } from './phase.client.ts';
import { isFault } from './readers.ts';
import { send } from './send.client.ts';
import type { LiveState, StateWatch } from './state.client.ts';
import { isLocked, isUnsettled, SLOW_MS, START, step } from './submission.ts';
import type { Phase, SubmissionEvent } from './submission.ts';

/** Begins to serve the form. Returns what is to be called with every change of the registration state. */
export function startForm(
  panel: HTMLElement,
  form: HTMLFormElement,
  data: PageData,
  watch: StateWatch,
  answers: Answers,
): (live: LiveState) => void {
  let live = watch.live;
  let phase: Phase = START;
  let shown: readonly FieldError[] = [];
  /** Checks come with the first sending, then field by field. */
  let checked = false;
  let settling = false;
  let youngest: number | null = null;
  let timer: number | undefined;

  const fields = (): SubmittedFields => submittedFields(answers.pairs());

  /** A snapshot may be a minute old: whoever has begun to fill in the form may try all the same. */
  const maySend = () => mayApply(live) || (live.state === 'full' && answers.touched());

  function render(): void {
    showState(panel, live, watch);
    showPhase(panel, form, { phase, live, maySend: maySend(), touched: answers.touched() });
    answers.lock(isLocked(phase));
    const refused = phase.name === 'editing' ? phase.refused?.reason : undefined;
    const wanted =
      refused === 'full' || refused === 'closed' || youngest !== null || !takesApplications(live.state);
    showOthers(panel, watch, wanted && phase.name !== 'accepted', youngest);
  }

  function remember(): void {
    if (phase.name === 'accepted') answers.remember({ kind: 'accepted', reply: phase.reply });
    else answers.keep(isUnsettled(phase));
  }

  function setErrors(errors: readonly FieldError[]): void {
    shown = errors;
    showErrors(form, errors);
    const ages = FIELDS.childrenAges.read(fields().get(FIELDS.childrenAges.name) ?? '');
    const tooYoung = errors.some(({ code }) => code === 'too_young') && !isFault(ages);
    youngest = tooYoung ? Math.min(...ages.value) : null;
  }

  function check(): readonly FieldError[] {
    const result = parseRegistration(fields(), data.session, data.options);
    return result.ok ? [] : result.errors;
  }

  function dispatch(event: SubmissionEvent): void {
    const next = step(phase, event);
    if (next === phase) return;
    const before = phase;
    phase = next;
    clearTimeout(timer);
    // Controls that are about to be locked cannot keep the focus.
    if (next.name === 'sending' && form.contains(document.activeElement))
      find(form, '[data-submit]')?.focus();
    // A cancelled application stays cancelled under its id: the next one is another.
    if (next.name === 'editing' && next.refused?.code === 'withdrawn') answers.renewId();
    remember();
    if (next.name === 'editing') setErrors(next.refused?.errors ?? []);
    render();
    if (next.name === 'sending') {
      if (before.name !== 'sending') void attempt();
    } else if (next.name === 'waiting') {
      timer = window.setTimeout(() => {
        dispatch({ type: 'due' });
      }, next.delay);
      focusOutcome(panel, next);
    } else if (shown.length > 0) focusSummary(form);
    else focusOutcome(panel, next);
  }

  async function attempt(): Promise<void> {
    if (!navigator.onLine) {
      dispatch({ type: 'offline' });
      return;
    }
    timer = window.setTimeout(() => {
      dispatch({ type: 'slow' });
    }, SLOW_MS);
    dispatch({ type: 'outcome', outcome: await send(form.getAttribute('action') ?? '', answers.payload()) });
  }

  /** A click on the button, Enter in a field. */
  async function apply(): Promise<void> {
    if (isLocked(phase)) {
      dispatch({ type: 'send' });
      return;
    }
    if (settling) return;
    checked = true;
    setErrors(check());
    render();
    if (shown.length > 0) {
      focusSummary(form);
      return;
    }
    settling = true;
    await watch.settle();
    settling = false;
    if (maySend()) dispatch({ type: 'send' });
    else find(panel, `[data-when=${live.state}]`)?.scrollIntoView();
  }

  for (const control of findAll(form, '[required]')) {
    // Screen readers call an empty `required` control invalid before anything was typed.
    control.removeAttribute('required');
    control.setAttribute('aria-required', 'true');
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void apply();
  });
  form.addEventListener('input', remember);
  form.addEventListener('change', (event) => {
    if (!checked || !(event.target instanceof HTMLElement)) return;
    const changed = event.target.closest<HTMLElement>('[data-field]')?.dataset.field;
    const watched = new Set([changed, ...shown.map(({ field }) => field)]);
    setErrors(check().filter(({ field }) => watched.has(field)));
    render();
  });
  addEventListener('online', () => {
    dispatch({ type: 'due' });
  });
  addEventListener('pagehide', remember);
  find(form, '[data-plain]')?.addEventListener('click', () => {
    answers.sendPlainly();
  });
  find(panel, '[data-print]')?.addEventListener('click', () => {
    print();
  });
  find(panel, '[data-another]')?.addEventListener('click', () => {
    form.reset();
    checked = false;
    answers.renewId();
    dispatch({ type: 'anew' });
    find(form, '[data-field] input')?.focus();
  });

  const memory = answers.recall();
  if (memory?.kind === 'accepted') phase = step(phase, { type: 'restored', reply: memory.reply });
  else if (memory?.draft.sent) phase = step(phase, { type: 'interrupted' });
  render();
  return (next) => {
    live = next;
    render();
  };
}

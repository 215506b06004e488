/** Shows how far the submission has come: form, notice, button, accepted view. */
import { outcomeWords, progressWords } from '../i18n/ru/registration-outcomes.ts';
import { find, findAll, say, show } from './page.client.ts';
import type { LiveState } from './state.client.ts';
import { isLocked } from './submission.ts';
import type { Phase } from './submission.ts';

type View = {
  readonly phase: Phase;
  readonly live: LiveState;
  readonly maySend: boolean;
  /** Something has been typed: it stays in sight whatever happens. */
  readonly touched: boolean;
};

/** Shows a phase and nothing that belongs to another. */
export function showPhase(panel: HTMLElement, form: HTMLFormElement, view: View): void {
  const { phase, live, maySend, touched } = view;
  const accepted = phase.name === 'accepted' ? phase.reply : null;
  const locked = isLocked(phase);

  show(form, !accepted && (maySend || touched || locked));
  show(find(panel, '.registration__states'), !accepted);
  show(find(form, '[data-actions]'), maySend || locked);
  say(find(form, '[data-progress]'), progressWords(phase));

  const words = outcomeWords(phase);
  show(find(form, '[data-outcome]'), words !== null);
  say(find(form, '[data-outcome-title]'), words?.title ?? '');
  say(find(form, '[data-outcome-text]'), words?.text ?? '');
  show(find(form, '[data-plain]'), phase.name === 'unknown');
  nameButton(find(form, '[data-submit]'), phase, live);

  show(find(panel, '[data-accepted]'), accepted !== null);
  // In the panel, and on the pass for the printer: a pass is for whoever has a seat.
  const reference = accepted?.reference ?? null;
  for (const row of findAll(document.body, '[data-reference-row]')) {
    show(row, reference !== null && (panel.contains(row) || accepted?.status === 'confirmed'));
    say(find(row, '[data-reference]'), reference ?? '');
  }
  if (!accepted) return;
  for (const part of findAll(panel, '[data-status]')) show(part, part.dataset.status === accepted.status);
  show(find(panel, '[data-already]'), accepted.already);
}

function nameButton(button: HTMLElement | null, phase: Phase, live: LiveState): void {
  if (!button) return;
  const { again, waitlist } = button.dataset;
  const first = (button.dataset.first ??= button.textContent.trim());
  const full = live.state === 'full' && live.snapshot?.waitlist === true;
  say(button, (isLocked(phase) && phase.name !== 'sending' ? again : full ? waitlist : first) ?? first);
}

/** Moves the focus to what there is to read now. */
export function focusOutcome(panel: HTMLElement, phase: Phase): void {
  const selector =
    phase.name === 'accepted' ? `[data-status=${phase.reply.status}] [tabindex]` : '[data-outcome]';
  find(panel, selector)?.focus();
}

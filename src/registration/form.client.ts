/**
 * The session page's first script: the state of now, and the memory of what is typed. The form's own script
 * follows at the first touch of the form, so that reading costs little; should it not arrive, the form is sent
 * the plain way.
 */
import type { RegistrationState } from '../domain/registration-state.ts';
import { takesApplications } from '../domain/registration-state.ts';
import { Answers } from './answers.client.ts';
import { find, findAs, show } from './page.client.ts';
import type { PageData } from './page-data.ts';
import { mayApply, showOthers, showState } from './panel.client.ts';
import type { LiveState } from './state.client.ts';
import { StateWatch } from './state.client.ts';

const panel = find(document, '[data-registration]');
const page = panel && find(panel, '[data-page]')?.textContent;
if (panel && page) start(panel, JSON.parse(page) as PageData, panel.dataset.state as RegistrationState);

function start(panel: HTMLElement, data: PageData, built: RegistrationState): void {
  const form = findAs(panel, '[data-form]', HTMLFormElement);
  let render = (live: LiveState) => {
    showState(panel, live, watch);
    show(form, mayApply(live));
    showOthers(panel, watch, !takesApplications(live.state) && live.state !== 'external', null);
  };
  const watch = new StateWatch(data, built, (live) => {
    render(live);
  });
  if (form) {
    const answers = new Answers(form, data.session.id);
    const memory = answers.recall();
    /** Accepted, or under way when the page was left: nothing is to be changed before the form's own part knows. */
    const settled = memory?.kind === 'accepted' || memory?.draft.sent === true;
    answers.renewId();
    if (memory?.kind === 'draft') answers.restore(memory.draft);
    answers.lock(settled);

    // A slow line may take its time with the form's own part: what is typed meanwhile is kept by this one.
    const early = new AbortController();
    const { signal } = early;
    const keep = () => {
      if (!settled) answers.keep(false);
    };
    let loading: Promise<void> | null = null;
    const load = () =>
      (loading ??= import('./form-session.client.ts').then(({ startForm }) => {
        early.abort();
        render = startForm(panel, form, data, watch, answers);
      }));
    const touch = () => {
      load().catch(() => {
        // Sending without it works too: nothing is lost if it does not come.
        answers.lock(false);
      });
    };
    const submit = (event: Event) => {
      event.preventDefault();
      load().then(
        () => {
          form.requestSubmit();
        },
        () => {
          answers.sendPlainly();
        },
      );
    };
    form.noValidate = true;
    form.addEventListener('focusin', touch, { once: true, signal });
    form.addEventListener('input', touch, { once: true, signal });
    form.addEventListener('input', keep, { signal });
    form.addEventListener('submit', submit, { signal });
    addEventListener('pagehide', keep, { signal });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) answers.backAgain();
    });
    keep();
    if (memory !== null) touch();
  }
  watch.start();
}

/**
 * The session page's first script: the state of now. The form's own script follows at the first touch of the
 * form, so that reading costs little; should it not arrive, the form is sent the plain way.
 */
import type { RegistrationState } from '../domain/registration-state.ts';
import { takesApplications } from '../domain/registration-state.ts';
import { memoryKey } from './memory-key.ts';
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
    let loading: Promise<void> | null = null;
    const load = () =>
      (loading ??= import('./form-session.client.ts').then(({ startForm }) => {
        form.removeEventListener('submit', submit);
        render = startForm(panel, form, data, watch);
      }));
    const touch = () => {
      // Sending without it works too: nothing is lost if it does not come.
      load().catch(() => null);
    };
    const submit = (event: Event) => {
      event.preventDefault();
      load().then(
        () => {
          form.requestSubmit();
        },
        () => {
          form.submit();
        },
      );
    };
    form.noValidate = true;
    form.addEventListener('focusin', touch, { once: true });
    form.addEventListener('input', touch, { once: true });
    form.addEventListener('submit', submit);
    if (remembers(data.session.id)) touch();
  }
  watch.start();
}

/** True when this tab has an application for the session under way. */
function remembers(sessionId: string): boolean {
  try {
    return sessionStorage.getItem(memoryKey(sessionId)) !== null;
  } catch {
    // Storage is forbidden here: there is nothing to remember.
    return false;
  }
}

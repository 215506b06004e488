/** The first of the facets: waits for a touch of the form or an address that asks for something, then fetches the rest. */
const form = document.querySelector<HTMLFormElement>('form[data-facets]');
const toggle = form?.querySelector('[data-facets-toggle]');
/** Something was ticked before the rest was there. */
let touched = false;
let woken = false;

function wake(): void {
  if (form === null || woken) return;
  woken = true;
  import('./facets.client.ts').then(
    ({ startFacets }) => {
      startFacets(form, touched);
    },
    () => {
      // The connection is gone: the form still works as a plain one; the next touch tries again.
      woken = false;
    },
  );
}

toggle?.addEventListener('click', () => {
  toggle.setAttribute('aria-expanded', String(form?.toggleAttribute('data-open')));
});
if (form !== null) {
  // The ordering and the folded days stand beside the form, in the same box.
  const root = form.closest('.faceted') ?? form;
  for (const event of ['pointerenter', 'focusin', 'touchstart']) {
    root.addEventListener(event, wake, { passive: true });
  }
  root.addEventListener('change', () => {
    touched = true;
    wake();
  });
  if (location.search !== '') wake();
}

// A module, not a script of the whole page: its names are its own.
export {};

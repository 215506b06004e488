/** Brings the panel when it is asked for: most readers never do. */
let panel: Promise<() => void> | undefined;

document.querySelector('[data-vision-open]')?.addEventListener('click', () => {
  panel ??= import('./panel.client.ts').then(({ makePanel }) => makePanel());
  panel.then(
    (show) => {
      show();
    },
    () => {
      // It could not come: the page about accessibility says what to do instead.
      location.assign('/accessibility/');
    },
  );
});

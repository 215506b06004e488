/** Shows the buttons that this browser can serve: copying and the device's own sharing. */
for (const box of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const { url, title } = box.dataset;
  const copy = box.querySelector<HTMLButtonElement>('[data-share-copy]');
  const native = box.querySelector<HTMLButtonElement>('[data-share-native]');
  const status = box.querySelector<HTMLElement>('[data-share-status]');
  if (url === undefined || copy === null || native === null || status === null) continue;

  // Both exist only on https and on this machine; older browsers have neither.
  if ('clipboard' in navigator) {
    copy.hidden = false;
    copy.addEventListener('click', () => {
      navigator.clipboard.writeText(url).then(
        () => {
          status.textContent = status.dataset.copied ?? '';
        },
        () => {
          // Not allowed here: the address itself can still be copied by hand.
          status.textContent = url;
        },
      );
    });
  }
  if ('share' in navigator) {
    native.hidden = false;
    native.addEventListener('click', () => {
      // Rejected when the visitor changes their mind: nothing to say then.
      navigator.share({ url, ...(title === undefined ? {} : { title }) }).catch(() => undefined);
    });
  }
}

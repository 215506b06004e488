/** The first kilobyte of the search: waits for the focus of a search box, then fetches the rest. */
const box = document.querySelector<HTMLInputElement>('[data-search-box]');
let woken = false;

function wake(): void {
  if (box === null || woken) return;
  woken = true;
  import('./combobox.client.ts').then(
    ({ attachCombobox }) => {
      attachCombobox(box);
    },
    () => {
      // Without the suggestions the form still leads to the search page; the next key tries again.
      woken = false;
    },
  );
}

box?.addEventListener('focus', wake);
box?.addEventListener('input', wake);
if (box !== null && box === document.activeElement) wake();

// A module, not a script of the whole page: its names are its own.
export {};

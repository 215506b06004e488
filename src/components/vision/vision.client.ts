/** Opens the panel and keeps the reader's choice in localStorage; nothing leaves the browser. */
import { addPanel } from './panel.client.ts';
import { VISION_KEYS, VISION_STORAGE } from './pre-paint.ts';

const root = document.documentElement;
let panel: ReturnType<typeof addPanel> | undefined;

document.querySelector('[data-vision-open]')?.addEventListener('click', () => {
  panel ??= madePanel();
  for (const key of VISION_KEYS) {
    const value = root.getAttribute(`data-${key}`) ?? '';
    const input = panel.form.querySelector<HTMLInputElement>(`[name="${key}"][value="${value}"]`);
    if (input) input.checked = true;
  }
  panel.dialog.showModal();
});

function madePanel(): ReturnType<typeof addPanel> {
  const { dialog, form } = addPanel();
  form.addEventListener('change', () => {
    apply(new FormData(form));
  });
  form.addEventListener('reset', () => {
    apply(new FormData());
    setTimeout(() => {
      dialog.close();
    });
  });
  // A click beside the panel lands on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { dialog, form };
}

function apply(choice: FormData): void {
  const kept: Record<string, string> = {};
  for (const key of VISION_KEYS) {
    const value = choice.get(key);
    if (typeof value === 'string' && value !== '') {
      kept[key] = value;
      root.setAttribute(`data-${key}`, value);
    } else root.removeAttribute(`data-${key}`);
  }
  try {
    localStorage.setItem(VISION_STORAGE, JSON.stringify(kept));
  } catch {
    // Storage may be forbidden: the choice then lasts for this page only.
  }
}

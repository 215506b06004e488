/**
 * The dialog of the panel. Only a script can apply what is chosen in it, so it is not part of the pages. The
 * reader's choice is kept in localStorage; nothing leaves the browser.
 */
import { vision } from '../../i18n/ru/vision.ts';
import { element } from '../../search/markup.client.ts';
import styles from './panel.css?url&no-inline';
import { VISION_KEYS, VISION_STORAGE } from './settings.ts';
import type { VisionChoice } from './settings.ts';

const root = document.documentElement;

type Choice = readonly [value: string, text: string];

const GROUPS: readonly { name: string; title: string; options: readonly Choice[] }[] = [
  { name: 'size', title: vision.size, options: [['', vision.usualSize], ...Object.entries(vision.sizes)] },
  { name: 'contrast', title: vision.contrast, options: Object.entries(vision.contrasts) },
  { name: 'spacing', title: vision.spacing, options: Object.entries(vision.spacings) },
  { name: 'pictures', title: vision.pictures, options: Object.entries(vision.picturesOptions) },
];

function withText<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = element(name, attributes);
  made.textContent = text;
  return made;
}

function choices(name: string, title: string, options: readonly Choice[]): HTMLElement {
  const row = element('div', { class: 'row' });
  for (const [value, text] of options) {
    const input = element('input', { type: 'radio', name, value });
    input.defaultChecked = value === '';
    const label = element('label');
    label.append(input, ` ${text}`);
    row.append(label);
  }
  const set = element('fieldset', { class: 'facet vision-group' });
  set.append(withText('legend', title), row);
  return set;
}

/** Comes true when the styles of the dialog are there. @throws Event when they cannot come. */
function bringStyles(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sheet = element('link', { rel: 'stylesheet', href: styles });
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', reject);
    document.head.append(sheet);
  });
}

/** Adds the closed dialog to the page; gives back what opens it with the present choice. */
export async function makePanel(): Promise<() => void> {
  await bringStyles();
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
  return () => {
    for (const key of VISION_KEYS) {
      const value = root.getAttribute(`data-${key}`) ?? '';
      const input = form.querySelector<HTMLInputElement>(`[name="${key}"][value="${value}"]`);
      if (input) input.checked = true;
    }
    // A second click while the panel was on its way finds it open.
    if (!dialog.open) dialog.showModal();
  };
}

function show(choice: VisionChoice): void {
  for (const key of VISION_KEYS) {
    const value = choice[key];
    if (value === undefined) root.removeAttribute(`data-${key}`);
    else root.setAttribute(`data-${key}`, value);
  }
}

function apply(choice: FormData): void {
  const kept: VisionChoice = {};
  for (const key of VISION_KEYS) {
    const value = choice.get(key);
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  show(kept);
  try {
    localStorage.setItem(VISION_STORAGE, JSON.stringify(kept));
  } catch {
    // Storage may be forbidden: the choice then lasts for this page only.
  }
}

function addPanel(): { dialog: HTMLDialogElement; form: HTMLFormElement } {
  const dialog = element('dialog', { id: 'vision', 'aria-labelledby': 'vision-title' });
  const form = element('form', { method: 'dialog', class: 'stack' });
  const buttons = element('div', { class: 'row' });
  buttons.append(
    withText('button', vision.close, { type: 'submit', class: 'button', value: 'close' }),
    withText('button', vision.reset, { type: 'reset', class: 'button button--plain' }),
  );
  form.append(
    withText('h2', vision.open, { id: 'vision-title' }),
    ...GROUPS.map(({ name, title, options }) => choices(name, title, options)),
    withText('p', vision.note, { class: 'small quiet' }),
    buttons,
  );
  dialog.append(form);
  document.body.append(dialog);
  return { dialog, form };
}

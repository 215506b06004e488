/** The dialog of the panel. Only a script can apply what is chosen in it, so it is not part of the pages. */
import { vision } from '../../i18n/ru/vision.ts';
import { element } from '../../search/markup.client.ts';

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

/** Adds the closed dialog to the page. */
export function addPanel(): { dialog: HTMLDialogElement; form: HTMLFormElement } {
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

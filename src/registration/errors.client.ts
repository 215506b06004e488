/** Errors in the GOV.UK pattern: a summary that takes the focus, links to the fields, the same words at both. */
import type { FieldError } from './parse.ts';
import { find, findAll, say, show } from './page.client.ts';

const TITLE_MARK = 'Ошибка: ';

function controlsOf(form: HTMLFormElement, field: string): HTMLElement[] {
  const box = findAll(form, '[data-field]').find((each) => each.dataset.field === field);
  return box ? findAll(box, 'input, textarea') : [];
}

/** Shows exactly these errors and takes away all others. */
export function showErrors(form: HTMLFormElement, errors: readonly FieldError[]): void {
  for (const box of findAll(form, '[data-field]')) {
    const error = errors.find(({ field }) => field === box.dataset.field);
    const line = find(box, '.field__error');
    say(line, error?.message ?? '');
    show(line, error !== undefined);
    for (const control of findAll(box, 'input, textarea')) {
      if (error) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }
  find(form, '[data-summary-list]')?.replaceChildren(...errors.map((error) => summaryItem(form, error)));
  show(find(form, '[data-summary]'), errors.length > 0);
  const bare = document.title.replace(TITLE_MARK, '');
  document.title = errors.length > 0 ? TITLE_MARK + bare : bare;
}

/** Moves the focus to the summary. */
export function focusSummary(form: HTMLFormElement): void {
  find(form, '[data-summary]')?.focus();
}

function summaryItem(form: HTMLFormElement, error: FieldError): HTMLLIElement {
  const item = document.createElement('li');
  const control = controlsOf(form, error.field)[0];
  if (!control) {
    item.textContent = error.message;
    return item;
  }
  const link = document.createElement('a');
  link.href = `#${control.id}`;
  link.textContent = error.message;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    control.focus();
    control.closest('[data-field]')?.scrollIntoView();
  });
  item.append(link);
  return item;
}

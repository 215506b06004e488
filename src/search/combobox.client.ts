/**
 * Suggestions under the search box of the header: a combobox with a list, after the ARIA Authoring
 * Practices. The box stays a plain form: Enter without a chosen line opens the search page.
 */
import { search as words } from '../i18n/ru/search.ts';
import css from './combobox.css?inline';
import { loadEngine } from './engine.client.ts';
import { element, markedText } from './markup.client.ts';
import type { Engine } from './query/search.ts';
import { suggest } from './suggestions.ts';
import type { Suggestion, Suggestions } from './suggestions.ts';

/** Screen readers hear the count once the typing pauses. */
const ANNOUNCE_AFTER_MS = 600;
const LIST_ID = 'search-suggestions';

/** Turns the input into a combobox. To be called once. */
export function attachCombobox(input: HTMLInputElement): void {
  const form = input.form;
  if (form === null) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const list = element('div', { class: 'suggest', id: LIST_ID, role: 'listbox', 'aria-label': words.hints });
  list.hidden = true;
  const status = element('p', { class: 'vh', role: 'status' });
  form.append(list, status);
  form.classList.add('site-search--live');
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': LIST_ID,
    'aria-haspopup': 'listbox',
    spellcheck: 'false',
  })) {
    input.setAttribute(name, value);
  }

  let engine: Engine | null = null;
  let options: HTMLElement[] = [];
  let active = -1;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  };
  const choose = (index: number): void => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    if (option === undefined) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const announce = (text: string): void => {
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = text), ANNOUNCE_AFTER_MS);
  };
  const show = (): void => {
    const query = input.value.trim();
    if (query === '' || document.activeElement !== input) {
      close();
      return;
    }
    if (engine === null) {
      load();
      return;
    }
    const found = suggest(engine, query, Date.now());
    options = fill(list, found, query);
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    announce(words.hintsCount(found.count));
  };
  const load = (): void => {
    loadEngine().then(
      (loaded) => {
        engine = loaded;
        show();
      },
      () => {
        announce(words.listUnavailable);
      },
    );
  };

  input.addEventListener('input', show);
  input.addEventListener('focus', show);
  input.addEventListener('blur', close);
  // The pointer must not take the focus away before the link is followed.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = options.length;
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) show();
      if (list.hidden) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are options: the box itself.
      choose(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && open) {
      const option = options[active];
      if (option === undefined) return;
      event.preventDefault();
      option.click();
    }
  });
  addEventListener('pageshow', close);
  load();
}

/** Fills the list; returns its options in order. Everything typed is set as text, never as markup. */
function fill(list: HTMLElement, { groups, count, answer }: Suggestions, query: string): HTMLElement[] {
  const options: HTMLElement[] = [];
  const option = (item: Suggestion, title: Node): HTMLElement => {
    const link = element('a', {
      class: 'suggest__option',
      role: 'option',
      id: `${LIST_ID}-${options.length}`,
      'aria-selected': 'false',
      tabindex: '-1',
      href: item.url,
    });
    link.append(title);
    if (item.note !== '') {
      const note = element('small');
      note.textContent = item.note;
      link.append(' ', note);
    }
    options.push(link);
    return link;
  };
  const parts: HTMLElement[] = [];
  if (answer.shown !== null) parts.push(note(words.shown(answer.shown)));
  if (count === 0) parts.push(note(words.nothing));
  for (const [i, group] of groups.entries()) {
    const label = element('div', {
      class: 'suggest__label',
      id: `${LIST_ID}-group-${i}`,
      role: 'presentation',
    });
    label.textContent = group.label;
    const box = element('div', { class: 'suggest__group', role: 'group', 'aria-labelledby': label.id });
    box.append(
      label,
      ...group.items.map((item) => option(item, markedText(item.title, answer.marks, query))),
    );
    parts.push(box);
  }
  const url = `/search/?q=${encodeURIComponent(query.toWellFormed())}`;
  const all = element('div', { class: 'suggest__group', role: 'presentation' });
  all.append(option({ title: '', note: '', url }, document.createTextNode(words.all(query))));
  list.replaceChildren(...parts, all);
  list.scrollTop = 0;
  return options;
}

function note(text: string): HTMLElement {
  const line = element('div', { class: 'suggest__note', role: 'presentation' });
  line.textContent = text;
  return line;
}

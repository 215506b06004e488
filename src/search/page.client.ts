/** The search page: instant answers at every key, full text behind them, the query in the address. */
import { search as words } from '../i18n/ru/search.ts';
import { loadEngine } from './engine.client.ts';
import { FullTextView } from './fulltext-view.client.ts';
import { element, markedText } from './markup.client.ts';
import type { Engine } from './query/search.ts';
import { MAX_QUERY_LENGTH } from './query/normalise.ts';
import type { Suggestions } from './suggestions.ts';
import { MANY, suggest } from './suggestions.ts';

/** The address follows once the typing pauses: browsers refuse changes at every key. */
const ADDRESS_AFTER_MS = 500;

interface Asked {
  readonly query: string;
  readonly literally: boolean;
}

function part(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-search-${name}]`);
}

function askedInAddress(): Asked {
  const params = new URLSearchParams(location.search);
  return {
    query: (params.get('q') ?? '').slice(0, MAX_QUERY_LENGTH),
    literally: params.get('exact') === '1',
  };
}

function addressOf({ query, literally }: Asked): string {
  if (query.trim() === '') return location.pathname;
  const params = new URLSearchParams({ q: query.toWellFormed() });
  if (literally) params.set('exact', '1');
  return `${location.pathname}?${params.toString()}`;
}

function start(form: HTMLFormElement, input: HTMLInputElement): void {
  const [answers, status, catalogue, text] = ['answers', 'status', 'catalogue', 'text'].map(part);
  if (answers == null || status == null || catalogue == null || text == null) return;
  const fullText = new FullTextView(text);
  let engine: Engine | null = null;
  let asked = askedInAddress();
  let writing: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    const empty = asked.query.trim() === '';
    catalogue.hidden = !empty;
    answers.hidden = empty;
    text.hidden = empty;
    if (empty) {
      status.textContent = '';
      answers.replaceChildren();
      fullText.clear();
      return;
    }
    if (engine === null) {
      loadEngine().then(
        (loaded) => {
          engine = loaded;
          show();
        },
        () => {
          status.textContent = words.listUnavailable;
          fullText.show(asked.query, () => undefined);
        },
      );
      return;
    }
    const found = suggest(engine, asked.query, Date.now(), MANY, asked.literally);
    answers.replaceChildren(...render(found, asked, addressOf({ ...asked, literally: true })));
    status.textContent = words.found(found.count);
    const query = found.answer.shown ?? asked.query;
    fullText.show(query, (total) => {
      if (found.count === 0) status.textContent = total === 0 ? words.nothing : words.fullTextFound(total);
      // Only when neither knows anything is the visitor sent to the whole catalogue.
      if (found.count === 0 && total === 0) answers.replaceChildren(nothing(asked.query));
    });
  };
  const ask = (next: Asked, how: 'push' | 'replace' | null): void => {
    asked = next;
    clearTimeout(writing);
    if (how === 'push' && addressOf(next) !== location.pathname + location.search) {
      history.pushState(null, '', addressOf(next));
    } else if (how === 'replace') {
      writing = setTimeout(() => {
        history.replaceState(null, '', addressOf(next));
      }, ADDRESS_AFTER_MS);
    }
    show();
  };
  const restore = (): void => {
    const next = askedInAddress();
    input.value = next.query;
    ask(next, null);
  };

  input.addEventListener('input', () => {
    ask({ query: input.value, literally: false }, 'replace');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask({ query: input.value, literally: false }, 'push');
  });
  answers.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-search-literally]')) return;
    event.preventDefault();
    ask({ ...asked, literally: true }, 'push');
  });
  addEventListener('popstate', restore);
  // Whoever began to type before the script was there keeps what was typed.
  if (asked.query === '' && input.value !== '') ask({ query: input.value, literally: false }, 'replace');
  else restore();
}

function render({ groups, answer }: Suggestions, asked: Asked, literalAddress: string): Node[] {
  const nodes: Node[] = [];
  if (answer.shown !== null) {
    const line = element('p', { class: 'results__shown' });
    const link = element('a', { href: literalAddress, 'data-search-literally': '' });
    link.textContent = words.literally(asked.query);
    line.append(`${words.shown(answer.shown)} `, link);
    nodes.push(line);
  }
  for (const [i, group] of groups.entries()) {
    const section = element('section', { class: 'results__group', 'aria-labelledby': `answers-${i}` });
    const heading = element('h2', { class: 'results__label', id: `answers-${i}` });
    heading.textContent = group.label;
    const list = element('ul', { class: 'results__list' });
    for (const item of group.items) {
      const row = element('li', { class: 'results__item' });
      const link = element('a', { href: item.url });
      link.append(markedText(item.title, answer.marks, asked.query));
      row.append(link);
      if (item.note !== '') {
        const note = element('p');
        note.textContent = item.note;
        row.append(note);
      }
      list.append(row);
    }
    section.append(heading, list);
    nodes.push(section);
  }
  return nodes;
}

function nothing(query: string): HTMLElement {
  const box = element('div', { class: 'empty' });
  const [title, hint, link] = [
    element('p'),
    element('p'),
    element('a', { class: 'more', href: '/enterprises/' }),
  ];
  const strong = element('b');
  strong.textContent = `${words.nothing}: «${query.slice(0, 60)}»`;
  title.append(strong);
  hint.textContent = words.nothingHint;
  link.textContent = words.wholeCatalogue;
  box.append(title, hint, link);
  return box;
}

const form = document.querySelector<HTMLFormElement>('[data-search-page]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
if (form != null && input != null) start(form, input);

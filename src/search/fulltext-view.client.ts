/** Full-text results on the search page: kinds as filters, a few results at a time, plain words on failure. */
import { search as words } from '../i18n/ru/search.ts';
import { element } from './markup.client.ts';
import type { TextResult, TextResults } from './fulltext.client.ts';
import { searchText } from './fulltext.client.ts';

const AT_ONCE = 6;
/** Full text is asked for once the typing pauses; instant answers do not wait. */
const PAUSE_MS = 120;

function isKind(kind: string): kind is keyof typeof words.kinds {
  return kind in words.kinds;
}

export class FullTextView {
  private readonly heading = element('h2', { class: 'results__label' });
  private readonly note = element('p', { class: 'small quiet', role: 'status' });
  private readonly kinds = element('div', { class: 'row results__kinds' });
  private readonly list = element('ul', { class: 'results__list' });
  private readonly more = element('button', { class: 'button button--plain', type: 'button' });
  private kind: string | null = null;
  private query = '';
  /** Counts the questions: answers to earlier ones are dropped. */
  private turn = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private showMore: () => void = () => undefined;

  constructor(root: HTMLElement) {
    this.heading.textContent = words.fullText;
    this.more.textContent = words.more;
    this.more.addEventListener('click', () => {
      this.showMore();
    });
    root.replaceChildren(this.heading, this.note, this.kinds, this.list, this.more);
    this.clear();
  }

  /** Shows nothing and forgets the question. */
  clear(): void {
    this.turn++;
    clearTimeout(this.waiting);
    this.query = '';
    this.kind = null;
    this.note.textContent = '';
    this.kinds.replaceChildren();
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  /** Asks the index; `done` hears how many pages were found, and nothing when the index cannot be had. */
  show(query: string, done: (total: number) => void): void {
    if (query !== this.query) this.kind = null;
    this.query = query;
    const turn = ++this.turn;
    clearTimeout(this.waiting);
    if (this.list.childElementCount === 0) this.note.textContent = words.fullTextLoading;
    this.waiting = setTimeout(() => {
      searchText(query, this.kind)
        .then((results) => this.render(results, turn, done))
        .catch(() => {
          if (turn !== this.turn) return;
          this.clear();
          this.note.textContent = words.fullTextUnavailable;
        });
    }, PAUSE_MS);
  }

  private async render(results: TextResults, turn: number, done: (total: number) => void): Promise<void> {
    const first = await results.load(0, AT_ONCE);
    if (turn !== this.turn) return;
    // Nothing among the best: what follows answers even less.
    const total = first.length === 0 ? 0 : results.total;
    this.note.textContent = total === 0 ? words.fullTextNothing : words.fullTextFound(total);
    this.list.replaceChildren(...first.map(item));
    this.renderKinds(total === 0 ? new Map() : results.kinds, done);
    let shown = AT_ONCE;
    this.more.hidden = shown >= total;
    this.showMore = () => {
      results
        .load(shown, shown + AT_ONCE)
        .then((next) => {
          if (turn !== this.turn) return;
          const rows = next.map(item);
          this.list.append(...rows);
          rows[0]?.querySelector('a')?.focus();
          shown += AT_ONCE;
          this.more.hidden = shown >= total;
        })
        .catch(() => {
          if (turn === this.turn) this.note.textContent = words.fullTextUnavailable;
        });
    };
    done(total);
  }

  private renderKinds(counts: ReadonlyMap<string, number>, done: (total: number) => void): void {
    const found = [...counts].filter(([kind, count]) => count > 0 && isKind(kind));
    if (found.length < 2) {
      this.kinds.replaceChildren();
      return;
    }
    const total = found.reduce((sum, [, count]) => sum + count, 0);
    const chips = [[null, total] as const, ...found].map(([kind, count]) => {
      const chip = element('button', {
        class: 'chip',
        type: 'button',
        'aria-pressed': String(kind === this.kind),
        'data-kind': kind ?? '',
      });
      const number = element('span', { class: 'chip__count' });
      number.textContent = String(count);
      chip.append(kind !== null && isKind(kind) ? words.kinds[kind] : words.allKinds, ' ', number);
      chip.addEventListener('click', () => {
        this.kind = kind;
        this.show(this.query, done);
      });
      return chip;
    });
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.kind : undefined;
    const hadFocus = this.kinds.contains(document.activeElement);
    this.kinds.replaceChildren(...chips);
    if (hadFocus) chips.find((chip) => chip.dataset.kind === focused)?.focus();
  }
}

function item(result: TextResult): HTMLElement {
  const row = element('li', { class: 'results__item' });
  const link = element('a', { href: result.url });
  link.textContent = result.title;
  row.append(link);
  if (isKind(result.kind)) {
    const kind = element('span', { class: 'results__kind' });
    kind.textContent = words.kinds[result.kind];
    row.append(' ', kind);
  }
  const excerpt = element('p');
  excerpt.append(result.excerpt);
  row.append(excerpt);
  return row;
}

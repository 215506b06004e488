/** Narrows and orders a list that is already on the page: hides, counts, keeps the address and Back in step. */
import type { Facet, FacetItem, Selection } from '../../domain/facets.ts';
import {
  AGE,
  conditionCount,
  countFacets,
  matches,
  nearestAlternative,
  NO_SELECTION,
  parseSelection,
  selectionParams,
} from '../../domain/facets.ts';
import { comparator, nextClosing, parseOrdering } from '../../domain/ordering.ts';
import type { Ordering } from '../../domain/ordering.ts';
import { ENTERPRISES, VISITS } from '../../i18n/ru/catalogue.ts';
import { facets as words } from '../../i18n/ru/facets.ts';
import { plural } from '../../i18n/plural.ts';
import { element } from '../../search/markup.client.ts';
import { paramsOf, readRows, withoutValue } from './facet-rows.client.ts';

interface State {
  readonly selection: Selection;
  readonly ordering: Ordering;
}

/** Makes the form work. `touched`: it was changed before, and what it says goes before the address. */
export function startFacets(form: HTMLFormElement, touched: boolean): void {
  const root = form.closest('.faceted');
  const find = (name: string): HTMLElement | null =>
    root?.querySelector<HTMLElement>(`[data-facets-${name}]`) ?? null;
  const [status, chips, empty, toggle, reset] = ['status', 'chips', 'empty', 'toggle', 'reset'].map(find);
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const rows = readRows(root, boxes);
  if (status == null || chips == null || empty == null) return;

  const age = form.elements.namedItem(AGE);
  const order = form.elements.namedItem('order');
  const facets: Facet[] = [...new Set(boxes.map(({ name }) => name))].map((id) => ({
    id,
    values: boxes.filter(({ name }) => name === id).map(({ value }) => value),
  }));
  const forms = form.dataset.facets === 'visits' ? VISITS : ENTERPRISES;
  let ordered: Ordering = 'name';

  const items = (now: number): FacetItem[] =>
    rows.map((row) => ({
      minAge: row.minAge,
      values: { ...row.values, open: nextClosing(row.visits, now) < Infinity ? ['1'] : [] },
    }));

  /** What the form says now. */
  const asked = (): State => ({
    selection: parseSelection(paramsOf(form), facets),
    ordering: parseOrdering(order instanceof HTMLSelectElement ? order.value : null),
  });
  const labelOf = (id: string, value: string): string =>
    labelOfBox(boxes.find((box) => box.name === id && box.value === value)) ?? value;

  const fillForm = ({ selection, ordering }: State): void => {
    for (const box of boxes) {
      box.checked = selection.values.get(box.name)?.has(box.value) === true;
      const details = box.checked ? box.closest('details') : null;
      if (details !== null) details.open = true;
    }
    if (age instanceof HTMLInputElement) age.value = selection.age === null ? '' : String(selection.age);
    if (order instanceof HTMLSelectElement) order.value = ordering;
  };

  const show = ({ selection, ordering }: State): void => {
    const now = Date.now();
    const all = items(now);
    let [shown, unknownAge] = [0, 0];
    for (const [i, item] of all.entries()) {
      const fits = matches(item, selection);
      const node = rows[i]?.node;
      if (node !== undefined) node.hidden = !fits;
      if (!fits) continue;
      shown++;
      if (item.minAge === null) unknownAge++;
    }
    showDays(root, selection);
    if (ordering !== ordered) {
      ordered = ordering;
      const compare = comparator(ordering, now);
      const list = rows[0]?.node.parentElement;
      list?.append(...rows.toSorted(compare).map(({ node }) => node));
    }
    const count = plural(shown, forms);
    status.textContent =
      conditionCount(selection) === 0
        ? count
        : words.found(count, rows.length) + ageNote(selection, unknownAge);
    showCounts(all, selection);
    showChips(selection);
    showEmpty(all, selection, shown === 0);
  };
  const ageNote = (selection: Selection, unknown: number): string =>
    selection.age === null || unknown === 0 ? '' : `.${words.ageUnknown(unknown)}`;

  const showCounts = (all: readonly FacetItem[], selection: Selection): void => {
    const counts = countFacets(all, selection, facets);
    for (const box of boxes) {
      const label = box.closest('label');
      const place = label?.querySelector('.facet__count');
      const count = counts.get(box.name)?.get(box.value) ?? 0;
      if (place != null) place.textContent = String(count);
      label?.toggleAttribute('data-none', count === 0);
    }
  };

  const showChips = (selection: Selection): void => {
    const conditions = [...selection.values].flatMap(([id, values]) =>
      [...values].map((value) => ({ label: labelOf(id, value), rest: withoutValue(selection, id, value) })),
    );
    if (selection.age !== null) {
      conditions.push({ label: words.age(selection.age), rest: { ...selection, age: null } });
    }
    const hadFocus = chips.contains(document.activeElement);
    chips.replaceChildren(
      ...conditions.map(({ label, rest }) => {
        const chip = element('button', { class: 'chip', type: 'button', 'aria-label': words.remove(label) });
        chip.textContent = label;
        chip.addEventListener('click', () => {
          go({ selection: rest, ordering: ordered });
        });
        const place = element('li');
        place.append(chip);
        return place;
      }),
    );
    chips.hidden = conditions.length === 0;
    if (hadFocus) (chips.querySelector('button') ?? boxes[0])?.focus();
  };

  const showEmpty = (all: readonly FacetItem[], selection: Selection, isEmpty: boolean): void => {
    empty.hidden = !isEmpty;
    empty.replaceChildren();
    if (!isEmpty) return;
    const title = element('p');
    const strong = element('b');
    strong.textContent = words.empty;
    title.append(strong);
    empty.append(title);
    const near = nearestAlternative(all, selection);
    if (near === null) return;
    const names = near.dropped
      .map((id) =>
        id === AGE
          ? words.age(selection.age ?? 0)
          : [...(selection.values.get(id) ?? [])].map((value) => labelOf(id, value)).join(', '),
      )
      .join('», «');
    const offer = element('p');
    const button = element('button', { class: 'button', type: 'button' });
    button.textContent = words.without(names, plural(near.count, forms));
    button.addEventListener('click', () => {
      go({ selection: near.selection, ordering: ordered });
      form.querySelector<HTMLInputElement>('input:checked')?.focus();
    });
    offer.append(button);
    empty.append(offer);
  };

  const addressOf = ({ selection, ordering }: State): string => {
    const params = selectionParams(selection, facets);
    if (ordering !== 'name') params.set('order', ordering);
    const query = params.toString();
    return location.pathname + (query === '' ? '' : `?${query}`);
  };
  const go = (state: State): void => {
    if (addressOf(state) !== location.pathname + location.search)
      history.pushState(null, '', addressOf(state));
    fillForm(state);
    show(state);
  };
  const restore = (): void => {
    const params = new URLSearchParams(location.search);
    const state = { selection: parseSelection(params, facets), ordering: parseOrdering(params.get('order')) };
    fillForm(state);
    show(state);
  };

  form.addEventListener('change', () => {
    go(asked());
  });
  // The ordering stands outside the form's element and belongs to it by its attribute.
  if (order instanceof HTMLSelectElement && !form.contains(order)) {
    order.addEventListener('change', () => {
      go(asked());
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(asked());
    if (toggle?.offsetParent !== null) setOpen(false);
    status.scrollIntoView({ block: 'nearest' });
  });
  reset?.addEventListener('click', (event) => {
    event.preventDefault();
    go({ selection: NO_SELECTION, ordering: ordered });
  });
  const setOpen = (open: boolean): void => {
    form.toggleAttribute('data-open', open);
    toggle?.setAttribute('aria-expanded', String(open));
  };
  addEventListener('popstate', restore);
  // A browser may bring back ticked boxes that the address does not know of.
  addEventListener('pageshow', restore);
  if (touched) go(asked());
  else restore();
  chips.dataset.ready = '';
}

/** What is said of a box: the first span beside it. Of a tile this is the long name, for its short one stands in a `b`. */
function labelOfBox(box: HTMLInputElement | undefined): string | undefined {
  return box?.parentElement?.querySelector('span')?.textContent;
}

/** Days of a timetable: empty ones go, the others say how many visits are left; folded days open for a choice. */
function showDays(root: Element | null, selection: Selection): void {
  for (const section of root?.querySelectorAll<HTMLElement>('.timetable__day') ?? []) {
    const left = section.querySelectorAll('.visit:not([hidden])').length;
    section.hidden = left === 0;
    const count = section.querySelector('h3 small');
    if (count !== null) count.textContent = plural(left, VISITS);
  }
  if (conditionCount(selection) === 0) return;
  for (const past of root?.querySelectorAll<HTMLDetailsElement>('.timetable__past') ?? []) {
    past.open = past.querySelector('.visit:not([hidden])') !== null;
  }
}

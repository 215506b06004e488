/** A style sheet that is slimmed for many pages: those that answer its questions alike get the same text, made once. */
import type { Selector, StyleNode } from './style-rules.ts';
import { readStyles, writeStyles } from './style-rules.ts';

/** What a selector asks of a page: an element of this kind must be there, `inText` inside a text of editors. */
export type Ask = { kind: 'class' | 'tag' | 'inText' | 'value'; name: string };

/** What editors write stands in elements of this class; no script adds anything to it. */
export const TEXT_CLASS = 'prose';

/** Pages of one kind differ little: a thousand enterprises share a dozen answers. */
const MOST_KEPT = 1000;

/** All that decides whether the selector can match on a page. */
export function asksOf({ text, classes, tags, values }: Selector): Ask[] {
  const ask = (kind: Ask['kind'], names: readonly string[]): Ask[] => names.map((name) => ({ kind, name }));
  return [
    ...ask('class', classes),
    ...ask('tag', tags),
    ...ask('value', values),
    ...(text.startsWith(`.${TEXT_CLASS}`) ? ask('inText', tags) : []),
  ];
}

function* selectorsOf(nodes: readonly StyleNode[]): Generator<Selector> {
  for (const node of nodes) {
    if (node.kind === 'rule') yield* node.selectors;
    else if (node.kind === 'group') yield* selectorsOf(node.nodes);
  }
}

/** Gives the sheet without the selectors that ask for what the page does not have. */
export function slimmableSheet(css: string): (meets: (ask: Ask) => boolean) => string {
  const nodes = readStyles(css);
  /** Each question once, with its place in the answers. */
  const asks = new Map<string, { ask: Ask; place: number }>();
  const placesOf = new Map<Selector, number[]>();
  for (const selector of selectorsOf(nodes)) {
    const places = asksOf(selector).map((ask) => {
      const key = `${ask.kind} ${ask.name}`;
      const known = asks.get(key) ?? { ask, place: asks.size };
      asks.set(key, known);
      return known.place;
    });
    placesOf.set(selector, places);
  }
  const all = Array.from(asks.values(), ({ ask }) => ask);
  const made = new Map<string, string>();
  return (meets) => {
    let answers = '';
    for (const ask of all) answers += meets(ask) ? '1' : '0';
    const known = made.get(answers);
    if (known !== undefined) return known;
    const pieces = writeStyles(
      nodes,
      (selector) => placesOf.get(selector)?.every((place) => answers[place] === '1') ?? true,
    );
    // In one piece: a text that was put together would be put together again for every page.
    const slim = Buffer.from(pieces).toString();
    if (made.size === MOST_KEPT) made.clear();
    made.set(answers, slim);
    return slim;
  };
}

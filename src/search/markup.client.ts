/** Elements for the results; what was typed or indexed always goes in as text. */
import { markedParts } from './mark.ts';

/** An element with attributes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A title with the parts that answer the query in <mark>. */
export function markedText(title: string, marks: readonly string[], typed: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { text, marked } of markedParts(title, marks, typed)) {
    if (!marked) fragment.append(text);
    else {
      const mark = element('mark');
      mark.textContent = text;
      fragment.append(mark);
    }
  }
  return fragment;
}

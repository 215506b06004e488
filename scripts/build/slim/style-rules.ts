/** A style sheet as a tree whose rules know which elements they are for. */
import type { ChildNode } from 'postcss';
import postcss from 'postcss';

/** What a page must have for a selector to match anything: all of these classes and element types. */
export type Selector = {
  text: string;
  classes: readonly string[];
  tags: readonly string[];
  /** Values that attributes must have. */
  values: readonly string[];
};

export type StyleNode =
  | { kind: 'text'; text: string }
  | { kind: 'rule'; selectors: readonly Selector[]; body: string }
  | { kind: 'group'; head: string; nodes: readonly StyleNode[] };

/** [data-state=open], [type="module"]; other operators ask for parts of a value. */
const VALUE = /\[[\w-]+=(?:"([^"]+)"|([^\]"']+))\]/g;

/** Alternatives and negations ask for nothing: what is in them may be absent. */
const FUNCTION = /:[\w-]+\([^()]*\)/g;

/** The classes and element types that a selector cannot do without. */
export function readSelector(text: string): Selector {
  let plain = text.replace(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(FUNCTION, '');
  }
  plain = plain.replace(/::?[\w-]+/g, '');
  return {
    text,
    classes: [...plain.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? ''),
    values: [...text.replace(FUNCTION, '').matchAll(VALUE)].map((match) => match[1] ?? match[2] ?? ''),
    tags: (plain.replace(/[.#][\w-]+/g, '').match(/[a-z][\w-]*/gi) ?? []).map((tag) => tag.toLowerCase()),
  };
}

function readNode(node: ChildNode): StyleNode {
  if (node.type === 'rule') {
    const body = node.nodes.map(String).join(';');
    return { kind: 'rule', selectors: node.selectors.map(readSelector), body };
  }
  // Only conditions hold rules of their own; frames of an animation have no elements in their selectors.
  if (
    node.type === 'atrule' &&
    node.nodes !== undefined &&
    /^(?:media|supports|layer|container)$/.test(node.name)
  ) {
    return { kind: 'group', head: `@${node.name} ${node.params}`, nodes: node.nodes.map(readNode) };
  }
  return {
    kind: 'text',
    text: node.type === 'atrule' && node.nodes === undefined ? `${String(node)};` : String(node),
  };
}

/** @throws Error (of postcss) when the text is no style sheet. */
export function readStyles(css: string): StyleNode[] {
  return postcss.parse(css).nodes.map(readNode);
}

/** The sheet without the selectors that `isUsed` refuses. */
export function writeStyles(nodes: readonly StyleNode[], isUsed: (selector: Selector) => boolean): string {
  let css = '';
  for (const node of nodes) {
    if (node.kind === 'text') css += node.text;
    else if (node.kind === 'rule') {
      const used = node.selectors.filter(isUsed);
      if (used.length > 0) css += `${used.map(({ text }) => text).join(',')}{${node.body}}`;
    } else {
      const inside = writeStyles(node.nodes, isUsed);
      if (inside !== '') css += `${node.head}{${inside}}`;
    }
  }
  return css;
}

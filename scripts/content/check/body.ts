/** The text under the fields, parsed by the same library that builds the site. */
import type { MdastNode } from 'satteri';
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Entry } from '../read/entry.ts';

export type Body =
  | { kind: 'read'; nodes: BodyNode[] }
  /** MDX that cannot be read: the line in the file and the library's own words. */
  | { kind: 'unreadable'; line: number; column: number; message: string };

/** A node with its line in the file. */
export type BodyNode = { node: MdastNode; line: number };

/** Parses the text, or says where it cannot be read. Plain Markdown can always be read. */
export function parseBody(entry: Entry): Body | undefined {
  const { split, mdx } = entry;
  if (split.kind !== 'split') return undefined;
  if (split.body.trim() === '') return { kind: 'read', nodes: [] };
  const above = split.bodyLine - 1;
  if (!mdx) return { kind: 'read', nodes: flatten(markdownToMdast(split.body), above) };
  try {
    return { kind: 'read', nodes: flatten(mdxToMdast(split.body), above) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place = /^(\d+):(\d+): (.*)/s.exec(error.message);
    if (place === null) throw error;
    const [, line = '1', column = '1', message = ''] = place;
    return { kind: 'unreadable', line: Number(line) + above, column: Number(column), message };
  }
}

/** Every node of the tree in the order of the text. Without recursion: a text may be nested thousands deep. */
function flatten(root: MdastNode, above: number): BodyNode[] {
  const nodes: BodyNode[] = [];
  const waiting: MdastNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push({ node, line: (node.position?.start.line ?? 1) + above });
    if ('children' in node) waiting.push(...[...node.children].reverse());
  }
  return nodes;
}

/** The readable text of a node and all below it. */
export function plainText(node: MdastNode): string {
  if (
    'value' in node &&
    typeof node.value === 'string' &&
    (node.type === 'text' || node.type === 'inlineCode')
  ) {
    return node.value;
  }
  return 'children' in node ? node.children.map((child: MdastNode) => plainText(child)).join('') : '';
}

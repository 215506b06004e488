/**
 * Texts and links that stand on many pages, each kept once. A text cut out of a page holds the whole page in
 * memory for as long as it lives itself: fifteen thousand titles would keep fifteen thousand pages.
 */
export type Link = { kind: 'link' | 'resource' | 'form'; target: string };

export type TextPool = {
  /** The same text, free of the page it came from. */
  text: (text: string) => string;
  link: (kind: Link['kind'], target: string) => Link;
};

/** An empty pool. */
export function textPool(): TextPool {
  const texts = new Map<string, string>();
  const links: Readonly<Record<Link['kind'], Map<string, Link>>> = {
    link: new Map(),
    resource: new Map(),
    form: new Map(),
  };
  const text = (cut: string): string => {
    const known = texts.get(cut);
    if (known !== undefined) return known;
    const own = Buffer.from(cut, 'utf16le').toString('utf16le');
    texts.set(own, own);
    return own;
  };
  return {
    text,
    link: (kind, cut) => {
      const known = links[kind].get(cut);
      if (known !== undefined) return known;
      const target = text(cut);
      const link = { kind, target };
      links[kind].set(target, link);
      return link;
    },
  };
}

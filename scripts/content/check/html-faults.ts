/** Raw HTML in texts and the insides of SVG: tags and attributes that could run code or change the page. */
import { Tokenizer } from 'parse5';
import type { Token } from 'parse5';

export type HtmlTag = { name: string; attributes: { name: string; value: string }[]; line: number };

const FORBIDDEN_TAGS = new Set([
  ...['script', 'style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'template'],
  ...['form', 'input', 'button', 'select', 'textarea', 'option', 'dialog'],
  ...['link', 'meta', 'base', 'html', 'head', 'body', 'title', 'noscript', 'slot'],
  ...['svg', 'math', 'audio', 'video', 'source', 'track', 'canvas', 'marquee'],
]);

const LINK_ATTRIBUTES = new Set([
  'href',
  'src',
  'srcset',
  'action',
  'formaction',
  'poster',
  'xlink:href',
  'data',
]);

/** Opening tags of a piece of HTML, as a browser would read them; lines count from `firstLine`. */
export function tagsOf(html: string, firstLine: number): HtmlTag[] {
  const tags: HtmlTag[] = [];
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token: Token.TagToken) => {
        const line = (token.location?.startLine ?? 1) + firstLine - 1;
        tags.push({
          name: token.tagName,
          attributes: token.attrs.map(({ prefix, name, value }) => ({
            name: prefix === undefined || prefix === '' ? name : `${prefix}:${name}`,
            value,
          })),
          line,
        });
      },
      onEndTag: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(html, true);
  return tags;
}

/** True when texts must not contain the tag. */
export function isForbiddenTag(name: string): boolean {
  return FORBIDDEN_TAGS.has(name.toLowerCase());
}

/** The attributes that texts must not contain: handlers, styles, and links that run code. */
export function dangerousAttributes(attributes: readonly { name: string; value: string }[]): string[] {
  return attributes.flatMap(({ name, value }) => {
    const lower = name.toLowerCase();
    if (/^on[a-z]/.test(lower) || lower === 'style' || lower === 'srcdoc') return [`${name}="${value}"`];
    return LINK_ATTRIBUTES.has(lower) && isUnsafeAddress(value) ? [`${name}="${value}"`] : [];
  });
}

/** A scheme other than the four that a text may link to. Browsers ignore spaces and control characters in it. */
export function isUnsafeAddress(address: string): boolean {
  const bare = address.replace(/[\u0000-\u0020]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  return scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme);
}

/** An address without its %-signs; one that is wrongly written stays as it is. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

/** What makes an SVG file unsafe to show; empty when it is safe. */
export function svgDangers(svg: string): { written: string; line: number }[] {
  const dangers = tagsOf(svg, 1).flatMap(({ name, attributes, line }) => {
    if (['script', 'foreignobject', 'iframe', 'object', 'embed', 'handler'].includes(name))
      return [{ written: `<${name}>`, line }];
    return attributes.flatMap(({ name: attribute, value }) => {
      const link =
        /^(?:xlink:)?href$/.test(attribute) && !/^(?:#|data:image\/(?:png|jpeg|webp);)/.test(value);
      const handler = /^on[a-z]/.test(attribute);
      const outside = /url\(\s*["']?(?!#)/i.test(value) && attribute === 'style';
      return handler || link || outside ? [{ written: `${attribute}="${value.slice(0, 60)}"`, line }] : [];
    });
  });
  const entity = /<!ENTITY|@import/i.exec(svg);
  if (entity === null) return dangers;
  return [...dangers, { written: entity[0], line: svg.slice(0, entity.index).split('\n').length }];
}

import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { scanTags } from './scan-tags.ts';

type Told = [name: string, attributes: Record<string, string>];

/** Start tags and titles, as our scan tells them. */
function scanned(html: string): { tags: Told[]; raw: string[]; ends: string[] } {
  const tags: Told[] = [];
  const raw: string[] = [];
  const ends: string[] = [];
  scanTags(html, {
    open: (tag) => {
      tags.push([tag.name, Object.fromEntries(tag.attributes.map((one) => [one, tag.get(one) ?? '']))]);
    },
    raw: (tag, text) => raw.push(`${tag.name}: ${text}`),
    close: (name) => ends.push(name),
    wantsEnds: () => true,
  });
  return { tags, raw, ends };
}

/** The same start tags, as a parser that knows the whole language tells them. */
function parsed(html: string): Told[] {
  const tags: Told[] = [];
  const parser = new Parser({
    onopentag: (name, attributes, isImplied) => {
      if (!isImplied) tags.push([name.toLowerCase(), { ...attributes }]);
    },
  });
  parser.end(html);
  return tags;
}

it.each([
  ['quotes, and none', `<a href="/a?b=1&amp;c=2" title='x > "y"' hidden data-x=1/2>`],
  ['a tag closed in itself, on several lines', '<img\n  alt = ""\n  src=/a.svg\n/><br/>'],
  ['twins and capital letters', '<A HREF="/1" href="/2"><P onClick="a()">'],
  ['comments, also short ones', '<!-- <p> --><!--><i><!---><b><!-- <u> --!><s>'],
  ['a document type and an instruction', '<!doctype html><?xml <p ?><html lang=ru>'],
  ['code and titles that look like tags', '<title><p></title><script>"<p>"</script ><style><p></STYLE><b>'],
  ['a title inside a drawing', '<svg><title>x <g></title><path d="M0 0"/></svg><title><p></title>'],
  ['signs that begin no tag', 'a < b <1> </ > <> </p x="y"><p><'],
  ['references, with and without an end', '<a href="?a&lt;b&copy=1&#34;&nbsp" title="&quot;&amp;amp;">'],
])('reads %s', (_, html) => {
  expect(scanned(html).tags).toEqual(parsed(html));
});

it('reads any mixture of what pages are made of as the parser does', () => {
  const name = fc.constantFrom('a', 'p', 'div', 'b', 'DIV', 'my-tag', 'br');
  const value = fc.constantFrom('"x"', "'x y'", 'x', '">"', "'\"<p>'", '"&amp;"', '""');
  const attribute = fc
    .tuple(fc.constantFrom('id', 'class', 'HREF', 'data-a', 'on', 'x:y'), fc.option(value))
    .map(([one, given]) => (given === null ? ` ${one}` : ` ${one}=${given}`));
  const tag = fc
    .tuple(name, fc.array(attribute, { maxLength: 4 }), fc.constantFrom('', ' ', '/', ' /', '\n'))
    .map(([one, attributes, end]) => `<${one}${attributes.join('')} ${end}>`);
  const other = fc.constantFrom(
    'текст',
    '</p>',
    '</div >',
    '<!-- a > b -->',
    '<script>"</p><p>"</script>',
    '<title>a<b></title>',
    '<svg class="a"><title>x<g></g></title><path d="M0"/></svg>',
    '<textarea><p></textarea>',
    ' < ',
    '&lt;p>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, other), { maxLength: 12 }), (parts) => {
      const html = parts.join('');
      expect(scanned(html).tags).toEqual(parsed(html));
    }),
  );
});

it('tells what an element without markup holds, and end tags', () => {
  expect(scanned('<style>a</style><p>x</p><svg><style>b</style></svg><script>c')).toMatchObject({
    raw: ['style: a', 'style: b', 'script: c'],
    ends: ['style', 'p', 'style', 'svg'],
  });
});

it('tells tags that are written alike as one object, whatever page they stand on', () => {
  const told: unknown[] = [];
  for (const html of ['<p class="one">x', 'Другая <p class="one">', '<p class="two">'])
    scanTags(html, { open: (tag) => told.push(tag) });
  expect(told[0]).toBe(told[1]);
  expect(told[0]).not.toBe(told[2]);
});

it('stops where the page ends inside a tag', () => {
  expect(scanned('<p><a href="/x').tags).toEqual([['p', {}]]);
  expect(scanned('<p></').tags).toEqual([['p', {}]]);
});

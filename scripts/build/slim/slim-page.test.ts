import { describe, expect, it } from 'vitest';
import { slimmer } from './slim-page.ts';
import { readSelector, readStyles, writeStyles } from './style-rules.ts';

const page = (css: string, body: string): string => `<head><style>${css}</style></head><body>${body}</body>`;
const slim = (css: string, body: string, scripts: Record<string, string> = {}): string =>
  slimmer(new Map(Object.entries(scripts)))(page(css, body)).pieces.join('');

describe('a page keeps the rules that it can use and loses the others', () => {
  it('by class and by element, inside conditions too; an empty condition goes', () => {
    const css =
      '.a{color:red}.b{color:blue}.a,.b,p{margin:0}table .a{top:0}@media print{.b{top:0}}@media (width>1px){.a{top:1px}.b{top:2px}}';
    expect(slim(css, '<p class="x a">')).toBe(
      page('.a{color:red}.a,p{margin:0}@media (width>1px){.a{top:1px}}', '<p class="x a">'),
    );
  });

  it('by the value of an attribute, when neither the page nor a script of it has that', () => {
    const css =
      '.a[data-state=open]{top:0}.a[data-state=full]{top:1px}.a[data-state=demo]{top:2px}.a:not([data-state=demo]){top:3px}';
    const body = '<p class="a" data-state="open"><script>x="full"</script>';
    expect(slim(css, body)).toBe(page(css.replace('.a[data-state=demo]{top:2px}', ''), body));
  });

  it('by what stands inside the texts of editors, wherever else it may stand', () => {
    const css = '.prose ul>li:before{top:0}.prose p{top:0}.prose>*+*{top:0}.prose:is(h2,h3){top:0}';
    const body = '<ul><li>x</ul><div class="a prose"><div><br><p>x</p></div></div><ol></ol>';
    expect(slim(css, body)).toBe(page(css.replace('.prose ul>li:before{top:0}', ''), body));
    const inside = '<div class="prose"><ul><li>x</ul></div>';
    expect(slim(css.replace('.prose p{top:0}', ''), inside)).toBe(
      page(css.replace('.prose p{top:0}', ''), inside),
    );
  });

  it('and leaves what only a state, an attribute or an alternative decides', () => {
    const css =
      '[data-state^=open]{top:0}.a:hover:not(.b){top:0}:is(.a,.b) p{top:0}.a:has(.z):focus-visible::after{top:0}';
    expect(slim(css, '<p class=a>')).toBe(page(css, '<p class=a>'));
  });

  it('keeps letters, animations, pages of paper and declarations of the root as they are', () => {
    const css =
      '@font-face{font-family:A;src:url(/a.woff2)}@keyframes k{from{top:0}to{top:1px}}@page{margin:1cm}:root{--a:"}.x{"}*,:before{top:0}';
    expect(slim(css, '')).toBe(page(css, ''));
  });

  it('keeps what a script of the page may add, also a script that comes later, and no other', () => {
    const scripts = {
      'now.js': 'import("./later.js")',
      'later.js': 'make("ul",{class:"list one"})',
      'other.js': '"foreign"',
    };
    const css = '.list{top:0}ul{top:0}.foreign{top:0}.inline{top:0}';
    const body =
      '<script type="module" src="/_astro/now.js"></script><script data-src="/a.js">x="inline"</script>';
    expect(slim(css, body, scripts)).toBe(page('.list{top:0}ul{top:0}.inline{top:0}', body));
  });

  it('and gets whole sheets where only their marks stand', () => {
    const slimmed = slimmer(new Map(), ['.a{top:0}.b{top:0}', 'p{top:0}ul{top:0}']);
    expect(slimmed(page('/*sheet 1*//*sheet 0*/i{top:0}', '<p class="a">')).pieces.join('')).toBe(
      page('p{top:0}.a{top:0}', '<p class="a">'),
    );
    expect(() => slimmed(page('/*sheet 2*/', '<p>'))).toThrow('/*sheet 2*/');
  });

  it('and tells what all its style elements hold, those with attributes too, which it leaves alone', () => {
    const slimmed = slimmer(new Map())(
      '<style>.a{top:0}p{top:0}</style><style media="print">.b{top:0}</style><p>',
    );
    expect(slimmed).toEqual({
      pieces: ['<style>', 'p{top:0}', '</style><style media="print">.b{top:0}</style><p>'],
      styles: new Set(['.b{top:0}', 'p{top:0}']),
    });
  });

  it('drops a style element that holds nothing any more', () => {
    expect(slimmer(new Map())('<style>.a{top:0}</style><p>')).toEqual({ pieces: ['<p>'], styles: new Set() });
  });
});

it('pages that have the same are given the same, and the next page what it has itself', () => {
  const css = '.a{top:0}.b{top:0}p{top:0}.prose p{top:0}.a[data-x=y]{top:0}';
  const slimmed = slimmer(new Map());
  const bodies = [
    '<p class="a">',
    '<p class="b">',
    '<b class="a" data-x="y">',
    '<i class="prose"><p class="a"></i>',
  ];
  const first = bodies.map((body) => slimmed(page(css, body)).pieces.join(''));
  expect(first).toEqual([
    page('.a{top:0}p{top:0}', '<p class="a">'),
    page('.b{top:0}p{top:0}', '<p class="b">'),
    page('.a{top:0}.a[data-x=y]{top:0}', '<b class="a" data-x="y">'),
    page('.a{top:0}p{top:0}.prose p{top:0}', '<i class="prose"><p class="a"></i>'),
  ]);
  expect(bodies.map((body) => slimmed(page(css, body)).pieces.join(''))).toEqual(first);
});

it('a sheet of which all is used comes out as it went in', () => {
  const css = '@layer a,b;.a,.b:not(.c .d){top:0;left:0}@media (width>=60em){@supports (top:0){.a{top:0}}}';
  expect(writeStyles(readStyles(css), () => true)).toBe(css);
});

it('a selector asks for its classes and elements, not for those in its functions and attributes', () => {
  expect(readSelector('ul.a > li:not(.b:is(.c, p)) #d [data-x="e.f"]::before .g')).toMatchObject({
    classes: ['a', 'g'],
    tags: ['ul', 'li'],
  });
});

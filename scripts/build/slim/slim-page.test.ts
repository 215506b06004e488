import { describe, expect, it } from 'vitest';
import { slimmer } from './slim-page.ts';
import { readSelector, readStyles, writeStyles } from './style-rules.ts';

const page = (css: string, body: string): string => `<head><style>${css}</style></head><body>${body}</body>`;
const slim = (css: string, body: string, scripts: Record<string, string> = {}): string =>
  slimmer(new Map(Object.entries(scripts)))(page(css, body));

describe('a page keeps the rules that it can use and loses the others', () => {
  it('by class and by element, inside conditions too; an empty condition goes', () => {
    const css =
      '.a{color:red}.b{color:blue}.a,.b,p{margin:0}table .a{top:0}@media print{.b{top:0}}@media (width>1px){.a{top:1px}.b{top:2px}}';
    expect(slim(css, '<p class="x a">')).toBe(
      page('.a{color:red}.a,p{margin:0}@media (width>1px){.a{top:1px}}', '<p class="x a">'),
    );
  });

  it('and leaves what only a state, an attribute or an alternative decides', () => {
    const css =
      '[data-state=open]{top:0}.a:hover:not(.b){top:0}:is(.a,.b) p{top:0}.a:has(.z):focus-visible::after{top:0}';
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
    const body = '<script type="module" src="/_astro/now.js"></script><script>x="inline"</script>';
    expect(slim(css, body, scripts)).toBe(page('.list{top:0}ul{top:0}.inline{top:0}', body));
  });

  it('drops a style element that holds nothing any more', () => {
    expect(slimmer(new Map())('<style>.a{top:0}</style><p>')).toBe('<p>');
  });
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

import { expect, it } from 'vitest';
import { withoutIdleSpace } from './idle-space.ts';

it.each([
  [
    'spaces between blocks, whatever attributes these have',
    '<ul> <li class="a"> <b>x</b> <i>y</i> </li> <li>z</li> </ul>\n<p> w <span>v</span> </p>',
    '<ul><li class="a"><b>x</b> <i>y</i></li><li>z</li></ul><p>w <span>v</span></p>',
  ],
  [
    'spaces and the ends of empty shapes inside a drawing, and not those after it',
    '<svg> <path d="M0 0"></path> <rect /> <path> </path></svg> <b>',
    '<svg><path d="M0 0"/><rect /><path/></svg> <b>',
  ],
  [
    'spaces around an element whose own spaces stay',
    '<p>a</p>\n<pre><p> a </p> </pre> <p>b',
    '<p>a</p><pre><p> a </p> </pre><p>b',
  ],
])('drops %s', (_, html, left) => {
  expect(withoutIdleSpace(html)).toBe(left);
});

it.each([
  ['spaces between words and inline elements', '<p>a <b>b</b> <i>c</i> d</p>'],
  ['non-breaking spaces', '<p>\u00A0a</p>\u00A0<p>'],
  ['code, fields and titles', '<script>"<p> </p>"</script> <a> <textarea> <p> </textarea><title> a </title>'],
  ['what is no tag', 'a < b <!-- c --> d <3 e'],
  ['a page that ends in a tag or in code', '<b> x <script> <p> '],
])('keeps %s', (_, html) => {
  expect(withoutIdleSpace(html)).toBe(html);
});

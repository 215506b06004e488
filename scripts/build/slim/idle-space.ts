/**
 * Takes out of a page the spaces between blocks and the ends of empty shapes that the templates leave. One walk from
 * tag to tag: a rule for each kind of space, as regular expressions, took twice as long.
 */
import { isLetter, isSpace, nameEnd } from '../../site/start-tag.ts';

/** Space beside these is never shown: they stand in lines of their own, as items of a flexible row, or in the head. */
const BLOCKS = new Set(
  'li ul ol p div section h1 h2 h3 h4 h5 h6 fieldset details summary header nav footer main dl dt dd form aside head body noscript meta'.split(
    ' ',
  ),
);
/** Inside a drawing no space is shown, and an element may close itself. */
const SHAPES = new Set(['path', 'rect']);
const DRAWING = 'svg';
/** What keeps its spaces: code, fields, scripts, data, styles. */
const VERBATIM = new Set(['pre', 'textarea', 'script', 'style', 'title']);

const SLASH = 47;
const LESS = 60;

/** The place after the spaces that begin at `from`. */
function afterSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}

/** A page without them. */
export function withoutIdleSpace(html: string): string {
  let left = '';
  /** Up to here the page is dealt with. */
  let done = 0;
  for (let start = html.indexOf('<'); start !== -1; start = html.indexOf('<', Math.max(start + 1, done))) {
    const closes = html.charCodeAt(start + 1) === SLASH;
    const nameStart = start + (closes ? 2 : 1);
    if (!isLetter(html.charCodeAt(nameStart))) continue;
    const nameStop = nameEnd(html, nameStart);
    const name = html.slice(nameStart, nameStop);
    const isBlock = BLOCKS.has(name);
    if (isBlock) {
      let before = start;
      while (before > done && isSpace(html.charCodeAt(before - 1))) before--;
      left += html.slice(done, before);
      done = start;
    }
    const end = html.indexOf('>', nameStop);
    if (end === -1) break;
    if (!closes && VERBATIM.has(name)) {
      const close = html.indexOf(`</${name}>`, end);
      if (close === -1) break;
      left += html.slice(done, close);
      done = close;
      // Its end tag comes next, and nothing before that goes.
      continue;
    }
    const next = afterSpace(html, end + 1);
    const isShape = SHAPES.has(name);
    const isTagNext = html.charCodeAt(next) === LESS;
    if (isShape && !closes && html.startsWith(`</${name}>`, next)) {
      left += `${html.slice(done, end)}/>`;
      done = next + name.length + 3;
      // The space after the shape is that after its end.
      const after = afterSpace(html, done);
      if (html.charCodeAt(after) === LESS) done = after;
    } else if (next > end + 1 && (isBlock || (isTagNext && (isShape || (name === DRAWING && !closes))))) {
      left += html.slice(done, end + 1);
      done = next;
    }
  }
  return left + html.slice(done);
}

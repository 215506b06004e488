/** The sheet: style rules of the inks a drawing uses, hatching, paper, stamp; two schemes or a print in one hue. */
import type { Random } from './random.ts';
import type { Hue } from './palette.ts';
import { INK, PAPER } from './palette.ts';
import { line, rect, times } from './pen.ts';

export const WIDTH = 400;
export const HEIGHT = 300;

/** `auto` follows the reader's system inside the file; the others are for pictures made of the plate. */
export type Scheme = 'auto' | 'light' | 'dark';

/** Role of a colour: paper, ink, hue. `none` is none, `hatch` and `back` are patterns. */
type Role = 'paper' | 'ink' | 'hue' | 'none' | 'hatch' | 'back';
type InkRule = { fill: Role; stroke: Role; rest: string };

const RULES: Readonly<Record<string, InkRule>> = {
  k: { fill: 'none', stroke: 'ink', rest: '' },
  m: { fill: 'none', stroke: 'ink', rest: 'stroke-width:2' },
  b: { fill: 'none', stroke: 'ink', rest: 'stroke-width:5' },
  c: { fill: 'none', stroke: 'ink', rest: 'stroke-dasharray:14 3 2 3' },
  d: { fill: 'none', stroke: 'ink', rest: 'stroke-width:1.5;stroke-dasharray:6 4' },
  s: { fill: 'none', stroke: 'hue', rest: 'stroke-width:2.5' },
  z: { fill: 'none', stroke: 'hue', rest: 'stroke-width:6' },
  w: { fill: 'none', stroke: 'paper', rest: 'stroke-width:2' },
  v: { fill: 'none', stroke: 'paper', rest: 'stroke-width:5' },
  q: { fill: 'none', stroke: 'paper', rest: 'stroke-width:2;stroke-dasharray:8 5' },
  h: { fill: 'hue', stroke: 'none', rest: '' },
  i: { fill: 'ink', stroke: 'none', rest: '' },
  f: { fill: 'paper', stroke: 'none', rest: '' },
  t: { fill: 'hue', stroke: 'none', rest: 'fill-opacity:.22' },
  p: { fill: 'paper', stroke: 'ink', rest: 'stroke-width:2' },
  o: { fill: 'hue', stroke: 'ink', rest: 'stroke-width:2' },
  x: { fill: 'hatch', stroke: 'ink', rest: 'stroke-width:2' },
  y: { fill: 'back', stroke: 'ink', rest: 'stroke-width:2' },
  g: { fill: 'hue', stroke: 'ink', rest: 'fill-opacity:.22;stroke-width:2' },
};

type Colours = { paper: string; ink: string; hue: string };

function colour(role: Role, colours: Colours): string {
  if (role === 'none') return 'none';
  if (role === 'hatch') return 'url(#H)';
  if (role === 'back') return 'url(#K)';
  return colours[role];
}

function styles(inks: readonly string[], colours: Colours, colourOnly: boolean): string {
  return inks
    .map((ink) => {
      const rule = RULES[ink];
      if (rule === undefined) throw new RangeError(`no such ink: ${ink}`);
      const { fill, stroke, rest } = rule;
      const declarations = [
        ...(colourOnly && !['paper', 'ink', 'hue'].includes(fill) ? [] : [`fill:${colour(fill, colours)}`]),
        ...(stroke === 'none' ? [] : [`stroke:${colour(stroke, colours)}`]),
        ...(colourOnly || rest === '' ? [] : [rest]),
      ];
      return `.${ink}{${declarations.join(';')}}`;
    })
    .join('');
}

function pattern(id: string, degrees: number): string {
  return (
    `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${degrees})">` +
    `<path class="f" d="M0 0h6v6H0z"/><path class="k" d="M3 0v6"/></pattern>`
  );
}

function escapeXml(text: string): string {
  return text

    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** The works' own stamp: sixteen strokes, thin and thick, drawn as the dashes of one broad line. */
function stamp(random: Random): string {
  let length = 0;
  const dashes = times(16, () => {
    const [stroke, gap] = [random.chance(0.4) ? 3 : 1, random.chance(0.5) ? 3 : 2];
    length += stroke + gap;
    return `${stroke} ${gap}`;
  }).join(' ');
  return (
    `<path class="f" d="${rect(0, 276, length + 22, 24)}"/>` +
    `<path class="k" stroke-width="10" stroke-dasharray="${dashes}" d="${line(12, 287, 12 + length, 287)}"/>`
  );
}

export type SheetPlan = {
  hue: Hue;
  /** Two colours only: paper lines on a ground of the hue. */
  negative: boolean;
  scheme: Scheme;
  /** Name for those who do not see the picture; without it the file has no title. */
  title: string | undefined;
  body: string;
};

/** The finished file: one line of SVG, 400 × 300. */
export function sheet(plan: SheetPlan, random: Random): string {
  const body = plan.body + stamp(random);
  const hatches =
    (body.includes('class="x"') ? pattern('H', 45) : '') +
    (body.includes('class="y"') ? pattern('K', -45) : '');
  const drawing = `<path class="f" d="M0 0h400v300H0z"/>${hatches}${body}`;
  const inks = [...new Set([...drawing.matchAll(/class="(\w)"/g)].map((match) => match[1] ?? ''))];
  const { hue, negative, scheme } = plan;
  const print = { paper: hue.light, ink: PAPER.light, hue: PAPER.light };
  const light = negative ? print : { paper: PAPER.light, ink: INK.light, hue: hue.light };
  const dark = negative ? print : { paper: PAPER.dark, ink: INK.dark, hue: hue.dark };
  const night =
    scheme === 'auto' && !negative ? `@media(prefers-color-scheme:dark){${styles(inks, dark, true)}}` : '';
  const title = plan.title === undefined ? '' : `<title>${escapeXml(plan.title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">` +
    `${title}<style>${styles(inks, scheme === 'dark' ? dark : light, false)}${night}</style>${drawing}</svg>`
  );
}

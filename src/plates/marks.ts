/** Markup in the hands of a draughtsman: inks (CSS classes of the sheet), copies, turns, dimension lines. */
import { circle, line, n, polar, xy } from './pen.ts';

/**
 * The inks. Lines: `k` hair, `m` medium, `b` bold, `c` centre line (dash and dot), `d` dashes, `s` and `z` in
 * the hue (medium, bold), `w`, `v` and `q` in paper on the hue (medium, bold, dashes). Areas: `h` hue, `i` ink, `f` paper,
 * `t` tint. Areas with an ink outline: `p` paper, `x` hatched, `y` hatched the other way, `g` tinted, `o` hue.
 */
export type Ink =
  | 'k'
  | 'm'
  | 'b'
  | 'c'
  | 'd'
  | 's'
  | 'z'
  | 'w'
  | 'v'
  | 'q'
  | 'h'
  | 'i'
  | 'f'
  | 't'
  | 'p'
  | 'x'
  | 'y'
  | 'g'
  | 'o';

export function draw(ink: Ink, ...paths: readonly string[]): string {
  return `<path class="${ink}" d="${paths.join('')}"/>`;
}

/** A part that is drawn again by `copy`; ids are one letter. */
export function part(id: string, markup: string): string {
  return `<defs><g id="${id}">${markup}</g></defs>`;
}

/** A copy of a part: moved, then turned (degrees), then scaled about its own origin. */
export function copy(id: string, x: number, y: number, turn = 0, scale = 1): string {
  const plain = turn === 0 && scale === 1;
  if (plain) {
    const place = `${n(x) === '0' ? '' : ` x="${n(x)}"`}${n(y) === '0' ? '' : ` y="${n(y)}"`}`;
    return `<use href="#${id}"${place}/>`;
  }
  const rotate = turn === 0 ? '' : `rotate(${n(turn)})`;
  const size = scale === 1 ? '' : `scale(${String(Math.round(scale * 100) / 100)})`;
  return `<use href="#${id}" transform="translate(${xy(x, y)})${rotate}${size}"/>`;
}

/** A group turned by degrees about a point, the sheet's middle unless told. */
export function turned(degrees: number, markup: string, x = 200, y = 150): string {
  return n(degrees) === '0' ? markup : `<g transform="rotate(${n(degrees)} ${xy(x, y)})">${markup}</g>`;
}

export function moved(x: number, y: number, markup: string, turn = 0, scale = 1): string {
  const rotate = turn === 0 ? '' : `rotate(${n(turn)})`;
  const size = scale === 1 ? '' : `scale(${String(Math.round(scale * 100) / 100)})`;
  return `<g transform="translate(${xy(x, y)})${rotate}${size}">${markup}</g>`;
}

/** A dimension line between two points: hair line, slanting ticks, short extension lines to one side. */
export function dimension(x1: number, y1: number, x2: number, y2: number, reach = 0): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const tick = (x: number, y: number): string =>
    line(x - 5 * (ux - uy), y - 5 * (uy + ux), x + 5 * (ux - uy), y + 5 * (uy + ux));
  const reachOf = (x: number, y: number): string =>
    reach === 0 ? '' : line(x + uy * 6, y - ux * 6, x - uy * reach, y + ux * reach);
  const main = line(x1 - ux * 9, y1 - uy * 9, x2 + ux * 9, y2 + uy * 9);
  return draw('k', main, reachOf(x1, y1), reachOf(x2, y2)) + draw('m', tick(x1, y1), tick(x2, y2));
}

/** The cross of centre lines of a circle. */
export function cross(cx: number, cy: number, radius: number): string {
  return line(cx - radius, cy, cx + radius, cy) + line(cx, cy - radius, cx, cy + radius);
}

/** Bolt holes on a circle. */
export function bolts(cx: number, cy: number, ring: number, count: number, radius: number, turn = 0): string {
  let path = '';
  for (let index = 0; index < count; index += 1) {
    path += circle(...polar(cx, cy, ring, turn + (index * 360) / count), radius);
  }
  return path;
}

/** A cross in a circle, as printers set it at the edge of a sheet. */
export function register(cx: number, cy: number, radius = 8): string {
  return draw('k', circle(cx, cy, radius * 0.6), cross(cx, cy, radius));
}

/**
 * Equal beads along a path: one dashed line with round ends in ink, a narrower one in paper. `gap` is the
 * distance from bead to bead, `long` stretches each bead along the path.
 */
export function beads(path: string, gap: number, radius: number, long = 0): string {
  const dash = `stroke-dasharray="${String(Math.round(long * 100) / 100)} ${String(Math.round((gap - long) * 1000) / 1000)}"`;
  const bead = (ink: Ink, width: number): string =>
    `<path class="${ink}" style="stroke-width:${n(width)};stroke-linecap:round" ${dash} d="${path}"/>`;
  return bead('m', 2 * radius) + bead('w', 2 * radius - 4);
}

/** Beads in a ring. */
export function beadRing(cx: number, cy: number, ring: number, count: number, radius: number): string {
  return beads(circle(cx, cy, Math.round(ring)), (2 * Math.PI * Math.round(ring)) / count, radius);
}

/** Dots along a path, `gap` apart. */
export function dots(path: string, gap: number, radius: number): string {
  return `<path class="m" style="stroke-width:${n(2 * radius)};stroke-linecap:round" stroke-dasharray="0 ${n(gap)}" d="${path}"/>`;
}

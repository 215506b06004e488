/** Medicine: blister packs, capsules, spectacles, soles. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, curve, ellipse, line, many, n, pill, xy } from '../pen.ts';
import { copy, cross, dimension, draw, moved, part, turned } from '../marks.ts';

/** A blister pack: cells full and empty, perforation between. */
function blister(random: Random): string {
  const long = random.chance(0.5);
  const [dx, dy] = long
    ? [random.whole(92, 106), random.whole(54, 62)]
    : [random.whole(70, 80), random.whole(70, 80)];
  const cell = (inset: number): string =>
    long
      ? pill(-dx * 0.42 + inset, -dy * 0.38 + inset, dx * 0.84 - 2 * inset, dy * 0.76 - 2 * inset, 40)
      : circle(0, 0, dx * 0.4 - inset);
  const score = long ? line(0, -dy * 0.36, 0, dy * 0.36) : line(-dx * 0.26, 0, dx * 0.26, 0);
  const parts =
    part('a', draw('p', cell(0)) + draw('h', cell(6)) + draw('w', score)) +
    part('b', draw('p', cell(0)) + draw('k', cell(6), score)) +
    part('c', draw('x', cell(0)) + draw('p', `M${xy(-12, -8)}L14-12L18 8L-8 14z`));
  const empty = random.whole(2, 5);
  const phase = random.whole(2, 3);
  const grid = many(7, (row) =>
    many(7, (column) =>
      copy(
        (row * 5 + column * 3) % 11 === empty ? 'c' : (row + column) % phase === 0 ? 'b' : 'a',
        (column - 3) * dx,
        (row - 3) * dy,
      ),
    ),
  );
  const cuts = draw(
    'd',
    line(-400, dy * 0.5, 400, dy * 0.5),
    line(-dx * 0.5, -400, -dx * 0.5, 400),
    line(dx * 1.5, -400, dx * 1.5, 400),
  );
  return parts + moved(200, 150, grid + cuts, random.pick([-24, -14, 16, 30]));
}

/** Capsules, large, one half of each in the hue. */
function capsules(random: Random): string {
  const r = random.whole(38, 50);
  const half = random.whole(104, 128);
  const body = pill(-half, -r, 2 * half, 2 * r, r);
  const cap = `M6 ${-r}H${half - r}a${r} ${r} 0 0 1 0 ${2 * r}H6z`;
  const grains = many(13, (index) =>
    circle(-half + 26 + ((index * 31) % (half - 36)), -r + 14 + ((index * 23) % (2 * r - 26)), 4.5),
  );
  const parts =
    part(
      'a',
      draw('p', body) +
        draw('k', grains) +
        draw('o', cap) +
        draw('w', line(18, -r, 18, r), line(34, -r * 0.55, half - r, -r * 0.55)),
    ) +
    part(
      'b',
      draw('x', body) +
        draw('p', cap) +
        draw('k', line(18, -r, 18, r), line(34, -r * 0.55, half - r, -r * 0.55)),
    );
  const turn = random.pick([-40, -28, 30, 44]) + random.real(-4, 4);
  const flip = random.whole(0, 1);
  const rows = many(5, (row) =>
    many(3, (column) =>
      copy(
        (row + column) % 3 === 2 ? 'b' : 'a',
        (column - 1) * (2 * half + 16) + (row % 2) * half * 0.9,
        (row - 2) * (2 * r + 14),
        (row + flip) % 2 === 0 ? 0 : 180,
      ),
    ),
  );
  return parts + turned(turn, moved(200, 150, rows));
}

/** Spectacles and the paths of light. */
function spectacles(random: Random): string {
  const [w, h] = [random.whole(150, 168), random.whole(104, 140)];
  const round = random.pick([0.5, 0.36, 0.24]) * h;
  const cy = random.whole(136, 162);
  const left = 200 - w - 18;
  const right = 218;
  const frame = (x: number, grow: number): string =>
    pill(x - grow, cy - h / 2 - grow, w + 2 * grow, h + 2 * grow, round + grow);
  const solid = random.chance(0.5) ? left : right;
  const other = solid === left ? right : left;
  const centre = other + w / 2;
  return (
    draw(
      'k',
      many(7, (index) => `M0 ${30 + index * 40}Q200 ${cy + (index - 3) * 10} 400 ${30 + index * 40}`),
    ) +
    draw(
      'i',
      `M${left + w} ${cy - 26}Q200 ${cy - 52} ${right} ${cy - 26}l0 14Q200 ${cy - 36} ${left + w} ${cy - 12}z`,
    ) +
    draw('b', line(left - 4, cy - 22, -10, cy - 34), line(right + w + 4, cy - 22, 410, cy - 34)) +
    draw('i', frame(left, 11), frame(right, 11)) +
    draw('f', frame(left, 0), frame(right, 0)) +
    draw('h', frame(solid, -5)) +
    draw('w', arc(solid + w / 2, cy, h * 0.34, 190, 262), arc(solid + w / 2, cy, h * 0.24, 200, 250)) +
    draw(
      'k',
      many(4, (index) => ellipse(centre, cy, w * 0.1 * (index + 1), h * 0.1 * (index + 1))),
    ) +
    draw('c', cross(centre, cy, w * 0.62)) +
    dimension(other, cy + h / 2 + 38, other + w, cy + h / 2 + 38, 0)
  );
}

/** Soles with lines of equal pressure. */
function soles(random: Random): string {
  const shape: readonly Point[] = [
    [0, 132],
    [34, 112],
    [38, 66],
    [26, 10],
    [42, -44],
    [50, -92],
    [34, -132],
    [0, -146],
    [-36, -128],
    [-50, -82],
    [-44, -30],
    [-34, 30],
    [-38, 84],
    [-28, 118],
  ];
  const spots = ellipse(0, 92, 26, 30) + ellipse(4, -76, 34, 36);
  const contours = many(
    3,
    (index) =>
      ellipse(0, 92, 18 - index * 6, 22 - index * 7) + ellipse(4, -76, 26 - index * 8, 28 - index * 8),
  );
  const inner = (ink: 'w' | 'k'): string =>
    `<use href="#o" class="${ink}" transform="scale(.84 .9)"/><use href="#o" class="${ink}" transform="scale(.66 .8)"/>`;
  const parts =
    `<defs><path id="o" d="${curve(shape, true)}"/></defs>` +
    part('a', `<use href="#o" class="h"/>${inner('w')}${draw('w', contours)}`) +
    part(
      'b',
      `<use href="#o" class="p"/>${inner('k')}${draw('g', spots)}${draw('k', contours)}${draw('c', line(0, -170, 0, 160))}`,
    );
  const lean = random.whole(6, 14);
  const gap = random.whole(104, 120);
  const turn = random.pick([-24, 0, 16]) + random.real(-5, 5);
  const mirrored = (id: string, x: number, angle: number): string =>
    `<g transform="translate(${n(x)} 150)rotate(${angle})scale(-1 1)">${copy(id, 0, 0)}</g>`;
  const first = random.chance(0.5);
  return (
    parts +
    turned(
      turn,
      mirrored(first ? 'a' : 'b', 200 - gap / 2 - 2, -lean) +
        copy(first ? 'b' : 'a', 200 + gap / 2 + 2, 150, lean) +
        copy(first ? 'a' : 'b', 200 + gap * 1.5 + 20, 120, lean) +
        mirrored(first ? 'b' : 'a', 200 - gap * 1.5 - 20, -lean),
    )
  );
}

export const pharma: readonly Motif[] = [
  { words: /лекарств|препарат|таблет/, draw: blister, general: true },
  { words: /лекарств|препарат|капсул/, draw: capsules, general: true },
  { words: /очк|линз|оправ/, draw: spectacles },
  { words: /ортопед|обув/, draw: soles },
];

/** Jewellery and crafts: cut stones, rings, balls for the tree. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import {
  circle,
  curve,
  ellipse,
  line,
  many,
  open,
  pill,
  polar,
  polygon,
  rect,
  regular,
  times,
  xy,
} from '../pen.ts';
import { copy, cross, draw, part, turned } from '../marks.ts';

/** A cut stone from above. */
function stone(random: Random): string {
  const r = random.whole(130, 166);
  const [cx, cy] = [random.whole(130, 270), random.whole(130, 170)];
  const sides = random.pick([6, 8, 8, 10]);
  const step = 360 / sides;
  const turn = random.whole(0, 30);
  const table = r * random.real(0.42, 0.54);
  const waist = r * 0.78;
  const at = (radius: number, index: number): Point => polar(cx, cy, radius, turn + index * step);
  const star = many(sides, (index) =>
    polygon([at(table, index), at(waist * 0.9, index + 0.5), at(table, index + 1)]),
  );
  const kite = (pick: number): string =>
    many(sides, (index) =>
      index % 2 === pick
        ? polygon([
            at(table, index),
            at(waist * 0.9, index + 0.5),
            at(r, index),
            at(waist * 0.9, index - 0.5),
          ])
        : '',
    );
  const lower = many(sides, (index) =>
    index % 3 === 0 ? polygon([at(r, index), at(waist * 0.9, index + 0.5), at(r * 0.99, index + 0.5)]) : '',
  );
  const rays = many(sides * 4, (index) =>
    line(...at(r + 18, index / 4), ...at(r + (index % 4 === 0 ? 90 : 44), index / 4)),
  );
  return (
    draw('k', rays) +
    draw('p', regular(cx, cy, r, sides * 2, turn)) +
    draw('h', kite(0)) +
    draw(
      'm',
      kite(1),
      star,
      many(sides, (index) => line(...at(waist * 0.9, index + 0.5), ...at(r, index + 0.5))),
    ) +
    draw('x', lower) +
    draw('f', regular(cx, cy, table, sides, turn)) +
    draw('g', regular(cx, cy, table, sides, turn)) +
    draw(
      'k',
      many(sides / 2, (index) => line(...at(table, index), ...at(table, index + sides / 2))),
    ) +
    draw('c', cross(cx, cy, r + 40))
  );
}

/** Glass balls on their threads, bands of ornament. */
function balls(random: Random): string {
  const first = random.whole(0, 2);
  const ball = (x: number, y: number, r: number, index: number): string => {
    const solid = index === first;
    const wide = (dy: number): number => Math.sqrt(Math.max(0, r * r - dy * dy));
    const b = r * 0.3;
    const teeth = Math.max(5, Math.round(r / 9));
    const zigzag = open(
      times(teeth * 2 + 1, (at): Point => [
        x - wide(b) + (at * wide(b)) / teeth,
        y + (at % 2 === 0 ? b * 0.8 : -b * 0.8),
      ]),
    );
    const beads = many(teeth, (at) => circle(x - wide(b) + ((at + 0.5) * 2 * wide(b)) / teeth, y, b * 0.5));
    const rays = many(5, (at) => ellipse(x, y, r * (at + 0.3) * 0.2, r));
    const flower =
      many(8, (at) => ellipse(...polar(x, y, r * 0.4, at * 45), r * 0.13, r * 0.13)) +
      many(8, (at) => line(x, y, ...polar(x, y, r * 0.72, at * 45)));
    const bands =
      line(x - wide(b), y - b, x + wide(b), y - b) +
      line(x - wide(b), y + b, x + wide(b), y + b) +
      line(x - wide(b * 1.5), y - b * 1.5, x + wide(b * 1.5), y - b * 1.5) +
      line(x - wide(b * 1.5), y + b * 1.5, x + wide(b * 1.5), y + b * 1.5);
    const ornament =
      [bands + zigzag, rays, bands + beads, flower][(index + first + Math.round(r)) % 4] ?? bands;
    return (
      draw('m', line(x, 0, x, y - r - 14)) +
      draw('p', rect(x - 11, y - r - 14, 22, 17), circle(x, y - r - 20, 7)) +
      draw(solid ? 'o' : 'p', circle(x, y, r)) +
      draw(solid ? 'w' : 'm', ornament)
    );
  };
  const [r1, r2, r3] = [random.whole(84, 100), random.whole(54, 70), random.whole(62, 84)];
  const flip = random.chance(0.5);
  const at = (x: number): number => (flip ? 400 - x : x);
  return (
    draw(
      'k',
      many(8, (index) => line(index * 57, 0, index * 57, 300)),
    ) +
    ball(at(120), random.whole(176, 200), r1, 0) +
    ball(at(274), random.whole(96, 116), r2, 1) +
    ball(at(344), 240, r3, 2)
  );
}

/** A ring with its stone, as set. */
function ring(random: Random): string {
  const r = random.whole(100, 120);
  const [cx, cy] = [random.whole(160, 240), 216];
  const band = random.whole(16, 26);
  const w = random.whole(58, 76);
  const top = cy - r - 62;
  const girdle = top + 26;
  const culet = cy - r + 22;
  const crown: Point[] = [
    [cx - w * 0.56, top],
    [cx + w * 0.56, top],
    [cx + w, girdle],
    [cx - w, girdle],
  ];
  const pavilion: Point[] = [
    [cx - w, girdle],
    [cx + w, girdle],
    [cx, culet],
  ];
  const facets =
    open([
      [cx - w * 0.56, top],
      [cx - w * 0.4, girdle],
      [cx, top],
      [cx + w * 0.4, girdle],
      [cx + w * 0.56, top],
    ]) +
    open([
      [cx - w * 0.4, girdle],
      [cx, culet],
      [cx + w * 0.4, girdle],
    ]);
  const rays = many(15, (index) =>
    line(
      ...polar(cx, girdle, w + 26, 188 + index * 11.7),
      ...polar(cx, girdle, w + (index % 2 === 0 ? 150 : 78), 188 + index * 11.7),
    ),
  );
  const stones = random.whole(9, 15);
  return (
    draw('k', rays) +
    draw('p', circle(cx, cy, r)) +
    draw('f', circle(cx, cy, r - band)) +
    draw('m', circle(cx, cy, r - band)) +
    draw(
      'p',
      many(stones, (index) =>
        circle(...polar(cx, cy, r - band / 2, -40 + (index * 260) / (stones - 1)), band * 0.3),
      ),
    ) +
    draw(
      'x',
      polygon([
        [cx - w * 0.9, girdle - 12],
        [cx - w * 0.5, cy - r + 34],
        [cx + w * 0.5, cy - r + 34],
        [cx + w * 0.9, girdle - 12],
        [cx + w * 0.7, girdle - 12],
        [cx, culet + 6],
        [cx - w * 0.7, girdle - 12],
      ]),
    ) +
    draw('h', polygon(crown), polygon(pavilion)) +
    draw('w', facets, line(cx - w, girdle, cx + w, girdle)) +
    draw('c', cross(cx, cy, r + 30))
  );
}

/** A lattice of filigree. */
function filigree(random: Random): string {
  const s = random.whole(42, 52) * 2;
  const scroll = draw(
    'm',
    curve(times(9, (index): Point => polar(s * 0.26, 0, 3 + index * s * 0.026, index * 62))),
  );
  const petals = random.pick([6, 8]);
  const petal = `M0 0Q${xy(s * 0.2, s * 0.16)} ${xy(s * 0.46, 0)}Q${xy(s * 0.2, -s * 0.16)} 0 0z`;
  const flower =
    many(petals, (index) => copy('d', 0, 0, (index * 360) / petals)) + draw('p', circle(0, 0, s * 0.1));
  const parts =
    part('c', scroll) +
    part('d', draw('h', petal)) +
    part('a', draw('p', circle(0, 0, s * 0.48)) + flower) +
    part(
      'b',
      draw('k', circle(0, 0, s * 0.48)) +
        many(4, (index) => copy('c', 0, 0, index * 90 + 20)) +
        draw('h', circle(0, 0, 5)),
    );
  return (
    parts +
    turned(
      random.pick([5, 45, 22]) + random.real(-6, 6),
      many(6, (row) =>
        many(7, (column) => copy((row + column) % 2 === 0 ? 'a' : 'b', (column - 1) * s, (row - 1) * s)),
      ),
    ) +
    draw('k', pill(8, 8, 384, 262, 0))
  );
}

export const jewellery: readonly Motif[] = [
  { words: /ювелир|украшен|камн|алмаз/, draw: stone, general: true },
  { words: /ёлоч|елоч|стекл|игруш/, draw: balls },
  { words: /ювелир|украшен|кольц/, draw: ring },
  { words: /филигран|ремес|роспис/, draw: filigree, general: true },
];

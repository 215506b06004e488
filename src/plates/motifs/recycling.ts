/** Recycling: waste to granules, arrows that return, bales. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, line, many, open, polar, polygon, rect, sector, times, xy } from '../pen.ts';
import { bolts, draw, turned } from '../marks.ts';

/** Splinters that turn into round grains from one side to the other. */
function granules(random: Random): string {
  const pitch = random.whole(24, 26) * 2;
  const turn = random.pick([0, 180, -16, 164]);
  const areas = { p: '', h: '', x: '' };
  for (let column = 0; column < 11; column += 1) {
    for (let row = 0; row < 8; row += 1) {
      const share = Math.min(1, Math.max(0, (column - 1) / 5));
      const [x, y] = [column * pitch - 30, row * pitch - 18 + (column % 2) * (pitch / 2)];
      if (x > 440 || y > 330) continue;
      const size = Math.round(pitch * (0.56 - share * 0.24));
      const ink = random.chance(0.3 + share * 0.3) ? 'h' : random.chance(0.2) ? 'x' : 'p';
      if (share >= 0.8) areas[ink] += circle(x, y, size);
      else {
        const corners = 3 + Math.round(share * 4);
        const from = random.whole(0, 90);
        const jag = 0.55 * (1 - share);
        areas[ink] += polygon(
          times(corners, (index) =>
            polar(x, y, size * random.real(1 - jag, 1.1 + jag * 0.4), from + (index * 360) / corners),
          ).map(([px, py]): Point => [Math.round(px), Math.round(py)]),
        );
      }
    }
  }
  return turned(turn, draw('p', areas.p) + draw('x', areas.x) + draw('h', areas.h));
}

/** Three arrows that chase each other. */
function loop(random: Random): string {
  const outer = random.whole(118, 136);
  const inner = outer - random.whole(46, 60);
  const [cx, cy] = [random.whole(150, 250), random.whole(140, 160)];
  const start = random.whole(0, 120);
  const count = random.whole(3, 4);
  const step = 360 / count;
  const middle = (outer + inner) / 2;
  const arrow = (index: number): string => {
    const [a, b] = [start + index * step, start + index * step + step - 34];
    const head = 24;
    const points = [
      polar(cx, cy, outer + 20, b),
      polar(cx, cy, middle, b + head + 8),
      polar(cx, cy, inner - 20, b),
    ];
    const [x1, y1] = polar(cx, cy, outer, a);
    const [x2, y2] = polar(cx, cy, outer, b);
    const [x3, y3] = polar(cx, cy, inner, b);
    const [x4, y4] = polar(cx, cy, inner, a);
    const [tx, ty] = polar(cx, cy, middle, a + 12);
    return `M${xy(x1, y1)}A${outer} ${outer} 0 0 1 ${xy(x2, y2)}${points.map(([x, y]) => `L${xy(x, y)}`).join('')}L${xy(x3, y3)}A${inner} ${inner} 0 0 0 ${xy(x4, y4)}L${xy(tx, ty)}z`;
  };
  const inks = ['o', 'p', 'x', 'p'] as const;
  const order = random.whole(0, 2);
  return (
    draw(
      'k',
      many(7, (index) => circle(cx, cy, outer + 34 + index * 24)),
    ) +
    many(count, (index) => draw(inks[(index + order) % count] ?? 'p', arrow(index))) +
    draw(
      'h',
      many(9, () => circle(cx + random.real(-30, 30), cy + random.real(-30, 30), random.real(4, 9))),
    ) +
    draw('c', circle(cx, cy, middle), line(cx - 200, cy, cx + 200, cy), line(cx, 0, cx, 300))
  );
}

/** Scrap pressed into bales, strapped and stacked. */
function bales(random: Random): string {
  const s = random.whole(104, 124);
  const solid = random.whole(0, 2);
  const scrap = (x: number, y: number): string =>
    many(4, () =>
      open(
        times(5, (index): Point => [
          Math.round(x + 6 + ((s - 12) * index) / 4),
          Math.round(y + random.real(6, s - 6)),
        ]),
      ),
    );
  const bale = (x: number, y: number, index: number): string => {
    const fill = index % 3 === solid;
    return (
      draw(fill ? 'h' : 'p', rect(x, y, s - 4, s - 4)) +
      draw(fill ? 'w' : 'k', scrap(x, y)) +
      draw(
        fill ? 'v' : 'b',
        line(x + s * 0.28, y, x + s * 0.28, y + s - 4),
        line(x + s * 0.68, y, x + s * 0.68, y + s - 4),
      )
    );
  };
  const x0 = random.whole(-50, -10);
  return (
    draw(
      'k',
      many(14, (index) => line(index * 34 - 40, 0, index * 34 - 100, 300)),
    ) +
    bale(x0 + s / 2, 284 - 2 * s, 0) +
    bale(x0 + s * 1.5 + random.whole(6, 30), 284 - 2 * s, 1) +
    many(5, (index) => bale(x0 + index * s, 284 - s, index + 2)) +
    draw('b', line(0, 284, 400, 284))
  );
}

/** Shafts with knives that shred what falls between. */
function shredder(random: Random): string {
  const r = random.whole(84, 98);
  const teeth = random.whole(5, 8);
  const [x1, x2] = [200 - r - 4, 200 + r + 4];
  const cy = random.whole(158, 178);
  const cutter = (cx: number, turn: number, side: number): string =>
    polygon(
      times(teeth, (index): Point[] => {
        const a = turn + (index * 360) / teeth;
        return [
          polar(cx, cy, r * 0.72, a),
          polar(cx, cy, r * 1.05, a + side * 8),
          polar(cx, cy, r * 0.8, a + (side * 200) / teeth),
        ];
      }).flat(),
    );
  const pieces = many(9, (index) =>
    polygon(
      times(4, (corner) =>
        polar(
          110 + ((index * 67) % 190),
          6 + ((index * 41) % 70),
          random.real(9, 24),
          corner * 90 + index * 31,
        ),
      ),
    ),
  );
  const grains = many(16, (index) =>
    circle(130 + ((index * 43) % 150), cy + r * 0.8 + ((index * 29) % 62), 5.5),
  );
  const turn = random.whole(0, 60);
  return (
    draw('x', sector(x1, cy, r + 14, r + 40, 90, 265), sector(x2, cy, r + 14, r + 40, -85, 90)) +
    draw('p', pieces) +
    draw('h', grains) +
    draw('o', cutter(x1, turn, 1)) +
    draw('p', cutter(x2, turn + 20, -1)) +
    draw('f', circle(x1, cy, r * 0.4)) +
    draw('m', circle(x1, cy, r * 0.4)) +
    draw('x', circle(x2, cy, r * 0.4)) +
    draw('i', bolts(x1, cy, r * 0.24, 6, 4), bolts(x2, cy, r * 0.24, 6, 4)) +
    draw('c', line(0, cy, 400, cy), line(x1, 0, x1, 300), line(x2, 0, x2, 300))
  );
}

export const recycling: readonly Motif[] = [
  { words: /гранул/, draw: granules, general: true },
  { words: /вторичн|эколог|утилиз/, draw: loop, general: true },
  { words: /лом(?![а-яё]*к)|макулатур|прессо/, draw: bales },
  { words: /переработк|дроблен/, draw: shredder, general: true },
];

/** Energy and fuel: cells, columns of a refinery, waves. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, curve, line, many, open, pill, rect, times, xy } from '../pen.ts';
import { copy, cross, dimension, draw, part, turned } from '../marks.ts';

/** Cells of a battery packed together, bars joining them. */
function cells(random: Random): string {
  const r = random.whole(34, 46);
  const [dx, dy] = [2 * r + 5, (2 * r + 5) * 0.866];
  const parts =
    part(
      'a',
      draw('p', circle(0, 0, r)) +
        draw('k', circle(0, 0, r - 6)) +
        draw('m', circle(0, 0, r * 0.36), cross(0, 0, r * 0.18)),
    ) +
    part(
      'b',
      draw('h', circle(0, 0, r)) +
        draw('w', circle(0, 0, r - 7), circle(0, 0, r * 0.36), line(-r * 0.18, 0, r * 0.18, 0)),
    );
  const phase = random.whole(2, 4);
  const at = (row: number, column: number): Point => [(column - 0.4 + (row % 2) / 2) * dx, (row - 0.3) * dy];
  const grid = many(6, (row) =>
    many(7, (column) => copy((column + row * 2) % phase === 0 ? 'b' : 'a', ...at(row, column))),
  );
  const bar = random.whole(1, 2);
  const link = open(times(7, (index) => at(bar + (index % 2), index)));
  return (
    parts +
    turned(
      random.pick([4, 15, -20, 30]) + random.real(-5, 5),
      grid +
        draw('b', link) +
        draw('p', times(7, (index) => circle(...at(bar + (index % 2), index), 7)).join('')),
    )
  );
}

/** Columns, pipes and a sphere of a refinery. */
function refinery(random: Random): string {
  const base = 268;
  const column = (x: number, w: number, top: number, solid: boolean): string => {
    const shape = `M${x} ${base}V${top + w / 2}a${w / 2} ${w / 2} 0 0 1 ${w} 0V${base}z`;
    const trays = many(Math.floor((base - top - w / 2) / 22), (index) =>
      line(
        x + (index % 2) * w * 0.3,
        top + w / 2 + 8 + index * 22,
        x + w * 0.7 + (index % 2) * w * 0.3,
        top + w / 2 + 8 + index * 22,
      ),
    );
    const rails = rect(x - 7, top + w * 0.8, w + 14, 6) + rect(x - 7, top + w * 0.8 + 84, w + 14, 6);
    return draw(solid ? 'h' : 'p', shape) + draw(solid ? 'w' : 'k', trays) + draw('i', rails);
  };
  const r = random.whole(52, 66);
  const right = random.chance(0.5);
  const sx = right ? 400 - r - 8 : r + 8;
  const xs = right ? [20, 96, 160, 220] : [140, 212, 274, 336];
  const solid = random.whole(0, 2);
  const towers = xs
    .map((x, index) =>
      column(
        x,
        [52, 38, 56, 34][(index + solid) % 4] ?? 40,
        random.whole(-30, 110),
        index === solid || index === solid + 2,
      ),
    )
    .join('');
  const pipes =
    draw(
      'm',
      many(4, (index) =>
        open([
          [-10, 214 + index * 9],
          [410, 214 + index * 9],
        ]),
      ),
    ) + draw('f', rect(0, 216, 400, 2));
  const sphere =
    draw(
      'm',
      line(sx - r * 0.7, base - r, sx - r * 0.8, base),
      line(sx + r * 0.7, base - r, sx + r * 0.8, base),
      line(sx - r * 0.75, base, sx + r * 0.75, base - r * 0.6),
      line(sx + r * 0.75, base, sx - r * 0.75, base - r * 0.6),
    ) +
    draw('p', circle(sx, base - r - 24, r)) +
    draw(
      'k',
      `M${xy(sx - r, base - r - 24)}Q${xy(sx, base - r - 6)} ${xy(sx + r, base - r - 24)}M${xy(sx, base - 2 * r - 24)}Q${xy(sx - r, base - r - 24)} ${xy(sx, base - 24)}Q${xy(sx + r, base - r - 24)} ${xy(sx, base - 2 * r - 24)}`,
    );
  return (
    draw(
      'k',
      many(6, (index) => circle(sx, base - r - 24, r + 24 + index * 34)),
    ) +
    pipes +
    towers +
    sphere +
    draw('b', line(0, base + 3, 400, base + 3)) +
    draw('c', line((xs[solid] ?? 0) + 26, 0, (xs[solid] ?? 0) + 26, 300))
  );
}

/** Three phases on one axis. */
function waves(random: Random): string {
  const high = random.whole(80, 112);
  const period = random.whole(190, 300);
  const wave = (phase: number, scale = 1): Point[] =>
    times(22, (index): Point => [
      -20 + index * 21,
      150 - Math.sin(((index * 21) / period + phase) * 2 * Math.PI) * high * scale,
    ]);
  const start = random.real(0, 1);
  const filled = `${curve(wave(start))}V150H-20z`;
  return (
    draw(
      'k',
      many(20, (index) => line(index * 21, 0, index * 21, 300)),
      many(7, (index) => line(0, 38 * index + 36, 400, 38 * index + 36)),
    ) +
    draw('h', filled) +
    draw('b', curve(wave(start + 1 / 3))) +
    draw('d', curve(wave(start + 2 / 3))) +
    draw('m', curve(wave(start + 1 / 3, 0.5))) +
    draw('m', line(0, 150, 400, 150)) +
    dimension(60, 276, 60 + period, 276, 0)
  );
}

/** Accumulators in a rack, one module drawn out. */
function rack(random: Random): string {
  const [w, h] = [random.whole(112, 134), random.whole(58, 72)];
  const out = random.whole(1, 2);
  const poles =
    pill(12, 12, 20, h - 24, 10) + pill(w - 32, 12, 20, h - 24, 10) + line(44, h / 2, w - 44, h / 2);
  const vents = many(3, (index) => line(44, 14 + index * 7, w - 44, 14 + index * 7));
  const block = (face: string): string =>
    draw('p', `M0 0l46-26h${w}l-46 26z`) + draw('x', `M${w} 0l46-26v${h}l-46 26z`) + face;
  const parts =
    part('a', block(draw('p', rect(0, 0, w, h)) + draw('m', poles) + draw('k', vents))) +
    part('b', block(draw('o', rect(0, 0, w, h)) + draw('w', poles, vents)));
  const column = (x: number, index: number): string =>
    many(5, (row) => {
      const drawn = index === out && row === 2;
      return copy(drawn || (row + index) % 3 === 0 ? 'b' : 'a', x - (drawn ? 46 : 0), 268 - row * h - h);
    });
  return (
    parts +
    turned(random.pick([0, -6]), column(random.whole(230, 252), 2) + column(random.whole(60, 80), 1)) +
    draw('b', line(0, 284, 400, 284))
  );
}

export const energy: readonly Motif[] = [
  { words: /аккумулятор|накопител|батаре/, draw: cells, general: true },
  { words: /аккумулятор|накопител|батаре/, draw: rack },
  { words: /нефт|топлив|бензин|газ/, draw: refinery },
  { words: /энерг|электрич|тепл/, draw: waves, general: true },
];

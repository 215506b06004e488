/** Games: men on their squares, pieces of a puzzle. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { circle, line, many, pill, rect, xy } from '../pen.ts';
import { copy, draw, moved, part, turned } from '../marks.ts';

/** Men of a board game on their squares. */
function game(random: Random): string {
  const s = random.whole(46, 58);
  const squares = many(8, (row) =>
    many(11, (column) => ((row + column) % 2 === 0 ? rect(column * s - 70, row * s - 50, s, s) : '')),
  );
  const pawn = (h: number): string => {
    const w = h * 0.24;
    return `M${xy(-w * 1.25, 0)}Q${xy(-w * 1.2, -h * 0.14)} ${xy(-w * 0.8, -h * 0.18)}Q${xy(-w * 0.2, -h * 0.36)} ${xy(-w * 0.36, -h * 0.6)}H${Math.round(-w * 0.74)}V${Math.round(-h * 0.66)}H${Math.round(-w * 0.44)}A${xy(w * 0.78, w * 0.78)} 0 1 1 ${xy(w * 0.44, -h * 0.66)}H${Math.round(w * 0.74)}V${Math.round(-h * 0.6)}H${Math.round(w * 0.36)}Q${xy(w * 0.2, -h * 0.36)} ${xy(w * 0.8, -h * 0.18)}Q${xy(w * 1.2, -h * 0.14)} ${xy(w * 1.25, 0)}z`;
  };
  const h = random.whole(176, 220);
  const die = random.whole(70, 86);
  const pips =
    [
      [],
      [[0, 0]],
      [
        [-1, -1],
        [1, 1],
      ],
      [
        [-1, -1],
        [0, 0],
        [1, 1],
      ],
      [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
      [
        [-1, -1],
        [1, -1],
        [0, 0],
        [-1, 1],
        [1, 1],
      ],
    ][random.whole(2, 5)] ?? [];
  const man = (x: number, y: number, size: number, solid: boolean): string =>
    moved(
      x,
      y,
      solid
        ? draw('o', pawn(size)) +
            draw(
              'w',
              line(-size * 0.27, -8, size * 0.27, -8),
              line(-size * 0.17, -size * 0.18, size * 0.17, -size * 0.18),
            )
        : draw('p', pawn(size)) + draw('k', line(0, -size, 0, 0), line(-size * 0.27, -8, size * 0.27, -8)),
    );
  const solid = random.whole(0, 1);
  return (
    turned(random.pick([0, 30, 45]), draw('t', squares)) +
    man(random.whole(70, 100), 240, h, solid === 0) +
    man(random.whole(196, 224), 276, h * 1.06, solid === 1) +
    moved(
      random.whole(304, 326),
      random.whole(180, 226),
      draw('p', pill(-die / 2, -die / 2, die, die, 8)) +
        draw('i', pips.map(([x = 0, y = 0]) => circle(x * die * 0.26, y * die * 0.26, 7)).join('')),
      random.whole(-24, 24),
    ) +
    moved(
      340,
      66,
      draw('h', pill(-34, -34, 68, 68, 7)) +
        draw('f', circle(-15, -15, 6), circle(15, 15, 6), circle(0, 0, 6)),
      random.whole(-30, 30),
    )
  );
}

/** Pieces of a puzzle. */
function puzzle(random: Random): string {
  const s = random.whole(82, 100);
  const k = s * 0.17;
  const knob = (dx: number, dy: number, out: number): string => {
    const [l, r] = [s * 0.38, s * 0.24];
    const turn = out > 0 ? 1 : 0;
    return dx !== 0
      ? `h${dx * l}a${xy(k, k)} 0 1 ${turn} ${dx * r} 0h${dx * l}`
      : `v${dy * l}a${xy(k, k)} 0 1 ${turn} 0 ${dy * r}v${dy * l}`;
  };
  const piece = (a: number, b: number): string =>
    `M0 0${knob(1, 0, a)}${knob(0, 1, b)}${knob(-1, 0, -a)}${knob(0, -1, -b)}z`;
  const parts =
    part('a', draw('p', piece(1, 1))) + part('b', draw('h', piece(1, 1))) + part('c', draw('x', piece(1, 1)));
  const out = random.whole(1, 2);
  const grid = many(6, (row) =>
    many(7, (column) => {
      if (row === 2 && column === 3) return copy('b', (column - 1) * s + 24, (row - 1) * s - 22, 12);
      return copy(
        (row * 2 + column) % 5 === out ? 'c' : (row + column * 2) % 4 === out ? 'b' : 'a',
        (column - 1) * s,
        (row - 1) * s,
      );
    }),
  );
  return parts + turned(random.pick([-14, 10, 24]) + random.real(-4, 4), grid);
}

export const games: readonly Motif[] = [
  { words: /игр/, draw: game },
  { words: /головолом|пазл|игр/, draw: puzzle, general: true },
];

/** Other works: joints of furniture, games, apparatus for learning; and a sheet for an industry not known. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, line, many, pill, polar, polygon, rect, times, xy } from '../pen.ts';
import { copy, cross, dimension, draw, moved, part, turned } from '../marks.ts';

/** A dovetail joint drawn apart. */
function dovetail(random: Random): string {
  const tails = random.whole(3, 4);
  const gap = random.whole(10, 46);
  const h = 300 / tails;
  const deep = random.whole(66, 84);
  const flare = h * 0.13;
  const seam = (x: number): Point[] =>
    times(tails, (index): Point[] => [
      [x, index * h + h * 0.26 + flare],
      [x + deep, index * h + h * 0.26 - flare + 4],
      [x + deep, index * h + h * 0.74 + flare - 4],
      [x, index * h + h * 0.74 - flare],
    ]).flat();
  const left = 150;
  const lines = (x: number, w: number): string =>
    many(
      9,
      (index) =>
        `M${xy(x, 16 + index * 34)}q${xy(w / 2, random.whole(-16, 16))} ${xy(w, random.whole(-4, 4))}`,
    );
  const a = polygon([
    [-60, -60],
    [left, -60],
    [left, 0],
    ...seam(left),
    [left, 300],
    [left, 360],
    [-60, 360],
  ]);
  const b = polygon([
    [460, -60],
    [left + gap, -60],
    [left + gap, 0],
    ...seam(left + gap),
    [left + gap, 300],
    [left + gap, 360],
    [460, 360],
  ]);
  return turned(
    random.pick([-16, 0, 12, 90]),
    draw('p', b) +
      draw('k', lines(left + deep + gap + 14, 190)) +
      draw('h', a) +
      draw('w', lines(-60, 200)) +
      draw('m', a) +
      draw(
        'c',
        many(tails, (index) => line(0, (index + 0.5) * h, 400, (index + 0.5) * h)),
      ) +
      (gap > 24 ? dimension(left + deep, 24, left + deep + gap, 24, 0) : ''),
  );
}

/** An office chair and its axes. */
function chair(random: Random): string {
  const x = random.whole(170, 230);
  const lean = random.whole(6, 18);
  const back = random.whole(96, 116);
  const legs = random.whole(84, 100);
  const arms = random.chance(0.6);
  const castor = (cx: number): string => draw('p', circle(cx, 270, 12)) + draw('i', circle(cx, 270, 4));
  return (
    draw(
      'k',
      many(7, (index) => circle(x - 40, 170, 60 + index * 38)),
    ) +
    draw('p', rect(x - 8, 176, 16, 62)) +
    draw('x', rect(x - 13, 200, 26, 30)) +
    draw(
      'm',
      polygon([
        [x - legs, 258],
        [x, 234],
        [x + legs, 258],
        [x + legs, 264],
        [x, 246],
        [x - legs, 264],
      ]),
    ) +
    castor(x - legs) +
    castor(x + legs) +
    castor(x) +
    draw('o', pill(x - 84, 148, 168, 30, 14)) +
    draw('w', line(x - 70, 162, x + 70, 162)) +
    moved(
      x - 74,
      150,
      draw('o', pill(-16, -back - 24, 30, back + 10, 14)) +
        draw(
          'w',
          many(5, (index) => line(-16, -back + index * 18, 14, -back + index * 18)),
        ) +
        draw('b', line(-18, -30, -18, 20)),
      -lean,
    ) +
    (arms ? draw('b', `M${x + 20} 150V104H${x - 66}`) : '') +
    draw('b', line(0, 285, 400, 285)) +
    draw('c', line(x, 20, x, 300), arc(x - 74, 150, back + 40, -130, -60)) +
    dimension(372, 282, 372, 148, 0)
  );
}

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

/** A magnet and its lines of force. */
function field(random: Random): string {
  const [w, h] = [random.whole(72, 96), random.whole(52, 62)];
  const [cx, cy] = [random.whole(180, 220), 150];
  const loops = many(7, (index) => {
    const [a, b] = [w + 16 + index * 26, 34 + index * 30];
    return `M${xy(cx - w, cy - 4)}C${xy(cx - a - 40, cy - b * 1.3)} ${xy(cx + a + 40, cy - b * 1.3)} ${xy(cx + w, cy - 4)}M${xy(cx - w, cy + 4)}C${xy(cx - a - 40, cy + b * 1.3)} ${xy(cx + a + 40, cy + b * 1.3)} ${xy(cx + w, cy + 4)}`;
  });
  const needle = (x: number, y: number, turn: number): string =>
    moved(
      x,
      y,
      draw('p', circle(0, 0, 18)) + draw('h', 'M0-4L15 0L0 4z') + draw('m', 'M0-4L-15 0L0 4'),
      turn,
    );
  const around = many(5, (index) => {
    const [x, y] = polar(cx, cy, 124, index * 72 + random.whole(-16, 16));
    return needle(x, y, index * 72 + 110);
  });
  return turned(
    random.pick([-30, -16, 14, 40]),
    draw('m', loops) +
      draw('s', line(-200, cy, cx - w, cy), line(cx + w, cy, 600, cy)) +
      draw('o', rect(cx - w, cy - h / 2, w, h)) +
      draw('p', rect(cx, cy - h / 2, w, h)) +
      draw('v', line(cx - w * 0.66, cy, cx - w * 0.3, cy)) +
      draw(
        'b',
        line(cx + w * 0.3, cy, cx + w * 0.66, cy),
        line(cx + w * 0.48, cy - w * 0.18, cx + w * 0.48, cy + w * 0.18),
      ) +
      around,
  );
}

/** For an industry that has no drawing yet: compasses, a set square, arcs. */
function draughtsman(random: Random): string {
  const [cx, cy] = [random.whole(90, 310), random.whole(90, 210)];
  const turn = random.whole(0, 90);
  const rings = random.whole(5, 8);
  const square: Point[] = [
    [0, 0],
    [230, 0],
    [0, 150],
  ];
  const inner: Point[] = [
    [30, 28],
    [150, 28],
    [30, 106],
  ];
  return (
    draw(
      'k',
      many(rings, (index) => circle(cx, cy, 24 + index * 34)),
      many(12, (index) => line(cx, cy, ...polar(cx, cy, 400, turn + index * 30))),
    ) +
    draw('h', `${arc(cx, cy, random.whole(80, 130), turn, turn + 120)}L${xy(cx, cy)}z`) +
    draw('b', arc(cx, cy, random.whole(140, 170), turn + 150, turn + 330)) +
    moved(
      random.whole(60, 160),
      random.whole(120, 150),
      draw('x', polygon(square)) + draw('p', polygon(inner)),
      random.whole(-30, 20),
    ) +
    draw('c', cross(cx, cy, 220)) +
    dimension(40, 284, random.whole(200, 340), 284, 0)
  );
}

export const other: readonly Motif[] = [
  { words: /мебел/, draw: dovetail },
  { words: /мебел/, draw: chair },
  { words: /игр/, draw: game },
  { words: /головолом|пазл|игр/, draw: puzzle },
  { words: /обучен|набор|опыт|физик/, draw: field },
];

export const unknown: readonly Motif[] = [{ words: null, draw: draughtsman }];

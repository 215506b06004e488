/** Sweets and bread: moulds, bars, cones, loaves, cakes. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, curve, line, many, pill, polygon, rect, times, xy } from '../pen.ts';
import { copy, dimension, draw, moved, part, turned } from '../marks.ts';

/** A mould seen from above, filled with sweets of two sorts. */
function sweets(random: Random): string {
  const pitch = random.whole(74, 96);
  const r = pitch * 0.42;
  const shape = random.pick(['round', 'square', 'long'] as const);
  const body = (size: number): string => {
    if (shape === 'round') return circle(0, 0, size);
    return shape === 'square'
      ? pill(-size, -size, 2 * size, 2 * size, 9)
      : pill(-size, -size * 0.72, 2 * size, size * 1.44, 30);
  };
  const topping = random.pick([
    arc(0, 0, r * 0.5, 150, 390) + arc(0, 0, r * 0.25, 20, 240),
    line(-r * 0.5, r * 0.35, r * 0.1, -r * 0.45) + line(-r * 0.15, r * 0.4, r * 0.45, -r * 0.4),
    `M${xy(-r * 0.55, 0)}q${xy(r * 0.28, -r * 0.6)} ${xy(r * 0.55, 0)}t${xy(r * 0.55, 0)}`,
    circle(0, 0, r * 0.3) + line(0, -r * 0.3, 0, r * 0.3),
  ]);
  const parts =
    part('a', draw('p', body(r)) + draw('k', body(r * 0.78)) + draw('m', topping)) +
    part('b', draw('h', body(r)) + draw('w', body(r * 0.78), topping));
  const rows = shape === 'long' ? 0.8 : 1;
  const every = random.whole(2, 4);
  const grid = many(8, (column) =>
    many(8, (row) =>
      copy((column + 2 * row) % every === 0 ? 'b' : 'a', (column - 1.5) * pitch, (row - 1.8) * pitch * rows),
    ),
  );
  return parts + turned(random.pick([0, -14, 18, 45]) + random.real(-4, 4), grid);
}

/** A bar of chocolate in its form: bevelled squares, one broken off. */
function bar(random: Random): string {
  const columns = random.whole(4, 5);
  const s = random.whole(66, 78);
  const face = random.whole(9, 13);
  const bevel =
    line(0, 0, face, face) +
    line(s, 0, s - face, face) +
    line(0, s, face, s - face) +
    line(s, s, s - face, s - face);
  const parts =
    part(
      'a',
      draw('h', rect(1, 1, s - 2, s - 2)) + draw('w', rect(face, face, s - 2 * face, s - 2 * face), bevel),
    ) +
    part('b', draw('p', rect(0, 0, s, s)) + draw('k', rect(face, face, s - 2 * face, s - 2 * face), bevel));
  const gone = random.whole(1, 3);
  const grid = many(columns, (column) =>
    many(6, (row) =>
      copy(
        column >= columns - 1 && row >= 4 - gone ? 'b' : 'a',
        column * s + (column === columns - 1 && row >= 4 - gone ? 22 : 0),
        (row - 1) * s,
      ),
    ),
  );
  return parts + turned(random.pick([-18, 12, 24]) + random.real(-5, 5), moved(20, 10, grid));
}

/** Cones up and down, waffled, one scoop of colour. */
function cones(random: Random): string {
  const w = random.whole(46, 60);
  const h = random.whole(150, 185);
  const lattice = times(
    7,
    (index) =>
      line(-w + index * w * 0.33, 0, -w + index * w * 0.33 + 40, h) +
      line(w - index * w * 0.33, 0, w - index * w * 0.33 - 40, h),
  ).join('');
  const cone = polygon([
    [-w, 0],
    [w, 0],
    [0, h],
  ]);
  const drip = curve([
    [-w - 7, 2],
    [-w * 0.8, 20],
    [-w * 0.4, 6],
    [0, 24],
    [w * 0.45, 8],
    [w * 0.8, 19],
    [w + 7, 2],
  ]);
  const scoop = `${drip}A${xy(w + 7, w + 7)} 0 1 0 ${xy(-w - 7, 2)}z`;
  const second = random.chance(0.5) ? circle(0, -w * 1.45, w * 0.78) : '';
  const parts =
    `<clipPath id="C"><path d="${cone}"/></clipPath>` +
    part('c', `${draw('p', cone)}<g clip-path="url(#C)">${draw('k', lattice)}</g>`) +
    part(
      'a',
      `${draw('p', second, scoop)}${draw('k', arc(0, 0, w * 0.8, 200, 290), arc(0, 0, w * 0.62, 205, 250))}`,
    ) +
    part(
      'b',
      `${draw('h', second, scoop)}${draw('w', arc(0, 0, w * 0.8, 200, 290), arc(0, 0, w * 0.62, 205, 250))}`,
    );
  const pitch = w * 2.1;
  const from = random.whole(-20, 30);
  const odd = random.whole(0, 1);
  return (
    parts +
    many(5, (index) => {
      const up = index % 2 === odd;
      const [x, y, turn] = [from + index * pitch * 0.88, up ? 128 : 176, up ? 0 : 180];
      return copy('c', x, y, turn) + copy(index % 3 === 1 ? 'b' : 'a', x, y, turn);
    })
  );
}

/** Long loaves on the slant, each with its cuts. */
function loaves(random: Random): string {
  const cuts = random.whole(3, 5);
  const half = random.whole(118, 140);
  const wide = random.whole(32, 40);
  const body = pill(-half, -wide, 2 * half, 2 * wide, wide);
  const cut = many(cuts, (index) => {
    const x = -half + ((index + 1) * 2 * half) / (cuts + 1);
    return `M${xy(x - 16, wide * 0.7)}q${xy(2, -wide)} ${xy(32, -wide * 1.4)}`;
  });
  const parts =
    part(
      'a',
      draw('p', body) +
        draw('m', cut) +
        draw('k', pill(-half + 7, -wide + 7, 2 * half - 14, 2 * wide - 14, wide)),
    ) +
    part('b', draw('h', body) + draw('v', cut)) +
    part(
      'c',
      draw('x', body) +
        draw('p', pill(-half + 10, -wide + 10, 2 * half - 20, 2 * wide - 20, wide)) +
        draw(
          'k',
          many(9, (index) =>
            circle(-half + 30 + index * half * 0.22, ((index * 7) % 5) * 6 - 12, 3 + (index % 3) * 2),
          ),
        ),
    );
  const turn = random.pick([-32, -24, 28]) + random.real(-3, 3);
  const order = random.pick(['abac', 'baca', 'acab']);
  const row = many(3, (column) =>
    many(6, (index) =>
      copy(
        order.charAt((index + column * 2) % 4),
        (column - 1) * (2 * half + 14) + (index % 2) * half,
        (index - 2.5) * (2 * wide + 9),
      ),
    ),
  );
  return parts + turned(turn, moved(200, 150, row));
}

/** A cake cut open: layers, cream, a wedge of colour. */
function cake(random: Random): string {
  const layers = random.whole(4, 6);
  const top = random.whole(60, 90);
  const h = (262 - top) / layers;
  const left = random.whole(30, 70);
  let body = '';
  for (let index = 0; index < layers; index += 1) {
    const y = top + index * h;
    const ink = (['h', 'x', 'p', 'h', 'y', 'p'] as const)[(index + 1 + random.whole(0, 1)) % 6] ?? 'p';
    body +=
      draw(ink, rect(left, y, 440, h * 0.72)) + draw('p', `M${xy(left, y + h * 0.72)}h440v${h * 0.28}h-440z`);
  }
  const glaze = curve(
    times(10, (index): Point => [left - 8 + index * 44, top + (index % 2 === 0 ? 12 : 34)]),
  );
  const icing = `${glaze}V${top - 16}H${left - 8}z`;
  const berries = many(5, (index) => circle(left + 40 + index * 80, top - 34, 19));
  return (
    draw('k', line(0, 270, 400, 270)) +
    body +
    draw('o', icing) +
    draw('p', berries) +
    draw(
      'k',
      many(5, (index) => arc(left + 40 + index * 80, top - 34, 12, 190, 280)),
    ) +
    draw('b', line(left - 24, 266, 400, 266)) +
    dimension(left - 14, top, left - 14, 262, -12)
  );
}

export const bakery: readonly Motif[] = [
  { words: /шоколад|конфет|карамел|мармелад|зефир/, draw: sweets, general: true },
  { words: /шоколад|конфет/, draw: bar },
  { words: /морожен/, draw: cones },
  { words: /хлеб|батон|пекар|макарон/, draw: loaves, general: true },
  { words: /торт|выпеч|пирож|слоён/, draw: cake },
];

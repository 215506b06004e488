/** Food: moulds, bottles on a conveyor, cones, loaves, cakes, wheels of cheese, crisps, seedlings. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import {
  arc,
  circle,
  curve,
  ellipse,
  line,
  many,
  pill,
  polar,
  polygon,
  rect,
  sector,
  times,
  xy,
} from '../pen.ts';
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

type Profile = { neck: number; body: number; shoulder: number; top: number };

function bottlePath(x: number, base: number, p: Profile): string {
  const cap = p.top + 14;
  return (
    `M${xy(x - p.neck, p.top)}h${2 * p.neck}V${cap + 20}C${xy(x + p.neck, p.shoulder - 20)} ${xy(x + p.body, p.shoulder - 24)} ${xy(x + p.body, p.shoulder)}` +
    `V${base - 8}q0 8-8 8H${x - p.body + 8}q-8 0-8-8V${p.shoulder}C${xy(x - p.body, p.shoulder - 24)} ${xy(x - p.neck, p.shoulder - 20)} ${xy(x - p.neck, cap + 20)}z`
  );
}

/** Bottles stand on a chain: one full, one cut open, the others in outline. */
function bottles(random: Random): string {
  const p = {
    neck: random.whole(9, 15),
    body: random.whole(30, 44),
    shoulder: random.whole(100, 140),
    top: random.whole(18, 44),
  };
  const base = 246;
  const pitch = p.body * 2 + random.whole(10, 22);
  const start = random.whole(-10, 40);
  const full = random.whole(1, 2);
  const level = random.whole(p.shoulder, 180);
  const label = random.whole(160, 185);
  const drawn = many(7, (index) => {
    const x = Math.round(start + index * pitch);
    const shape = bottlePath(x, base, p);
    const cap = rect(x - p.neck - 3, p.top - 2, 2 * p.neck + 6, 14);
    const band = rect(x - p.body, label, 2 * p.body, 34);
    if (index % 4 === full)
      return (
        draw('h', shape, cap) +
        draw('w', line(x - p.neck - 3, p.top + 16, x + p.neck + 3, p.top + 16)) +
        draw('f', band)
      );
    if (index % 4 === (full + 1) % 4) {
      return (
        draw('p', shape) +
        draw('t', rect(x - p.body, level, 2 * p.body, base - level)) +
        draw('k', line(x - p.body, level, x + p.body, level)) +
        draw('c', line(x, 0, x, 300)) +
        draw('x', cap)
      );
    }
    return draw('p', shape, cap) + draw('k', band);
  });
  const chain =
    draw('b', line(0, base + 3, 400, base + 3)) +
    draw(
      'p',
      many(12, (index) => circle(index * 38 - 6, base + 18, 11)),
    ) +
    draw(
      'i',
      many(12, (index) => circle(index * 38 - 6, base + 18, 3)),
    );
  return drawn + chain;
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
    const ink = (['h', 'x', 'p', 'h', 'y', 'p'] as const)[(index + random.whole(0, 1)) % 6] ?? 'p';
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

/** Wheels of cheese with their holes, one wedge out. */
function cheese(random: Random): string {
  const r = random.whole(128, 156);
  const [cx, cy] = [random.whole(120, 180), random.whole(140, 190)];
  const from = random.whole(-70, 10);
  const wedge = random.whole(44, 70);
  const [dx, dy] = polar(0, 0, 44, from + wedge / 2);
  const holes = times(9, (): Point =>
    polar(cx, cy, random.real(30, r - 26), random.real(from + wedge + 14, from + 346)),
  );
  return (
    draw('k', circle(cx, cy, r + 12)) +
    draw('p', sector(cx, cy, 0.1, r, from + wedge, from + 360)) +
    draw('x', sector(cx, cy, r - 12, r, from + wedge, from + 360)) +
    draw('p', holes.map(([x, y]) => circle(x, y, random.real(6, 17))).join('')) +
    draw('h', sector(cx + dx, cy + dy, 0.1, r, from, from + wedge)) +
    draw(
      'f',
      many(4, () =>
        circle(
          ...polar(cx + dx, cy + dy, random.real(50, r - 24), from + random.real(14, wedge - 14)),
          random.real(6, 12),
        ),
      ),
    ) +
    draw('p', pill(300, 210, 160, 120, 8)) +
    draw('k', rect(300, 226, 160, 10)) +
    draw('c', line(cx - r - 20, cy, cx + r + 40, cy), line(cx, cy - r - 20, cx, cy + r + 20))
  );
}

/** Crisps: saddles, ribbed, falling in a row. */
function crisps(random: Random): string {
  const [rx, ry] = [random.whole(84, 100), random.whole(50, 62)];
  const shape = ellipse(0, 0, rx, ry);
  const ribs = many(7, (index) => {
    const y = (index - 3) * ry * 0.25;
    const x = rx * Math.sqrt(1 - (y / ry) ** 2) * 0.94;
    return `M${xy(-x, y)}Q${xy(0, y + 22)} ${xy(x, y)}`;
  });
  const parts = part('a', draw('p', shape) + draw('k', ribs)) + part('b', draw('h', shape) + draw('w', ribs));
  const turn = random.whole(-40, 20);
  const step = random.pick([58, 66]);
  const solid = random.whole(1, 3);
  return (
    parts +
    many(3, (row) =>
      many(8, (index) =>
        copy(
          (index + row) % 4 === solid ? 'b' : 'a',
          -30 + index * step + row * 24,
          20 + row * 128 + (index % 2) * 8,
          turn + index * 9 + row * 40,
        ),
      ),
    )
  );
}

/** Shelves of seedlings under lamps. */
function seedlings(random: Random): string {
  const pitch = random.whole(56, 74);
  const leaf = (turn: number): string =>
    `M0 0C${xy(...polar(0, 0, 26, turn - 34))} ${xy(...polar(0, 0, 44, turn - 16))} ${xy(...polar(0, 0, 50, turn))}C${xy(...polar(0, 0, 44, turn + 16))} ${xy(...polar(0, 0, 26, turn + 34))} 0 0z`;
  const count = random.pick([3, 5]);
  const spread = random.whole(34, 46);
  const turns = times(count, (index) => -90 + (index - (count - 1) / 2) * spread);
  const leaves = turns.map(leaf).join('');
  const veins = turns.map((turn) => line(0, 0, ...polar(0, 0, 36, turn))).join('');
  const pot = polygon([
    [-16, 0],
    [16, 0],
    [11, 26],
    [-11, 26],
  ]);
  const parts =
    part('a', draw('p', leaves, pot) + draw('k', veins)) +
    part('b', draw('h', leaves) + draw('w', veins) + draw('x', pot));
  const solid = random.whole(0, 2);
  const every = random.whole(2, 3);
  return (
    parts +
    many(3, (row) => {
      const y = 66 + row * 104;
      const shift = (row * pitch) / 2 - 14;
      return (
        many(8, (index) =>
          copy((index + row) % every === solid % every ? 'b' : 'a', index * pitch + shift, y),
        ) +
        draw('b', line(0, y + 28, 400, y + 28)) +
        draw('k', line(0, y + 35, 400, y + 35))
      );
    })
  );
}

export const food: readonly Motif[] = [
  { words: /шоколад|конфет|карамел|мармелад|зефир/, draw: sweets },
  { words: /шоколад|конфет/, draw: bar },
  { words: /напит|квас|вод[аы]|молоч|молоко|сок|пив|масл/, draw: bottles },
  { words: /морожен/, draw: cones },
  { words: /хлеб|батон|пекар|макарон/, draw: loaves },
  { words: /торт|выпеч|пирож|слоён/, draw: cake },
  { words: /сыр|творог/, draw: cheese },
  { words: /чипс|картоф|снек/, draw: crisps },
  { words: /овощ|зелен|теплиц|цвет/, draw: seedlings },
];

/** From the field and the dairy: wheels of cheese, crisps, seedlings. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, ellipse, line, many, pill, polar, polygon, rect, sector, times, xy } from '../pen.ts';
import { copy, draw, part } from '../marks.ts';

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

export const farm: readonly Motif[] = [
  { words: /сыр|творог/, draw: cheese },
  { words: /чипс|картоф|снек/, draw: crisps },
  { words: /овощ|зелен|теплиц|цвет/, draw: seedlings },
];

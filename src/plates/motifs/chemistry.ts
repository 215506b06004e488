/** Chemistry: vessels, lattices, plies of a composite, jars and tubes. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, curve, line, many, pill, polar, polygon, rect, regular } from '../pen.ts';
import { copy, dimension, draw, moved, part, turned } from '../marks.ts';

/** Flasks on a bench, one full. */
function flasks(random: Random): string {
  const base = 262;
  const cone = (x: number, w: number, h: number, level: number, solid: boolean): string => {
    const neck = w * 0.26;
    const at = (y: number): number => neck + (w - neck) * Math.max(0, (y - (base - h * 0.66)) / (h * 0.66));
    const top = base - level;
    const shape = polygon([
      [x - neck, base - h],
      [x + neck, base - h],
      [x + neck, base - h * 0.66],
      [x + w, base - 6],
      [x + w - 8, base],
      [x - w + 8, base],
      [x - w, base - 6],
      [x - neck, base - h * 0.66],
    ]);
    const fill = polygon([
      [x - at(top), top],
      [x + at(top), top],
      [x + w, base - 6],
      [x + w - 8, base],
      [x - w + 8, base],
      [x - w, base - 6],
    ]);
    return (
      draw('p', shape) +
      draw(solid ? 'h' : 't', fill) +
      draw('m', shape, rect(x - neck - 5, base - h - 8, 2 * neck + 10, 8)) +
      draw(
        solid ? 'w' : 'k',
        many(4, (index) => line(x - 2, base - 24 - index * 16, x + 18, base - 24 - index * 16)),
      )
    );
  };
  const round = (x: number, r: number, top: number): string => {
    const cy = base - r - 14;
    return (
      draw('p', rect(x - 13, top, 26, cy - top)) +
      draw('p', circle(x, cy, r)) +
      draw('f', rect(x - 12, top + 1, 24, cy - top)) +
      draw('h', `M${x - r} ${cy}A${r} ${r} 0 0 0 ${x + r} ${cy}z`) +
      draw(
        'w',
        many(5, (index) =>
          circle(
            x - r * 0.5 + index * r * 0.25,
            cy + r * (0.3 + ((index * 3) % 4) * 0.14),
            4 + (index % 3) * 2,
          ),
        ),
      ) +
      draw('x', pill(x - r * 0.7, base - 12, r * 1.4, 12, 2))
    );
  };
  const [a, b, c] = [random.whole(62, 84), random.whole(58, 74), random.whole(50, 66)];
  const order = random.chance(0.5);
  return (
    draw(
      'k',
      many(8, (index) => line(0, 22 + index * 30, 400, 22 + index * 30)),
    ) +
    draw('b', line(0, base + 3, 400, base + 3)) +
    cone(order ? 66 : 330, a, random.whole(180, 226), random.whole(50, 100), random.chance(0.4)) +
    round(order ? 216 : 186, b, random.whole(16, 54)) +
    cone(order ? 348 : 40, c, random.whole(130, 170), random.whole(50, 84), random.chance(0.3)) +
    dimension(order ? 284 : 112, 262, order ? 284 : 112, 130, 0)
  );
}

/** A lattice of rings with atoms at its corners. */
function lattice(random: Random): string {
  const r = random.whole(44, 56);
  const turn = random.pick([0, 12, -16, 30]);
  const [dx, dy] = [r * Math.sqrt(3), r * 1.5];
  const ring = regular(0, 0, r, 6, 30);
  const parts =
    part('a', draw('m', ring)) +
    part('b', draw('m', ring) + draw('k', circle(0, 0, r * 0.5))) +
    part('c', draw('m', ring) + draw('h', regular(0, 0, r - 6, 6, 30)) + draw('w', circle(0, 0, r * 0.45)));
  const every = random.whole(2, 3);
  let rings = '';
  let atoms = '';
  let knots = '';
  for (let row = 0; row < 7; row += 1) {
    for (let column = 0; column < 7; column += 1) {
      const [x, y] = [(column - 0.6 + (row % 2) / 2) * dx - 20, (row - 0.9) * dy];
      if (Math.hypot(x - 200, y - 150) > 250 + r) continue;
      rings += copy(random.chance(0.22) ? 'c' : random.chance(0.4) ? 'b' : 'a', x, y);
      if ((row * 7 + column) % every === 0 && random.chance(0.7)) atoms += circle(...polar(x, y, r, 90), 9);
      if ((row * 7 + column) % 5 === 1) knots += circle(...polar(x, y, r, -30), 7);
    }
  }
  return parts + turned(turn, rings + draw('p', atoms) + draw('i', knots));
}

/** Plies of cloth and resin lifted apart. */
function plies(random: Random): string {
  const count = random.whole(4, 6);
  const [half, flat] = [random.whole(170, 205), random.whole(56, 70)];
  const gap = 230 / count;
  const solid = random.whole(0, count - 1);
  const [cx, top] = [random.whole(180, 220), 52];
  const layer = (index: number): string => {
    const y = top + (count - 1 - index) * gap;
    const corner: readonly Point[] = [
      [cx, y - flat],
      [cx + half, y],
      [cx, y + flat],
      [cx - half, y],
    ];
    const edge = `M${cx - half} ${y}v9L${cx} ${y + flat + 9}L${cx + half} ${y + 9}v-9L${cx} ${y + flat}z`;
    const lanes = (at: number): string =>
      many(11, (lane) => {
        const share = (lane + 1) / 12;
        return at === 0
          ? line(cx - half * share, y - flat + flat * share, cx + half - half * share, y + flat * share)
          : line(cx + half * share, y - flat + flat * share, cx - half + half * share, y + flat * share);
      });
    const kind = (index + count) % 3;
    const fibres = kind === 2 ? lanes(0) + lanes(1) : lanes(kind);
    return index === solid
      ? draw('h', polygon(corner), edge) + draw('w', fibres)
      : draw('p', polygon(corner), edge) + draw('k', fibres);
  };
  return (
    draw(
      'd',
      line(cx - half, top, cx - half, 300),
      line(cx + half, top, cx + half, 300),
      line(cx, top + flat, cx, 320),
    ) + many(count, layer)
  );
}

/** Jars, tubes and pumps in a row, one of them full of colour. */
function jars(random: Random): string {
  const base = 266;
  const tube = (x: number, w: number, h: number, solid: boolean): string => {
    const body = polygon([
      [x - w * 0.86, base - h],
      [x + w * 0.86, base - h],
      [x + w * 0.72, base - 30],
      [x - w * 0.72, base - 30],
    ]);
    const seal = rect(x - w * 0.95, base - h - 16, w * 1.9, 16);
    const cap = rect(x - w * 0.56, base - 30, w * 1.12, 30);
    return (
      draw(solid ? 'h' : 'p', body) +
      draw('x', seal) +
      draw('p', cap) +
      draw(
        'k',
        many(7, (index) =>
          line(x - w * 0.42 + index * w * 0.14, base - 28, x - w * 0.42 + index * w * 0.14, base - 2),
        ),
      ) +
      draw(
        solid ? 'w' : 'k',
        rect(x - w * 0.45, base - h + 40, w * 0.9, h * 0.34),
        circle(x, base - h + 40 + h * 0.17, w * 0.22),
      )
    );
  };
  const jar = (x: number, w: number, h: number, solid: boolean): string =>
    draw(solid ? 'h' : 'p', pill(x - w, base - h, 2 * w, h, 12)) +
    draw('p', rect(x - w * 0.94, base - h - 30, w * 1.88, 34)) +
    draw(
      'k',
      many(11, (index) =>
        line(x - w * 0.84 + index * w * 0.168, base - h - 28, x - w * 0.84 + index * w * 0.168, base - h + 2),
      ),
    ) +
    draw(
      solid ? 'w' : 't',
      curve([
        [x - w + 6, base - h * 0.6],
        [x - w * 0.4, base - h * 0.72],
        [x, base - h * 0.55],
        [x + w * 0.5, base - h * 0.7],
        [x + w - 6, base - h * 0.58],
      ]) + (solid ? '' : `V${base - 6}H${x - w + 6}z`),
    );
  const pumpBottle = (x: number, w: number, h: number, solid: boolean): string =>
    draw(
      'p',
      rect(x - 5, base - h - 46, 10, 30),
      polygon([
        [x - 34, base - h - 52],
        [x + 18, base - h - 58],
        [x + 18, base - h - 44],
        [x - 34, base - h - 42],
      ]),
      rect(x - 15, base - h - 18, 30, 20),
    ) +
    draw(solid ? 'h' : 'p', pill(x - w, base - h, 2 * w, h, 20)) +
    draw(solid ? 'w' : 'k', pill(x - w + 9, base - h + 34, 2 * w - 18, h - 66, 4)) +
    draw('c', line(x, 0, x, 300));
  const kinds = [tube, jar, pumpBottle];
  const first = random.whole(0, 2);
  const solid = random.whole(0, 2);
  const xs = [58, 194, 336];
  return (
    draw(
      'k',
      many(6, (index) => circle(xs[solid] ?? 194, 150, 60 + index * 34)),
    ) +
    draw('b', line(0, base + 3, 400, base + 3)) +
    moved(
      0,
      0,
      many(3, (index) => {
        const make = kinds[(index + first) % 3] ?? tube;
        const [w, h] =
          make === jar
            ? [random.whole(58, 70), random.whole(76, 110)]
            : make === tube
              ? [random.whole(44, 56), random.whole(180, 214)]
              : [random.whole(42, 54), random.whole(124, 160)];
        return make(xs[index] ?? 0, w, h, index === solid);
      }),
    )
  );
}

export const chemistry: readonly Motif[] = [
  { words: /косметик|парфюм/, draw: flasks, general: true },
  { words: /пластик|полимер(?!н)|химич/, draw: lattice, general: true },
  { words: /композит/, draw: plies },
  { words: /крем|мыл|шампун|паст|косметик/, draw: jars },
];

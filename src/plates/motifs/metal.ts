/** Metal and machinery: gears, cables, pumps, belts, shafts. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, curve, line, many, polar, polygon, rect, times, xy } from '../pen.ts';
import { beadRing, beads, bolts, copy, cross, dimension, dots, draw, moved, part, turned } from '../marks.ts';

export function gear(cx: number, cy: number, radius: number, teeth: number, turn = 0): string {
  const step = 360 / teeth;
  const depth = (radius * 2.5) / teeth;
  return polygon(
    times(teeth, (index): Point[] => {
      const at = turn + index * step;
      return [
        polar(cx, cy, radius - depth, at - step * 0.32),
        polar(cx, cy, radius + depth * 0.6, at - step * 0.14),
        polar(cx, cy, radius + depth * 0.6, at + step * 0.14),
        polar(cx, cy, radius - depth, at + step * 0.32),
      ];
    }).flat(),
  );
}

/** Two or three wheels in mesh, the largest cropped by the sheet. */
function gears(random: Random): string {
  const big = random.whole(16, 24);
  const small = random.whole(9, 13);
  const unit = random.real(6.2, 7.4);
  const [r1, r2] = [big * unit, small * unit];
  const mirror = random.chance(0.5);
  const [cx, cy] = [mirror ? 310 : 90, random.whole(150, 210)];
  const towards = mirror ? random.whole(195, 225) : random.whole(-45, -15);
  const [x2, y2] = polar(cx, cy, r1 + r2 - unit * 0.7, towards);
  const turn2 = towards + 180 + 180 / small;
  const spokes = random.whole(4, 6);
  const [x3, y3] = polar(x2, y2, r2 * 2, towards + (mirror ? -75 : 75));
  return (
    draw('k', circle(x3, y3, r2), circle(x3, y3, r2 * 0.8), circle(x3, y3, r2 * 0.3)) +
    draw('h', gear(cx, cy, r1, big, towards)) +
    draw('w', circle(cx, cy, r1 * 0.78)) +
    draw('f', bolts(cx, cy, r1 * 0.55, spokes, r1 * 0.15, 20), circle(cx, cy, r1 * 0.22)) +
    draw('m', circle(cx, cy, r1 * 0.22), rect(cx - 6, cy - r1 * 0.22 - 7, 12, 9)) +
    draw('p', gear(x2, y2, r2, small, turn2)) +
    draw('k', circle(x2, y2, r2 * 0.72)) +
    draw('x', circle(x2, y2, r2 * 0.4)) +
    draw('p', circle(x2, y2, r2 * 0.2)) +
    draw('c', cross(cx, cy, r1 + 20), cross(x2, y2, r2 + 16), line(cx, cy, x2, y2))
  );
}

/** A cable cut across: sheath, armour, cores, strands. */
function cable(random: Random): string {
  const r = random.whole(136, 168);
  const [cx, cy] = [random.whole(130, 270), random.whole(120, 180)];
  const cores = random.whole(3, 6);
  const ring = r * 0.46;
  const core = Math.min(r * 0.32, ring * Math.sin(Math.PI / cores) - 2);
  const strand = core * 0.2;
  const hex =
    circle(0, 0, strand) +
    bolts(0, 0, strand * 2.1, 6, strand) +
    (cores < 4 ? bolts(0, 0, strand * 3.6, 6, strand * 0.8, 30) : '');
  const parts =
    part('a', draw('p', circle(0, 0, core), circle(0, 0, core * 0.86)) + draw('m', hex)) +
    part('b', draw('h', circle(0, 0, core)) + draw('f', hex));
  const armour = Math.round((2 * Math.PI * (r - 24)) / 17);
  const solid = random.whole(0, cores - 1);
  const turn = random.whole(0, 90);
  const second = random.whole(50, 80);
  const [sx, sy] = [cx > 200 ? cx - r - second - 8 : cx + r + second + 8, random.whole(60, 240)];
  return (
    parts +
    draw('x', circle(sx, sy, second)) +
    draw('p', circle(sx, sy, second * 0.84)) +
    beadRing(sx, sy, second * 0.66, 17, second * 0.115) +
    draw('h', circle(sx, sy, second * 0.46)) +
    draw('x', circle(cx, cy, r)) +
    draw('p', circle(cx, cy, r - 15)) +
    beadRing(cx, cy, r - 24, armour, 8) +
    draw('p', circle(cx, cy, r - 33)) +
    many(cores, (index) =>
      copy(
        index === solid || index === solid + 2 ? 'b' : 'a',
        ...polar(cx, cy, ring, turn + (index * 360) / cores),
      ),
    ) +
    (cores > 4 ? copy('a', cx, cy, 0, 0.6) : draw('y', circle(cx, cy, ring - core - 2))) +
    draw('c', cross(cx, cy, r + 18))
  );
}

/** A centrifugal pump: the volute in the hue, the runner in line. */
function pump(random: Random): string {
  const r = random.whole(84, 102);
  const [cx, cy] = [random.whole(120, 168), random.whole(164, 190)];
  const blades = random.whole(5, 8);
  const grow = random.real(0.13, 0.17);
  const spiral = times(25, (index): Point =>
    polar(cx, cy, r * 1.12 + (index * 15 * grow * r) / 36, index * 15 - 350),
  );
  const last = spiral.at(-1) ?? [cx, cy];
  const volute = `${curve(spiral)}L${xy(last[0], -10)}H${n0(last[0] - r * 0.72)}V${n0(cy - r)}z`;
  const blade = many(blades, (index) => {
    const at = (index * 360) / blades;
    return `M${xy(...polar(cx, cy, r * 0.34, at))}Q${xy(...polar(cx, cy, r * 0.74, at + 10))} ${xy(...polar(cx, cy, r * 0.96, at + 52))}`;
  });
  return (
    draw(
      'k',
      many(5, (index) => circle(cx, cy, r * 1.9 + index * 26)),
    ) +
    draw('h', volute) +
    draw('f', circle(cx, cy, r * 1.03)) +
    draw('p', circle(cx, cy, r)) +
    draw('b', blade) +
    draw('x', circle(cx, cy, r * 0.34)) +
    draw('p', circle(cx, cy, r * 0.16)) +
    draw('p', rect(last[0] - r * 0.86, 24, r, 16)) +
    draw(
      'i',
      many(2, (index) => rect(last[0] - r * 0.86 + index * r * 0.92, 12, 8, 28)),
    ) +
    draw('c', cross(cx, cy, r * 2)) +
    draw('b', line(0, 290, 400, 290))
  );
}

const n0 = (value: number): string => String(Math.round(value));

/** Belts one above another, rollers beneath, boxes on their way. */
function belt(random: Random): string {
  const turn = random.pick([-16, -10, 12]);
  const pitch = random.whole(34, 44);
  const row = (y: number, load: number): string => {
    const boxes = times(5, (index) => ({
      x: -30 + index * 112 + load,
      s: random.whole(42, 66),
      solid: (index + load) % 2 === 0,
    }));
    return (
      boxes
        .map(({ x, s, solid }) =>
          solid
            ? draw('h', rect(x, y - s, s + 12, s)) +
              draw('w', line(x + s / 2 + 6, y - s, x + s / 2 + 6, y), rect(x + 8, y - 18, 14, 8))
            : draw('p', rect(x, y - s, s + 12, s)) +
              draw('k', line(x, y - s / 2, x + s + 12, y - s / 2), line(x, y - s, x + s + 12, y)),
        )
        .join('') +
      draw('b', line(-60, y + 2, 470, y + 2), line(-60, y + 32, 470, y + 32)) +
      beads(line(-60, y + 17, 480, y + 17), pitch, 11) +
      dots(line(-60, y + 17, 480, y + 17), pitch, 3)
    );
  };
  return turned(turn, row(96, random.whole(0, 30)) + row(240, random.whole(31, 70)));
}

/** A stepped shaft, half in section, with its dimensions. */
function shaft(random: Random): string {
  const steps = times(random.whole(5, 6), () => ({ w: random.whole(44, 92), r: random.whole(28, 92) }));
  const solid = random.whole(1, 3);
  const cy = random.whole(146, 164);
  const bore = random.whole(12, 20);
  let x = random.whole(-30, 14);
  let drawn = '';
  let sizes = '';
  for (const [index, { w, r }] of steps.entries()) {
    const flutes = many(Math.floor(w / 8), (at) => line(x + 4 + at * 8, cy - r, x + 4 + at * 8, cy));
    drawn +=
      index === solid
        ? draw('h', rect(x, cy - r, w, r)) + draw('w', flutes)
        : draw('p', rect(x, cy - r, w, r)) +
          (index % 3 === 0
            ? draw('k', flutes)
            : draw('k', line(x + 6, cy - r, x + 6, cy), line(x, cy - r * 0.6, x + w, cy - r * 0.6)));
    drawn += draw(index % 2 === 0 ? 'x' : 'y', rect(x, cy + bore, w, Math.max(6, r - bore)));
    if (index === solid || index === solid + 1)
      sizes +=
        dimension(x, 42, x + w, 42, 0) + draw('k', line(x, 36, x, cy - r), line(x + w, 36, x + w, cy - r));
    x += w;
  }
  return (
    drawn +
    sizes +
    draw('m', line(0, cy, 400, cy)) +
    draw('c', line(0, cy + 0.1, 400, cy)) +
    draw('k', line(0, cy + bore, x, cy + bore)) +
    moved(x - 12, cy, draw('k', circle(60, 0, 74), circle(60, 0, 60)))
  );
}

export const metal: readonly Motif[] = [
  { words: /редуктор|зубчат/, draw: gears, general: true },
  { words: /кабел|провод/, draw: cable },
  { words: /насос/, draw: pump },
  { words: /конвейер|транспортёр/, draw: belt },
  { words: /детал|станк|3d-печат/, draw: shaft, general: true },
];

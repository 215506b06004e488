/** Aircraft engines: the fan from the front, the stages in section. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, curve, line, many, polar, rect, sector, times, xy } from '../pen.ts';
import { bolts, copy, cross, draw, part } from '../marks.ts';

/** A fan seen from the front. */
function fan(random: Random): string {
  const r = random.whole(132, 168);
  const [cx, cy] = [random.pick([130, 200, 280]), random.whole(130, 175)];
  const blades = random.whole(16, 24);
  const hub = r * random.real(0.24, 0.32);
  const lean = random.whole(16, 34);
  const step = 360 / blades;
  const blade = `M${xy(...polar(0, 0, hub, 0))}Q${xy(...polar(0, 0, r * 0.6, lean * 0.2))} ${xy(...polar(0, 0, r, lean))}L${xy(...polar(0, 0, r, lean + step * 0.55))}Q${xy(...polar(0, 0, r * 0.62, lean * 0.2 + step * 0.8))} ${xy(...polar(0, 0, hub, step * 0.8))}z`;
  const spiral = curve(times(14, (index): Point => polar(cx, cy, 3 + index * hub * 0.065, index * 42)));
  return (
    part('a', draw('m', blade)) +
    part('b', draw('h', blade)) +
    draw(
      'k',
      many(4, (index) => circle(cx, cy, r + 46 + index * 30)),
    ) +
    draw('o', circle(cx, cy, r + 26)) +
    draw('w', circle(cx, cy, r + 16)) +
    draw('p', circle(cx, cy, r + 6)) +
    many(blades, (index) => copy(index % random.whole(3, 4) === 0 ? 'b' : 'a', cx, cy, index * step)) +
    draw('i', circle(cx, cy, hub)) +
    draw('w', spiral) +
    draw('c', cross(cx, cy, r + 60))
  );
}

/** The cone of an engine in section: stages of blades along an axis. */
function turbine(random: Random): string {
  const cy = random.whole(140, 170);
  const stages = random.whole(8, 11);
  const mouth = random.whole(112, 132);
  const waist = random.whole(56, 72);
  const outer = (side: number): Point[] => [
    [20, cy + side * mouth],
    [90, cy + side * (mouth + 6)],
    [210, cy + side * waist],
    [300, cy + side * waist * 0.94],
    [420, cy + side * waist * 1.3],
  ];
  const height = (x: number): number => (x < 210 ? mouth - ((x - 30) / 180) * (mouth - waist) : waist) - 8;
  const core = (x: number): number => 20 + Math.min(26, Math.max(0, x - 60) * 0.22);
  const blades = times(stages, (index) => 52 + index * (330 / stages));
  const pairs = (xs: readonly number[], width: number): string =>
    xs
      .map(
        (x) =>
          rect(x, cy - height(x), width, height(x) - core(x)) +
          rect(x, cy + core(x), width, height(x) - core(x)),
      )
      .join('');
  const shellTop = `${curve(outer(-1))}V${cy - waist * 1.3 - 26}C300 ${cy - waist - 34} 200 ${cy - mouth - 34} 90 ${cy - mouth - 30}Q40 ${cy - mouth - 28} 20 ${cy - mouth}z`;
  const shellLow = `${curve(outer(1))}V${cy + waist * 1.3 + 26}C300 ${cy + waist + 34} 200 ${cy + mouth + 34} 90 ${cy + mouth + 30}Q40 ${cy + mouth + 28} 20 ${cy + mouth}z`;
  return (
    draw('h', shellTop) +
    draw('x', shellLow) +
    draw(
      'p',
      pairs(
        blades.filter((_, index) => index % 2 === 0),
        13,
      ),
    ) +
    draw(
      'h',
      pairs(
        blades.filter((_, index) => index % 2 === 1),
        9,
      ),
    ) +
    draw(
      'p',
      `M34 ${cy}Q44 ${cy - 24} 90 ${cy - 26}L200 ${cy - 42}H330L420 ${cy - 20}V${cy + 20}L330 ${cy + 42}H200L90 ${cy + 26}Q44 ${cy + 24} 34 ${cy}z`,
    ) +
    draw(
      'k',
      many(8, (index) =>
        line(
          110 + index * 32,
          cy - 27 - Math.min(14, index * 5),
          110 + index * 32,
          cy + 27 + Math.min(14, index * 5),
        ),
      ),
    ) +
    draw('c', line(0, cy, 400, cy)) +
    draw('i', bolts(200, cy, 0, 1, 5)) +
    draw('k', sector(0, cy, 8, 14, -60, 60))
  );
}

export const engines: readonly Motif[] = [
  { words: /двигател/, draw: fan },
  { words: /двигател/, draw: turbine },
];

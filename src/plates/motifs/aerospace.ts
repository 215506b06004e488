/** Aviation and space: aircraft from above, fans of engines, rockets, orbits, sections of wings. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, curve, ellipse, line, many, polar, polygon, rect, sector, times, xy } from '../pen.ts';
import { bolts, copy, cross, dimension, draw, moved, part, turned } from '../marks.ts';

/** An aircraft from above: one half solid, the other its frame. */
function aircraft(random: Random): string {
  const span = random.whole(170, 215);
  const sweep = random.whole(30, 110);
  const chord = random.whole(62, 92);
  const tip = random.whole(14, 30);
  const body = random.whole(17, 25);
  const root = random.whole(-50, -20);
  const engines = random.whole(1, 2);
  const tail = random.whole(64, 84);
  const wing = (side: number): string =>
    polygon([
      [0, root],
      [side * span, root + sweep],
      [side * span, root + sweep + tip],
      [0, root + chord],
    ]);
  const plane = (side: number): string =>
    polygon([
      [0, 122],
      [side * tail, 122 + sweep * 0.4],
      [side * tail, 138 + sweep * 0.4],
      [0, 160],
    ]);
  const hull = (side: number): string =>
    `M0-170C${xy(side * body * 0.7, -165)} ${xy(side * body, -135)} ${xy(side * body, -100)}V80C${xy(side * body, 130)} ${xy(side * 6, 160)} 0 175z`;
  const ribs = many(8, (index) => {
    const x = body + 10 + index * ((span - body - 10) / 8);
    const share = x / span;
    return line(-x, root + sweep * share, -x, root + chord + (sweep + tip - chord) * share);
  });
  const spars =
    line(0, root + chord * 0.35, -span, root + sweep + tip * 0.35) +
    line(0, root + chord * 0.7, -span, root + sweep + tip * 0.7);
  const pods = (side: number): string =>
    many(engines, (index) => {
      const x = side * (64 + index * 50);
      return rect(x - 9, root + (sweep * Math.abs(x)) / span - 22, 18, 38);
    });
  const rings = many(12, (index) => line(-body, -110 + index * 20, 0, -110 + index * 20));
  const flight =
    draw('p', pods(-1), wing(-1), plane(-1)) +
    draw('k', ribs, spars) +
    draw('p', hull(-1)) +
    draw('k', rings) +
    draw('h', pods(1), wing(1), plane(1)) +
    draw('o', hull(1)) +
    draw('w', line(body, root + chord * 0.84, span, root + sweep + tip * 0.8)) +
    draw('c', line(0, -230, 0, 230));
  return moved(
    random.whole(185, 215),
    random.whole(140, 170),
    flight,
    random.pick([-58, -34, 32, 62, 90]),
    1.06,
  );
}

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

/** A launcher on the slant, one stage in section, its path behind it. */
function launcher(random: Random): string {
  const r = random.whole(30, 40);
  const boosters = random.whole(0, 2);
  const first = random.whole(120, 150);
  const second = random.whole(66, 90);
  const solid = random.chance(0.5);
  const y0 = 120;
  const y1 = y0 - first;
  const y2 = y1 - second;
  const nozzle = (x: number, w: number, y: number): string =>
    polygon([
      [x - w * 0.4, y],
      [x + w * 0.4, y],
      [x + w, y + 26],
      [x - w, y + 26],
    ]);
  const strap = (side: number): string =>
    `M${xy(side * (r + 15) - 14, y0)}V${y1 + 40}Q${xy(side * (r + 15) - 12, y1 + 12)} ${xy(side * (r + 15) + side * -10, y1)}Q${xy(side * (r + 15) + 14, y1 + 12)} ${xy(side * (r + 15) + 14, y1 + 40)}V${y0}z`;
  const nose = `M${xy(-r, y2)}C${xy(-r, y2 - 50)} ${xy(-8, y2 - 84)} 0 ${y2 - 96}C${xy(8, y2 - 84)} ${xy(r, y2 - 50)} ${xy(r, y2)}z`;
  const rocket =
    draw(
      's',
      many(5, (index) => line(-24 + index * 12, y0 + 34, -24 + index * 12, y0 + 120 + ((index * 37) % 50))),
    ) +
    (boosters > 0 ? draw('p', strap(1), strap(-1), nozzle(r + 15, 9, y0), nozzle(-r - 15, 9, y0)) : '') +
    draw('x', nozzle(0, r * 0.62, y0)) +
    draw(solid ? 'o' : 'p', rect(-r, y1, 2 * r, first)) +
    draw(
      solid ? 'w' : 'k',
      line(-r, y1 + 24, r, y1 + 24),
      line(-r, y0 - 22, r, y0 - 22),
      line(-r * 0.4, y1 + 24, -r * 0.4, y0 - 22),
    ) +
    draw(solid ? 'p' : 'h', rect(-r, y2, 2 * r, second)) +
    draw('x', rect(-r, y1 - 12, 2 * r, 12)) +
    draw(
      solid ? 'k' : 'w',
      circle(0, y2 + second * 0.45, r * 0.62),
      line(-r * 0.6, y2 + second * 0.45, r * 0.6, y2 + second * 0.45),
    ) +
    draw('o', nose) +
    draw('w', line(-r * 0.8, y2 - 26, r * 0.8, y2 - 26)) +
    draw('c', line(0, -300, 0, 300));
  const lean = random.pick([-38, 34, 52, 22]);
  const [ox, oy] = [lean > 0 ? -120 : 520, 380];
  return (
    draw(
      'k',
      many(6, (index) => circle(ox, oy, 210 + index * 46)),
    ) +
    draw('d', circle(ox, oy, 334)) +
    moved(200, 160, rocket, lean, 1.08)
  );
}

/** A planet, tracks round it, a station. */
function orbits(random: Random): string {
  const r = random.whole(110, 150);
  const [cx, cy] = [random.pick([90, 200, 320]), random.whole(210, 270)];
  const tilt = random.whole(-36, 36);
  const meridians = many(4, (index) => ellipse(cx, cy, r * Math.sin(((index + 0.4) * Math.PI) / 8.4), r));
  const parallels = many(5, (index) => {
    const y = r * Math.sin(((index - 2) * Math.PI) / 6.5);
    const x = Math.sqrt(r * r - y * y);
    return line(cx - x, cy + y, cx + x, cy + y);
  });
  const station =
    draw('p', rect(-34, -11, 24, 22), rect(10, -11, 24, 22)) +
    draw('k', line(-22, -11, -22, 11), line(22, -11, 22, 11)) +
    draw('i', rect(-9, -5, 18, 10));
  const tracks = times(3, (index) => ({
    rx: r + 50 + index * 46,
    ry: (r + 50 + index * 46) * random.real(0.34, 0.6),
    turn: tilt + index * random.whole(14, 30),
  }));
  return (
    draw(
      'k',
      many(9, (index) => cross(20 + ((index * 137) % 380), 14 + ((index * 89) % 170), 4)),
    ) +
    draw('h', circle(cx, cy, r)) +
    turned(tilt * 0.6, draw('w', meridians, parallels), cx, cy) +
    tracks
      .map(({ rx, ry, turn }, index) =>
        turned(turn, draw(index === 1 ? 'd' : 'm', ellipse(cx, cy, rx, ry)), cx, cy),
      )
      .join('') +
    tracks
      .map(({ rx, ry, turn }, index) => {
        const t = ((cx > 250 ? 205 : cx < 150 ? 305 : 245) + index * 24) * (Math.PI / 180);
        const [px, py] = [rx * Math.cos(t), ry * Math.sin(t)];
        const a = (turn * Math.PI) / 180;
        return moved(
          cx + px * Math.cos(a) - py * Math.sin(a),
          cy + px * Math.sin(a) + py * Math.cos(a),
          index === 0 ? draw('o', circle(0, 0, 9)) : station,
          turn + index * 30,
          index === 2 ? 0.8 : 1,
        );
      })
      .join('') +
    draw('c', line(0, cy, 400, cy)) +
    draw('k', arc(cx, cy, r + 16, 180, 360))
  );
}

/** Sections of a wing from root to tip in a stream of air. */
function airfoils(random: Random): string {
  const camber = random.real(0.04, 0.12);
  const thick = random.real(0.13, 0.2);
  const shape = (x: number, y: number, chord: number): string => {
    const half = (t: number): number => thick * chord * 2.6 * (Math.sqrt(t) * 0.55 - t * 0.32 - t * t * 0.23);
    const mean = (t: number): number => camber * chord * 4 * t * (1 - t);
    const upper = times(8, (index): Point => {
      const t = (1 - index / 7) ** 2;
      return [x + t * chord, y - mean(t) - half(t)];
    });
    const lower = times(7, (index): Point => {
      const t = ((index + 1) / 7) ** 2;
      return [x + t * chord, y - mean(t) + half(t)];
    });
    return `${curve([...upper, ...lower])}z`;
  };
  const count = random.whole(3, 4);
  const solid = random.whole(0, count - 1);
  const attack = random.whole(-4, 14);
  const sections = many(count, (index) => {
    const chord = 360 - index * random.whole(26, 50);
    const [x, y] = [24 + index * random.whole(14, 34), 276 - (index * 224) / (count - 0.2)];
    const holes = many(3, (at) =>
      circle(
        x + chord * (0.2 + at * 0.19),
        y - camber * chord * (0.7 + at * 0.14),
        chord * thick * (0.24 - at * 0.04),
      ),
    );
    return index === solid
      ? draw('h', shape(x, y, chord)) + draw('p', holes)
      : draw(index % 2 === 0 ? 'p' : 'x', shape(x, y, chord)) +
          draw('k', index % 2 === 0 ? holes : '') +
          draw('c', line(x - 26, y, x + chord + 26, y));
  });
  const flow = many(5, (index) => `M-40 ${30 + index * 62}q120-46 240-8t240 30`);
  return turned(attack, draw('k', flow) + sections) + dimension(24, 286, 330, 286, 0);
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

export const aerospace: readonly Motif[] = [
  { words: /самолёт|вертолёт/, draw: aircraft },
  { words: /двигател/, draw: fan },
  { words: /двигател/, draw: turbine },
  { words: /ракет|корабл/, draw: launcher },
  { words: /космич\S* пол|спутник|орбит/, draw: orbits },
  { words: null, draw: airfoils },
];

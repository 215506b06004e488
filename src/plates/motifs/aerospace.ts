/** Aviation and space: aircraft from above, rockets, orbits, sections of wings. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, curve, ellipse, line, many, polygon, rect, times, xy } from '../pen.ts';
import { cross, dimension, draw, moved, turned } from '../marks.ts';

/** An aircraft from above: one half solid, the other its frame. */
function aircraft(random: Random): string {
  const span = random.whole(150, 215);
  const sweep = random.whole(20, 130);
  const chord = random.whole(62, 104);
  const tip = random.whole(12, 34);
  const body = random.whole(16, 28);
  const root = random.whole(-56, -16);
  const engines = random.whole(0, 2);
  const tail = random.whole(58, 90);
  const fin = random.whole(24, 44);
  const wing = (side: number): string =>
    polygon([
      [0, root],
      [side * span, root + sweep],
      [side * span, root + sweep + tip],
      [0, root + chord],
    ]);
  const plane = (side: number): string =>
    polygon([
      [0, 118],
      [side * tail, 122 + fin],
      [side * tail, 138 + fin],
      [0, 160],
    ]);
  const hull = (side: number): string =>
    `M0-170C${xy(side * body * 0.7, -165)} ${xy(side * body, -135)} ${xy(side * body, -100)}V80C${xy(side * body, 130)} ${xy(side * 6, 160)} 0 175z`;
  const count = random.whole(6, 10);
  const ribs = many(count, (index) => {
    const x = body + 10 + index * ((span - body - 10) / count);
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
  const jets = (side: number): string => (engines === 0 ? rect(side * (body + 9) - 9, 62, 18, 52) : '');
  const rings = many(12, (index) => line(-body, -110 + index * 20, 0, -110 + index * 20));
  const solid = random.pick([1, -1]);
  const flight =
    draw('p', pods(-1), jets(-1), wing(-1), plane(-1)) +
    draw('k', ribs, spars) +
    draw('p', hull(-1)) +
    draw('k', rings) +
    draw('h', pods(1), jets(1), wing(1), plane(1)) +
    draw('o', hull(1)) +
    draw('w', line(body, root + chord * 0.84, span, root + sweep + tip * 0.8)) +
    draw('c', line(0, -260, 0, 260));
  const turn = random.pick([-58, -34, 32, 62, 100, 138]) + random.real(-9, 9);
  const placed = `<g transform="scale(${solid} 1)">${flight}</g>`;
  const rings2 = many(4, (index) => circle(200, 150, 120 + index * 44));
  return (
    (random.chance(0.4) ? draw('k', rings2) : '') +
    moved(random.whole(165, 235), random.whole(120, 180), placed, turn, random.real(0.92, 1.4))
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

export const aerospace: readonly Motif[] = [
  { words: /самолёт|вертолёт/, draw: aircraft },
  { words: /ракет|корабл/, draw: launcher },
  { words: /космич\S* пол|спутник|орбит/, draw: orbits, general: true },
  { words: /крыл|аэродинам/, draw: airfoils, general: true },
];

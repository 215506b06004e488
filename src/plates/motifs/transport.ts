/** Transport: wheels on rails, points, cars, knots of roads. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { arc, circle, line, many, n, pill, polar, rect, sector, xy } from '../pen.ts';
import { bolts, cross, dimension, draw, moved, turned } from '../marks.ts';

/** A wheel on its rail, brake shoe against the rim. */
function wheel(random: Random): string {
  const r = random.whole(118, 140);
  const [cx, cy] = [random.whole(120, 280), 262 - r];
  const holes = random.whole(5, 8);
  const spoked = random.chance(0.5);
  const shoe = random.pick([0, 180]);
  const other = cx < 200 ? cx + 2 * r + 34 : cx - 2 * r - 34;
  const windows = spoked
    ? many(holes, (index) =>
        sector(cx, cy, r * 0.34, r * 0.72, (index * 360) / holes + 9, ((index + 1) * 360) / holes - 9),
      )
    : bolts(cx, cy, r * 0.52, holes, r * 0.13, 15);
  return (
    draw('k', circle(other, cy, r), circle(other, cy, r * 0.86), circle(other, cy, r * 0.3)) +
    draw('p', bolts(other, cy, r * 0.56, 6, r * 0.12)) +
    draw('h', circle(cx, cy, r)) +
    draw('w', circle(cx, cy, r * 0.88), circle(cx, cy, r * 0.8)) +
    draw('p', windows) +
    draw('p', circle(cx, cy, r * 0.27)) +
    draw('x', circle(cx, cy, r * 0.15)) +
    draw('i', bolts(cx, cy, r * 0.21, 8, 2.5)) +
    draw('x', sector(cx, cy, r + 3, r + 28, shoe - 28, shoe + 28)) +
    draw('p', sector(cx, cy, r + 28, r + 40, shoe - 16, shoe + 16)) +
    draw('p', rect(-9, 262, 420, 12)) +
    draw('b', line(0, 262, 400, 262)) +
    draw(
      'x',
      many(8, (index) => rect(index * 58 - 20, 274, 34, 40)),
    ) +
    draw('c', cross(cx, cy, r + 46))
  );
}

/** Points from above: rails on sleepers, a track that leaves for another. */
function points(random: Random): string {
  const gauge = random.whole(36, 46);
  const [y1, y2] = [random.whole(70, 100), random.whole(206, 236)];
  const bend = random.whole(50, 110);
  const turn = random.pick([-26, -12, 14, 90]);
  const straight = (y: number): string => line(-120, y, 520, y);
  const leave = (shift: number): string =>
    `M${n(bend - 150)} ${n(y1 + shift)}C${n(bend + 50)} ${n(y1 + shift)} ${n(bend + 110)} ${n(y2 + shift)} ${n(bend + 310)} ${n(y2 + shift)}`;
  const sleepers = (path: string): string =>
    `<path class="i" style="fill:none" stroke-width="${gauge + 26}" stroke-dasharray="7 13" d="${path}"/>`;
  const rails = (make: (shift: number) => string): string => make(-gauge / 2) + make(gauge / 2);
  const one = rails((shift) => straight(y1 + shift));
  const two = rails((shift) => straight(y2 + shift));
  const lamp = (x: number, y: number): string =>
    draw('o', circle(x, y, 11)) + draw('p', circle(x + 24, y, 11)) + draw('b', line(x + 36, y, x + 62, y));
  return turned(
    turn,
    draw('d', line(-120, y1, 520, y1), line(-120, y2, 520, y2)) +
      sleepers(straight(y1)).replace('class="i" style="fill:none"', 'class="k"') +
      sleepers(straight(y2)).replace('class="i" style="fill:none"', 'class="k"') +
      sleepers(leave(0)).replace('class="i" style="fill:none"', 'class="k"') +
      draw('b', one, two) +
      draw('z', rails(leave)) +
      lamp(bend - 60, y1 - gauge - 16) +
      lamp(bend + 170, y2 + gauge + 16) +
      draw('k', line(bend + 80, -40, bend + 80, 340)),
  );
}

/** A car from the side over its dimensions. */
function car(random: Random): string {
  const bonnet = random.whole(128, 142);
  const roof = random.whole(66, 82);
  const w1 = random.whole(86, 100);
  const w2 = random.whole(292, 310);
  const r = random.whole(35, 41);
  const floor = 216;
  const back = random.pick([28, 60]);
  const body = `M14 ${floor}V${bonnet + 30}Q14 ${bonnet + 8} 44 ${bonnet}L${w1 + 28} ${bonnet - 10}L${w1 + 78} ${roof + 4}Q${w1 + 88} ${roof} ${w1 + 104} ${roof}H${w2 - 40}Q${w2 - 16} ${roof} ${w2 + 6} ${roof + 24}L${w2 + back} ${bonnet - 6}L384 ${bonnet}Q392 ${bonnet + 4} 392 ${bonnet + 20}V${floor}z`;
  const glass = `M${w1 + 44} ${bonnet - 10}L${w1 + 86} ${roof + 14}H${w2 - 44}L${w2 - 4} ${roof + 30}L${w2 + 12} ${bonnet - 10}z`;
  const pillar = Math.round((w1 + w2) / 2 + 14);
  const tyre = (x: number): string =>
    draw('f', circle(x, floor, r + 7)) +
    draw('p', circle(x, floor, r)) +
    draw('m', circle(x, floor, r * 0.64), bolts(x, floor, r * 0.38, 5, r * 0.13)) +
    draw('i', circle(x, floor, 4)) +
    draw('c', cross(x, floor, r + 14));
  const shift = random.whole(-26, 26);
  const scale = random.pick([1, 1.12]);
  return (
    moved(
      shift,
      scale === 1 ? 8 : -14,
      draw(
        'k',
        many(5, (index) => line(-60, 40 + index * 44, 460, 40 + index * 44)),
      ) +
        draw('h', body) +
        draw('f', glass) +
        draw('m', line(pillar, roof, pillar, bonnet - 10), glass) +
        draw(
          'w',
          line(pillar, bonnet - 10, pillar, floor),
          line(w1 + 60, bonnet + 6, w1 + 60, floor),
          line(26, bonnet + 26, 388, bonnet + 26),
          rect(pillar + 10, bonnet + 8, 20, 5),
          rect(pillar - 34, bonnet + 8, 20, 5),
        ) +
        tyre(w1) +
        tyre(w2) +
        draw('b', line(-60, floor + r + 2, 460, floor + r + 2)),
      0,
      scale,
    ) + dimension(w1 * scale + shift, 284, w2 * scale + shift, 284, 0)
  );
}

/** A junction of roads from above: loops of the hue, dashes along them. */
function roads(random: Random): string {
  const r = random.whole(62, 76);
  const [cx, cy] = [random.whole(170, 230), random.whole(135, 165)];
  const wide = random.whole(24, 30);
  const loops = many(4, (index) => circle(cx + (index % 2 === 0 ? -r : r), cy + (index < 2 ? -r : r), r));
  const ramps = random.chance(0.6) ? arc(cx, cy, r * 2.5, 0, 359.9) : '';
  const band = (ink: 's' | 'm', width: number, d: string): string =>
    `<path class="${ink}" style="stroke-width:${width}" d="${d}"/>`;
  const flat = line(-200, cy, 600, cy);
  const steep = line(cx, -200, cx, 500);
  return turned(
    random.pick([0, 20, 45, -30]),
    band('m', wide + 5, ramps + loops) +
      band('s', wide, ramps + loops) +
      draw('q', ramps + loops) +
      band('m', wide + 23, flat) +
      band('s', wide + 18, flat) +
      draw('w', flat) +
      draw('q', line(-200, cy - 12, 600, cy - 12), line(-200, cy + 12, 600, cy + 12)) +
      `<path style="stroke-width:${wide + 30}" class="w" d="${steep}"/>` +
      band('m', wide + 23, steep) +
      `<path style="stroke-width:${wide + 18}" class="w" d="${steep}"/>` +
      draw('m', steep) +
      draw('d', line(cx - 12, -200, cx - 12, 500), line(cx + 12, -200, cx + 12, 500)),
    cx,
    cy,
  );
}

/** A carriage's bogie: frame, wheels, springs. */
function bogie(random: Random): string {
  const r = random.whole(58, 70);
  const [x1, x2] = [random.whole(70, 92), random.whole(300, 326)];
  const cy = 204;
  const coils = (x: number): string => many(6, (index) => `M${xy(x - 15, cy - 60 - index * 9)}l30-6`);
  const one = (x: number): string =>
    draw('h', circle(x, cy, r)) +
    draw('w', circle(x, cy, r * 0.84)) +
    draw('f', circle(x, cy, r * 0.42)) +
    draw('m', circle(x, cy, r * 0.42)) +
    draw('x', circle(x, cy, r * 0.22)) +
    draw('c', cross(x, cy, r + 12));
  return (
    draw('k', rect(-10, 22, 420, 58)) +
    draw(
      'p',
      many(4, (index) => pill(20 + index * 100, 30, 66, 44, 6)),
    ) +
    one(x1) +
    one(x2) +
    draw('p', `M-10 104H410V134H${x2 + 44}L${x2 - 52} 176H${x1 + 52}L${x1 - 44} 134H-10z`) +
    draw('x', rect((x1 + x2) / 2 - 44, 122, 88, 36)) +
    draw('b', coils(x1), coils(x2)) +
    draw('b', line(0, cy + r + 3, 400, cy + r + 3)) +
    draw('k', arc(x1, cy, r + 8, 180, 360), line(...polar(x1, cy, r + 8, 0), x2 - r - 8, cy)) +
    dimension(x1, 290, x2, 290, 0)
  );
}

export const transport: readonly Motif[] = [
  { words: /поезд|метро|тормоз|вагон/, draw: wheel, general: true },
  { words: /железнодорож|автоматик/, draw: points, general: true },
  { words: /автомоб|легков/, draw: car },
  { words: /дорог|дорож|аэродром/, draw: roads },
  { words: /поезд|метро|тормоз|вагон/, draw: bogie },
];

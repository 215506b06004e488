/** Building: room modules, ducts, a floor plan. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, line, many, n, polar, polygon, rect, sector, times, xy } from '../pen.ts';
import { bolts, cross, dimension, draw, moved, part, copy, turned } from '../marks.ts';

/** Modules of a house, stacked; one is on its way up. */
function modules(random: Random): string {
  const u = random.whole(56, 68);
  const [ax, ay] = [u * 0.94, u * 0.42];
  const h = u * 0.82;
  const faces = (solid: boolean): string => {
    const top = polygon([
      [0, -h],
      [ax, -h - ay],
      [0, -h - 2 * ay],
      [-ax, -h - ay],
    ]);
    const left = polygon([
      [0, 0],
      [0, -h],
      [-ax, -h - ay],
      [-ax, -ay],
    ]);
    const right = polygon([
      [0, 0],
      [0, -h],
      [ax, -h - ay],
      [ax, -ay],
    ]);
    const window = polygon([
      [-ax * 0.3, -h * 0.25 - ay * 0.3],
      [-ax * 0.3, -h * 0.8 - ay * 0.3],
      [-ax * 0.72, -h * 0.8 - ay * 0.72],
      [-ax * 0.72, -h * 0.25 - ay * 0.72],
    ]);
    return (
      draw(solid ? 'o' : 'p', left) +
      draw('x', right) +
      draw('p', top) +
      draw(solid ? 'f' : 'i', window) +
      draw(
        'k',
        polygon([
          [0, -h - ay * 0.3],
          [ax * 0.7, -h - ay],
          [0, -h - ay * 1.7],
          [-ax * 0.7, -h - ay],
        ]),
      )
    );
  };
  const parts = part('a', faces(false)) + part('b', faces(true));
  const [ox, oy] = [random.whole(180, 230), 312];
  const phase = random.whole(2, 3);
  const heights = times(3, (x) => times(3, (y) => random.whole(x + y > 2 ? 2 : 0, 3)));
  let body = '';
  for (let sum = 4; sum >= 0; sum -= 1) {
    for (let x = 0; x < 3; x += 1) {
      const y = sum - x;
      if (y < 0 || y > 2) continue;
      for (let z = 0; z < (heights[x]?.[y] ?? 1); z += 1)
        body += copy((x + 2 * y + z) % phase === 0 ? 'b' : 'a', ox + (x - y) * ax, oy - (x + y) * ay - z * h);
    }
  }
  const lift = ox + random.pick([-1.7, 1.6]) * ax;
  return (
    parts +
    draw(
      'k',
      many(
        9,
        (index) =>
          line(-20, 300 - index * 44, 420, 300 - index * 44 - (440 * ay) / ax) +
          line(-20, 100 - index * 44 + 200, 420, 300 - index * 44 + (440 * ay) / ax),
      ),
    ) +
    body +
    draw('m', line(lift, 0, lift, 20), `M${xy(lift - ax, 40)}L${xy(lift, 14)}L${xy(lift + ax, 40)}`) +
    copy('b', lift, 40 + h + ay)
  );
}

/** Ducts, an elbow of segments, flanges, a grille. */
function ducts(random: Random): string {
  const wide = random.whole(76, 96);
  const r = random.whole(96, 116);
  const flip = random.chance(0.5);
  const [cx, cy] = [110, 190];
  const [inner, outer] = [r - wide / 2, r + wide / 2];
  const count = random.whole(4, 6);
  const elbow = many(count, (index) => {
    const [a, b] = [-90 + (index * 90) / count, -90 + ((index + 1) * 90) / count];
    const points: Point[] = [
      polar(cx, cy, outer, a),
      polar(cx, cy, outer, b),
      polar(cx, cy, inner, b),
      polar(cx, cy, inner, a),
    ];
    return polygon(points);
  });
  const flange = (x: number, y: number, w: number, h: number): string => rect(x, y, w, h);
  const second = random.whole(28, 40);
  const body =
    draw('k', circle(cx, cy, r), circle(cx, cy, outer + 26), circle(cx, cy, outer + 44)) +
    draw('p', rect(290, -20, 2 * second, 340)) +
    draw(
      'k',
      many(24, (index) => line(290, -20 + index * 14, 290 + 2 * second, -8 + index * 14)),
    ) +
    draw('o', rect(-60, cy - outer, 60 + cx, wide), elbow, rect(cx + inner, cy, wide, 160)) +
    draw(
      'w',
      many(5, (index) => line(-50 + index * 34, cy - outer, -50 + index * 34, cy - inner)),
    ) +
    draw(
      'p',
      flange(cx - 7, cy - outer - 9, 13, wide + 18),
      flange(cx + inner - 9, cy - 6, wide + 18, 13),
      flange(cx + inner - 9, cy + 66, wide + 18, 12),
    ) +
    draw('p', rect(cx + outer, cy + 22, 290 - cx - outer, 30)) +
    draw('x', rect(290 - 10, 72, 2 * second + 20, 12)) +
    draw('c', arc(cx, cy, r, -100, 10), line(290 + second, 0, 290 + second, 300)) +
    dimension(cx + inner, 282, cx + outer, 282, 0);
  return flip ? `<g transform="matrix(-1 0 0 1 400 0)">${body}</g>` : body;
}

/** A fan in its casing. */
function blower(random: Random): string {
  const r = random.whole(104, 124);
  const [cx, cy] = [random.whole(150, 250), 150];
  const blades = random.whole(5, 9);
  const step = 360 / blades;
  const blade = many(blades, (index) => {
    const a = index * step;
    return `M${xy(...polar(cx, cy, r * 0.24, a))}Q${xy(...polar(cx, cy, r * 0.66, a - 14))} ${xy(...polar(cx, cy, r * 0.93, a + step * 0.2))}A${n(r * 0.93)} ${n(r * 0.93)} 0 0 1 ${xy(...polar(cx, cy, r * 0.93, a + step * 0.72))}Q${xy(...polar(cx, cy, r * 0.6, a + step * 0.5))} ${xy(...polar(cx, cy, r * 0.24, a + step * 0.7))}z`;
  });
  const s = r + 22;
  return (
    draw(
      'k',
      many(16, (index) => line(0, 8 + index * 19, 400, 8 + index * 19)),
    ) +
    draw('p', rect(cx - s, cy - s, 2 * s, 2 * s)) +
    draw(
      'm',
      many(4, (index) =>
        circle(cx + (index % 2 === 0 ? -1 : 1) * (s - 15), cy + (index < 2 ? -1 : 1) * (s - 15), 6),
      ),
    ) +
    draw('x', sector(cx, cy, r, r + 12, 0, 359.9)) +
    draw('h', blade) +
    draw('p', circle(cx, cy, r * 0.24)) +
    draw('i', bolts(cx, cy, r * 0.14, 6, 3)) +
    draw('c', cross(cx, cy, s + 24)) +
    dimension(cx - s, 288, cx + s, 288, 0)
  );
}

/** A floor plan: walls, doors, a room in the hue. */
function plan(random: Random): string {
  const [x1, x2] = [random.whole(110, 160), random.whole(250, 300)];
  const [y1, y2] = [random.whole(90, 120), random.whole(190, 220)];
  const solid = random.pick([
    rect(x1, 30, x2 - x1, y2 - 30),
    rect(30, y1, x1 - 30, 250 - y1),
    rect(x2, 30, 160, y1 - 30),
  ]);
  const wall = (x: number, y: number, w: number, h: number): string => rect(x - 4, y - 4, w + 8, h + 8);
  const door = (x: number, y: number, turn: number): string =>
    moved(
      x,
      y,
      draw('f', rect(-19, -6, 38, 12)) +
        draw('m', line(-19, 0, -19, -38)) +
        draw('k', 'M-19-38A38 38 0 0 1 19 0'),
      turn,
    );
  const stairs = many(9, (index) => line(x2 + 12 + index * 12, y2 + 8, x2 + 12 + index * 12, 252));
  return turned(
    random.pick([0, 0, -10]),
    draw('h', solid) +
      draw('x', wall(30, 30, 420, 0), wall(30, 30, 0, 226), wall(30, 256, 420, 0)) +
      draw(
        'i',
        wall(x1, 30, 0, 226),
        wall(30, y1, x1 - 30, 0),
        wall(x2, 30, 0, 226),
        wall(x2, y1, 160, 0),
        wall(x1, y2, x2 - x1, 0),
        wall(x2, y2, 160, 0),
      ) +
      door((30 + x1) / 2, y1, 0) +
      door((x1 + x2) / 2, y2, 0) +
      door(x2, (y1 + y2) / 2, 90) +
      door(x1, y2 + 34, 90) +
      draw('k', stairs) +
      draw('m', line(x2 + 8, 232, 400, 232)) +
      draw('c', line(x1, 0, x1, 300), line(x2, 0, x2, 300)) +
      dimension(x1, 280, x2, 280, 0) +
      dimension(30, 280, x1, 280, 0) +
      draw('p', circle(x1, 12, 9), circle(x2, 12, 9)),
  );
}

export const construction: readonly Motif[] = [
  { words: /модул|дом/, draw: modules, general: true },
  { words: /воздуховод|труб/, draw: ducts },
  { words: /вентил|климат/, draw: blower },
  { words: /проект|бетон|кирпич|строит/, draw: plan, general: true },
];

/** Other works: joints of furniture, chairs, apparatus for learning. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, line, many, pill, polar, polygon, rect, times, xy } from '../pen.ts';
import { dimension, draw, moved, turned } from '../marks.ts';

/** A dovetail joint drawn apart. */
function dovetail(random: Random): string {
  const tails = random.whole(3, 4);
  const gap = random.pick([0, 40, 56]);
  const h = 300 / tails;
  const deep = random.whole(66, 84);
  const flare = h * 0.13;
  const seam = (x: number): Point[] =>
    times(tails, (index): Point[] => [
      [x, index * h + h * 0.26 + flare],
      [x + deep, index * h + h * 0.26 - flare + 4],
      [x + deep, index * h + h * 0.74 + flare - 4],
      [x, index * h + h * 0.74 - flare],
    ]).flat();
  const left = 150;
  const lines = (x: number, w: number): string =>
    many(
      9,
      (index) =>
        `M${xy(x, 16 + index * 34)}q${xy(w / 2, random.whole(-16, 16))} ${xy(w, random.whole(-4, 4))}`,
    );
  const a = polygon([
    [-60, -60],
    [left, -60],
    [left, 0],
    ...seam(left),
    [left, 300],
    [left, 360],
    [-60, 360],
  ]);
  const b = polygon([
    [460, -60],
    [left + gap, -60],
    [left + gap, 0],
    ...seam(left + gap),
    [left + gap, 300],
    [left + gap, 360],
    [460, 360],
  ]);
  return turned(
    random.pick([-16, 0, 12, 90]),
    draw('p', b) +
      draw('k', lines(left + deep + gap + 14, 190)) +
      draw('h', a) +
      draw('w', lines(-60, 200)) +
      draw('m', a) +
      draw(
        'c',
        many(tails, (index) => line(0, (index + 0.5) * h, 400, (index + 0.5) * h)),
      ) +
      (gap > 24 ? dimension(left + deep, 24, left + deep + gap, 24, 0) : ''),
  );
}

/** An office chair and its axes. */
function chair(random: Random): string {
  const x = random.whole(170, 230);
  const lean = random.whole(6, 18);
  const back = random.whole(96, 116);
  const legs = random.whole(84, 100);
  const arms = random.chance(0.6);
  const castor = (cx: number): string => draw('p', circle(cx, 270, 12)) + draw('i', circle(cx, 270, 4));
  return (
    draw(
      'k',
      many(7, (index) => circle(x - 40, 170, 60 + index * 38)),
    ) +
    draw('p', rect(x - 8, 176, 16, 62)) +
    draw('x', rect(x - 13, 200, 26, 30)) +
    draw(
      'm',
      polygon([
        [x - legs, 258],
        [x, 234],
        [x + legs, 258],
        [x + legs, 264],
        [x, 246],
        [x - legs, 264],
      ]),
    ) +
    castor(x - legs) +
    castor(x + legs) +
    castor(x) +
    draw('o', pill(x - 84, 148, 168, 30, 14)) +
    draw('w', line(x - 70, 162, x + 70, 162)) +
    moved(
      x - 74,
      150,
      draw('o', pill(-16, -back - 24, 30, back + 10, 14)) +
        draw(
          'w',
          many(5, (index) => line(-16, -back + index * 18, 14, -back + index * 18)),
        ) +
        draw('b', line(-18, -30, -18, 20)),
      -lean,
    ) +
    (arms ? draw('b', `M${x + 20} 150V104H${x - 66}`) : '') +
    draw('b', line(0, 285, 400, 285)) +
    draw('c', line(x, 20, x, 300), arc(x - 74, 150, back + 40, -130, -60)) +
    dimension(372, 282, 372, 148, 0)
  );
}

/** A magnet and its lines of force. */
function field(random: Random): string {
  const [w, h] = [random.whole(72, 96), random.whole(52, 62)];
  const [cx, cy] = [random.whole(180, 220), 150];
  const loops = many(7, (index) => {
    const [a, b] = [w + 16 + index * 26, 34 + index * 30];
    return `M${xy(cx - w, cy - 4)}C${xy(cx - a - 40, cy - b * 1.3)} ${xy(cx + a + 40, cy - b * 1.3)} ${xy(cx + w, cy - 4)}M${xy(cx - w, cy + 4)}C${xy(cx - a - 40, cy + b * 1.3)} ${xy(cx + a + 40, cy + b * 1.3)} ${xy(cx + w, cy + 4)}`;
  });
  const needle = (x: number, y: number, turn: number): string =>
    moved(
      x,
      y,
      draw('p', circle(0, 0, 18)) + draw('h', 'M0-4L15 0L0 4z') + draw('m', 'M0-4L-15 0L0 4'),
      turn,
    );
  const around = many(5, (index) => {
    const [x, y] = polar(cx, cy, 124, index * 72 + random.whole(-16, 16));
    return needle(x, y, index * 72 + 110);
  });
  return turned(
    random.pick([-30, -16, 14, 40]),
    draw('m', loops) +
      draw('s', line(-200, cy, cx - w, cy), line(cx + w, cy, 600, cy)) +
      draw('o', rect(cx - w, cy - h / 2, w, h)) +
      draw('p', rect(cx, cy - h / 2, w, h)) +
      draw('v', line(cx - w * 0.66, cy, cx - w * 0.3, cy)) +
      draw(
        'b',
        line(cx + w * 0.3, cy, cx + w * 0.66, cy),
        line(cx + w * 0.48, cy - w * 0.18, cx + w * 0.48, cy + w * 0.18),
      ) +
      around,
  );
}

export const other: readonly Motif[] = [
  { words: /мебел/, draw: dovetail, general: true },
  { words: /мебел/, draw: chair },
  { words: /обучен|набор|опыт|физик/, draw: field, general: true },
];

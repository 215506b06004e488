/** The sheet of an industry that has no drawing yet. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, line, many, polar, polygon, xy } from '../pen.ts';
import { cross, dimension, draw, moved } from '../marks.ts';

/** For an industry that has no drawing yet: compasses, a set square, arcs. */
function draughtsman(random: Random): string {
  const [cx, cy] = [random.whole(90, 310), random.whole(90, 210)];
  const turn = random.whole(0, 90);
  const rings = random.whole(5, 8);
  const square: Point[] = [
    [0, 0],
    [230, 0],
    [0, 150],
  ];
  const inner: Point[] = [
    [30, 28],
    [150, 28],
    [30, 106],
  ];
  return (
    draw(
      'k',
      many(rings, (index) => circle(cx, cy, 24 + index * 34)),
      many(12, (index) => line(cx, cy, ...polar(cx, cy, 400, turn + index * 30))),
    ) +
    draw('h', `${arc(cx, cy, random.whole(80, 130), turn, turn + 120)}L${xy(cx, cy)}z`) +
    draw('b', arc(cx, cy, random.whole(140, 170), turn + 150, turn + 330)) +
    moved(
      random.whole(60, 160),
      random.whole(120, 150),
      draw('x', polygon(square)) + draw('p', polygon(inner)),
      random.whole(-30, 20),
    ) +
    draw('c', cross(cx, cy, 220)) +
    dimension(40, 284, random.whole(200, 340), 284, 0)
  );
}

export const unknown: readonly Motif[] = [{ words: /(?!)/, draw: draughtsman, general: true }];

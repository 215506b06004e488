/** Lifts: shafts in section, the sheave with its ropes. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { arc, circle, line, many, polar, rect, xy } from '../pen.ts';
import { bolts, cross, dimension, draw } from '../marks.ts';

/** Lift shafts in section: floors, guides, cabins, counterweights, ropes over a sheave. */
function lift(random: Random): string {
  const shafts = random.whole(1, 3);
  const w = { 1: 150, 2: 118, 3: 92 }[shafts] ?? 118;
  const gap = random.whole(26, 44);
  const left = Math.round((400 - shafts * w - (shafts - 1) * gap) / 2) + random.pick([-24, 0, 24]);
  const floor = random.whole(74, 92);
  const lead = random.whole(0, shafts - 1);
  const slabs = many(5, (row) => {
    const y = row * floor - 20;
    return (
      rect(-9, y, left + 3, 9) +
      rect(left + shafts * (w + gap) - gap + 6, y, 400, 9) +
      many(shafts - 1, (index) => rect(left + (index + 1) * w + index * gap + 6, y, gap - 12, 9))
    );
  });
  const drawn = many(shafts, (index) => {
    const x = left + index * (w + gap);
    const top = random.whole(70, 150) - (index === lead ? 10 : 0);
    const h = Math.min(floor * 1.5, 128);
    const cab = rect(x + 12, top, w - 34, h);
    const middle = x + 12 + (w - 34) / 2;
    const weight = random.whole(40, 200);
    const sheave = w * 0.26;
    const details = rect(x + 20, top + 18, w - 50, h - 24) + line(middle, top + 18, middle, top + h - 6);
    return (
      draw('b', line(x, 0, x, 300), line(x + w, 0, x + w, 300)) +
      draw('k', line(x + 7, 0, x + 7, 300), line(x + w - 7, 0, x + w - 7, 300)) +
      draw(
        'm',
        many(3, (rope) => line(middle - 5 + rope * 5, 26, middle - 5 + rope * 5, top)),
        line(x + w - 14, 26, x + w - 14, weight),
      ) +
      draw('x', rect(x + w - 19, weight, 10, 74)) +
      draw('p', circle(middle + sheave * 0.9, 26, sheave)) +
      draw('k', circle(middle + sheave * 0.9, 26, sheave * 0.7)) +
      draw('i', circle(middle + sheave * 0.9, 26, 5)) +
      (index === lead ? draw('h', cab) + draw('w', details) : draw('p', cab) + draw('k', details))
    );
  });
  return draw('x', slabs) + drawn + dimension(left - 18, floor - 11, left - 18, 2 * floor - 20, 0);
}

/** The sheave of a lift, ropes in its grooves. */
function sheave(random: Random): string {
  const r = random.whole(128, 158);
  const [cx, cy] = [random.pick([110, 290, 200]), random.whole(70, 110)];
  const ropes = random.whole(4, 7);
  const spokes = random.whole(5, 8);
  const pitch = 9;
  const windows = many(spokes, (index) => {
    const [from, to] = [(index * 360) / spokes + 12, ((index + 1) * 360) / spokes - 12];
    return `${arc(cx, cy, r * 0.6, from, to)}L${xy(...polar(cx, cy, r * 0.3, to - 6))}A${xy(r * 0.3, r * 0.3)} 0 0 0 ${xy(...polar(cx, cy, r * 0.3, from + 6))}z`;
  });
  return (
    draw(
      'm',
      many(
        ropes,
        (index) =>
          line(cx - r - 12 + index * pitch, cy, cx - r - 12 + index * pitch, 300) +
          line(cx + r + 12 - index * pitch, cy, cx + r + 12 - index * pitch, 300),
      ),
    ) +
    draw('h', circle(cx, cy, r)) +
    draw(
      'w',
      many(3, (index) => circle(cx, cy, r - 10 - index * 9)),
    ) +
    draw('p', windows) +
    draw('p', circle(cx, cy, r * 0.2)) +
    draw('x', circle(cx, cy, r * 0.11)) +
    draw('p', rect(cx - r - 26, 236, ropes * pitch + 20, 22)) +
    draw('i', bolts(cx, cy, r * 0.155, 6, 3)) +
    draw('c', cross(cx, cy, r + 26)) +
    dimension(cx - r, 276, cx + r, 276, 0)
  );
}

export const lifts: readonly Motif[] = [
  { words: /лифт|подъёмн/, draw: lift },
  { words: /лифт|подъёмн/, draw: sheave },
];

/** Beams, waves and light in fibres. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { circle, curve, line, many, open, polygon, rect, times, xy } from '../pen.ts';
import { dimension, draw, turned } from '../marks.ts';

/** A beam through lenses to a point. */
function beam(random: Random): string {
  const cy = random.whole(130, 170);
  const [a, b] = [random.whole(40, 62), random.whole(86, 108)];
  const [x1, x2] = [random.whole(80, 110), random.whole(190, 230)];
  const focus = random.whole(330, 356);
  const lens = (x: number, half: number, belly: number): string =>
    `M${xy(x, cy - half)}Q${xy(x + belly, cy)} ${xy(x, cy + half)}Q${xy(x - belly, cy)} ${xy(x, cy - half)}z`;
  const rays = many(9, (index) => {
    const share = (index - 4) / 4.6;
    return open([
      [-60, cy + share * a * 0.5],
      [x1, cy + share * a],
      [x2, cy + share * b],
      [focus, cy],
      [460, cy - share * 40],
    ]);
  });
  return turned(
    random.pick([-24, 0, 18]),
    draw(
      'h',
      polygon([
        [-60, cy - a * 0.44],
        [x1, cy - a * 0.87],
        [x2, cy - b * 0.87],
        [focus, cy],
        [x2, cy + b * 0.87],
        [x1, cy + a * 0.87],
        [-60, cy + a * 0.44],
      ]),
    ) +
      draw('w', rays) +
      draw('p', lens(x1, a + 26, 40), lens(x2, b + 30, random.pick([34, 54]))) +
      draw('k', lens(x1, a + 16, 26), lens(x2, b + 20, 26)) +
      draw('x', rect(focus, -60, 40, cy + 52), rect(focus, cy + 8, 40, 300)) +
      draw(
        'm',
        many(7, (index) => line(focus - 2, cy, focus - 46 + Math.abs(index - 3) * 6, cy - 60 + index * 20)),
      ) +
      draw('c', line(-60, cy, 460, cy)) +
      dimension(x1, cy + 128, x2, cy + 128, 0),
  );
}

/** Cavities of a microwave tube in section, the wave between them. */
function cavities(random: Random): string {
  const count = random.whole(5, 7);
  const pitch = 400 / (count - 0.5);
  const cy = 150;
  const gap = random.real(26, 36);
  const deep = random.whole(76, 100);
  const teeth = (side: number): string => {
    let path = `M-20 ${cy + side * 170}V${cy + side * gap}`;
    for (let index = 0; index < count + 1; index += 1)
      path += `h${Math.round(pitch * 0.46)}v${side * deep}h${Math.round(pitch * 0.54)}v${-side * deep}`;
    return `${path}V${cy + side * 170}z`;
  };
  const wave = curve(
    times(22, (index): Point => [
      -20 + index * 21,
      cy + Math.sin((index * 21 * 2 * Math.PI) / pitch / 1.5) * (gap - 8) * Math.min(1, 0.25 + index / 16),
    ]),
  );
  return (
    draw('h', teeth(-1)) +
    draw('x', teeth(1)) +
    draw('b', wave) +
    draw('c', line(0, cy, 400, cy)) +
    draw(
      'k',
      many(
        count,
        (index) =>
          circle(pitch * (index + 0.68) - 18, cy - gap - deep * 0.5, 14) +
          circle(pitch * (index + 0.68) - 18, cy + gap + deep * 0.5, 14),
      ),
    ) +
    draw(
      'f',
      many(count, (index) => circle(pitch * (index + 0.68) - 18, cy - gap - deep * 0.5, 9)),
    )
  );
}

/** A bundle of fibres that fans out to its sockets. */
function fibres(random: Random): string {
  const count = random.whole(9, 13);
  const knot = random.whole(130, 190);
  const at = random.whole(120, 180);
  const lines = times(count, (index) => {
    const left = -30 + index * (360 / (count - 1));
    const right = 16 + index * (268 / (count - 1));
    const mid = at + (index - (count - 1) / 2) * 5.4;
    return `M-10 ${Math.round(left)}C${knot * 0.5} ${Math.round(left)} ${xy(knot - 70, mid)} ${xy(knot - 24, mid)}H${knot + 24}C${xy(knot + 80, mid)} ${xy(300 - 40, right)} ${xy(330, right)}`;
  });
  const solid = random.whole(1, 3);
  const ends = many(count, (index) => rect(330, 16 + index * (268 / (count - 1)) - 7, 34, 14));
  const clip = count * 2.7 + 12;
  return (
    draw('m', lines.filter((_, index) => index % 4 !== solid).join('')) +
    draw('z', lines.filter((_, index) => index % 4 === solid).join('')) +
    draw('o', rect(knot - 22, at - clip, 44, 2 * clip)) +
    draw(
      'w',
      many(3, (index) => line(knot - 11 + index * 11, at - clip, knot - 11 + index * 11, at + clip)),
    ) +
    draw('p', ends) +
    draw('b', line(366, 0, 366, 300)) +
    draw('x', rect(368, -4, 40, 308))
  );
}

export const radiation: readonly Motif[] = [
  { words: /лазер|оптик/, draw: beam },
  { words: /свч|микроволн|радио/, draw: cavities },
  { words: /связ/, draw: fibres },
];

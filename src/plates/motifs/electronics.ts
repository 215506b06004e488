/** Electronics: a die and its traces, a board, a beam, a coil, cavities, fibres. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import type { Point } from '../pen.ts';
import { arc, circle, curve, line, many, open, pill, polygon, rect, times, xy } from '../pen.ts';
import { beads, dimension, dots, draw, moved, turned } from '../marks.ts';

/** A die in the middle of its fan-out. */
function die(random: Random): string {
  const s = random.whole(58, 76);
  const pins = random.whole(5, 7);
  const [cx, cy] = [random.whole(160, 240), random.whole(130, 170)];
  const step = (2 * s - 20) / (pins - 1);
  const solidSide = random.whole(0, 3);
  const side = (turn: number): string => {
    const fan = times(pins, (index) => {
      const y = -s + 10 + index * step;
      const spread = (index - (pins - 1) / 2) * random.whole(9, 15);
      const knee = s + 26 + Math.abs(index - (pins - 1) / 2) * -5 + 14;
      const far = knee + Math.abs(spread);
      const end = far + random.whole(20, 120);
      return {
        path: open([
          [s, y],
          [knee, y],
          [far, y + spread],
          [end, y + spread],
        ]),
        pad: circle(end, y + spread, 7),
        foot: rect(s - 4, y - 4, 14, 8),
      };
    });
    const join = (key: 'path' | 'pad' | 'foot'): string => fan.map((one) => one[key]).join('');
    return turned(
      turn * 90,
      draw(turn === solidSide ? 'z' : 'm', join('path')) + draw('p', join('pad'), join('foot')),
      0,
      0,
    );
  };
  const cells = many(6, (row) =>
    many(3, (column) =>
      (row * 3 + column * 5) % 4 === 0
        ? ''
        : rect(-s * 0.5 + column * s * 0.36, -s * 0.5 + row * s * 0.175, s * 0.28, s * 0.09),
    ),
  );
  return moved(
    cx,
    cy,
    many(4, side) +
      draw('p', rect(-s, -s, 2 * s, 2 * s)) +
      draw('k', rect(-s + 8, -s + 8, 2 * s - 16, 2 * s - 16)) +
      draw('h', rect(-s * 0.66, -s * 0.66, s * 1.32, s * 1.32)) +
      draw('w', cells) +
      draw('i', circle(-s + 16, s - 16, 4)),
    random.pick([0, 45]),
  );
}

/** Buses of traces that bend together, with pads and holes. */
function board(random: Random): string {
  const turn = random.pick([0, 90, 180]);
  const bus = (y: number, count: number, knee: number, drop: number, ink: 'z' | 'm' | 'b'): string => {
    const gap = ink === 'm' ? 10 : 16;
    const lines = times(count, (index) => {
      const top = y + index * gap;
      const k = knee - index * gap * (drop > 0 ? 0.41 : -0.41);
      const end = k + Math.abs(drop) + 30 + ((index * 53) % 90);
      return {
        path: open([
          [-60, top],
          [k, top],
          [k + Math.abs(drop), top + drop],
          [end, top + drop],
        ]),
        pad: circle(end, top + drop, gap * 0.46),
      };
    });
    return (
      draw(ink, lines.map(({ path }) => path).join('')) + draw('p', lines.map(({ pad }) => pad).join(''))
    );
  };
  const holes = many(4, (row) => line(262, 196 + row * 22, 380, 196 + row * 22));
  const ic =
    draw('h', rect(random.whole(230, 260), 40, 110, 66)) +
    draw(
      'p',
      many(6, (index) => rect(262 + index * 15, 28, 8, 14) + rect(262 + index * 15, 104, 8, 14)),
    );
  return turned(
    turn,
    bus(random.whole(4, 24), 5, random.whole(90, 150), 46, 'm') +
      bus(random.whole(96, 110), random.whole(4, 6), random.whole(60, 130), random.pick([60, 84]), 'z') +
      bus(random.whole(220, 240), 5, random.whole(40, 80), -34, 'm') +
      beads(holes, 22, 8) +
      dots(holes, 22, 2.5) +
      ic,
    200,
    150,
  );
}

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

/** A coil of a contactless card round its chip. */
function coil(random: Random): string {
  const turns = random.whole(6, 9);
  const gap = random.whole(9, 13);
  const [w, h] = [random.whole(330, 380), random.whole(220, 250)];
  const rings = times(turns, (index) =>
    pill(
      -w / 2 + index * gap,
      -h / 2 + index * gap,
      w - 2 * index * gap,
      h - 2 * index * gap,
      Math.max(8, 40 - index * 3),
    ),
  );
  const inner = turns * gap;
  const [cx, cy] = [-w / 2 + inner + 60, random.whole(-20, 20)];
  const s = random.whole(32, 40);
  const chip =
    draw('f', pill(cx - s, cy - s * 0.9, 2 * s, 1.8 * s, 9)) +
    draw('o', pill(cx - s, cy - s * 0.9, 2 * s, 1.8 * s, 9)) +
    draw(
      'w',
      rect(cx - s * 0.36, cy - s * 0.5, s * 0.72, s),
      many(
        3,
        (index) =>
          line(cx - s, cy - s * 0.5 + index * s * 0.5, cx - s * 0.36, cy - s * 0.5 + index * s * 0.5) +
          line(cx + s * 0.36, cy - s * 0.5 + index * s * 0.5, cx + s, cy - s * 0.5 + index * s * 0.5),
      ),
    );
  const waves = many(4, (index) => arc(cx + s, cy, 34 + index * 22, -48, 48));
  return moved(
    random.whole(170, 230),
    150,
    draw('p', pill(-w / 2 - 20, -h / 2 - 20, w + 40, h + 40, 18)) +
      draw('m', rings.filter((_, index) => index % 3 !== 1).join('')) +
      draw('s', rings.filter((_, index) => index % 3 === 1).join('')) +
      draw('f', rect(w / 2 - inner - 2, 10, inner + 8, 16)) +
      draw('k', waves) +
      chip,
    random.pick([-20, -12, 15, 28]),
    1.12,
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

export const electronics: readonly Motif[] = [
  { words: /микросхем|чип-модул|микроэлектрон/, draw: die },
  { words: /плат[ыа]?(?![а-яё])|приборостро/, draw: board },
  { words: /лазер|оптик/, draw: beam },
  { words: /rfid|карт|брелок/, draw: coil },
  { words: /свч|микроволн|радио/, draw: cavities },
  { words: /связ/, draw: fibres },
];

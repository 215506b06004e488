/** Electronics: a die and its traces, a board, a coil. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { arc, circle, line, many, open, pill, rect, times } from '../pen.ts';
import { beads, dots, draw, moved, turned } from '../marks.ts';

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

export const electronics: readonly Motif[] = [
  { words: /микросхем|чип-модул|микроэлектрон/, draw: die, general: true },
  { words: /плат[ыа]?(?![а-яё])|приборостро/, draw: board, general: true },
  { words: /rfid|карт|брелок/, draw: coil },
];

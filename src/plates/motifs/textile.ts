/** Clothing and shoes: weaves, a stitched pocket, boots, a cutting plan. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { circle, line, many, open, pill, polygon, rect, times } from '../pen.ts';
import type { Point } from '../pen.ts';
import { beads, copy, draw, moved, part, turned } from '../marks.ts';

/** Threads over and under, very large. */
function weave(random: Random): string {
  const s = random.whole(40, 54);
  const half = s * 0.4;
  const float = random.whole(2, 4);
  const step = random.whole(1, float - 1);
  const strands = (vertical: boolean): string =>
    many(3, (index) =>
      vertical
        ? line((index - 1) * half * 0.5, -s / 2, (index - 1) * half * 0.5, s / 2)
        : line(-s / 2, (index - 1) * half * 0.5, s / 2, (index - 1) * half * 0.5),
    );
  const along = draw('p', rect(-s / 2 - 3, -half, s + 6, 2 * half)) + draw('k', strands(false));
  const down = draw('h', rect(-half, -s / 2 - 3, 2 * half, s + 6)) + draw('w', strands(true));
  const rows = many(float, (phase) =>
    part(
      String(phase),
      many(12, (column) => copy((column + phase) % float === 0 ? 'b' : 'a', column * s - 90, 0)),
    ),
  );
  const cloth = many(11, (row) => copy(String((row * step) % float), 0, row * s - 90));
  return (
    part('a', down + along) +
    part('b', along + down) +
    rows +
    turned(random.pick([45, -24, 18, 33]) + random.real(-5, 5), cloth)
  );
}

/** A pocket of denim: twill, seams, rivets. */
function pocket(random: Random): string {
  const [w, h] = [random.whole(190, 226), random.whole(200, 236)];
  const x = (400 - w) / 2;
  const y = random.whole(34, 52);
  const shape = (inset: number): string =>
    polygon([
      [x + inset, y + inset],
      [x + w - inset, y + inset],
      [x + w - inset, y + h * 0.76 - inset * 0.4],
      [x + w / 2, y + h - inset * 1.2],
      [x + inset, y + h * 0.76 - inset * 0.4],
    ]);
  const dip = random.whole(20, 56);
  const motif = random.chance(0.5)
    ? open([
        [x + 14, y + 70],
        [x + w / 2, y + 70 + dip],
        [x + w - 14, y + 70],
      ]) +
      open([
        [x + 14, y + 84],
        [x + w / 2, y + 84 + dip],
        [x + w - 14, y + 84],
      ])
    : `M${x + 14} ${y + 90}q${w / 4 - 7} ${dip} ${w / 2 - 14} 0t${w / 2 - 14} 0M${x + 14} ${y + 106}q${w / 4 - 7} ${dip} ${w / 2 - 14} 0t${w / 2 - 14} 0`;
  const rivet = (cx: number, cy: number): string =>
    draw('p', circle(cx, cy, 8)) + draw('i', circle(cx, cy, 3));
  const twill = many(34, (index) => line(-200 + index * 18, 300, index * 18, 0));
  return turned(
    random.pick([-14, 0, 12, 22]),
    draw('k', twill) +
      draw('b', line(-60, y - 30, 460, y - 30)) +
      draw('d', line(-60, y - 18, 460, y - 18), line(-60, y - 42, 460, y - 42)) +
      draw('o', shape(0)) +
      draw('q', shape(9), shape(18)) +
      draw('w', line(x, y + 34, x + w, y + 34)) +
      draw('q', motif) +
      rivet(x + 8, y + 8) +
      rivet(x + w - 8, y + 8) +
      draw('p', rect(x + w + 24, y - 52, 30, 76)) +
      draw('d', rect(x + w + 29, y - 47, 20, 66)),
  );
}

/** Boots in a row, as a last-maker draws them. */
function boots(random: Random): string {
  const high = random.whole(96, 170);
  const heel = random.whole(14, 34);
  const toe = random.whole(150, 176);
  const lean = random.whole(-6, 6);
  const upper =
    `M${lean} ${-high}Q${36 + lean} ${8 - high} ${74 + lean} ${-high - 4}Q76-74 98-52Q${toe - 30}-44 ${toe - 8}-30` +
    `Q${toe + 8}-18 ${toe + 8} 0H-6Q-14-34-2-60Q6-90 ${lean} ${-high}z`;
  const sole = `M-10 0H${toe + 12}q4 12-14 12H72l-6 ${heel}H-8z`;
  const eyelets = times(5, (index): Point => [
    78 + index * 3.4 * (index > 2 ? 1.7 : 1) + (index > 3 ? 4 : 0),
    -high + 18 + index * ((high - 66) / 4),
  ]);
  const seams = `M-6-34Q30-52 62 0M${toe - 54}-38Q${toe - 76}-16 ${toe - 66} 0M${lean + 4} ${16 - high}Q40 ${26 - high} ${66 + lean} ${14 - high}`;
  const tongue = many(5, (index) => {
    const [x, y] = eyelets[index] ?? [0, 0];
    return line(x - 6, y, x - 30, y + 9);
  });
  const eyes = eyelets.map(([x, y]) => circle(x - 8, y, 3.4)).join('');
  const parts =
    part('a', draw('p', upper) + draw('d', seams) + draw('m', tongue) + draw('x', sole) + draw('p', eyes)) +
    part('b', draw('o', upper) + draw('q', seams) + draw('w', tongue, eyes) + draw('p', sole));
  const scale = random.real(0.98, 1.2);
  const y = Math.round(266 - (heel + 12) * scale);
  const first = random.whole(0, 1);
  return (
    parts +
    draw(
      'k',
      many(10, (index) => line(0, y - index * 32, 400, y - index * 32)),
    ) +
    copy(first === 0 ? 'a' : 'b', random.whole(-126, -96), y, 0, scale) +
    copy(first === 0 ? 'b' : 'a', random.whole(92, 114), y, 0, scale) +
    copy('a', random.whole(308, 326), y, 0, scale) +
    draw('b', line(0, 268, 400, 268))
  );
}

/** A cutting plan: pieces on the cloth, notches, grain. */
function cutting(random: Random): string {
  const sway = random.whole(14, 34);
  const back = `M0 0Q40 24 78 0L126 28Q110 66 132 100L${126 + sway / 2} 236H-8L-2 100Q14 66 0 28z`;
  const sleeve = `M0 64Q${20 + sway} -${sway} 90 -6Q140 6 168 64L138 214H34z`;
  const collar = `M0 0Q60 ${sway} 128 0L138 34Q64 ${sway + 44} -10 34z`;
  const grain = (x: number, y1: number, y2: number): string =>
    line(x, y1, x, y2) +
    open([
      [x - 5, y1 + 10],
      [x, y1],
      [x + 5, y1 + 10],
    ]) +
    open([
      [x - 5, y2 - 10],
      [x, y2],
      [x + 5, y2 - 10],
    ]);
  const solid = random.whole(0, 2);
  const piece = (index: number, path: string, inner: string): string =>
    index === solid ? draw('o', path) + draw('w', inner) : draw('p', path) + draw('k', inner);
  const offset = (path: string, scale: number): string =>
    `<g transform="scale(${scale})">${draw('d', path)}</g>`;
  const first = moved(
    random.whole(16, 40),
    random.whole(36, 56),
    piece(0, back, grain(64, 50, 214) + line(-2, 100, 132, 100)) + offset(back, 0.94),
    random.whole(-8, 8),
    1.1,
  );
  const second = moved(
    random.whole(206, 226),
    random.whole(92, 110),
    piece(1, sleeve, grain(88, 30, 190) + line(14, 130, 154, 130)) + offset(sleeve, 0.94),
    random.whole(-14, 10),
    1.04,
  );
  const third = moved(
    random.whole(210, 250),
    random.whole(14, 26),
    piece(2, collar, grain(64, 20, 40) + line(0, 18, 128, 18)),
    random.whole(-4, 14),
  );
  const buttons =
    draw(
      'p',
      many(5, (index) => circle(382, 40 + index * 48, 11)),
    ) +
    draw(
      'i',
      many(5, (index) => circle(379, 40 + index * 48, 1.8) + circle(385, 40 + index * 48, 1.8)),
    );
  return (
    draw(
      'k',
      many(9, (index) => line(0, index * 38, 400, index * 38)),
      many(11, (index) => line(index * 38, 0, index * 38, 300)),
    ) +
    first +
    second +
    third +
    buttons
  );
}

/** Rows of stitches under the needle. */
function stitches(random: Random): string {
  const rows = random.whole(5, 7);
  const turn = random.real(-28, -12);
  const solid = random.whole(90, 130);
  const lines = many(rows, (row) => {
    const y = Math.round(20 + row * (280 / rows));
    if (row % 3 !== 1) return beads(line(-60 + (row % 2) * 12, y, 480, y), 38, 6, 16);
    return draw('z', open(times(22, (index): Point => [-60 + index * 25, y + (index % 2 === 0 ? -13 : 13)])));
  });
  return (
    turned(turn, draw('h', rect(-100, solid, 640, 92)) + lines) +
    draw('p', 'M232-10h28V140l-14 80l-14-80z') +
    draw('k', line(246, 0, 246, 140)) +
    draw('i', pill(243, 160, 6, 24, 3)) +
    draw('b', line(0, 296, 400, 296))
  );
}

export const textile: readonly Motif[] = [
  { words: /ткан|трикотаж|пряж/, draw: weave, general: true },
  { words: /джинс/, draw: pocket },
  { words: /обув/, draw: boots },
  { words: /одежд|костюм|пальто|спортив/, draw: cutting, general: true },
  { words: /вышив|швейн/, draw: stitches, general: true },
];

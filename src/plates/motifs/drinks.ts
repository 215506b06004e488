/** Drinks: bottles, cartons and cans on a conveyor. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { circle, line, many, polygon, rect, xy } from '../pen.ts';
import { beads, copy, dots, draw, moved, part } from '../marks.ts';

const BASE = 246;

/** One vessel about x = 0: its outline, its closure, the height of its shoulder. */
type Vessel = { outline: string; cap: string; half: number; shoulder: number };

function bottle(random: Random): Vessel {
  const [neck, half] = [random.whole(8, 16), random.whole(28, 50)];
  const top = random.whole(14, 70);
  const shoulder = top + random.whole(50, 100);
  const waist = half - random.pick([0, 0, 7]);
  const flank = (side: number): string =>
    `C${xy(side * half, 160)} ${xy(side * waist, 166)} ${xy(side * waist, 182)}S${xy(side * half, 206)} ${xy(side * half, 220)}`;
  const back = `C${xy(-half, 206)} ${xy(-waist, 198)} ${xy(-waist, 182)}S${xy(-half, 166)} ${xy(-half, 150)}`;
  const outline =
    `M${xy(-neck, top)}h${2 * neck}V${top + 32}C${xy(neck, shoulder - 22)} ${xy(half, shoulder - 26)} ${xy(half, shoulder)}` +
    `${flank(1)}V${BASE - 8}q0 8-8 8H${8 - half}q-8 0-8-8V220${back}V${shoulder}` +
    `C${xy(-half, shoulder - 26)} ${xy(-neck, shoulder - 22)} ${xy(-neck, top + 32)}z`;
  return { outline, cap: rect(-neck - 3, top - 2, 2 * neck + 6, 14), half, shoulder };
}

function carton(random: Random): Vessel {
  const half = random.whole(34, 50);
  const [top, roof] = [random.whole(26, 60), random.whole(40, 56)];
  const shoulder = top + 16 + roof;
  const outline = polygon([
    [-half * 0.86, top],
    [half * 0.86, top],
    [half * 0.86, top + 16],
    [half, shoulder],
    [half, BASE],
    [-half, BASE],
    [-half, shoulder],
    [-half * 0.86, top + 16],
  ]);
  return { outline, cap: circle(0, top + 16 + roof * 0.5, 11), half, shoulder };
}

function can(random: Random): Vessel {
  const half = random.whole(38, 52);
  const top = random.whole(50, 104);
  const rim = half - 9;
  const outline = `M${-rim} ${top}H${rim}L${half} ${top + 18}V${BASE - 12}L${rim} ${BASE}H${-rim}L${-half} ${BASE - 12}V${top + 18}z`;
  return { outline, cap: rect(-rim - 2, top - 7, 2 * rim + 4, 9), half, shoulder: top + 18 };
}

/** One vessel is full, one is cut open, the others stand in outline. */
function row(random: Random, { outline, cap, half, shoulder }: Vessel): string {
  const pitch = half * 2 + random.whole(10, 24);
  const full = random.whole(0, 2);
  const level = shoulder + random.whole(10, 50);
  const label = shoulder + random.whole(14, 40);
  const band = rect(-half, label, 2 * half, random.whole(26, 50));
  const start = random.whole(-20, 40);
  const drawn = many(8, (index) => {
    const kind = (index + full) % 3;
    const one =
      kind === 0
        ? draw('h', outline, cap) + draw('f', band) + draw('w', line(-half, shoulder, half, shoulder))
        : kind === 1
          ? draw('p', outline) +
            draw('t', rect(1 - half, level, 2 * half - 2, BASE - level - 4)) +
            draw('k', line(-half, level, half, level)) +
            draw('c', line(0, 0, 0, 300)) +
            draw('x', cap)
          : draw('p', outline, cap) + draw('k', band, line(-half, shoulder, half, shoulder));
    return start + index * pitch > 400 + half ? '' : moved(start + index * pitch, 0, one);
  });
  const rollers = line(-6, BASE + 18, 420, BASE + 18);
  const belt = draw('b', line(-60, BASE + 3, 460, BASE + 3)) + beads(rollers, 38, 11) + dots(rollers, 38, 3);
  const scale = random.pick([1, 1, 1.3]);
  return moved(scale === 1 ? 0 : -60, scale === 1 ? 0 : random.pick([-20, -80]), drawn + belt, 0, scale);
}

/** Crates of bottles from above. */
function crates(random: Random): string {
  const pitch = random.whole(58, 72);
  const r = pitch * 0.4;
  const turn = random.pick([-16, 12, 30]) + random.real(-4, 4);
  const phase = random.whole(2, 4);
  const parts =
    part('a', draw('p', circle(0, 0, r), circle(0, 0, r * 0.42))) +
    part('b', draw('h', circle(0, 0, r)) + draw('w', circle(0, 0, r * 0.42)));
  const bottles = many(7, (across) =>
    many(9, (along) => {
      const [x, y] = [(along - 4) * pitch, (across - 3) * pitch];
      return Math.hypot(x, y) > 260 + r ? '' : copy((along + across * 2) % phase === 0 ? 'b' : 'a', x, y);
    }),
  );
  const walls = many(4, (index) => {
    const at = (index * 3 - 5.5) * pitch;
    return line(at, -320, at, 320) + line(-420, at, 420, at);
  });
  return parts + moved(200, 150, bottles + draw('b', walls), turn);
}

export const drinks: readonly Motif[] = [
  { words: /напит|квас|вод[аы]|пив|масл/, draw: (random) => row(random, bottle(random)), general: true },
  { words: /напит|вод[аы]|пив/, draw: (random) => row(random, can(random)) },
  { words: /молоч|молок|сок[иао]/, draw: (random) => row(random, carton(random)), general: true },
  { words: /напит|квас|пив/, draw: crates },
];

/** Printing: screens of dots, cylinders of a press, sheets to be folded. */
import type { Motif } from '../motif.ts';
import type { Random } from '../random.ts';
import { circle, line, many, n, polygon, rect } from '../pen.ts';
import { copy, cross, draw, part, register, turned } from '../marks.ts';

/** A screen: dots that grow with a form behind them, marks at the edges. */
function halftone(random: Random): string {
  const pitch = random.whole(23, 27);
  const [fx, fy] = [random.whole(120, 280), random.whole(100, 200)];
  const form = random.pick(['sun', 'wave', 'slope', 'ring'] as const);
  const wave = random.whole(90, 150);
  const tone = (x: number, y: number): number => {
    const away = Math.hypot(x - fx, y - fy);
    if (form === 'sun') return 1 - away / 230;
    if (form === 'ring') return 0.5 + 0.5 * Math.cos((away / wave) * Math.PI);
    return form === 'wave' ? 0.5 + 0.45 * Math.sin((x + y * 0.6) / (wave * 0.45)) : x / 440 + (y - 150) / 600;
  };
  const sizes = [4, 8, 12, 16, 20, 24];
  const groups = sizes.map(() => '');
  const angle = (random.pick([15, 30, 45]) * Math.PI) / 180;
  for (let row = -12; row <= 12; row += 1) {
    for (let column = -12; column <= 12; column += 1) {
      const x = Math.round(200 + (column * Math.cos(angle) - row * Math.sin(angle)) * pitch);
      const y = Math.round(150 + (column * Math.sin(angle) + row * Math.cos(angle)) * pitch);
      if (x < -6 || x > 406 || y < -6 || y > 306) continue;
      const level = Math.floor(Math.min(0.99, Math.max(0, tone(x, y))) * (sizes.length + 1)) - 1;
      if (level >= 0) groups[level] = `${groups[level] ?? ''}M${x} ${y}h0`;
    }
  }
  const dots = groups
    .map((d, index) =>
      d === ''
        ? ''
        : `<path class="s" style="stroke-linecap:round;stroke-width:${sizes[index] ?? 4}" d="${d}"/>`,
    )
    .join('');
  const r = random.whole(56, 76);
  const over = fx > 200 ? 96 : 304;
  return (
    dots +
    draw('x', circle(over, 150 + random.whole(-30, 30), r)) +
    register(200, 14) +
    register(386, 150) +
    register(14, 150) +
    draw(
      'i',
      many(5, (index) => rect(348, 10 + index * 9, 30, index + 1)),
    )
  );
}

/** The cylinders of a press and the paper through them. */
function press(random: Random): string {
  const r = random.whole(52, 62);
  const turn = random.pick([-12, 0, 14]);
  const gap = 2 * r + 2;
  const solid = random.whole(0, 1);
  const rings = circle(0, 0, r - 8) + circle(0, 0, r * 0.36);
  const axle = draw('p', circle(0, 0, r * 0.16));
  const parts =
    part('h', draw('h', circle(0, 0, r)) + draw('w', rings) + axle) +
    part('p', draw('p', circle(0, 0, r)) + draw('k', rings) + axle);
  const columns = [40, 200, 360].map((x) => x + random.whole(-12, 12));
  const drums = columns.map((x, index) => {
    const [upper, lower] = index % 2 === solid ? (['h', 'p'] as const) : (['p', 'h'] as const);
    return (
      copy(upper, x, 150 - r) +
      copy(lower, x, 154 + r) +
      copy('p', x + r * 0.9, 150 - r - gap * 0.72, 0, 0.5) +
      copy('p', x - r * 0.7, 150 - r - gap * 0.78, 0, 0.42) +
      copy(index === 1 ? 'h' : 'p', x + r * 0.4, 150 + r + gap * 0.82, 0, 0.6)
    );
  });
  return (
    parts +
    turned(
      turn,
      drums.join('') +
        draw('b', line(-100, 152, 500, 152)) +
        draw('c', columns.map((x) => line(x, -60, x, 360)).join('')) +
        draw('d', line(-60, 162, 460, 162)),
    )
  );
}

/** A stack of sheets, one turned up at the corner. */
function sheets(random: Random): string {
  const count = random.whole(7, 10);
  const step = random.whole(8, 12);
  const lean = random.whole(-26, -10);
  const fold = random.whole(54, 84);
  const [x, y, w, h] = [70, 60, 250, 190];
  const stack = many(count, (index) =>
    draw(
      index % 3 === 0 ? 'x' : 'p',
      rect(x + (count - index) * step * 0.8, y - (count - index) * step * 0.6 + 40, w, h),
    ),
  );
  const top = polygon([
    [x, y + 40],
    [x + w - fold, y + 40],
    [x + w, y + 40 + fold],
    [x + w, y + 40 + h],
    [x, y + 40 + h],
  ]);
  const corner = polygon([
    [x + w - fold, y + 40],
    [x + w - fold, y + 40 + fold],
    [x + w, y + 40 + fold],
  ]);
  const columns = many(9, (index) => rect(x + 22, y + 66 + index * 15, index % 4 === 3 ? 60 : 86, 6));
  return (
    turned(
      lean,
      stack +
        draw('p', top) +
        draw('o', corner) +
        draw('k', columns) +
        draw('h', rect(x + 130, y + 126, 96, 84)) +
        draw('w', circle(x + 178, y + 168, 28), cross(x + 178, y + 168, 36)) +
        draw(
          'i',
          many(4, (index) => circle(x + 136 + index * 18, y + 60, n(6) === '6' ? 6 : 5)),
        ),
    ) +
    register(16, 16) +
    register(384, 284) +
    register(384, 16)
  );
}

export const printing: readonly Motif[] = [
  { words: /фото|плакат/, draw: halftone, general: true },
  { words: /типограф|печатн/, draw: press, general: true },
  { words: /бумаг|книг|журнал|тетрад/, draw: sheets, general: true },
];

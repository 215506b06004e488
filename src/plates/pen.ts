/** Path data for the drawing instruments: lines, circles, polygons, curves. Rounded to a tenth to stay small. */
export type Point = readonly [x: number, y: number];

/** A number as short as it can be, one decimal. */
export function n(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return '0';
  const text = String(rounded);
  return Math.abs(rounded) < 1 ? text.replace('0.', '.') : text;
}

/** Two numbers; a minus is separator enough. */
export function xy(x: number, y: number): string {
  const second = n(y);
  return second.startsWith('-') ? n(x) + second : `${n(x)} ${second}`;
}

/** The point at a distance and angle (degrees, clockwise from the right) of a centre. */
export function polar(cx: number, cy: number, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  if (n(y1) === n(y2)) return `M${xy(x1, y1)}H${n(x2)}`;
  if (n(x1) === n(x2)) return `M${xy(x1, y1)}V${n(y2)}`;
  return `M${xy(x1, y1)}L${xy(x2, y2)}`;
}

export function rect(x: number, y: number, width: number, height: number): string {
  return `M${xy(x, y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

export function circle(cx: number, cy: number, radius: number): string {
  return ellipse(cx, cy, radius, radius);
}

export function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  const half = `${xy(rx, ry)} 0 11`;
  return `M${xy(cx - rx, cy)}a${half}${n(2 * rx)} 0 ${half}${n(-2 * rx)} 0z`;
}

/** Straight lines through the points. */
export function open(points: readonly Point[]): string {
  return `M${points
    .map(([x, y]) => xy(x, y))
    .join(' ')
    .replace(/ -/g, '-')}`;
}

export function polygon(points: readonly Point[]): string {
  return `${open(points)}z`;
}

/** A regular polygon; the first corner stands at `turn` degrees. */
export function regular(cx: number, cy: number, radius: number, corners: number, turn = 0): string {
  return polygon(times(corners, (index) => polar(cx, cy, radius, turn + (index * 360) / corners)));
}

/** An arc of a circle from one angle to another, degrees, clockwise. */
export function arc(cx: number, cy: number, radius: number, from: number, to: number): string {
  const [x1, y1] = polar(cx, cy, radius, from);
  const [x2, y2] = polar(cx, cy, radius, to);
  const large = Math.abs(to - from) > 180 ? 1 : 0;
  return `M${xy(x1, y1)}A${xy(radius, radius)} 0 ${large} ${to > from ? 1 : 0} ${xy(x2, y2)}`;
}

/** A ring, or a piece of it, as an area. */
export function sector(
  cx: number,
  cy: number,
  inner: number,
  outer: number,
  from: number,
  to: number,
): string {
  const [x3, y3] = polar(cx, cy, inner, to);
  const [x4, y4] = polar(cx, cy, inner, from);
  const large = Math.abs(to - from) > 180 ? 1 : 0;
  return `${arc(cx, cy, outer, from, to)}L${xy(x3, y3)}A${xy(inner, inner)} 0 ${large} 0 ${xy(x4, y4)}z`;
}

/** A smooth curve through the points (Catmull–Rom as cubic Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  let path = `M${xy(...at(0))}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first = xy(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6);
    const second = xy(x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6);
    path += `C${first} ${second} ${xy(x2, y2)}`;
  }
  return closed ? `${path}z` : path;
}

/** A rectangle with rounded corners. */
export function pill(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const turn = (dx: number, dy: number): string => `a${xy(r, r)} 0 0 1 ${xy(dx, dy)}`;
  return (
    `M${xy(x + r, y)}h${n(width - 2 * r)}${turn(r, r)}v${n(height - 2 * r)}${turn(-r, r)}` +
    `h${n(2 * r - width)}${turn(-r, -r)}v${n(2 * r - height)}${turn(r, -r)}z`
  );
}

/** `count` values made from their index. */
export function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => make(index));
}

/** `count` pieces of path data or markup made from their index, in one string. */
export function many(count: number, make: (index: number) => string): string {
  return times(count, make).join('');
}

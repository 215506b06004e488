/** A QR code as one path of an SVG: modules of one unit, so that it prints sharp at any size. */
import { create } from 'qrcode';

export type QrCode = {
  /** Width and height in modules, with the quiet zone of four on every side. */
  size: number;
  /** Data of the path that draws all dark modules. */
  path: string;
};

const QUIET = 4;

/**
 * What costs time to find out, in a form that is short to keep: how many modules stand in a row, a colon, and one bit
 * for each, row by row, in base64.
 */
export function qrModules(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const bytes = new Uint8Array(Math.ceil(data.length / 8));
  for (const [at, dark] of data.entries()) if (dark) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  return `${size}:${Buffer.from(bytes).toString('base64')}`;
}

/** The code of an address, or of its `modules`; medium error correction survives a fold in the paper. */
export function qrCode(text: string, modules = qrModules(text)): QrCode {
  const [width = '', bits = ''] = modules.split(':');
  const size = Number(width);
  const bytes = Buffer.from(bits, 'base64');
  const isDark = (at: number): boolean => (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
  const runs: string[] = [];
  for (let row = 0; row < size; row++) {
    let start = -1;
    for (let column = 0; column <= size; column++) {
      const dark = column < size && isDark(row * size + column);
      if (dark && start === -1) start = column;
      if (!dark && start !== -1) {
        runs.push(`M${start + QUIET} ${row + QUIET}h${column - start}v1h-${column - start}z`);
        start = -1;
      }
    }
  }
  return { size: size + 2 * QUIET, path: runs.join('') };
}

/** The code as an SVG file, black on white whatever the page's colours are. */
export function qrSvg(text: string, modules = qrModules(text)): string {
  const { size, path } = qrCode(text, modules);
  const box = `M0 0h${size}v${size}H0z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="${box}"/><path d="${path}"/></svg>\n`;
}

/** A QR code as one path of an SVG: modules of one unit, so that it prints sharp at any size. */
import { create } from 'qrcode';

export type QrCode = {
  /** Width and height in modules, with the quiet zone of four on every side. */
  size: number;
  /** Data of the path that draws all dark modules. */
  path: string;
};

const QUIET = 4;

/** The code of an address; medium error correction survives a fold in the paper. */
export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    let start = -1;
    for (let column = 0; column <= modules.size; column++) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && start === -1) start = column;
      if (!dark && start !== -1) {
        runs.push(`M${start + QUIET} ${row + QUIET}h${column - start}v1h-${column - start}z`);
        start = -1;
      }
    }
  }
  return { size: modules.size + 2 * QUIET, path: runs.join('') };
}

/** The code as an SVG file, black on white whatever the page's colours are. */
export function qrSvg(text: string): string {
  const { size, path } = qrCode(text);
  const box = `M0 0h${size}v${size}H0z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="${box}"/><path d="${path}"/></svg>\n`;
}

/** The icons of the site and its manifest: name in public/ → content. */
import { Resvg } from '@resvg/resvg-js';
import { common } from '../../src/i18n/ru/common.ts';
import { ico } from './ico.ts';
import { markIn, screenIcon, tabIcon } from './mark.ts';

/** Android cuts maskable icons to a circle of 80 %: the mark stays well inside. */
const SAFE = 0.5;

function png(svg: string): Buffer {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** The mark on a paper square, for tabs that take no SVG; a light ground reads in dark tabs too. */
function smallIcon(side: number): Buffer {
  const colours = { ink: '#16191D', leaf: '#A8321A' };
  return png(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-1 -1 34 34"><path fill="#F4F1EA" d="M-1-1h34v34H-1z"/>${markIn(colours)}</svg>`,
  );
}

function manifest(): string {
  const icon = (side: number, purpose: string) => ({
    src: `/icon-${purpose === 'any' ? '' : 'maskable-'}${side}.png`,
    sizes: `${side}x${side}`,
    type: 'image/png',
    purpose,
  });
  return `${JSON.stringify(
    {
      name: `${common.siteName} — ${common.tagline.charAt(0).toLocaleLowerCase('ru')}${common.tagline.slice(1)}`,
      short_name: common.siteName,
      lang: 'ru',
      dir: 'ltr',
      id: '/',
      start_url: '/',
      scope: '/',
      display: 'browser',
      background_color: '#f4f1ea',
      theme_color: '#f4f1ea',
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        icon(192, 'any'),
        icon(512, 'any'),
        icon(192, 'maskable'),
        icon(512, 'maskable'),
      ],
    },
    null,
    2,
  )}\n`;
}

/** All files; the same content each time. */
export function iconFiles(): Map<string, string | Buffer> {
  return new Map<string, string | Buffer>([
    ['favicon.svg', tabIcon()],
    ['favicon.ico', ico([16, 32, 48].map((side) => ({ side, png: smallIcon(side) })))],
    // Phones ask for it at this address by themselves; no page names it.
    ['apple-touch-icon.png', png(screenIcon(180, 0.62))],
    ['icon-192.png', png(screenIcon(192, 0.72))],
    ['icon-512.png', png(screenIcon(512, 0.72))],
    ['icon-maskable-192.png', png(screenIcon(192, SAFE))],
    ['icon-maskable-512.png', png(screenIcon(512, SAFE))],
    ['site.webmanifest', manifest()],
  ]);
}

/** The mark: a gate half open, the frame of a pass and the leaf of a door; as in the header of every page. */

/** The mark on a field of 32 × 32, without its ground. */
export const MARK =
  '<path fill="none" stroke="INK" stroke-width="3" d="M3 30.5V2.5h26v28M0 30.5h32"/><path fill="LEAF" d="M10.5 29V10L22 5.5V29z"/>';

export type MarkColours = { ink: string; leaf: string };

/** The strokes of the mark in these colours. */
export function markIn({ ink, leaf }: MarkColours): string {
  return MARK.replace('INK', ink).replace('LEAF', leaf);
}

const LIGHT: MarkColours = { ink: '#16191D', leaf: '#A8321A' };
const DARK: MarkColours = { ink: '#ECE8DF', leaf: '#FF8A66' };

/** The icon of a tab: no ground, colours by the reader's system. */
export function tabIcon(): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>' +
    `.i{fill:none;stroke:${LIGHT.ink}}.l{fill:${LIGHT.leaf}}` +
    `@media(prefers-color-scheme:dark){.i{stroke:${DARK.ink}}.l{fill:${DARK.leaf}}}</style>` +
    markIn({ ink: '', leaf: '' })
      .replace('fill="none" stroke=""', 'class="i"')
      .replace('fill=""', 'class="l"') +
    '</svg>\n'
  );
}

/** The icon of a device's screen: the mark on paper, taking `share` of the side (0 to 1). */
export function screenIcon(side: number, share: number): string {
  const scale = (side * share) / 32;
  const at = (side * (1 - share)) / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><path fill="#F4F1EA" d="M0 0h${side}v${side}H0z"/>` +
    `<g transform="translate(${at} ${at})scale(${scale})">${markIn(LIGHT)}</g></svg>`
  );
}

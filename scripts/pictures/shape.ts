/** From words to glyphs with their places, kerning included. */
import { convert } from 'fontverter';
import { Blob, Buffer as Letters, Direction, Face, Font, shape } from 'harfbuzzjs';
import type { Family } from './fonts.ts';
import { fontFiles } from './fonts.ts';

export type Typeface = { font: Font; unitsPerEm: number; has: ReadonlySet<number> };

export type Glyph = {
  face: Typeface;
  id: number;
  /** Of the origin, in parts of the size. */ x: number;
  y: number;
};

export type Shaped = { glyphs: Glyph[]; /** In parts of the size. */ width: number };

async function opened(file: Buffer): Promise<Typeface> {
  // What shapes letters reads plain OpenType only.
  const face = new Face(new Blob(await convert(file, 'sfnt')));
  return { font: new Font(face), unitsPerEm: face.upem, has: new Set(face.collectUnicodes()) };
}

async function allOf(family: Family): Promise<readonly Typeface[]> {
  return Promise.all(fontFiles(family).map(opened));
}

/** Opened once, when a thread starts. */
const FACES: Readonly<Record<Family, readonly Typeface[]>> = {
  display: await allOf('display'),
  text: await allOf('text'),
  mono: await allOf('mono'),
};

/** The faces of a family. */
export function facesOf(family: Family): readonly Typeface[] {
  return FACES[family];
}

/** Stretches of text that one face draws; what no face has goes to the first. */
function stretches(text: string, faces: readonly Typeface[]): { face: Typeface; text: string }[] {
  const found: { face: Typeface; text: string }[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const face = faces.find(({ has }) => has.has(code)) ?? faces[0];
    if (face === undefined) continue;
    const last = found.at(-1);
    if (last?.face === face) last.text += letter;
    else found.push({ face, text: letter });
  }
  return found;
}

/** Sets a text in one line. */
export function shaped(text: string, family: Family): Shaped {
  const glyphs: Glyph[] = [];
  let width = 0;
  for (const stretch of stretches(text, facesOf(family))) {
    const letters = new Letters();
    letters.addText(stretch.text);
    letters.setDirection(Direction.LTR);
    letters.setLanguage('ru');
    letters.guessSegmentProperties();
    shape(stretch.face.font, letters);
    const places = letters.getGlyphPositions();
    for (const [index, { codepoint }] of letters.getGlyphInfos().entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
      const em = stretch.face.unitsPerEm;
      glyphs.push({ face: stretch.face, id: codepoint, x: width + xOffset / em, y: -yOffset / em });
      width += xAdvance / em;
    }
  }
  return { glyphs, width };
}

/** The plate of an enterprise: a drawing of its industry that no other enterprise has. */
import { aerospace } from './motifs/aerospace.ts';
import { chemistry } from './motifs/chemistry.ts';
import { construction } from './motifs/construction.ts';
import { electronics } from './motifs/electronics.ts';
import { energy } from './motifs/energy.ts';
import { bakery } from './motifs/bakery.ts';
import { drinks } from './motifs/drinks.ts';
import { farm } from './motifs/farm.ts';
import { engines } from './motifs/engines.ts';
import { radiation } from './motifs/radiation.ts';
import { lifts } from './motifs/lifts.ts';
import { games } from './motifs/games.ts';
import { unknown } from './motifs/unknown.ts';
import { jewellery } from './motifs/jewellery.ts';
import { metal } from './motifs/metal.ts';
import { other } from './motifs/other.ts';
import { pharma } from './motifs/pharma.ts';
import { printing } from './motifs/printing.ts';
import { recycling } from './motifs/recycling.ts';
import { textile } from './motifs/textile.ts';
import { transport } from './motifs/transport.ts';
import type { Motif } from './motif.ts';
import { motifFor } from './motif.ts';
import { hueOf } from './palette.ts';
import { randomFrom } from './random.ts';
import type { Scheme } from './sheet.ts';
import { sheet } from './sheet.ts';

/** The drawings of each industry of the vocabulary. */
export const MOTIFS: Readonly<Record<string, readonly Motif[]>> = {
  food: [...bakery, ...drinks, ...farm],
  'metal-machinery': [...metal, ...lifts],
  aerospace: [...aerospace, ...engines],
  electronics: [...electronics, ...radiation],
  'transport-auto': transport,
  'chemistry-composites': chemistry,
  'pharma-medical': pharma,
  'textile-fashion': textile,
  energy,
  'construction-materials': construction,
  'recycling-ecology': recycling,
  'jewellery-craft': jewellery,
  'printing-media': printing,
  other: [...other, ...games],
};

export type PlateSubject = {
  /** Id of the industry in the vocabulary; an id not known here gets a sheet of its own kind. */
  industry: string;
  /** Id of the enterprise: the seed. */
  id: string;
  /** What it makes, in Russian: picks a fitting drawing where a word calls for one. */
  makes?: string;
  /** Name of the picture inside the file; leave it out where the page says it. */
  title?: string;
};

/** A share of the plates is printed in paper on a ground of the hue, so that neighbours differ at first sight. */
const NEGATIVE_SHARE = 0.3;

/**
 * The plate as an SVG file of at most 4 KB, 400 × 300 units, with its own paper. The same subject gives the
 * same bytes for ever. Scheme `auto` follows the reader's light or dark system inside the file.
 */
export function plateSvg(subject: PlateSubject, scheme: Scheme = 'auto'): string {
  const motifs = Object.hasOwn(MOTIFS, subject.industry) ? (MOTIFS[subject.industry] ?? unknown) : unknown;
  const random = randomFrom(`${subject.industry}/${subject.id}`);
  const negative = random.chance(NEGATIVE_SHARE);
  const body = motifFor(motifs, subject.makes ?? '', random).draw(random);
  return sheet({ hue: hueOf(subject.industry), negative, scheme, title: subject.title, body }, random);
}

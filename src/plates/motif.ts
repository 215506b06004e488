/** A motif: one way to draw an industry. */
import type { Random } from './random.ts';

export type Motif = {
  /** Words of what the enterprise makes that call for this drawing. */
  words: RegExp;
  /** Stands for the whole industry: drawn too where no word calls for anything. */
  general?: true;
  /** Markup on a sheet of 400 × 300. */
  draw: (random: Random) => string;
};

/**
 * The motif for what is made: of those whose words stand first in the text one is drawn by lot; without
 * such words one of those for the whole industry.
 */
export function motifFor(motifs: readonly Motif[], makes: string, random: Random): Motif {
  const text = makes.toLowerCase();
  const found = motifs.flatMap((motif) => {
    const at = text.search(motif.words);
    return at < 0 ? [] : [{ motif, at }];
  });
  const first = Math.min(...found.map(({ at }) => at));
  const candidates = found.filter(({ at }) => at === first).map(({ motif }) => motif);
  return random.pick(candidates.length > 0 ? candidates : motifs.filter((motif) => motif.general));
}

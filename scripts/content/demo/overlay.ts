import { cp } from 'node:fs/promises';
import type { Day } from '../../../src/time/moscow.ts';
import { demoSeason, LIVE_DEFAULTS, liveSeasonId } from './live-season.ts';
import { readVocabulary } from './vocabulary.ts';
import { assertApart, freshFolder, writeFiles } from './write-tree.ts';

/**
 * Writes a copy of the content with one fictional season around the day, so that registration can be tried.
 * `fromDay` is today's day in Moscow. Returns the season's id.
 * @throws CommandError when the folders overlap, cannot be written, or the vocabulary is wrong.
 */
export async function writeDemoOverlay(contentDir: string, outDir: string, fromDay: Day): Promise<string> {
  assertApart(contentDir, outDir);
  const vocabulary = await readVocabulary(contentDir);
  await freshFolder(outDir);
  await cp(contentDir, outDir, { recursive: true });
  await writeFiles(outDir, demoSeason({ from: fromDay, ...LIVE_DEFAULTS }, vocabulary));
  return liveSeasonId(fromDay);
}

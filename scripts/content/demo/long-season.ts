/** The real content with an invented season as large as the largest real one: 215 visits to 20 enterprises. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../build/stages.ts';
import { demoSeason } from './live-season.ts';
import { readVocabulary } from './vocabulary.ts';
import { writeFiles } from './write-tree.ts';

/** Writes the tree; the same bytes on every day. */
export async function writeLongSeason(contentDir: string): Promise<void> {
  await cp(path.join(projectRoot, 'content'), contentDir, { recursive: true });
  const vocabulary = await readVocabulary(contentDir);
  await writeFiles(
    contentDir,
    demoSeason({ from: '2026-11-23', enterprises: 20, sessions: 215 }, vocabulary),
  );
}

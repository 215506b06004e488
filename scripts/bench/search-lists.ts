/** Lists of several sizes for the bench: the real catalogue, filled up with fictional enterprises. */
import path from 'node:path';
import { projectRoot } from '../build/stages.ts';
import { measure } from './measure.ts';
import { scratch } from './scratch.ts';
import { readCatalogue } from '../search/read-catalogue.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { buildList } from '../../src/search/build-list.ts';
import type { CatalogueList } from '../../src/search/list.ts';
import { instantOf } from '../../src/time/moscow.ts';

export const BENCH_NOW = instantOf('2026-11-23', '12:00');
const FIRST_DAY = '2026-11-27';

/** The published catalogue of the repository. */
export function realCatalogue(): Promise<Catalogue> {
  return readCatalogue(path.join(projectRoot, 'content'), BENCH_NOW);
}

/** A catalogue of fictional enterprises with one season, as of the bench's day. */
async function fictionalCatalogue(enterprises: number, sessions: number): Promise<Catalogue> {
  const dir = scratch(`list-${enterprises}`);
  const made = await measure(
    process.execPath,
    [
      'scripts/content/demo.ts',
      ...['--out', dir, '--enterprises', String(enterprises)],
      ...['--seasons', '1', '--sessions', String(sessions), '--from', FIRST_DAY],
    ],
    { cwd: projectRoot, env: process.env },
  );
  if (made.code !== 0) throw new Error(made.output);
  return readCatalogue(dir, BENCH_NOW);
}

/** The list of a wholly fictional catalogue. */
export async function fictionalList(enterprises: number, sessions: number): Promise<CatalogueList> {
  return buildList(await fictionalCatalogue(enterprises, sessions));
}

/** The real enterprises and so many fictional ones that there are `enterprises` in all, with a season's visits. */
export async function listOf(enterprises: number, sessions: number): Promise<CatalogueList> {
  const real = await realCatalogue();
  const demo = await fictionalCatalogue(enterprises - real.enterprises.length, sessions);
  return buildList({
    ...real,
    enterprises: [...real.enterprises, ...demo.enterprises],
    seasons: [...demo.seasons, ...real.seasons],
    sessions: demo.sessions,
  });
}

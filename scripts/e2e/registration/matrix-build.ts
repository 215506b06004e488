/** The matrix's site for one run of tests: built once, or taken from the last run with `--keep`. */
import path from 'node:path';
import { projectRoot } from '../../build/stages.ts';
import { isBuilt } from '../test-site.ts';
import { buildMatrixSite } from './matrix-site.ts';

let built: Promise<string> | undefined;

/** Folder of the built site. @throws StageError when the pages cannot be built */
export function matrixSite(): Promise<string> {
  return (built ??= (async () => {
    const dir = path.join(projectRoot, '.run', 'matrix');
    const siteDir = path.join(dir, 'site');
    return process.argv.includes('--keep') && (await isBuilt(siteDir)) ? siteDir : buildMatrixSite(dir);
  })());
}

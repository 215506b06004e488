/** What the longest timetable of a built site weighs. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { BUDGETS } from '../../e2e/budgets.ts';
import { brotliBytes } from '../../e2e/first-flight.ts';
import type { Row } from '../report.ts';

/** @throws Error when the site has no season. */
export async function seasonWeight(siteDir: string, label: string): Promise<Row> {
  const sizes: number[] = [];
  for await (const name of glob('seasons/*/index.html', { cwd: siteDir }))
    sizes.push(brotliBytes(await readFile(path.join(siteDir, name))));
  if (sizes.length === 0) throw new Error(`${siteDir}: no season`);
  return {
    name: `${label}: first flight of the longest timetable`,
    samples: [Math.max(...sizes) / 1024],
    unit: 'KB',
    target: BUDGETS.firstFlight / 1024,
  };
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetMark } from '../build/slim/sheet-marks.ts';
import { writeLongSeason } from '../content/demo/long-season.ts';
import { BUDGETS } from '../e2e/budgets.ts';
import { blockingResources, brotliBytes } from '../e2e/first-flight.ts';
import { builtFolder, readTree } from './built-folder.ts';
import { runBuild } from './run-build.ts';

const QUICK = 5;

/** The pages over the budget with their bytes, and how many pages there were. */
async function heavyPages(
  dir: string,
  limit: number = BUDGETS.firstFlight,
): Promise<{ pages: number; heavy: string[] }> {
  const heavy: string[] = [];
  let pages = 0;
  for (const [name, html] of await readTree(dir)) {
    if (!name.endsWith('.html')) continue;
    pages++;
    const parts = [html];
    for (const url of blockingResources(html.toString('utf8')))
      parts.push(await readFile(path.join(dir, url)));
    const bytes = (quality?: number): number =>
      parts.reduce((sum, part) => sum + brotliBytes(part, quality), 0);
    // What fits when packed quickly needs no slow packing.
    if (bytes(QUICK) > limit && bytes() > limit) heavy.push(`${name}: ${bytes()}`);
  }
  return { pages, heavy };
}

it('style sheets stand whole in every file: no mark is left where Astro was given one', async () => {
  const marked = sheetMark(0).slice(0, -'0*/'.length);
  const files = [...(await readTree(builtFolder()))].filter(([name]) => /\.(?:html|css|js)$/.test(name));
  expect(files.filter(([name]) => name.endsWith('.css')).length).toBeGreaterThan(1);
  expect(files.filter(([, bytes]) => bytes.includes(marked)).map(([name]) => name)).toEqual([]);
});

describe('the first view of a page is one first flight', () => {
  it('on every page of the real catalogue, with the headers of the answer', async () => {
    const { pages, heavy } = await heavyPages(builtFolder(), BUDGETS.firstFlight - BUDGETS.answerHeaders);
    expect(pages).toBeGreaterThan(150);
    expect(heavy).toEqual([]);
  });

  it('on every page of a site with a season of 215 visits, the longest there has been', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'long-season-'));
    try {
      const contentDir = path.join(dir, 'content');
      await writeLongSeason(contentDir);
      const run = await runBuild({
        CONTENT_DIR: contentDir,
        OUT_DIR: path.join(dir, 'site'),
        CACHE_DIR: path.join(dir, 'cache'),
        SOURCE_DATE_EPOCH: '1795425600',
      });
      expect(run.output).toContain('Готово');
      const { pages, heavy } = await heavyPages(path.join(dir, 'site'));
      expect(pages).toBeGreaterThan(215 + 150);
      // The list of all enterprises is judged with the real ones: here 20 invented ones stand among them.
      expect(heavy.filter((line) => !line.startsWith('enterprises/index.html'))).toEqual([]);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('and a page of noise, or one that waits for a heavy style sheet, is refused', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'heavy-pages-'));
    try {
      const noise = randomBytes(15_000).toString('base64');
      await writeFile(path.join(dir, 'light.html'), '<p>мало</p>');
      await writeFile(path.join(dir, 'noise.html'), `<p>${noise}</p>`);
      await writeFile(path.join(dir, 'styles.css'), `/*${noise}*/`);
      await writeFile(path.join(dir, 'styled.html'), '<link rel="stylesheet" href="/styles.css"><p>мало</p>');
      const { pages, heavy } = await heavyPages(dir);
      expect(pages).toBe(3);
      expect(heavy.map((line) => line.split(':')[0]).sort()).toEqual(['noise.html', 'styled.html']);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});

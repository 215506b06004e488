import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../build/stages.ts';
import { runBuild } from './run-build.ts';

let folder = '';
let dist = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'photo-'));
  const content = path.join(folder, 'content');
  dist = path.join(folder, 'dist');
  await cp(path.join(projectRoot, 'content'), content, { recursive: true });
  const home = path.join(content, 'enterprises', 'moslift');
  await mkdir(home);
  await rename(`${home}.md`, path.join(home, 'index.md'));
  const text = await readFile(path.join(home, 'index.md'), 'utf8');
  const cover = 'cover:\n  image: ./ceh.jpg\n  alt: Сборка лифтовой лебёдки\n  credit: Фото для проверки\n';
  await writeFile(path.join(home, 'index.md'), text.replace('---\n', `---\n${cover}`));
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toFile(path.join(home, 'ceh.jpg'));
  const run = await runBuild({
    CONTENT_DIR: content,
    OUT_DIR: dist,
    CACHE_DIR: path.join(folder, 'cache'),
  });
  expect(run.output).toContain('Готово');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function plateOn(page: string): Promise<string> {
  const html = await readFile(path.join(dist, 'enterprises', page, 'index.html'), 'utf8');
  return /<figure class="plate">.*?<\/figure>/s.exec(html)?.[0] ?? '';
}

it('a photo takes the place of the plate: AVIF and WebP in several widths, alt, size and credit', async () => {
  const figure = await plateOn('moslift');
  expect(figure).toContain('type="image/avif"');
  expect(figure).toContain('type="image/webp"');
  expect(figure).toContain('alt="Сборка лифтовой лебёдки"');
  expect(figure).toContain('width="900" height="600"');
  expect(figure).toContain('Фото для проверки');
  expect(figure).not.toContain('/plates/');
  const widths = [...figure.matchAll(/ (\d+)w/g)].map((match) => Number(match[1]));
  expect(Math.max(...widths)).toBeLessThanOrEqual(900);
  for (const [file] of figure.matchAll(/\/_astro\/[^\s",]+/g)) {
    expect((await stat(path.join(dist, file))).size).toBeGreaterThan(100);
  }
});

it('without a photo the plate stands there, as decoration', async () => {
  const figure = await plateOn('mikron');
  expect(figure).toContain('src="/plates/mikron.svg"');
  expect(figure).toContain('alt=""');
  expect(figure).not.toContain('<picture>');
});

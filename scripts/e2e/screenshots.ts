/**
 * Pictures of every kind of page into .screenshots/: `npm run screenshots -- [part of a name …] [--keep]`.
 * Phone and desktop, light and dark, printed; `--keep` uses the test site of the last run.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { projectRoot } from '../build/stages.ts';
import { serveStatic } from '../serve/static-server.ts';
import { launchBrowser } from './browser.ts';
import { layOutAll } from './lay-out-all.ts';
import { openInOwnLetters } from './own-letters.ts';
import type { PageKind } from './page-kinds.ts';
import { pageKinds } from './page-kinds.ts';
import { buildTestSite, isBuilt, TEST_NOW } from './test-site.ts';

const PORT = Number(process.env.E2E_PORT ?? '4750');
const out = path.join(projectRoot, '.screenshots');

type View = { name: string; options: BrowserContextOptions; print?: boolean };

const VIEWS: readonly View[] = [
  { name: 'phone', options: { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true } },
  { name: 'desktop', options: { viewport: { width: 1440, height: 900 } } },
  { name: 'dark', options: { viewport: { width: 1024, height: 800 }, colorScheme: 'dark' } },
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'print', options: { viewport: { width: 1024, height: 800 } }, print: true },
];

async function shoot(browser: Browser, base: string, view: View, kinds: readonly PageKind[]): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...view.options });
  const page = await context.newPage();
  await page.clock.setFixedTime(TEST_NOW);
  for (const { name, url } of kinds) {
    await openInOwnLetters(page, base + url);
    // Lazy pictures load as they come into view.
    await page.evaluate(() => {
      for (const image of document.querySelectorAll('img')) image.loading = 'eager';
    });
    await layOutAll(page);
    await page.waitForLoadState('networkidle');
    const file = path.join(out, view.name, name);
    if (view.print === true) await page.pdf({ path: `${file}.pdf`, format: 'A4' });
    else await page.screenshot({ path: `${file}.png`, fullPage: true });
  }
  await context.close();
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const wanted = words.filter((word) => !word.startsWith('--'));
  const dir = path.join(projectRoot, '.run', 'e2e');
  const siteDir = path.join(dir, 'site');
  const siteUrl = `http://localhost:${String(PORT)}`;
  if (!words.includes('--keep') || !(await isBuilt(siteDir)))
    await buildTestSite({ dir, siteUrl, endpointUrl: `http://localhost:${String(PORT + 1)}` });
  const kinds = (await pageKinds(siteDir)).filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  const server = await serveStatic(PORT, { dir: siteDir });
  const browser = await launchBrowser();
  try {
    if (wanted.length === 0) await rm(out, { recursive: true, force: true });
    for (const view of VIEWS) {
      await mkdir(path.join(out, view.name), { recursive: true });
      await shoot(browser, `http://localhost:${String(server.port)}`, view, kinds);
      process.stdout.write(`${view.name}: ${String(kinds.length)}\n`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();

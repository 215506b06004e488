/** Runs one row: a world, a visitor, the acts, and what must hold in the end. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { WAIT_LIMIT_MS } from '../limits.ts';
import { withModules } from '../modules.ts';
import { act } from './acts.ts';
import type { Visitor } from './acts.ts';
import { MATRIX_NOW, visitPath } from './content.ts';
import type { Row } from './row.ts';
import { overclaim, see } from './view.ts';
import type { Seen } from './view.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

export type RowResult = { readonly stored: number; readonly posts: number };

/** @throws AssertionError or Error when something does not hold */
export function runRow(row: Row, browser: Browser, siteDir: string): Promise<RowResult> {
  return withVisitor(row, browser, siteDir, judge);
}

/** Brings a visitor through the row's acts and lets `use` look; what the row expects is not judged. */
export async function withVisitor<T>(
  row: Row,
  browser: Browser,
  siteDir: string,
  use: (visitor: Visitor) => Promise<T>,
): Promise<T> {
  const world = await startWorld(row, siteDir);
  const context = await openContext(row, browser);
  try {
    const page = withModules(await context.newPage());
    const url = world.siteUrl + visitPath(row.visit ?? 'plain');
    const visitor: Visitor = { row, world, url, page, typed: {}, ticked: [] };
    await page.goto(url);
    for (const what of row.acts) await act(visitor, what);
    return await use(visitor);
  } finally {
    await context.close();
    await world.close();
  }
}

async function openContext(row: Row, browser: Browser): Promise<BrowserContext> {
  const { scripts, timezone = 'Europe/Moscow', clockAhead = 0, storage, width = 1280 } = row.browser ?? {};
  const context = await browser.newContext({
    javaScriptEnabled: scripts !== 'off',
    timezoneId: timezone,
    locale: 'ru-RU',
    viewport: { width, height: 900 },
  });
  context.setDefaultTimeout(WAIT_LIMIT_MS);
  if (scripts !== 'off') {
    const now = (row.at ?? MATRIX_NOW) + clockAhead;
    // Frames are drawn all the same, also while the page's time stands still.
    await context.addInitScript(() => {
      const frame = window.requestAnimationFrame.bind(window);
      Object.defineProperty(window, 'requestAnimationFrame', { get: () => frame, set: () => undefined });
    });
    await context.clock.install({ time: now });
    // The page's time stands still until a row lets it pass: no row depends on how fast the machine is.
    await context.clock.pauseAt(now);
  }
  if (storage === 'forbidden') {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
  }
  return context;
}

const POLL_MS = 50;
const MOST_POLLS = 600;

/** What the page shows, once it says the words: the script that knows the visitor's now may still be on its way. */
async function seeWords(page: Page, view: Row['expect']['view'], says: RegExp | undefined): Promise<Seen> {
  let seen = await see(page, view);
  for (let polls = 0; polls < MOST_POLLS && says?.test(seen.text) === false; polls++) {
    await pause(POLL_MS);
    seen = await see(page, view);
  }
  return seen;
}

async function judge(visitor: Visitor): Promise<RowResult> {
  const { row, world, page } = visitor;
  const { expect } = row;
  const seen = await seeWords(page, expect.view, expect.says);
  const stored = await world.storedCount();
  assert.equal(stored, expect.stored, 'registrations stored');
  if (expect.posts !== undefined) assert.equal(world.wire.posts(), expect.posts, 'applications sent');

  const claim = overclaim(expect.view, seen.text);
  assert.equal(claim, null, `the words claim more than is known: «${claim ?? ''}» in\n${seen.text}`);
  if (expect.says) assert.match(seen.text, expect.says);
  if (expect.never) assert.doesNotMatch(seen.text, expect.never);
  if (expect.others !== undefined) assert.equal(seen.others, expect.others, 'other visits are shown');

  assert.equal(seen.badge, seen.state, 'badge and panel say the same');

  if (expect.view === 'accepted') await acknowledgedOnce(world, seen);
  else if (!expect.view.startsWith('page:')) await answersKept(visitor, page);
  else if (expect.view !== 'page:sent') {
    await page.goBack();
    await answersKept(visitor, page);
  }
  if (expect.view === 'accepted' || expect.view === 'page:sent') await nothingPersonalLeft(page, visitor);
  return { stored, posts: world.wire.posts() };
}

/** The number on the screen is stored exactly once. */
async function acknowledgedOnce(world: World, seen: Seen): Promise<void> {
  const shown = /Номер заявки\s+(\S+)/.exec(seen.text)?.[1];
  if (shown === undefined) {
    assert.equal(await world.storedCount(), 1, 'an acceptance without a number');
    return;
  }
  const holders = (await world.stored()).filter(({ reference }) => reference === shown);
  assert.equal(holders.length, 1, `registrations with the number ${shown}`);
}

/** After a reload the script gives the answers back as soon as it has come: a moment is granted. */
async function answersKept(visitor: Visitor, page: Page): Promise<void> {
  const end = performance.now() + 15_000;
  let lost = await lostAnswers(visitor, page);
  while (lost.length > 0 && performance.now() < end) {
    await pause(30);
    lost = await lostAnswers(visitor, page);
  }
  assert.deepEqual(lost, [], 'every answer is still there');
}

async function lostAnswers({ typed, ticked }: Visitor, page: Page): Promise<string[]> {
  const lost: string[] = [];
  for (const [name, value] of Object.entries(typed)) {
    const control = page.locator(`[data-form] [name="${name}"]:is(input, textarea)`);
    if ((await control.inputValue()) !== value) lost.push(name);
  }
  for (const name of ticked) {
    if (!(await page.locator(`[data-form] [name="${name}"]`).isChecked())) lost.push(name);
  }
  return lost;
}

/** What was typed vanishes from the tab's memory on success. */
async function nothingPersonalLeft(page: Page, { typed, row }: Visitor): Promise<void> {
  if (row.browser?.storage === 'forbidden') return;
  // The page «sent» forgets by a script of its own, which may still be on its way.
  const secrets = Object.values(typed).filter((value) => value.length > 2);
  await page.waitForFunction(
    (values) => !values.some((value) => JSON.stringify(Object.entries(sessionStorage)).includes(value)),
    secrets,
  );
}

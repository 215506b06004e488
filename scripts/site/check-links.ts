/**
 * `npm run check:links`: are the pages that the content links to still there? On demand only, never part of a
 * build or of `npm test`. Answers are kept for a week in `.cache/links.json`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readSettings, SettingsError } from '../../src/settings/settings.ts';
import { projectRoot } from '../build/stages.ts';
import { externalLinks } from './links/external-links.ts';
import type { LinkState } from './links/polite-client.ts';
import { checkAddresses, isGone } from './links/polite-client.ts';

const WEEK_MS = 7 * 86_400_000;
const report = path.join(projectRoot, '.cache', 'links.json');
const kept = z.array(
  z.object({
    url: z.string(),
    status: z.number().nullable(),
    error: z.string().nullable(),
    checkedAt: z.number(),
  }),
);

async function lastReport(): Promise<LinkState[]> {
  try {
    return kept.parse(JSON.parse(await readFile(report, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    // Half-written or of another version: everything is asked again.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}

try {
  const { contentDir } = readSettings(process.env);
  const links = await externalLinks(path.resolve(projectRoot, contentDir));
  const now = Date.now();
  const fresh = new Map(
    (await lastReport())
      .filter((state) => now - state.checkedAt < WEEK_MS)
      .map((state) => [state.url, state]),
  );
  const asked = links.map(({ url }) => url).filter((url) => !fresh.has(url));
  process.stdout.write(`Внешних ссылок: ${links.length}, спрашиваю: ${asked.length}…\n`);
  const states = await checkAddresses(asked, {
    fetch,
    now: Date.now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    hostsAtOnce: 4,
    pauseMs: 1000,
    timeoutMs: 15_000,
  });
  for (const state of states) fresh.set(state.url, state);
  await mkdir(path.dirname(report), { recursive: true });
  await writeFile(report, `${JSON.stringify([...fresh.values()], null, 1)}\n`);
  let gone = 0;
  let unsure = 0;
  for (const { url, places } of links) {
    const state = fresh.get(url);
    if (state === undefined) continue;
    if (isGone(state)) {
      gone += 1;
      for (const place of places)
        process.stdout.write(`${place} — страницы нет (${state.status ?? ''}): ${url}\n`);
    } else if (state.status === null || state.status >= 400) {
      unsure += 1;
      process.stdout.write(
        `${places[0] ?? ''} — не ответили (${state.error ?? state.status ?? ''}): ${url}\n`,
      );
    }
  }
  process.stdout.write(
    `Нет страниц: ${gone}, не ответили: ${unsure}. Отчёт: ${path.relative(process.cwd(), report)}\n`,
  );
  if (gone > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

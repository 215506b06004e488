/**
 * `node scripts/indexnow/main.ts EARLIER-SITEMAP [--send]`: which pages have changed since the last publication.
 * Prints them; only with --send it tells search engines (INDEXNOW_KEY, INDEXNOW_URL).
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../../src/settings/settings.ts';
import { projectRoot } from '../build/stages.ts';
import { changedPages, pagesOf } from './changed-pages.ts';
import { keyFault } from './key-file.ts';

const { values, positionals } = parseArgs({
  options: { send: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [earlierFile] = positionals;
const key = process.env.INDEXNOW_KEY ?? '';
const address = process.env.INDEXNOW_URL ?? 'https://yandex.com/indexnow';
if (earlierFile === undefined) {
  process.stderr.write('Нужно: node scripts/indexnow/main.ts ПРЕЖНИЙ-SITEMAP.xml [--send]\n');
  process.exitCode = 1;
} else {
  const settings = readSettings(process.env);
  const siteDir = path.resolve(projectRoot, settings.outDir);
  const sitemap = path.join(siteDir, 'sitemap.xml');
  const fault = values.send ? await keyFault(siteDir, key) : null;
  const urlList = changedPages(
    pagesOf(await readFile(earlierFile, 'utf8')),
    pagesOf(await readFile(sitemap, 'utf8')),
  ).slice(0, 10_000);
  for (const url of urlList) process.stdout.write(`${url}\n`);
  if (fault !== null) {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
  } else if (values.send && urlList.length > 0) {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ host: new URL(settings.siteUrl).host, key, urlList }),
    });
    process.stderr.write(`Отправлено адресов: ${urlList.length}, ответ ${answer.status}\n`);
    if (!answer.ok) process.exitCode = 1;
  }
}

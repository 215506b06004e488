/** A stage of the build: gives every page the meta tag with its content security policy. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { policy } from '../deploy/csp.ts';
import type { PolicySettings } from '../deploy/csp.ts';
import { inlineHashes } from '../deploy/inline-code.ts';
import { StageError } from './stages.ts';

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;
const SEALED = '<meta http-equiv="content-security-policy"';
/** So many files are open at once. */
const AT_ONCE = 32;

/**
 * The page with its policy as early as it can stand: right after the character set, before any style or script.
 * A page that has one already is left alone. @throws StageError when the page declares no character set.
 */
export function sealPage(name: string, html: string, settings: PolicySettings): string {
  if (html.includes(SEALED)) return html;
  const charset = CHARSET.exec(html);
  if (charset === null) {
    throw new StageError(`${name}: нет <meta charset="utf-8">, политику безопасности поставить некуда.`);
  }
  const end = charset.index + charset[0].length;
  const meta = `${SEALED} content="${policy(settings, inlineHashes(html), 'meta')}">`;
  return html.slice(0, end) + meta + html.slice(end);
}

/** Seals every page of a built site in its folder. */
export async function sealPages(dir: string, settings: PolicySettings): Promise<void> {
  const names = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  const work = names.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const name of work) {
        const file = path.join(dir, name);
        const html = await readFile(file, 'utf8');
        await writeFile(file, sealPage(name, html, settings));
      }
    }),
  );
}

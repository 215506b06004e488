/** Gives a page the meta tag with its content security policy. */
import { policy } from '../deploy/csp.ts';
import type { PolicySettings } from '../deploy/csp.ts';
import type { InlineHashes } from '../deploy/inline-code.ts';
import { inlineHashes } from '../deploy/inline-code.ts';
import { StageError } from './stages.ts';

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;
const SEALED = '<meta http-equiv="content-security-policy"';

/**
 * The page, or its beginning up to the first style sheet, with its policy as early as it can stand: right after the
 * character set, before any style or script. A page that has one already is left alone. What stands in the page is
 * read unless its hashes are given. @throws StageError when the page declares no character set.
 */
export function sealPage(
  name: string,
  html: string,
  settings: PolicySettings,
  hashes: InlineHashes = inlineHashes(html),
): string {
  if (html.includes(SEALED)) return html;
  const charset = CHARSET.exec(html);
  if (charset === null) {
    throw new StageError(`${name}: нет <meta charset="utf-8">, политику безопасности поставить некуда.`);
  }
  const end = charset.index + charset[0].length;
  const meta = `${SEALED} content="${policy(settings, hashes, 'meta')}">`;
  return html.slice(0, end) + meta + html.slice(end);
}

/** The real site, built from the matrix's content, with addresses that each row replaces by its own. */
import path from 'node:path';
import { projectRoot, runTool } from '../../build/stages.ts';
import { MATRIX_NOW, writeMatrixContent } from './content.ts';

/** Stands in the built pages for the endpoint's origin; replaced while serving. */
export const ENDPOINT_PLACE = 'http://localhost:4799';

/**
 * Builds the site into `dir` and returns its folder; `over` holds settings other than the matrix's.
 * @throws StageError when the pages cannot be built
 */
export async function buildMatrixSite(
  dir: string,
  over: Readonly<Record<string, string>> = {},
): Promise<string> {
  const contentDir = path.join(dir, 'content');
  const siteDir = path.join(dir, 'site');
  await writeMatrixContent(contentDir);
  const env = {
    ...process.env,
    CONTENT_DIR: contentDir,
    OUT_DIR: siteDir,
    SITE_URL: 'http://localhost:4798',
    FORM_ENDPOINT: `${ENDPOINT_PLACE}/applications`,
    AVAILABILITY_URL: `${ENDPOINT_PLACE}/availability.json`,
    ASTRO_TELEMETRY_DISABLED: '1',
    SOURCE_DATE_EPOCH: String(MATRIX_NOW / 1000),
    CACHE_DIR: path.join(projectRoot, '.cache', `astro-${path.basename(dir)}`),
    // What form services want; our own endpoint does not mind.
    FORM_REDIRECT_FIELD: '_next',
    FORM_EXTRA_FIELDS: 'subject=Запись&_language=ru',
    ...over,
  };
  // The site's own checks are for the whole site; here only its registration matters.
  await runTool('astro', ['build', '--silent'], env);
  return siteDir;
}

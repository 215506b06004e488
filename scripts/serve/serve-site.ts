/** Serves a built site with the very headers that the published one has. */
import type { Settings } from '../../src/settings/settings.ts';
import { headersFor, siteHashes } from '../deploy/headers.ts';
import type { RunningServer } from './static-server.ts';
import { serveStatic } from './static-server.ts';

/** Starts on the first free port from `port` on; the settings are those the site was built with. */
export async function serveSite(port: number, dir: string, settings: Settings): Promise<RunningServer> {
  const hashes = await siteHashes(dir);
  return serveStatic(port, {
    dir,
    headersFor: (urlPath) => {
      const headers = headersFor(urlPath, settings, hashes);
      return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    },
  });
}

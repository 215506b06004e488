import { BUDGETS } from './budgets.ts';
import { pageKinds } from './page-kinds.ts';
import { pageWeight } from './page-weight.ts';
import type { Suite } from './suite.ts';

/**
 * Pages made to be odd are long on purpose, and so is the list with them; the style guide is not published.
 * The list of the real enterprises is weighed where the real site is built: scripts/site/weight.site-test.ts.
 */
const UNBUDGETED = /stress|styleguide|^enterprises$/;

export const suite: Suite = {
  name: 'Вес страниц',
  tests: [
    {
      title:
        'каждый вид страницы укладывается в первый полёт, скрипты — в свой предел, страница посещения — в 60 КБ',
      run: async ({ browser, baseUrl, siteDir }) => {
        const over: string[] = [];
        for (const { name, url } of await pageKinds(siteDir)) {
          if (UNBUDGETED.test(name)) continue;
          const weight = await pageWeight(browser, baseUrl, url);
          if (weight.firstFlight > BUDGETS.firstFlight)
            over.push(`${name}: first flight ${weight.firstFlight}`);
          if (weight.brotli.script > BUDGETS.scriptBeforeInteraction)
            over.push(`${name}: script ${weight.brotli.script}`);
          if (name.startsWith('session') && weight.total > BUDGETS.sessionPageTotal) {
            over.push(`${name}: total ${weight.total} ${JSON.stringify(weight.brotli)}`);
          }
        }
        if (over.length > 0) throw new Error(`over budget (bytes):\n${over.join('\n')}`);
      },
    },
    {
      title: 'тяжёлая страница не проходит',
      run: async ({ browser }) => {
        const { serveStatic } = await import('../serve/static-server.ts');
        const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
        const { tmpdir } = await import('node:os');
        const { randomBytes } = await import('node:crypto');
        const path = await import('node:path');
        const dir = await mkdtemp(path.join(tmpdir(), 'heavy-page-'));
        await writeFile(
          path.join(dir, 'index.html'),
          `<!doctype html><p>${randomBytes(20_000).toString('base64')}</p>`,
        );
        const server = await serveStatic(0, { dir });
        try {
          const weight = await pageWeight(browser, server.url, '/');
          if (weight.firstFlight <= BUDGETS.firstFlight) throw new Error('a page of 20 KB of noise passed');
        } finally {
          await server.close();
          await rm(dir, { recursive: true, force: true });
        }
      },
    },
  ],
};

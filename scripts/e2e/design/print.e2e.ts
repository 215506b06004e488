import { openInOwnLetters } from '../own-letters.ts';
import { pageKinds } from '../page-kinds.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';

/** Pages of a PDF, by its page objects. */
export function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
}

const MOST: Readonly<Record<string, number>> = {
  session: 1,
  'session-moved': 1,
  'session-cancelled': 1,
  'session-past': 1,
  'session-online': 1,
  'stress-session': 2,
  enterprise: 3,
  event: 3,
  'news-item': 3,
  'not-found': 1,
};

async function printed(context: SuiteContext, format: 'A4' | 'A6', names: readonly string[]): Promise<void> {
  const page = await context.newPage();
  await page.clock.setFixedTime(TEST_NOW);
  const faults: string[] = [];
  for (const { name, url } of await pageKinds(context.siteDir)) {
    if (!names.includes(name)) continue;
    await openInOwnLetters(page, context.baseUrl + url);
    const count = countPages(await page.pdf({ format }));
    const most = MOST[name] ?? 1;
    if (count < 1 || count > most)
      faults.push(`${name} ${format}: ${String(count)} pages, at most ${String(most)}`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

export const suite: Suite = {
  name: 'Печать',
  tests: [
    {
      title: 'счёт страниц верен: две страницы считаются двумя',
      run: async ({ newPage }) => {
        const page = await newPage();
        await page.setContent('<p>раз</p><p style="break-before:page">два</p>');
        const count = countPages(await page.pdf({ format: 'A4' }));
        if (count !== 2) throw new Error(`counted ${String(count)}`);
      },
    },
    {
      title: 'лист посещения помещается на одну страницу А4, остальное — на ожидаемое число страниц',
      run: (context) => printed(context, 'A4', Object.keys(MOST)),
    },
    {
      title: 'лист посещения помещается на одну страницу А6',
      run: (context) =>
        printed(
          context,
          'A6',
          Object.keys(MOST).filter((name) => name.startsWith('session')),
        ),
    },
    {
      title: 'на бумаге стоит адрес страницы и нет меню',
      run: async (context) => {
        const page = await context.newPage();
        const session = (await pageKinds(context.siteDir)).find(({ name }) => name === 'session');
        await page.goto(context.baseUrl + (session?.url ?? '/'));
        await page.emulateMedia({ media: 'print' });
        if (await page.locator('.top').isVisible()) throw new Error('the menu is printed');
        const address = await page.locator('.pass__address').innerText();
        if (!address.includes(session?.url ?? '?')) throw new Error(`no address on paper: ${address}`);
      },
    },
  ],
};

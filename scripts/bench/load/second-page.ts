/**
 * The first page of a visitor and the second from within the site, each way of opening it in turn, so that the machine
 * is as fast for one as for the others. Each look is at a browser that knows nothing of the site.
 */
import type { PartReport, Row } from '../report.ts';
import { median } from '../report.ts';
import type { BareBrowser } from './bare-browser.ts';
import type { BareTab, Opened } from './bare-tab.ts';
import { NotMadeAhead, openBareTab } from './bare-tab.ts';

const ROUNDS = 11;
const TARGET_MS = 100;

export type Way = {
  name: string;
  /** Path of the page on which the visitor stands. */
  from: string;
  /** Path of the page that is opened by a link of it. */
  to: string;
  /** Whether the browser is to have made it before; null leaves it to the browser: a press of the button is short. */
  madeAhead: boolean | null;
  open: (tab: BareTab, link: string) => Promise<Opened>;
  target?: number;
};

/** Ways to open the second page; `floor` is the path of a page with nothing but a heading and a link to `next/`. */
export function waysToOpen(floor: string): Way[] {
  const site = { from: '/', to: '/enterprises/', target: TARGET_MS };
  return [
    {
      ...{ from: floor, to: `${floor}next/`, madeAhead: false },
      name: 'floor, from heading to heading, nothing made ahead',
      open: (tab, link) => tab.enter(link),
    },
    {
      ...{ ...site, madeAhead: false },
      name: 'opened with the keyboard, nothing made ahead',
      open: (tab, link) => tab.enter(link),
    },
    {
      ...{ ...site, madeAhead: null },
      name: 'clicked at once, made ahead or not',
      open: async (tab, link) => {
        await tab.pointAt(link);
        return tab.click();
      },
    },
    {
      ...{ ...site, madeAhead: true },
      name: 'pointed at until it is made',
      open: async (tab, link) => {
        await tab.pointAt(link);
        await tab.madeAhead();
        return tab.click();
      },
    },
  ];
}

/**
 * Opens one page by a link of another in a new tab. @throws Error when another page opens or it was made ahead against
 * the way; NotMadeAhead when it should have been
 */
export async function openBy(
  browser: BareBrowser,
  origin: string,
  { name, from, to, madeAhead, open }: Way,
): Promise<{ first: Opened; second: Opened }> {
  const tab = await openBareTab(browser);
  try {
    const first = await tab.goTo(origin + from);
    await tab.quiet();
    const second = await open(tab, `a[href="${to}"]`);
    if (second.path !== to) throw new Error(`${name}: ${second.path} was opened, not ${to}.`);
    if (madeAhead === true && !second.madeAhead) throw new NotMadeAhead(`${to} was not made ahead.`);
    if (madeAhead === false && second.madeAhead) throw new Error(`${name}: ${to} was made ahead.`);
    return { first, second };
  } finally {
    await tab.close();
  }
}

/** Milliseconds to the first paint, of each way. A way that this browser does not go is left out, and said why. */
export async function pageRows(
  browser: BareBrowser,
  origin: string,
  floor: string,
): Promise<Pick<PartReport, 'rows' | 'skipped'>> {
  const first: number[] = [];
  const ways = waysToOpen(floor).map((way) => ({ way, samples: [] as number[], refused: '' }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of ways.filter(({ refused }) => refused === '')) {
      try {
        const opened = await openBy(browser, origin, one.way);
        one.samples.push(opened.second.paintedAfter);
        if (one.way.from !== floor) first.push(opened.first.paintedAfter);
      } catch (error) {
        if (!(error instanceof NotMadeAhead)) throw error;
        one.refused = error.message;
      }
    }
  }
  const least = median(ways[0]?.samples ?? []);
  const gone = ways.filter(({ refused }) => refused === '');
  return {
    rows: [
      { name: 'first page, in a new tab: address to first paint', samples: first, unit: 'ms' },
      ...gone.map(({ way: { name, target }, samples }): Row => ({
        name: `second page, ${name}`,
        samples,
        unit: 'ms',
        ...(target !== undefined && { target, ratio: { to: 'floor', value: median(samples) / least } }),
      })),
    ],
    skipped: ways.flatMap(({ way, refused }) =>
      refused === '' ? [] : [`second page, ${way.name}: ${refused}`],
    ),
  };
}

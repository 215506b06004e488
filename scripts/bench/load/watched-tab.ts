/** A tab of a bare browser, and what is told by it and by the pages that come and go in it. */
import type { BareBrowser } from './bare-browser.ts';
import { startRecord } from './told.ts';
import type { ToldRecord } from './told.ts';

export type WatchedTab = {
  told: ToldRecord;
  /** The page that is in the tab at first. */
  firstPage: string;
  close: () => Promise<void>;
};

/** A phone's, in CSS pixels. */
const SIZE = { width: 375, height: 720 };

/** A page that is gone before it is watched is told of by whoever waits for it. */
function watchPage(browser: BareBrowser, page: string): void {
  void Promise.allSettled([
    browser.ask('Page.enable', {}, page),
    browser.ask('Page.setLifecycleEventsEnabled', { enabled: true }, page),
    browser.ask('Preload.enable', {}, page),
  ]);
}

/**
 * Opens a tab that knows nothing: no cache, no storage. It is watched as a tab, whose page may change, and not as a
 * page: a page that is watched itself gets none made ahead.
 *
 * @param limitMs how long to wait for one thing, milliseconds
 */
export async function openWatchedTab(browser: BareBrowser, limitMs: number): Promise<WatchedTab> {
  const { browserContextId } = await browser.ask('Target.createBrowserContext');
  const { targetId } = await browser.ask('Target.createTarget', {
    ...{ url: 'about:blank', forTab: true, browserContextId },
    ...SIZE,
  });
  const { sessionId } = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
  const told = startRecord(limitMs);
  const sessions = new Set<unknown>([sessionId]);
  const hearNoMore = browser.hear((one) => {
    if (!sessions.has(one.sessionId)) return;
    if (one.method === 'Target.attachedToTarget') {
      sessions.add(one.params.sessionId);
      watchPage(browser, String(one.params.sessionId));
    }
    told.add(one);
  });
  await browser.ask(
    'Target.setAutoAttach',
    { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter: [{ type: 'page' }] },
    String(sessionId),
  );
  const { params } = await told.until('a page', 0, ({ method }) => method === 'Target.attachedToTarget');
  return {
    told,
    firstPage: String(params.sessionId),
    close: async () => {
      hearNoMore();
      await browser.ask('Target.disposeBrowserContext', { browserContextId });
    },
  };
}

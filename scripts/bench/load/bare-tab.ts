/** A tab of a bare browser: goes to pages as a visitor does and says when they were painted. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BareBrowser, Told } from './bare-browser.ts';
import { openWatchedTab } from './watched-tab.ts';

export type Opened = {
  path: string;
  /** The browser had made it before it was opened. */
  madeAhead: boolean;
  /** From the release of the button, the key or the address to the first paint with content; milliseconds. */
  paintedAfter: number;
};

export type BareTab = {
  /** Goes to an address and waits for the first paint. */
  goTo: (url: string) => Promise<Opened>;
  /** Waits until the page that was opened last asks for nothing any more. */
  quiet: () => Promise<void>;
  /** Puts the pointer on the first element that matches. @throws Error when there is none */
  pointAt: (selector: string) => Promise<void>;
  /** Waits until the page that is pointed at has been made. @throws NotMadeAhead when it is not */
  madeAhead: () => Promise<void>;
  /** Clicks on what is pointed at, as a hand does, and waits for the first paint of what opens. */
  click: () => Promise<Opened>;
  /**
   * Opens a link with the keyboard, for which no page is made ahead, and waits for the first paint of what opens.
   * @throws Error when there is none
   */
  enter: (selector: string) => Promise<Opened>;
  close: () => Promise<void>;
};

/** The browser makes no page ahead, and says why: too little memory, a watched page. */
export class NotMadeAhead extends Error {}

/** Long enough for a busy machine: what has not come until then does not come. */
const LIMIT_MS = 30_000;
const ASK_AGAIN_MS = 20;
/** So long a hand keeps the button down. */
const PRESS_MS = 80;
const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };

const PAINTED = `(() => {
  const { activationStart } = performance.getEntriesByType('navigation')[0];
  const [painted] = performance.getEntriesByName('first-contentful-paint');
  return painted && {
    path: location.pathname,
    madeAhead: activationStart > 0,
    paintedAfter: painted.startTime - activationStart,
  };
})()`;

function middleOf(selector: string): string {
  return `(() => {
  const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
})()`;
}

function focusOn(selector: string): string {
  return `(() => {
  const link = document.querySelector(${JSON.stringify(selector)});
  link?.focus();
  return document.activeElement === link;
})()`;
}

function isMoment(name: string): (one: Told) => boolean {
  return ({ method, params }) => method === 'Page.lifecycleEvent' && params.name === name;
}

/** Opens a tab that knows nothing: no cache, no storage. */
export async function openBareTab(browser: BareBrowser): Promise<BareTab> {
  const { told, firstPage, close } = await openWatchedTab(browser, LIMIT_MS);
  let page = firstPage;
  let opened = 0;
  let pointer: unknown;

  async function evaluate(expression: string): Promise<unknown> {
    const { result } = await browser.ask('Runtime.evaluate', { expression, returnByValue: true }, page);
    return (result as { value?: unknown }).value;
  }

  /** The page does what it does undisturbed until it has been painted. */
  async function painted(): Promise<Opened> {
    const paint = await told.until('the first paint', opened, isMoment('firstContentfulPaint'));
    page = paint.sessionId ?? page;
    // It is told of a moment before the page itself knows the time.
    const limit = AbortSignal.timeout(LIMIT_MS);
    for (;;) {
      const result = await evaluate(PAINTED);
      if (result !== undefined) return result as Opened;
      if (limit.aborted) throw new Error('The page does not know when it was painted.');
      await pause(ASK_AGAIN_MS);
    }
  }

  function mouse(type: string, more: object = {}): Promise<unknown> {
    return browser.ask('Input.dispatchMouseEvent', { type, ...(pointer as object), ...more }, page);
  }

  /** The page may be gone before it says that it has heard; whether it has is seen by what opens. */
  function leave(heard: Promise<unknown>): void {
    heard.catch(() => undefined);
  }

  return {
    goTo: async (url) => {
      opened = told.now();
      const { errorText } = await browser.ask('Page.navigate', { url }, page);
      if (typeof errorText === 'string') throw new Error(`${url}: ${errorText}`);
      return painted();
    },
    quiet: async () => {
      await told.until('a quiet page', opened, isMoment('networkIdle'));
    },
    pointAt: async (selector) => {
      pointer = await evaluate(middleOf(selector));
      if (pointer === undefined) throw new Error(`Nothing to point at: ${selector}`);
      await mouse('mouseMoved');
    },
    madeAhead: async () => {
      const { params } = await told.until(
        'a page made ahead',
        opened,
        ({ method, params: { status } }) =>
          method === 'Preload.prerenderStatusUpdated' && (status === 'Ready' || status === 'Failure'),
      );
      if (params.status !== 'Ready')
        throw new NotMadeAhead(`No page made ahead: ${String(params.prerenderStatus)}`);
    },
    click: async () => {
      const button = { button: 'left', clickCount: 1 };
      await mouse('mousePressed', button);
      await pause(PRESS_MS);
      opened = told.now();
      leave(mouse('mouseReleased', button));
      return painted();
    },
    enter: async (selector) => {
      if ((await evaluate(focusOn(selector))) !== true) throw new Error(`No link to open: ${selector}`);
      opened = told.now();
      leave(browser.ask('Input.dispatchKeyEvent', { type: 'keyDown', ...ENTER }, page));
      return painted();
    },
    close,
  };
}

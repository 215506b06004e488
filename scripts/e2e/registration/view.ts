/** What a visitor sees, read from the page. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { View } from './row.ts';

export type Seen = {
  readonly view: string;
  /** Everything that can be read in the panel or on the reply page. */
  readonly text: string;
  readonly others: boolean;
  /** The state on the works pass, and of the panel; the same word without scripts and on pages without them. */
  readonly badge: string;
  readonly state: string;
};

/** Reads the page as it is now. */
export async function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const visible = (selector: string): HTMLElement | null => {
      const element = document.querySelector<HTMLElement>(selector);
      return element?.checkVisibility() === true ? element : null;
    };
    const reply = /^\/registration\/(\w+)\/$/.exec(location.pathname)?.[1];
    const panel = visible('[data-registration]');
    const text = (panel ?? document.querySelector('main'))?.innerText ?? '';
    const others = Array.from(document.querySelectorAll('[data-other]')).some((one) => one.checkVisibility());
    const state = panel?.dataset.state ?? '';
    const badge = panel
      ? (document.querySelector<HTMLElement>('.pass__state .badge[data-state]:not([data-state=moved])')
          ?.dataset.state ?? '')
      : '';
    const seen = (view: string) => ({ view, text, others, badge, state });
    if (reply !== undefined) return seen(`page:${reply}`);
    if (!panel) return seen('elsewhere');
    if (visible('[data-accepted]')) return seen('accepted');
    const outcome = visible('[data-outcome]')?.innerText ?? '';
    if (outcome.includes('Нет связи')) return seen('offline');
    if (outcome.includes('Пока не знаем')) return seen('waiting');
    if (outcome.includes('Не знаем')) return seen('unknown');
    if (outcome.includes('Отправим сами')) return seen('busy');
    if (visible('[data-summary]')) return seen('errors');
    if (outcome !== '') return seen('refused');
    if (visible('[data-progress]')?.innerText) return seen('sending');
    return seen(visible('[data-submit]') ? 'form' : `state:${state}`);
  });
}

/** Waits until the visitor sees the view. @throws Error with what is seen instead. */
export async function see(page: Page, view: View, milliseconds = 60_000): Promise<Seen> {
  const end = performance.now() + milliseconds;
  for (;;) {
    // A page that is just being left cannot be read.
    const seen = await look(page).catch(() => null);
    if (seen?.view === view) return seen;
    if (performance.now() > end)
      throw new Error(`expected to see ${view}, saw ${seen?.view}:\n${seen?.text}`);
    await pause(30);
  }
}

/** Words that a view must not use: each would say more than is known, or the contrary of it. */
const FORBIDDEN: Partial<Record<View, RegExp>> = {
  accepted: /могла дойти|не принята|не знаем/i,
  waiting: /не принята|вы записаны|заявка принята|номер заявки/i,
  unknown: /не принята|вы записаны|заявка принята|номер заявки/i,
  busy: /вы записаны|заявка принята|номер заявки|могла дойти/i,
  offline: /вы записаны|заявка принята|номер заявки/i,
  refused: /могла дойти|вы записаны|заявка принята|номер заявки/i,
  errors: /могла дойти|вы записаны|заявка принята|номер заявки/i,
  'page:full': /вы записаны|заявка принята/i,
  'page:closed': /вы записаны|заявка принята/i,
  'page:failed': /вы записаны|заявка принята/i,
};

/** What the words claim too much, or null. */
export function overclaim(view: View, text: string): string | null {
  return FORBIDDEN[view]?.exec(text)?.[0] ?? null;
}

/** Lets the page's pauses pass until it no longer waits to send again. @throws Error when that never ends */
export async function waitItOut(page: Page): Promise<void> {
  const longest = 20_000;
  for (let turn = 0; turn < 1000; turn += 1) {
    const { view } = await look(page);
    if (view === 'waiting' || view === 'busy') await page.clock.runFor(longest);
    else if (view !== 'sending' && view !== 'form') return;
    await pause(20);
  }
  throw new Error('the page never stops waiting');
}

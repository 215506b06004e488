/** What is measured inside a page: every function runs in the browser and returns faults in words. */
import type { Page } from 'playwright-core';
import { layOutAll } from '../lay-out-all.ts';

/** Faults of the layout at the present width: sideways scroll, overlaps, clipped text, uneven cards. */
export async function layoutFaults(page: Page): Promise<string[]> {
  await layOutAll(page);
  return page.evaluate(() => {
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const shown = (element: Element): boolean =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      element.closest('.vh, .skip, dialog:not([open]), [aria-hidden="true"]') === null;
    const name = (element: Element): string => {
      const text = (element.textContent || '').trim().slice(0, 40);
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} «${text}»`;
    };

    if (document.documentElement.scrollWidth > width)
      faults.push(`sideways scroll: ${String(document.documentElement.scrollWidth)} > ${String(width)}`);

    const parts = [
      ...document.querySelectorAll(
        '.brand, .top__vision, .site-search input, .site-search button, .top__nav a',
      ),
    ].filter(shown);
    for (const [index, a] of parts.entries()) {
      for (const b of parts.slice(index + 1)) {
        const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
        const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (across > 2 && down > 2) faults.push(`header overlap: ${name(a)} and ${name(b)}`);
      }
    }

    // Text must stay on the screen and inside the box that frames it.
    const boxes =
      '.button, .badge, .chip, .card, .day, .notice, .pass, .gate, .scheme__cell, .empty, .top__nav a, .foot__block, td, th';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '' || !shown(parent)) continue;
      if (parent.closest('script, style, noscript, option, svg') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = parent.closest(boxes)?.getBoundingClientRect();
      for (const line of range.getClientRects()) {
        if (line.width === 0) continue;
        if (line.right > width + 1 || line.left < -1) faults.push(`off the screen: ${name(parent)}`);
        else if (
          box &&
          (line.right > box.right + 1 || line.left < box.left - 1 || line.bottom > box.bottom + 2)
        )
          faults.push(`out of its box: ${name(parent)}`);
      }
    }

    const rows = new Map<string, Element[]>();
    for (const card of document.querySelectorAll('.cards > li > .card')) {
      const { top } = card.getBoundingClientRect();
      const list = [...document.querySelectorAll('.cards')].indexOf(card.closest('.cards') ?? card);
      const key = `${String(list)}:${String(Math.round(top))}`;
      rows.set(key, [...(rows.get(key) ?? []), card]);
    }
    for (const row of rows.values()) {
      const heights = row.map((card) => card.getBoundingClientRect().height);
      if (Math.max(...heights) - Math.min(...heights) > 1)
        faults.push(`uneven row of cards: ${heights.join(', ')}`);
    }
    return [...new Set(faults)];
  });
}

/** Controls that are smaller than 44 pixels; links in running text are exempt. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 44;
    const controls =
      '.button, .chip, .top a, .top button, .top input, .foot nav a, .more, summary, .field input:not([type=checkbox], [type=radio]), .field textarea, .facet label, .day, .scheme__cell';
    return [...document.querySelectorAll(controls)]
      .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
      .filter((element) => element.closest('.vh, .registration-form__trap') === null)
      .flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const fits = height >= least - 0.5 && width >= Math.min(least, 24) - 0.5;
        return fits
          ? []
          : [
              `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} «${(element.textContent || '').trim().slice(0, 30)}»: ${String(Math.round(width))}×${String(Math.round(height))}`,
            ];
      });
  });
}

/** What has the attribute `hidden` and is drawn all the same: styles of its own outweighed it. */
export function shownThoughHidden(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[hidden]')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => `hidden, but shown: ${element.outerHTML.slice(0, 120)}`),
  );
}

export type FocusState = {
  name: string;
  href: string;
  /** The walk has left the page. */
  nowhere: boolean;
  visible: boolean;
  covered: boolean;
  ring: boolean;
};

/** What has the focus: its name, whether it is in sight and whether its ring is drawn. */
export function focusState(page: Page): Promise<FocusState> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const card = element.closest('.card');
    const style = getComputedStyle(card ?? element);
    const x = Math.min(Math.max(rect.left + rect.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(rect.top + rect.height / 2, 0), innerHeight - 1);
    const hit = document.elementFromPoint(x, y);
    // The link of a line or a card spreads over the whole of it.
    const whole = element.closest('.line, .visit, .card') ?? element;
    return {
      name: `${element.tagName} ${element.textContent.trim().slice(0, 60)}`,
      href: element.getAttribute('href') ?? '',
      nowhere: element === document.body,
      visible: rect.bottom > 0 && rect.top < innerHeight && rect.width > 0,
      covered: !whole.contains(hit),
      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
  });
}

/** What a visitor does, and what the world does meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { FAULT } from '../../endpoint/faults.ts';
import { modulesRan, withModules } from '../modules.ts';
import type { Act, Row } from './row.ts';
import { see, waitItOut } from './view.ts';
import type { World } from './world.ts';

export const USUAL_ANSWERS: Readonly<Record<string, string>> = {
  name: 'Анна Петрова',
  email: 'anna@example.ru',
  phone: '+7 999 123-45-67',
  party_size: '2',
};

/** One visitor: tabs of one browser, what was typed, the world around. */
export type Visitor = {
  readonly row: Row;
  readonly world: World;
  readonly url: string;
  /** The tab in front. */
  page: Page;
  typed: Record<string, string>;
  ticked: string[];
};

/** Does one act. @throws Error when it cannot be done. */
export async function act(visitor: Visitor, what: Act): Promise<void> {
  const { page, world } = visitor;
  if (typeof what === 'string') {
    await simple(visitor, what);
  } else if ('type' in what) {
    await answer(visitor, { [what.into]: what.type });
  } else if ('choose' in what) {
    await page.locator(what.choose).check();
  } else if ('fault' in what) {
    world.faults.current = FAULT[what.fault];
    world.faults.times = what.times;
  } else if ('wire' in what) {
    world.wire.mode = what.wire;
  } else if ('script' in what) {
    world.scriptIsLate(what.script === 'late');
  } else if ('pass' in what) {
    await page.clock.runFor(what.pass);
  } else if ('at' in what) {
    world.now = what.at;
    await page.clock.pauseAt(what.at + (visitor.row.browser?.clockAhead ?? 0));
  } else if ('endpointAt' in what) {
    world.endpointNow = what.endpointAt;
  } else if ('taken' in what) {
    await takeSeats(visitor, what.taken);
  } else if ('handled' in what) {
    await world.wire.handled(what.handled);
  } else if ('seats' in what) {
    await page.locator(`[data-seats-word=${what.seats}]`).waitFor({ state: 'visible' });
  } else if ('change' in what) {
    world.changeVisit({ startsAt: '2026-12-12T11:00:00+03:00' });
    await changeIsKnown(visitor);
  } else {
    await see(page, what.see);
  }
}

async function simple(visitor: Visitor, what: Extract<Act, string>): Promise<void> {
  const { page, world } = visitor;
  const button = page.locator('[data-submit]');
  switch (what) {
    case 'fill':
      await fill(visitor);
      return;
    case 'send':
      await button.click();
      return;
    case 'double-click':
      await button.dblclick();
      return;
    case 'enter-and-click':
      await page.locator('#r-name').press('Enter');
      await button.click();
      return;
    case 'twice-in-one-turn':
      await page.locator('[data-form]').evaluate((form: HTMLFormElement) => {
        form.requestSubmit();
        form.requestSubmit();
      });
      return;
    case 'send-plainly':
      await page.locator('[data-plain]').click();
      return;
    case 'another':
      await page.locator('[data-another]').click();
      return;
    case 'reload':
      await draftKept(page);
      await page.reload();
      return;
    case 'leave-and-come-back':
      await page.goto(`${world.siteUrl}/rules/`);
      await page.goBack();
      return;
    case 'focus':
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      return;
    case 'second-tab':
      visitor.page = withModules(await page.context().newPage());
      await visitor.page.goto(visitor.url);
      return;
    case 'duplicate-tab': {
      // A tab opened by the page begins with a copy of its sessionStorage, as a duplicated one does.
      const [copy] = await Promise.all([
        page.waitForEvent('popup'),
        page.evaluate(() => void window.open(location.href)),
      ]);
      await modulesRan(copy);
      visitor.page = withModules(copy);
      return;
    }
    case 'go-offline':
    case 'go-online':
      await page.context().setOffline(what === 'go-offline');
      return;
    case 'kill-endpoint':
      await world.kill();
      return;
    case 'revive-endpoint':
      await world.revive();
      return;
    case 'release':
      world.wire.release();
      return;
    case 'cut-held':
      world.wire.cutHeld();
      return;
    case 'wait-it-out':
      await waitItOut(page);
      return;
    case 'cancel-by-mail':
      await world.cancelAll();
      return;
  }
}

async function fill(visitor: Visitor): Promise<void> {
  const { row, page } = visitor;
  const visit = row.visit ?? 'plain';
  const usual: Record<string, string> = { ...USUAL_ANSWERS };
  if (visit === 'team') delete usual.party_size;
  await answer(visitor, { ...usual, ...row.answers });
  await page.locator('#r-consent').check();
  visitor.ticked = ['consent'];
}

/** Focus, value and events of every answer, as typing gives them; a password manager writes into hidden ones too. */
async function answer(visitor: Visitor, answers: Readonly<Record<string, string>>): Promise<void> {
  await visitor.page.locator('[data-form]').evaluate((form, pairs) => {
    for (const [name, value] of pairs) {
      const control = form.querySelector<HTMLInputElement>(`[name="${name}"]:is(input, textarea)`);
      if (!control) throw new Error(`no control ${name}`);
      control.focus();
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, Object.entries(answers));
  Object.assign(visitor.typed, answers);
}

/** Other people take seats, ten at most at a time. */
async function takeSeats({ page, world }: Visitor, seats: number): Promise<void> {
  const form = page.locator('[data-form]');
  const service = await form.evaluate((element: HTMLFormElement) =>
    [...new FormData(element)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  const consent = (await page.locator('#r-consent').getAttribute('value')) ?? '';
  for (let left = seats, who = 1; left > 0; left -= 10, who += 1) {
    const fields = new URLSearchParams(service);
    const others = {
      name: `Кто-то ${'Ещё'.repeat(who)}`,
      email: `other${who}@example.ru`,
      phone: `+7999000000${who}`,
      party_size: String(Math.min(10, left)),
      children_ages: '',
      consent,
      submission_id: '',
    };
    for (const [name, value] of Object.entries(others)) fields.set(name, value);
    const reply = await fetch(`${world.wire.target}/applications`, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json', Origin: world.siteUrl },
    });
    if (!reply.ok) throw new Error(`seats could not be taken: ${reply.status} ${await reply.text()}`);
  }
}

/** The endpoint looks at its data from time to time: waits until it finds the page's time outdated. */
async function changeIsKnown({ page, world }: Visitor): Promise<void> {
  const value = (name: string) => page.locator(`[data-form] [name=${name}]`).inputValue();
  const fields = new URLSearchParams({
    session: await value('session'),
    session_start: await value('session_start'),
  });
  for (let turn = 0; turn < 400; turn += 1) {
    const reply = await fetch(`${world.wire.target}/applications`, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json', Origin: world.siteUrl },
    });
    if ((await reply.text()).includes('session_start')) return;
    await pause(25);
  }
  throw new Error('the endpoint never took note of the change');
}

const KEPT_POLL_MS = 30;
const KEPT_LIMIT_MS = 30_000;

/** The form's own part comes at the first touch and then keeps what is typed: a slow machine is given the time. */
async function draftKept(page: Page): Promise<void> {
  const end = performance.now() + KEPT_LIMIT_MS;
  const isKept = (): Promise<boolean> =>
    page.evaluate(() => {
      try {
        return sessionStorage.length > 0;
      } catch {
        // Storage is forbidden: nothing can be kept, and nothing needs waiting for.
        return true;
      }
    });
  while (!(await isKept()) && performance.now() < end) await pause(KEPT_POLL_MS);
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtFolder, readTree } from './built-folder.ts';
import { HTML_RULES } from './html-rules.ts';

const siteData = z.object({
  generatedAt: z.string(),
  enterprises: z.array(z.object({ id: z.string(), url: z.string(), demo: z.boolean() })),
  seasons: z.array(z.object({ id: z.string(), url: z.string(), demo: z.boolean() })),
  sessions: z.array(z.object({ id: z.string(), demo: z.boolean() })),
  events: z.array(z.object({ id: z.string(), url: z.string() })),
});

async function data() {
  return siteData.parse(JSON.parse(await readFile(path.join(builtFolder(), 'data/site.json'), 'utf8')));
}

describe('the real catalogue', () => {
  it('has all 63 enterprises, 34 seasons and 12 events of the facts, each with its page', async () => {
    const { enterprises, seasons, events } = await data();
    expect([enterprises.length, seasons.length, events.length]).toEqual([63, 34, 12]);
    const tree = await readTree(builtFolder());
    for (const { url } of [...enterprises, ...seasons, ...events])
      expect(tree.has(`${url.slice(1)}index.html`)).toBe(true);
  });

  it('contains nothing of the demonstration', async () => {
    const { enterprises, seasons, sessions } = await data();
    expect([...enterprises, ...seasons, ...sessions].filter((entry) => entry.demo)).toEqual([]);
    for (const [name, bytes] of await readTree(builtFolder())) {
      expect(name).not.toMatch(/(^|\/)demo-/);
      if (name.endsWith('.html'))
        expect(bytes.includes('Демонстрац') || bytes.includes('/styleguide/'), name).toBe(false);
    }
  });

  it('says when it was built by the clock that was given', async () => {
    expect((await data()).generatedAt).toBe('2026-11-23T12:20:00+03:00');
  });
});

it('every page is valid HTML', async () => {
  const validator = new HtmlValidate(HTML_RULES);
  const faults: string[] = [];
  let pages = 0;
  for (const [name, bytes] of await readTree(builtFolder())) {
    if (!name.endsWith('.html')) continue;
    pages++;
    const report = await validator.validateString(bytes.toString('utf8'), name);
    for (const { messages } of report.results) {
      for (const { ruleId, line, message } of messages) faults.push(`${name}:${line} ${ruleId} ${message}`);
    }
  }
  expect(pages).toBeGreaterThan(150);
  expect(faults).toEqual([]);
});

it('the validator refuses a page that is not valid', async () => {
  const report = await new HtmlValidate(HTML_RULES).validateString(
    '<!doctype html><html lang="ru"><p><div></p><img src="a.png">',
  );
  expect(report.valid).toBe(false);
});

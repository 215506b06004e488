/** Structured data of a site with live sessions: right by the vocabulary, and the same as the page's text. */
import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Suite, SuiteContext } from '../e2e/suite.ts';
import { checkGraph, graphOf, isNode, nodesOf, readVocabulary } from './structured-data.ts';

const MIN_EVENTS = 50;

async function checkAll({ siteDir }: SuiteContext): Promise<void> {
  const vocabulary = readVocabulary();
  const names = (await readdir(siteDir, { recursive: true })).filter((name) => name.endsWith('.html'));
  const faults: string[] = [];
  let events = 0;
  let cancelled = 0;
  let moved = 0;
  for (const name of names) {
    const html = await readFile(path.join(siteDir, name), 'utf8');
    if (html.includes('http-equiv="refresh"')) continue;
    const graph = graphOf(html);
    assert.ok(isNode(graph), `${name} has no graph`);
    faults.push(...checkGraph(vocabulary, graph['@graph']).faults.map((fault) => `${name}: ${fault}`));
    for (const node of nodesOf(graph)) {
      if (node['@type'] !== 'Event' || typeof node.startDate !== 'string' || !node.startDate.includes('T'))
        continue;
      events += 1;
      const start = node.startDate.slice(0, 16);
      if (!html.includes(`datetime="${start}+03:00"`)) faults.push(`${name}: no <time> says ${start}`);
      const says = (words: string): boolean => html.includes(words);
      if (node.eventStatus === 'https://schema.org/EventCancelled') {
        cancelled += 1;
        if (!says('Посещение отменено')) faults.push(`${name}: only the data calls it cancelled`);
      } else if (says('Посещение отменено')) faults.push(`${name}: only the text calls it cancelled`);
      if (node.eventStatus === 'https://schema.org/EventRescheduled') {
        moved += 1;
        if (!says('Раньше посещение стояло на')) faults.push(`${name}: only the data calls it moved`);
      }
      const { offers } = node;
      const available = isNode(offers) ? offers.availability : undefined;
      const badge = /class="pass__state">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
      const open = /data-state="(?:open|closing-soon)"/.test(badge);
      if (open && available !== 'https://schema.org/InStock') faults.push(`${name}: open, but not offered`);
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(
    events >= MIN_EVENTS && cancelled > 0 && moved > 0,
    `${events} events, ${cancelled} cancelled, ${moved} moved`,
  );
}

export const suite: Suite = {
  name: 'structured data',
  tests: [{ title: 'of every page is right and agrees with its text', run: checkAll }],
};

/** Calendars and maps: the pages of what can be visited lead to both, the others promise nothing. */
import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteData } from '../../src/domain/site-data.ts';
import { parseIso } from '../../src/time/moscow.ts';
import type { Suite, SuiteContext } from '../e2e/suite.ts';

const html = (siteDir: string, url: string): Promise<string> =>
  readFile(path.join(siteDir, url, 'index.html'), 'utf8');

/** Path of the calendar that a page offers to subscribe to; the same file must be offered as a file. */
async function subscription(siteDir: string, url: string): Promise<string | null> {
  const page = await html(siteDir, url);
  const found = /href="webcal:\/\/[^/"]+([^"]+)"/.exec(page)?.[1] ?? null;
  if (found !== null) assert.ok(page.includes(`href="${found}" download`), `${url} has no file`);
  return found;
}

async function siteData(siteDir: string): Promise<SiteData> {
  return JSON.parse(await readFile(path.join(siteDir, 'data/site.json'), 'utf8')) as SiteData;
}

async function subscriptions({ siteDir }: SuiteContext): Promise<void> {
  const data = await siteData(siteDir);
  const now = parseIso(data.generatedAt);
  const ahead = data.sessions.filter((session) => parseIso(session.endsAt) > now);
  assert.ok(ahead.length > 0);
  for (const { id, url, industry, okrug } of data.enterprises) {
    const visits = ahead.some((session) => session.enterprise === id);
    assert.equal(await subscription(siteDir, url), visits ? `/calendars/enterprises/${id}.ics` : null, url);
    if (!visits) continue;
    const facets = [`industries/${industry}`, ...(okrug === null ? [] : [`okrugs/${okrug}`])];
    for (const facet of facets)
      assert.equal(await subscription(siteDir, `/${facet}/`), `/calendars/${facet}.ics`, facet);
  }
  for (const { id, url } of data.seasons) {
    const visits = ahead.some((session) => session.season === id);
    assert.equal(await subscription(siteDir, url), visits ? `/calendars/seasons/${id}.ics` : null, url);
  }
}

async function maps({ siteDir }: SuiteContext): Promise<void> {
  const data = await siteData(siteDir);
  const points = new Map<string, string>();
  for (const { id, url, coordinates } of data.enterprises) {
    const geo = /href="(geo:[^"]+)"/.exec(await html(siteDir, url))?.[1] ?? null;
    assert.equal(geo, coordinates === null ? null : `geo:${coordinates.lat},${coordinates.lon}`, url);
    if (geo !== null) points.set(id, geo);
  }
  let passes = 0;
  for (const { enterprise, url } of data.sessions) {
    const page = await html(siteDir, url);
    const geo = /href="(geo:[^"]+)"/.exec(page)?.[1];
    if (geo === undefined) continue;
    passes += 1;
    assert.equal(geo, points.get(enterprise), url);
    assert.ok(page.includes('а\u00A0не\u00A0проходную') || page.includes('а не проходную'), url);
  }
  assert.ok(points.size > 0 && passes > 0, `${points.size} points, ${passes} passes`);
}

export const suite: Suite = {
  name: 'calendars and maps',
  tests: [
    { title: 'a page of what can be visited offers its calendar, the others do not', run: subscriptions },
    {
      title: 'a known point is linked on its page and on the pass, with what it does not promise',
      run: maps,
    },
  ],
};

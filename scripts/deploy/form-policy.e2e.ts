/** The policy of a page must let its own form go to the endpoint and the reply come back to the site. */
import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Suite, SuiteContext } from '../e2e/suite.ts';
import { formTargets } from './csp.ts';

const MIN_FORMS = 30;

/** What stands in the way of the page's form, or null; undefined when the page has no form that posts. */
function formFault(html: string): string | null | undefined {
  const form = /<form\b(?=[^>]*\bmethod="post")[^>]*>/i.exec(html)?.[0];
  if (form === undefined) return undefined;
  const action = /\baction="([^"]*)"/.exec(form)?.[1] ?? '';
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const targets = formTargets(policy);
  if (!URL.canParse(action)) return `the form posts to «${action}»`;
  const { origin } = new URL(action);
  return targets.join(' ') === `'self' ${origin}` ? null : `${origin} is not among ${targets.join(' ')}`;
}

async function checkForms({ siteDir, endpointUrl }: SuiteContext): Promise<void> {
  const names = (await readdir(siteDir, { recursive: true })).filter((name) => name.endsWith('.html'));
  const faults: string[] = [];
  let forms = 0;
  let sample = '';
  for (const name of names) {
    const html = await readFile(path.join(siteDir, name), 'utf8');
    const fault = formFault(html);
    if (fault === undefined) continue;
    forms += 1;
    sample = html;
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  assert.deepEqual(faults, []);
  assert.ok(forms >= MIN_FORMS, `${forms} pages with a form`);
  const { origin } = new URL(endpointUrl);
  assert.match(
    formFault(sample.replace(` ${origin};`, ' ').replaceAll(`'self' ${origin}`, "'self'")) ?? '',
    /not among/,
  );
  assert.match(formFault(sample.replace("form-action 'self' ", 'form-action ')) ?? '', /not among/);
}

export const suite: Suite = {
  name: 'policy of forms',
  tests: [{ title: 'every form may reach the endpoint and come back, and nothing else', run: checkForms }],
};

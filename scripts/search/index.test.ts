/** The full-text index: what is indexed and how it is marked; an empty index is refused. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexMarks } from './index-marks.ts';
import { indexSite, openSearchIndex, SearchIndexError } from './index.ts';

const FACTS = {
  enterprises: [
    {
      id: 'mikron',
      industry: 'electronics',
      formats: ['excursion', 'museum'],
      okrug: 'zelao',
      standing: 'active',
    },
    { id: 'ochakovo', industry: 'food', formats: ['excursion'], okrug: null, standing: 'formerly' },
  ],
};

const mark = indexMarks(FACTS);

function page(kind: string, text = 'Микрон делает микросхемы'): string {
  return `<!doctype html><html lang="ru"><body data-kind="${kind}"><main id="main"><h1>Микрон</h1><p>${text}</p></main></body></html>`;
}

describe('indexMarks', () => {
  it('marks kind, industry, every format and okrug, each by itself', () => {
    const marked = mark(page('enterprise'), 'enterprises/mikron/index.html') ?? '';
    for (const filter of [
      'kind:enterprise',
      'industry:electronics',
      'format:excursion',
      'format:museum',
      'okrug:zelao',
    ]) {
      expect(marked).toContain(`data-pagefind-filter="${filter}"`);
    }
    expect(marked).toContain('data-pagefind-weight="1.00"');
  });

  it('weighs archives and former participants less', () => {
    const weight = (html: string | null) => Number(/weight="([\d.]+)"/.exec(html ?? '')?.[1]);
    const formerly = weight(mark(page('enterprise'), 'enterprises/ochakovo/index.html'));
    const archive = weight(mark(page('season-archive'), 'seasons/2019-03/index.html'));
    expect(formerly).toBeLessThan(1);
    expect(archive).toBeLessThan(formerly);
  });

  it('leaves out what names other pages: the way here and parts marked so', () => {
    const others =
      '<nav class="crumbs"><a href="/">Главная</a></nav><section class="block" data-pagefind-ignore><h2>Ещё</h2><p>Ангстрем</p></section><section class="block"><p>Своё</p></section>';
    const marked = mark(page('enterprise', others), 'enterprises/mikron/index.html') ?? '';
    expect(marked).not.toMatch(/Главная|Ещё|Ангстрем/);
    expect(marked).toContain('<section class="block"><p>Своё</p></section>');
  });

  it.each(['session', 'search', 'not-found', 'enterprises', 'registration-reply'])(
    'leaves %s out',
    (kind) => {
      expect(mark(page(kind), 'a/index.html')).toBeNull();
    },
  );
});

describe('indexSite', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'search-index-'));
    await mkdir(path.join(dir, 'data'));
    await writeFile(path.join(dir, 'data', 'site.json'), JSON.stringify(FACTS));
  });
  afterEach(async () => {
    await rm(dir, { recursive: true, force: true });
  });

  it('writes an index, and nothing of the stock interfaces', async () => {
    await mkdir(path.join(dir, 'enterprises', 'mikron'), { recursive: true });
    await writeFile(path.join(dir, 'enterprises', 'mikron', 'index.html'), page('enterprise'));
    expect(await indexSite(dir)).toEqual({ pages: 1 });
    const files = await readdir(path.join(dir, 'pagefind'));
    expect(files).toContain('pagefind.js');
    expect(files.filter((name) => name.includes('ui'))).toEqual([]);
  });

  it('takes no page worth finding once it is written, and any other', async () => {
    const index = await openSearchIndex(JSON.stringify(FACTS));
    try {
      await index.add('a/index.html', page('page'));
      await index.write(dir);
      await index.add('b/index.html', page('session'));
      await expect(index.add('c/index.html', page('page'))).rejects.toThrow('c/index.html');
    } finally {
      await index.close();
    }
  });

  it('refuses a site without a page worth finding', async () => {
    await writeFile(path.join(dir, 'index.html'), page('main'));
    await expect(indexSite(dir)).rejects.toThrow(SearchIndexError);
  });

  it('refuses a site without its data', async () => {
    await rm(path.join(dir, 'data'), { recursive: true });
    await expect(indexSite(dir)).rejects.toThrow('site.json');
  });
});

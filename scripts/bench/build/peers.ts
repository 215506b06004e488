/** The same pages of the same text made by others: a bare Astro project, Eleventy, Hugo. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../build/stages.ts';
import { readSite } from '../../site/check-site.ts';
import type { Measured } from '../measure.ts';
import { measure } from '../measure.ts';
import type { PlainPage } from './plain-text.ts';
import { plainPage } from './plain-text.ts';

/** Peers that the project does not depend on are installed by hand here; the bench only looks. */
export const PEERS_DIR = path.join(projectRoot, '.bench', 'peers');

export type Peer = {
  name: string;
  /** null when it can run here, else why not. */
  missing: () => string | null;
  build: (pages: readonly PlainPage[], dir: string) => Promise<Measured>;
};

/** The text of every page of a built site. */
export async function plainPages(siteDir: string): Promise<PlainPage[]> {
  const { files } = await readSite(siteDir);
  const pages: PlainPage[] = [];
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    pages.push(
      plainPage(file.replace(/(?:\/index)?\.html$/, ''), await readFile(path.join(siteDir, file), 'utf8')),
    );
  }
  return pages;
}

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };

const BARE_PAGE = `---
import pages from '../pages.json';
export function getStaticPaths() {
  return pages.map((page) => ({ params: { path: page.path.slice(1) || undefined }, props: page }));
}
const { title, paragraphs } = Astro.props;
---
<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1>{paragraphs.map((text) => <p>{text}</p>)}</main></body></html>
`;

const bareAstro: Peer = {
  name: 'bare Astro',
  missing: () => null,
  build: async (pages, dir) => {
    await mkdir(path.join(dir, 'src', 'pages'), { recursive: true });
    await symlink(path.join(projectRoot, 'node_modules'), path.join(dir, 'node_modules'));
    await writeFile(path.join(dir, 'package.json'), '{"type":"module"}\n');
    await writeFile(path.join(dir, 'src', 'pages.json'), JSON.stringify(pages));
    await writeFile(path.join(dir, 'src', 'pages', '[...path].astro'), BARE_PAGE);
    return measure(path.join(projectRoot, 'node_modules', '.bin', 'astro'), ['build', '--silent'], {
      cwd: dir,
      env,
    });
  },
};

function markdown(page: PlainPage): string {
  const text = page.paragraphs.map((paragraph) => paragraph.replace(/[<>{}]/g, ' ')).join('\n\n');
  return `---\ntitle: ${JSON.stringify(page.title)}\n---\n\n${text}\n`;
}

async function writePages(pages: readonly PlainPage[], dir: string, home: string): Promise<void> {
  for (const page of pages) {
    const file = path.join(dir, `${page.path === '' ? home : page.path}.md`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, markdown(page));
  }
}

const ELEVENTY = path.join(PEERS_DIR, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
const FRAME = (title: string, content: string): string =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>`;

const eleventy: Peer = {
  name: 'Eleventy 3',
  missing: () => (existsSync(ELEVENTY) ? null : 'Eleventy: not installed (npm run bench:peers)'),
  build: async (pages, dir) => {
    await writePages(pages, path.join(dir, 'in'), 'index');
    await mkdir(path.join(dir, 'in', '_includes'), { recursive: true });
    await writeFile(
      path.join(dir, 'in', '_includes', 'page.njk'),
      FRAME('{{ title }}', '{{ content | safe }}'),
    );
    await writeFile(path.join(dir, 'in', 'in.json'), '{"layout":"page.njk"}\n');
    return measure(process.execPath, [ELEVENTY, '--input=in', '--output=out', '--quiet'], { cwd: dir, env });
  },
};

const hugo: Peer = {
  name: 'Hugo',
  missing: () => (spawnSync('hugo', ['version']).status === 0 ? null : 'Hugo: not on the PATH'),
  build: async (pages, dir) => {
    await writePages(pages, path.join(dir, 'content'), '_index');
    await mkdir(path.join(dir, 'layouts', '_default'), { recursive: true });
    const frame = FRAME('{{ .Title }}', '{{ .Content }}');
    for (const name of ['single', 'list'])
      await writeFile(path.join(dir, 'layouts', '_default', `${name}.html`), frame);
    await writeFile(path.join(dir, 'hugo.toml'), 'baseURL = "http://localhost/"\n');
    return measure('hugo', ['--quiet'], { cwd: dir, env });
  },
};

export const PEERS: readonly Peer[] = [bareAstro, eleventy, hugo];

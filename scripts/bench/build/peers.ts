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
  /** The folder that it fills. */
  out: string;
  /** Our wall clock beside its, at most; none: it is there to compare. */
  target?: number;
  build: (pages: readonly PlainPage[], dir: string) => Promise<Measured>;
};

/** The text of every page of a built site, its heading included. */
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

function markdown(page: PlainPage): string {
  const text = page.paragraphs.map((paragraph) => paragraph.replace(/[<>{}]/g, ' ')).join('\n\n');
  return `---\ntitle: ${JSON.stringify(page.title)}\nat: ${JSON.stringify(page.path)}\n---\n\n${text}\n`;
}

async function writePages(pages: readonly PlainPage[], dir: string, home: string): Promise<void> {
  for (const page of pages) {
    const file = path.join(dir, `${page.path === '' ? home : page.path}.md`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, markdown(page));
  }
}

/** What Astro's own beginner's template does with a folder of Markdown. */
const BARE_PAGE = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const pages = await getCollection('pages');
  return pages.map((page) => ({ params: { path: page.data.at.slice(1) || undefined }, props: page }));
}
const { title } = Astro.props.data;
const { Content } = await render(Astro.props);
---
<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><Content /></main></body></html>
`;
const BARE_COLLECTION = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
  pages: defineCollection({
    loader: glob({ base: './content', pattern: '**/*.md' }),
    schema: z.object({ title: z.string(), at: z.string() }),
  }),
};
`;
/** The floor: no content files at all, only so many pages from one list. */
const LIST_PAGE = `---
import pages from '../pages.json';
export function getStaticPaths() {
  return pages.map((page) => ({ params: { path: page.path.slice(1) || undefined }, props: page }));
}
const { title, paragraphs } = Astro.props;
---
<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main>{paragraphs.map((text) => <p>{text}</p>)}</main></body></html>
`;

async function astroProject(dir: string, page: string): Promise<void> {
  await mkdir(path.join(dir, 'src', 'pages'), { recursive: true });
  await symlink(path.join(projectRoot, 'node_modules'), path.join(dir, 'node_modules'));
  await writeFile(path.join(dir, 'package.json'), '{"type":"module"}\n');
  // Its default cache would stand behind the shared link: a second run would find the first one's work.
  await writeFile(path.join(dir, 'astro.config.mjs'), "export default { cacheDir: './.cache' };\n");
  await writeFile(path.join(dir, 'src', 'pages', '[...path].astro'), page);
}

function astroBuild(dir: string): Promise<Measured> {
  const bin = path.join(projectRoot, 'node_modules', '.bin', 'astro');
  return measure(bin, ['build', '--silent'], { cwd: dir, env });
}

const bareAstro: Peer = {
  name: 'bare Astro',
  missing: () => null,
  out: 'dist',
  target: 1.5,
  build: async (pages, dir) => {
    await astroProject(dir, BARE_PAGE);
    await writeFile(path.join(dir, 'src', 'content.config.ts'), BARE_COLLECTION);
    await writePages(pages, path.join(dir, 'content'), 'index');
    return astroBuild(dir);
  },
};

const astroList: Peer = {
  name: 'Astro from one list',
  missing: () => null,
  out: 'dist',
  build: async (pages, dir) => {
    await astroProject(dir, LIST_PAGE);
    await writeFile(path.join(dir, 'src', 'pages.json'), JSON.stringify(pages));
    return astroBuild(dir);
  },
};

const ELEVENTY = path.join(PEERS_DIR, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
const FRAME = (title: string, content: string): string =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${content}</main></body></html>`;

const eleventy: Peer = {
  name: 'Eleventy 3',
  missing: () => (existsSync(ELEVENTY) ? null : 'Eleventy: not installed (npm run bench:peers)'),
  out: 'out',
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
  out: 'public',
  build: async (pages, dir) => {
    await writePages(pages, path.join(dir, 'content'), '_index');
    await mkdir(path.join(dir, 'layouts', '_default'), { recursive: true });
    const frame = FRAME('{{ .Title }}', '{{ .Content }}');
    for (const name of ['single', 'list'])
      await writeFile(path.join(dir, 'layouts', '_default', `${name}.html`), frame);
    // What Hugo adds of its own: lists of folders and tags.
    const kinds = ['404', 'RSS', 'section', 'sitemap', 'taxonomy', 'term'];
    const settings = `baseURL = "http://localhost/"\ndisableKinds = ${JSON.stringify(kinds)}\n`;
    await writeFile(path.join(dir, 'hugo.toml'), settings);
    return measure('hugo', ['--quiet'], { cwd: dir, env });
  },
};

export const PEERS: readonly Peer[] = [bareAstro, astroList, eleventy, hugo];

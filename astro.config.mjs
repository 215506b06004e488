import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { cacheFolder } from './scripts/build/cache-folder.ts';
import { handOverPages } from './scripts/build/follow/integration.ts';
import { settings } from './src/settings/current.ts';
import { russianTypography } from './src/typography/markdown-plugin.ts';

const digest = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** One mark for all letters, of what is in them. */
const fonts = path.join(import.meta.dirname, 'src/fonts');
const fontsMark = digest(
  readdirSync(fonts)
    .sort()
    .map((name) => readFileSync(path.join(fonts, name))),
).slice(0, 8);

/** Every page names its letters and scripts within its first flight: no more of a name than tells files apart. */
const assetFileNames = ({ names }) =>
  names[0]?.endsWith('.woff2') === true
    ? `_astro/[name].${fontsMark}[extname]`
    : '_astro/[name].[hash][extname]';
const scriptNames = ({ name }) => `_astro/${name.split('.')[0]}.[hash:6].js`;

/**
 * Vite wraps every dynamic import into a helper of 0.9 KB, on every page, most of it for styles and errors of theirs.
 * Our pages have all their styles: what is left is to ask for all modules at once.
 */
const shortPreload = {
  name: 'short-preload',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => `export const __vitePreload = (load, files = []) => {
      for (const file of files)
        document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: '/' + file }));
      return load();
    };`,
  },
};

export default defineConfig({
  site: settings.siteUrl,
  outDir: settings.outDir,
  // Beside the project and not inside node_modules: `npm ci` must not throw the cache away.
  cacheDir: cacheFolder(settings.contentDir, process.env),
  trailingSlash: 'always',
  // The default drops spaces between inline elements that stand on lines of their own.
  compressHTML: true,
  build: {
    format: 'directory',
    // One flight for the first view: no request for a style sheet.
    inlineStylesheets: 'always',
    concurrency: 16,
  },
  markdown: {
    processor: satteri({ mdastPlugins: [russianTypography], features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), handOverPages()],
  devToolbar: { enabled: false },
  // For the hints that VS Code gives in front matter; a build has no use for them.
  experimental: { contentIntellisense: process.argv.includes('dev') || process.argv.includes('sync') },
  vite: {
    cacheDir: '.cache/vite',
    plugins: [shortPreload],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { output: { assetFileNames } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { assetFileNames, entryFileNames: scriptNames, chunkFileNames: scriptNames },
          },
        },
      },
    },
  },
});

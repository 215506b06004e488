import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { settings } from './src/settings/current.ts';
import { russianTypography } from './src/typography/markdown-plugin.ts';

export default defineConfig({
  site: settings.siteUrl,
  outDir: settings.outDir,
  // Beside the project and not inside node_modules: `npm ci` must not throw the cache away.
  cacheDir: process.env.CACHE_DIR ?? '.cache/astro',
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
  integrations: [mdx()],
  devToolbar: { enabled: false },
  // For the hints that VS Code gives in front matter; a build has no use for them.
  experimental: { contentIntellisense: process.argv.includes('dev') || process.argv.includes('sync') },
  vite: {
    cacheDir: '.cache/vite',
    build: { assetsInlineLimit: 0, modulePreload: false },
  },
});

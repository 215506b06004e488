/** In Astro's process: the style sheets of pages are put by, and Astro is given their marks. */
import type { AstroIntegration } from 'astro';
import type { PutBySheets } from '../slim/sheet-marks.ts';

type ConfigHook = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;
type ViteConfig = NonNullable<Parameters<Parameters<ConfigHook>[0]['updateConfig']>[0]['vite']>;
type VitePlugin = Extract<NonNullable<ViteConfig['plugins']>[number], { name: string }>;

/** What Vite has put into sheets to give them another hash, and takes out after this plugin. */
const VITES_OWN = /\/\*\$vite\$:\d+\*\//g;
const isSheet = (name: string): boolean => name.endsWith('.css');

/** Puts the styles of pages by as Astro's own plugin, which comes after this one, takes them into the pages. */
export function sheetMarker(putBy: PutBySheets): VitePlugin {
  return {
    name: 'mark-sheets',
    applyToEnvironment: ({ name }) => name === 'prerender',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || typeof asset.source !== 'string') continue;
        // A sheet that comes from one file alone is asked for by its address: print, the panel.
        if (!asset.names.some(isSheet) || asset.originalFileNames.some(isSheet)) continue;
        asset.source = putBy.markOf(asset.source.replace(VITES_OWN, ''));
      }
    },
  };
}

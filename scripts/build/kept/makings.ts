/** One mark for all that a kept file depends on beside the readings it lists: the code, its libraries, the settings. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../../src/settings/settings.ts';
import { digest } from '../../pictures/cache.ts';
import { projectRoot } from '../stages.ts';

/** All that makes pages, what stands beside them and what is installed. */
const CODE = [
  'src/**/*',
  'public/**/*',
  'scripts/**/*.{ts,mjs}',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];
const INSTALLED = ['package-lock.json', 'node_modules/.package-lock.json'];
/** Tests make no page. */
const TEST = /\.(?:test|site-test|e2e|testing)\.ts$/;

/** Settings that say where and when, not what: pages that tell the time have it from the catalogue. */
type Outward = 'outDir' | 'port' | 'buildInstant';

/**
 * The mark of this project with these settings. Texts in MDX belong to the code: they are compiled with it, and what
 * they import comes with them.
 * @throws Error when a file cannot be read.
 */
export async function makingsOf(
  settings: Settings,
  contentDir: string,
  project = projectRoot,
): Promise<string> {
  const { outDir, port, buildInstant, ...inward } = settings;
  const outward: Record<Outward, unknown> = { outDir, port, buildInstant };
  const parts: (string | Uint8Array)[] = [
    JSON.stringify([process.version, inward, contentDir, Object.keys(outward)]),
  ];
  for (const [root, patterns] of [
    [project, [...CODE, ...INSTALLED]],
    [contentDir, ['**/*.mdx']],
  ] as const) {
    const names: string[] = [];
    for await (const entry of glob([...patterns], { cwd: root, withFileTypes: true })) {
      if (entry.isFile() && !TEST.test(entry.name))
        names.push(path.relative(root, path.join(entry.parentPath, entry.name)));
    }
    const texts = await Promise.all(names.sort().map((name) => readFile(path.join(root, name))));
    for (const [i, text] of texts.entries()) parts.push(names[i] ?? '', text);
  }
  return digest(parts);
}

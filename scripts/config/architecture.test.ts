/** Dependencies run one way; this reads the imports of every source file and refuses the wrong ones. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');

/** For each folder of src: which other folders of src its files may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  time: [],
  schema: [],
  settings: ['time'],
  typography: [],
  i18n: ['time', 'domain', 'schema'],
  domain: ['time', 'schema'],
  plates: [],
  seo: ['domain', 'time', 'i18n', 'schema', 'settings'],
  registration: ['domain', 'time', 'i18n', 'schema', 'settings'],
  search: ['domain', 'time', 'i18n', 'schema', 'settings', 'registration'],
  reads: ['domain'],
  data: ['domain', 'time', 'schema', 'settings', 'reads'],
};

/** Folders that stay usable without Astro, without a page and without Node. */
const PURE = ['time', 'schema', 'domain', 'i18n', 'seo', 'plates', 'typography', 'settings'];
const IMPURE_IMPORT = /^(?:astro(?::|\/|$)|node:)/;

export type Import = { file: string; target: string };

/**
 * The modules that a source text imports or re-exports. Type-only imports vanish when the code runs and
 * bind nothing: a dictionary may be typed by the fields that it names.
 */
export function importsOf(source: string): string[] {
  const text = source.replace(/^\s*(?:import|export) type\b[^;]*;/gm, '');
  const patterns = [
    /\bfrom\s+['"]([^'"]+)['"]/g,
    /^\s*import\s+['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}

/** What is wrong with an import, or null. `file` is relative to the repository, with slashes. */
export function importFault({ file, target }: Import): string | null {
  const [, folder = ''] = file.split('/');
  const isTest = file.endsWith('.test.ts');
  if (target === 'astro:content' && !file.startsWith('src/data/') && file !== 'src/content.config.ts') {
    return `${file}: only src/data may import astro:content`;
  }
  if (PURE.includes(folder) && !isTest && IMPURE_IMPORT.test(target)) {
    return `${file}: ${folder} is pure and may not import ${target}`;
  }
  if (!target.startsWith('.')) return null;
  const [, targetFolder = '', rest] = path.posix.join(path.posix.dirname(file), target).split('/');
  if (path.posix.join(path.posix.dirname(file), target).startsWith('scripts/')) {
    return isTest ? null : `${file}: src may not import ${target}`;
  }
  const allowed = MAY_IMPORT[folder];
  if (allowed === undefined || rest === undefined || targetFolder === folder || isTest) return null;
  return allowed.includes(targetFolder) ? null : `${file}: ${folder} may not import ${targetFolder}`;
}

describe('the guard', () => {
  it.each([
    ['src/domain/a.ts', 'astro:content'],
    ['src/domain/a.ts', 'node:fs'],
    ['src/domain/a.ts', '../data/catalogue.ts'],
    ['src/time/a.ts', '../domain/a.ts'],
    ['src/schema/a.ts', 'astro/zod'],
    ['src/seo/a.ts', '../pages/a.ts'],
    ['src/pages/a.ts', 'astro:content'],
    ['src/components/A.astro', '../../scripts/build.ts'],
  ])('refuses that %s imports %s', (file, target) => {
    expect(importFault({ file, target })).not.toBeNull();
  });

  it.each([
    ['src/domain/a.ts', '../time/moscow.ts'],
    ['src/data/a.ts', 'astro:content'],
    ['src/data/a.ts', 'node:crypto'],
    ['src/pages/a.astro', '../data/catalogue.ts'],
    ['src/domain/a.ts', './b.ts'],
  ])('allows that %s imports %s', (file, target) => {
    expect(importFault({ file, target })).toBeNull();
  });

  it('sees every form of import', () => {
    expect(
      importsOf(
        "import a from 'a';\nimport 'b';\nexport * from 'c';\nawait import('d');\nimport type { E } from 'e';",
      ),
    ).toEqual(['a', 'c', 'b', 'd']);
  });
});

it('all imports of src run one way', async () => {
  const faults: string[] = [];
  let files = 0;
  for await (const name of glob('src/**/*.{ts,astro}', { cwd: root })) {
    const file = name.split(path.sep).join('/');
    files++;
    for (const target of importsOf(readFileSync(path.join(root, name), 'utf8'))) {
      const fault = importFault({ file, target });
      if (fault !== null) faults.push(fault);
    }
  }
  expect(files).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { checkFiles } from '../check/check-content.ts';
import { renderFault } from '../check/fault.ts';
import { BASE, NOW, rawFiles } from '../check/fixtures/base.ts';
import { RULE_IDS } from '../check/rules.ts';
import { plantedTree } from '../check/fixtures/planted.ts';
import { splitFrontMatter } from '../read/front-matter.ts';
import type { RawFile } from '../read/entry.ts';
import { placeOf } from '../read/place.ts';
import { readTree } from '../read/read-tree.ts';
import { instantOf } from '../../../src/time/moscow.ts';
import { jsonSchemaFiles } from './json-schemas.ts';
import { fillMarkers, markersOf } from './markers.ts';
import { guideTables } from './tables.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const guide = text('content/README.md');
const examples = [...guide.matchAll(/^```mdx? (content\/\S+)\n([^]*?)^```$/gm)].map((match) => ({
  path: (match[1] ?? '').replace('content/', ''),
  text: match[2] ?? '',
}));

describe('the editors’ guide', () => {
  it('shows the fields and the rules as they are now; when it does not, run: npm run guide', () => {
    expect(fillMarkers(guide, guideTables())).toBe(guide);
  });
  it('has a place for every generated table', () => {
    expect(markersOf(guide).toSorted()).toEqual([...guideTables().keys()].toSorted());
  });
  it('notices a stale table', () => {
    const stale = guide.replace('| `name` | да |', '| `nmae` | да |');
    expect(stale).not.toBe(guide);
    expect(fillMarkers(stale, guideTables())).toBe(guide);
  });
  it('explains every rule by its id', () => {
    expect(RULE_IDS.filter((id) => !guide.includes(`\`${id}\``))).toEqual([]);
  });
  it('has an example for each thing it teaches', () => {
    expect(examples.length).toBeGreaterThanOrEqual(9);
  });

  it('gives only examples that pass the check, each at the moment it is read', async () => {
    const vocabulary = (await readTree(join(root, 'content'))).filter(({ path }) =>
      path.startsWith('vocabulary/'),
    );
    const consent = rawFiles(BASE).filter(({ path }) => path.startsWith('consent/'));
    const files = new Map<string, RawFile>([...vocabulary, ...consent].map((file) => [file.path, file]));
    for (const example of examples) {
      files.set(example.path, { path: example.path, bytes: new TextEncoder().encode(example.text) });
      const faults = checkFiles([...files.values()], { now: instantOf('2026-11-23', '12:00') });
      expect(
        faults.map((fault) => renderFault(fault, 'content')),
        example.path,
      ).toEqual([]);
    }
  });
  it('would notice an example that does not pass', () => {
    const [example] = examples;
    const bytes = new TextEncoder().encode((example?.text ?? '').replace('title:', 'titel:'));
    expect(checkFiles([{ path: example?.path ?? '', bytes }], { now: NOW })).not.toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [...guide.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
  it('links only to its own headings', () => {
    const page = `---\ntitle: Руководство\nsummary: Руководство\n---\n${guide.replace(/```[^]*?```/g, '')}`;
    const tree = rawFiles(new Map([...BASE, ['pages/guide.md', page]]));
    const anchors = checkFiles(tree, { now: NOW }).filter(({ rule }) => rule === 'link-anchor');
    expect(anchors).toEqual([]);
  });
});

describe('the schemas for VS Code', () => {
  const folder = join(root, '.vscode', 'schemas');
  const files = jsonSchemaFiles();
  it('are as the site’s schemas are now; when they are not, run: npm run guide', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...files.keys()].toSorted());
    for (const [name, schema] of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(schema);
  });
  it('are wired to the vocabularies in the settings', () => {
    const settings = JSON.parse(text('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
    for (const [schema, path] of Object.entries(settings['yaml.schemas'])) {
      expect(files.has(schema.replace('.vscode/schemas/', ''))).toBe(true);
      expect(placeOf(path.replace('content/', '')).kind).toBe('vocabulary');
    }
  });
  it('accept every entry of the guide and refuse a misspelt field', () => {
    const ajv = new Ajv({ allowUnionTypes: true, validateFormats: false });
    for (const { path, text: source } of examples) {
      const place = placeOf(path);
      const split = splitFrontMatter(source);
      if (place.kind !== 'entry' || split.kind !== 'split') throw new Error(path);
      const validate = ajv.compile(JSON.parse(files.get(`${place.collection}.schema.json`) ?? '') as object);
      const fields = parse(split.yaml) as Record<string, unknown>;
      expect(validate(fields), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
      expect(validate({ ...fields, titel: 'x' })).toBe(false);
    }
  });
});

describe('the tasks of VS Code', () => {
  it('find path, line and message in every line of the report', () => {
    const { tasks } = JSON.parse(text('.vscode/tasks.json')) as {
      tasks: { problemMatcher: { pattern: { regexp: string } } }[];
    };
    const pattern = new RegExp(tasks[0]?.problemMatcher.pattern.regexp ?? '');
    const faults = checkFiles(rawFiles(plantedTree().files), { now: NOW });
    for (const fault of faults) {
      const match = pattern.exec(renderFault(fault, 'content'));
      expect([match?.[1], match?.[2]]).toEqual([`content/${fault.path}`, String(fault.line)]);
    }
  });
});

describe('the questions of a pull request', () => {
  const workflow = load(text('.github/workflows/content.yml')) as { jobs: Record<string, { name: string }> };
  it('are plain Russian questions', () => {
    for (const { name } of Object.values(workflow.jobs)) expect(name).toMatch(/^[А-ЯЁ][а-яё ]+\?$/);
  });
  it('run scripts that exist', () => {
    for (const [script] of text('.github/workflows/content.yml').matchAll(/scripts\/\S+\.ts/g)) {
      expect(() => text(script)).not.toThrow();
    }
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { enterprise } from '../../../src/schema/enterprise.ts';
import { programme } from '../../../src/schema/programme.ts';
import { CROWDED_DAY_SESSIONS, LONG_WORD, STRESS_SEASON, stressFiles } from './stress.ts';
import { readVocabulary } from './vocabulary.ts';

const vocabulary = await readVocabulary(new URL('../../../content', import.meta.url).pathname);
const files = [...stressFiles('2026-11-23', vocabulary)];
const frontMatter = (text: string): unknown => parse(text.split('---\n')[1] ?? '');
const enterprises = files
  .filter((file) => file.path.startsWith('enterprises/'))
  .map((file) => enterprise.parse(frontMatter(file.text)));

describe('stressFiles', () => {
  it('has a name of 180 characters and a word of 45 letters', () => {
    expect(Math.max(...enterprises.map((entry) => entry.name.length))).toBe(180);
    expect(LONG_WORD).toMatch(/^\p{L}{45}$/u);
    expect(enterprises.some((entry) => entry.name === LONG_WORD)).toBe(true);
  });

  it('has an enterprise with nothing optional and one with twelve formats', () => {
    expect(enterprises.some((entry) => entry.okrug === undefined && entry.address === undefined)).toBe(true);
    expect(enterprises.some((entry) => entry.formats.length === 12)).toBe(true);
  });

  it('has days of sixty sessions, of one, and of none', () => {
    const perDay = new Map<string, number>();
    for (const file of files) {
      if (!file.path.startsWith(`seasons/${STRESS_SEASON}/demo-`)) continue;
      for (const session of programme.parse(frontMatter(file.text)).sessions) {
        perDay.set(session.date, (perDay.get(session.date) ?? 0) + 1);
      }
    }
    expect([...perDay.values()].sort((a, b) => a - b)).toEqual([1, CROWDED_DAY_SESSIONS]);
  });
});

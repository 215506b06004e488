import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { INK, PAPER, hueOf } from './palette.ts';
import { MOTIFS, plateSvg } from './plate.ts';
import { randomFrom } from './random.ts';
import { sheet } from './sheet.ts';

const LIMIT = 4096;

/** Resvg's reader of XML is strict: what it takes is well-formed, and a drawing. */
function isWellFormed(svg: string): boolean {
  try {
    return new Resvg(svg, { font: { loadSystemFonts: false } }).width === 400;
  } catch {
    return false;
  }
}

const root = path.resolve(import.meta.dirname, '..', '..', 'content');
const industries = z
  .array(z.object({ id: z.string() }))
  .parse(parse(readFileSync(path.join(root, 'vocabulary', 'industries.yaml'), 'utf8')))
  .map(({ id }) => id);

const header = z.object({ industry: z.string(), makes: z.string() });
const enterprises = readdirSync(path.join(root, 'enterprises'))
  .filter((file) => /\.mdx?$/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(root, 'enterprises', file), 'utf8');
    return { id: file.replace(/\.mdx?$/, ''), ...header.parse(parse(text.split(/^---$/m)[1] ?? '')) };
  });

function expectGood(svg: string): void {
  expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(LIMIT);
  expect(isWellFormed(svg)).toBe(true);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
}

/** The drawing without the stamp, which differs for every id anyway. */
function drawing(svg: string): string {
  return svg
    .replace(/stroke-dasharray="[^"]*" d="M12 287[^"]*"/, '')
    .replace(/M0 276h[\d.]+v24h-[\d.]+z/, '');
}

describe('plates', () => {
  test('every industry of the vocabulary has drawings and a hue of its own', () => {
    expect(Object.keys(MOTIFS).sort()).toEqual([...industries].sort());
    expect(new Set(industries.map((id) => hueOf(id).light)).size).toBe(industries.length);
  });

  test('every real enterprise', () => {
    expect(enterprises.length).toBeGreaterThan(50);
    for (const enterprise of enterprises) expectGood(plateSvg(enterprise));
  });

  test('500 other ids of all industries', () => {
    for (let index = 0; index < 500; index += 1) {
      const industry = industries[index % industries.length] ?? '';
      expectGood(plateSvg({ industry, id: `plant-${index}` }));
    }
  });

  test.each(
    Object.entries(MOTIFS).flatMap(([industry, motifs]) => motifs.map((motif) => ({ industry, motif }))),
  )('$industry: $motif.draw.name stays small with every seed and scheme', ({ industry, motif }) => {
    for (let index = 0; index < 40; index += 1) {
      for (const negative of [false, true]) {
        const random = randomFrom(`seed ${index}`);
        const body = motif.draw(random);
        expectGood(sheet({ hue: hueOf(industry), negative, scheme: 'auto', title: undefined, body }, random));
      }
    }
  });

  test('a broken file is seen', () => {
    const svg = plateSvg({ industry: 'food', id: 'plant' });
    expect(isWellFormed(svg.replace('</svg>', ''))).toBe(false);
    expect(isWellFormed(svg.replace('<defs>', '<defs title="a"b">').replace('<style>', '<style>&'))).toBe(
      false,
    );
  });

  test('the same subject gives the same bytes', () => {
    for (const enterprise of enterprises) expect(plateSvg(enterprise)).toBe(plateSvg({ ...enterprise }));
  });

  test('any two of one industry differ, and not by their stamp alone', () => {
    for (const industry of [...industries, 'unheard-of']) {
      const real = enterprises.filter((enterprise) => enterprise.industry === industry);
      const invented = Array.from({ length: 40 }, (_, index) => ({ industry, id: `plant-${index}` }));
      const drawings = [...real, ...invented].map((subject) => drawing(plateSvg(subject)));
      expect(new Set(drawings).size).toBe(drawings.length);
    }
  });

  test('what is made picks the drawing', () => {
    // The cones of ice cream are the only drawing that is clipped.
    const cones = (makes: string): number =>
      Array.from({ length: 30 }, (_, index) =>
        plateSvg({ industry: 'food', id: `plant-${index}`, makes }),
      ).filter((svg) => svg.includes('clipPath')).length;
    expect(cones('мороженое')).toBe(30);
    expect(cones('шоколад, мороженое')).toBe(0);
    expect(cones('еда')).toBe(0);
  });

  test('an industry not known gets a sheet all the same', () => {
    for (const industry of ['unheard-of', '', '__proto__', 'constructor', '"><script>']) {
      expectGood(plateSvg({ industry, id: 'plant' }));
    }
  });

  test('hostile ids leave no trace, hostile titles are escaped', () => {
    const hostile = `"><script>alert(1)</script>&amp;<!-- ]]> \u0000\u0007\uD800 '`;
    const svg = plateSvg({ industry: 'food', id: hostile, title: hostile });
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toContain('<script');
    expect(svg).toContain(
      "<title>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&lt;!-- ]]&gt;  '</title>",
    );
    expect(plateSvg({ industry: 'food', id: hostile })).not.toContain('alert');
  });

  test('each scheme stands for itself; auto carries both', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `plant-${index}`);
    const auto = ids.map((id) => plateSvg({ industry: 'energy', id }));
    expect(auto.some((svg) => svg.includes('prefers-color-scheme'))).toBe(true);
    expect(auto.some((svg) => !svg.includes('prefers-color-scheme'))).toBe(true);
    for (const id of ids) {
      const light = plateSvg({ industry: 'energy', id }, 'light');
      expect(light).not.toContain('@media');
      expect(light).not.toContain(PAPER.dark);
      expect(plateSvg({ industry: 'energy', id }, 'dark')).not.toContain(INK.light);
    }
  });
});

describe('contrast', () => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: string, b: string): number => {
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };

  test.each([...industries, 'unheard-of'])('%s: the hue stands out on both papers', (industry) => {
    const hue = hueOf(industry);
    expect(ratio(hue.light, PAPER.light)).toBeGreaterThanOrEqual(5.7);
    expect(ratio(hue.dark, PAPER.dark)).toBeGreaterThanOrEqual(5.7);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAR_BLOCKS } from './far-blocks.ts';

it('names the blocks that the style sheet leaves for later', () => {
  const styles = readFileSync(new URL('../../styles/layout.css', import.meta.url), 'utf8');
  const [, selectors] = /\[data-far\]\s*:is\(([^{]*)\)\s*\{/.exec(styles) ?? [];
  expect(selectors?.trim().replace(/\s*([>~+,()])\s*/g, '$1')).toBe(FAR_BLOCKS);
});

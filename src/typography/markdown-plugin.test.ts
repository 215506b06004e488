import { markdownToHtml } from 'satteri';
import { expect, it } from 'vitest';
import { russianTypography } from './markdown-plugin.ts';

function html(markdown: string): string {
  const result = markdownToHtml(markdown, {
    mdastPlugins: [russianTypography],
    features: { smartPunctuation: false },
  });
  return result.html;
}

it('turns straight quotes and hyphens of running text into «ёлочки» and a dash', () => {
  expect(html('Завод "Рено" - в Москве.')).toContain('Завод «Рено»\u00A0— в\u00A0Москве.');
});

it('keeps the spaces around inline tags', () => {
  expect(html('Это **очень** важно')).toContain('Это <strong>очень</strong> важно');
});

it('puts no non-breaking space into headings, so that their ids keep the words apart', () => {
  expect(html('## Как это "устроено" и где')).toContain('Как это «устроено» и где');
});

it('leaves code alone', () => {
  expect(html('`"a" - b`')).toContain('<code>"a" - b</code>');
});

import { markdownToHtml } from 'satteri';
import { expect, it } from 'vitest';
import { russianTypography } from './markdown-plugin.ts';

async function html(markdown: string): Promise<string> {
  const result = await markdownToHtml(markdown, {
    mdastPlugins: [russianTypography],
    features: { smartPunctuation: false },
  });
  return result.html;
}

it('turns straight quotes and hyphens of running text into «ёлочки» and a dash', async () => {
  expect(await html('Завод "Рено" - в Москве.')).toContain('Завод «Рено»\u00A0— в\u00A0Москве.');
});

it('keeps the spaces around inline tags', async () => {
  expect(await html('Это **очень** важно')).toContain('Это <strong>очень</strong> важно');
});

it('puts no non-breaking space into headings, so that their ids keep the words apart', async () => {
  expect(await html('## Как это "устроено" и где')).toContain('Как это «устроено» и где');
});

it('leaves code alone', async () => {
  expect(await html('`"a" - b`')).toContain('<code>"a" - b</code>');
});

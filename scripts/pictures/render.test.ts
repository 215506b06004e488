import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawable } from './fonts.ts';
import { drawingOf } from './drawing.ts';
import { HEIGHT, PANEL, titleSize, WIDTH } from './layout.ts';
import { cells } from './plates.ts';
import { renderCard } from './render.ts';
import { card } from './sample.testing.ts';

const PAPER = [0xf4, 0xf1, 0xea];
const LONG_NAME =
  'Открытое акционерное общество «Московский ордена Трудового Красного Знамени завод тяжёлого, точного и особого машиностроения имени Первого пятилетнего плана», цех № 14, участок № 3';
const LONG_WORD = 'Электрорадиотеплогазоводоснабжениемонтажстрой';
const GATE = { time: '10:30', day: '28\u00A0сентября', note: 'воскресенье' };

async function pixelsOf(png: Buffer): Promise<(x: number, y: number) => number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([WIDTH, HEIGHT]);
  return (x, y) => [...data.subarray((y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3)];
}

/** The words keep off the margins: left, before the perforation, and below. */
async function expectMarginsClean(png: Buffer): Promise<void> {
  const at = await pixelsOf(png);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (const x of [0, 20, 40, 52, PANEL - 38, PANEL - 26, PANEL - 14]) expect(at(x, y)).toEqual(PAPER);
  }
  for (let x = 0; x < PANEL - 10; x += 1)
    for (const y of [10, 40, HEIGHT - 38, HEIGHT - 12]) expect(at(x, y)).toEqual(PAPER);
}

async function inkIn(png: Buffer, top: number, bottom: number): Promise<number> {
  const at = await pixelsOf(png);
  let ink = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = 56; x < PANEL - 44; x += 1) if ((at(x, y)[0] ?? 255) < 0x40) ink += 1;
  return ink;
}

describe('social pictures', () => {
  test('1200 × 630, of palette, about 40 KB at most, the same bytes each time', async () => {
    const png = renderCard(drawingOf(card()));
    expect(png.length).toBeLessThan(42_000);
    expect(png.equals(renderCard(drawingOf(card())))).toBe(true);
    expect(await sharp(png).metadata()).toMatchObject({
      width: 1200,
      height: 630,
      format: 'png',
      isPalette: true,
    });
    expect(await inkIn(png, 120, 400)).toBeGreaterThan(2000);
  });

  test('the perforation is whole from top to bottom', async () => {
    const at = await pixelsOf(renderCard(drawingOf(card({ gate: GATE }))));
    for (let y = 10; y < HEIGHT; y += 21) {
      for (const x of [PANEL - 1, PANEL]) {
        const red = at(x, y)[0] ?? 0;
        expect(red, `${x}, ${y}`).toBeGreaterThan(0x70);
        expect(red, `${x}, ${y}`).toBeLessThan(0xb0);
      }
    }
  });

  test('nothing of the pictures drawn before is left', () => {
    const first = renderCard(drawingOf(card()));
    const plates = ['a', 'b', 'c', 'd'].map((id) => ({ industry: 'energy', id, makes: '' }));
    renderCard(drawingOf(card({ title: LONG_NAME, text: LONG_NAME, gate: GATE, plates })));
    expect(renderCard(drawingOf(card())).equals(first)).toBe(true);
  });

  test.each([
    ['an ordinary card', {}],
    ['a name of 180 letters', { title: LONG_NAME }],
    ['a word of 45 letters', { title: LONG_WORD, text: LONG_WORD }],
    [
      'everything long, with a gate time',
      { title: LONG_NAME, text: `${LONG_NAME} ${LONG_WORD}`, eyebrow: LONG_NAME, gate: GATE },
    ],
    ['a word of 180 letters', { title: LONG_WORD.repeat(4), gate: GATE }],
    [
      'the widest letters',
      { title: 'ЩЩЩЩЩЩЩЩЩЩ ЮЮЮЮЮЮЮЮЮЮЮЮ ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ', text: 'Щ'.repeat(240), gate: GATE },
    ],
    ['no text', { text: '', title: 'Ы' }],
  ])('words never leave their part: %s', async (_, change) => {
    await expectMarginsClean(renderCard(drawingOf(card(change))));
  });

  test('the check of margins sees words that do', async () => {
    const png = renderCard(drawingOf(card()));
    const stained = await sharp(png)
      .composite([
        {
          input: { create: { width: 60, height: 8, channels: 3, background: '#16191D' } },
          left: 560,
          top: 300,
        },
      ])
      .png()
      .toBuffer();
    await expect(expectMarginsClean(stained)).rejects.toThrow();
  });

  test('the gate time is whole under the longest name', async () => {
    const at = await pixelsOf(renderCard(drawingOf(card({ title: LONG_NAME, text: LONG_NAME, gate: GATE }))));
    // The signal field ends where it ends with a short name too.
    const signal = (png: typeof at): number => {
      let count = 0;
      for (let x = 0; x < PANEL; x += 1)
        for (let y = 480; y < HEIGHT; y += 1)
          if ((png(x, y)[2] ?? 255) < 0x20 && (png(x, y)[0] ?? 0) > 0xd0) count += 1;
      return count;
    };
    const short = await pixelsOf(renderCard(drawingOf(card({ gate: GATE }))));
    expect(signal(at)).toBeGreaterThan(10_000);
    expect(signal(at)).toBe(signal(short));
  });

  test.each([
    ['a name of 180 letters', LONG_NAME],
    ['five lines of large letters', 'Щёлковский завод железобетонных изделий имени Щукина'],
  ])('above the gate time stay whole lines and a clear strip: %s', async (_, title) => {
    const at = await pixelsOf(renderCard(drawingOf(card({ title, text: LONG_NAME, gate: GATE }))));
    for (let y = 478; y < 485; y += 1)
      for (let x = 56; x < PANEL - 44; x += 1) expect(at(x, y), `${x}, ${y}`).toEqual(PAPER);
  });

  test('mosaics fill the right part without gaps', () => {
    for (let count = 1; count <= 6; count += 1) {
      const all = cells(count);
      const area = all.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(area).toBeCloseTo((WIDTH - PANEL) * HEIGHT, 5);
      expect(all.length).toBeGreaterThanOrEqual(count);
    }
  });

  test('longer names are set smaller', () => {
    expect(titleSize('Ил')).toBeGreaterThan(titleSize(LONG_NAME));
    expect(titleSize(LONG_WORD)).toBeLessThan(titleSize('Завод «Пример»'));
  });

  test('what the fonts lack is left out or replaced', () => {
    expect(drawable('Цех\u202F№\u20095 «Ёж» — 100 %…')).toBe('Цех № 5 «Ёж» — 100 %…');
    expect(drawable('сине\u2011белый 🙂漢\u0000')).toBe('сине-белый ');
    expect(drawable('12\u00A0лет')).toBe('12\u00A0лет');
  });
});

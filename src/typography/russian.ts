/** Russian typography for running text: «ёлочки», dashes, non-breaking spaces after short words and numbers. */
import Typograf from 'typograf';

/**
 * What is done to a text, and what it must hold for that: most texts are short, and few rules have anything to do in
 * them. Signs are replaced and lines kept from breaking; rules that change words, numbers or dates are left out, for
 * «дом 1/2» is no half and «2026-09-15» may be a file's name.
 */
const RULES: readonly { needs: RegExp; rules: readonly string[] }[] = [
  { needs: /["«»‹›„“‟”]/, rules: ['common/punctuation/quote'] },
  { needs: /'/, rules: ['common/punctuation/apostrophe'] },
  { needs: /\.{3}/, rules: ['common/punctuation/hellip'] },
  {
    needs: /[-‒–—]/,
    rules: [
      'ru/dash/main',
      'ru/dash/directSpeech',
      'ru/dash/centuries',
      'ru/dash/daysMonth',
      'ru/dash/decade',
      'ru/dash/month',
      'ru/dash/time',
      'ru/dash/weekday',
      'ru/dash/years',
    ],
  },
  { needs: / {2}/, rules: ['common/space/delRepeatSpace'] },
  { needs: / [!?:;,.]/, rules: ['common/space/delBeforePunctuation', 'common/space/delBeforeDot'] },
  { needs: /[%‰]/, rules: ['common/space/delBeforePercent'] },
  {
    needs: / /,
    rules: [
      'common/nbsp/afterShortWord',
      'common/nbsp/afterShortWordByList',
      'common/nbsp/beforeShortLastWord',
      'ru/nbsp/beforeParticle',
    ],
  },
  {
    needs: /\d/,
    rules: [
      'common/nbsp/beforeShortLastNumber',
      'ru/nbsp/dayMonth',
      'ru/nbsp/m',
      'ru/nbsp/mln',
      'ru/nbsp/page',
      'ru/nbsp/rubleKopek',
      'ru/nbsp/year',
      'ru/nbsp/years',
    ],
  },
  { needs: /[№§]/, rules: ['ru/nbsp/afterNumberSign', 'ru/symbols/NN', 'common/nbsp/afterSectionMark'] },
  { needs: /\.|дом|этаж|литер/i, rules: ['ru/nbsp/addr'] },
  { needs: /\./, rules: ['ru/nbsp/abbr', 'ru/nbsp/initials', 'ru/nbsp/see'] },
  { needs: /[IVX]/, rules: ['ru/nbsp/centuries'] },
  { needs: /ООО|ОАО|ЗАО|НИИ/, rules: ['ru/nbsp/ooo'] },
];

const typograf = new Typograf({
  locale: ['ru', 'en-US'],
  htmlEntity: { type: 'default' },
  disableRule: '*',
  enableRule: RULES.flatMap(({ rules }) => rules),
});

const done = new Map<string, string>();

/**
 * The text with typographic quotes, dashes and non-breaking spaces; leading and trailing spaces stay. Texts that
 * come again are worked once.
 */
export function typograph(text: string): string {
  const known = done.get(text);
  if (known !== undefined) return known;
  const wanted = new Set(RULES.filter(({ needs }) => needs.test(text)).flatMap(({ rules }) => rules));
  const worked =
    wanted.size === 0 ? text : typograf.execute(text, { ruleFilter: ({ name }) => wanted.has(name) });
  done.set(text, worked);
  return worked;
}

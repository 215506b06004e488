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
  { needs: /[ \u00A0][-‒–—]/, rules: ['ru/dash/main'] },
  { needs: /(?:^|[^\p{L}\p{N}])[-‒–—]/mu, rules: ['ru/dash/directSpeech'] },
  {
    needs: /\d[ \u00A0]?[-‒–—]/,
    rules: ['ru/dash/daysMonth', 'ru/dash/decade', 'ru/dash/time', 'ru/dash/years'],
  },
  { needs: /[IVX][ \u00A0]?[-‒–—]/, rules: ['ru/dash/centuries'] },
  { needs: /[а-яё] ?[-‒–—]{1,2} ?[а-яё]{3}/i, rules: ['ru/dash/month', 'ru/dash/weekday'] },
  { needs: / {2}/, rules: ['common/space/delRepeatSpace'] },
  { needs: / [!?:;,.]/, rules: ['common/space/delBeforePunctuation', 'common/space/delBeforeDot'] },
  { needs: /[%‰]/, rules: ['common/space/delBeforePercent'] },
  { needs: /(?:^|[^\p{L}])[а-яёa-z]{1,2} /imu, rules: ['common/nbsp/afterShortWord'] },
  { needs: /(?:без|для|если|или|как|обо|при|про|под) /i, rules: ['common/nbsp/afterShortWordByList'] },
  { needs: / [а-яёa-z]{1,3}[.!?…]/i, rules: ['common/nbsp/beforeShortLastWord'] },
  { needs: /[ \u00A0](?:ли|ль|же|ж|бы|б)(?!\p{L})/u, rules: ['ru/nbsp/beforeParticle'] },
  { needs: / \d{1,2}(?!\d)/, rules: ['common/nbsp/beforeShortLastNumber'] },
  {
    needs: /\d[ \u00A0]?[а-яёa-z]/i,
    rules: [
      'ru/nbsp/dayMonth',
      'ru/nbsp/m',
      'ru/nbsp/mln',
      'ru/nbsp/rubleKopek',
      'ru/nbsp/year',
      'ru/nbsp/years',
    ],
  },
  { needs: /\. *\d/, rules: ['ru/nbsp/page'] },
  { needs: /[№§]/, rules: ['ru/nbsp/afterNumberSign', 'ru/symbols/NN', 'common/nbsp/afterSectionMark'] },
  { needs: /\.|(?:дом|литер|мкрн|мкр?-н|п-д)[ \u00A0\d]|этаж/i, rules: ['ru/nbsp/addr'] },
  { needs: /[а-яё]\./i, rules: ['ru/nbsp/abbr', 'ru/nbsp/initials', 'ru/nbsp/see'] },
  { needs: /[IVX]/, rules: ['ru/nbsp/centuries'] },
  { needs: /ООО|ОАО|ЗАО|НИИ/, rules: ['ru/nbsp/ooo'] },
];

/** All rules at once; `typograph` asks only for those that a text needs. */
export const typograf = new Typograf({
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

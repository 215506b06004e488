/** Russian typography for running text: «ёлочки», dashes, non-breaking spaces after short words and numbers. */
import Typograf from 'typograf';

const typograf = new Typograf({ locale: ['ru', 'en-US'], htmlEntity: { type: 'default' } });
// A text node of Markdown may begin or end with the space that parts it from a neighbouring tag.
typograf.disableRule('common/space/trimLeft');
typograf.disableRule('common/space/trimRight');

const done = new Map<string, string>();

/**
 * The text with typographic quotes, dashes and non-breaking spaces; leading and trailing spaces stay. Texts that
 * come again are worked once.
 */
export function typograph(text: string): string {
  const known = done.get(text);
  if (known !== undefined) return known;
  const worked = typograf.execute(text);
  done.set(text, worked);
  return worked;
}

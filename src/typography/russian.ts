/** Russian typography for running text: «ёлочки», dashes, non-breaking spaces after short words and numbers. */
import Typograf from 'typograf';

const typograf = new Typograf({ locale: ['ru', 'en-US'], htmlEntity: { type: 'default' } });
// A text node of Markdown may begin or end with the space that parts it from a neighbouring tag.
typograf.disableRule('common/space/trimLeft');
typograf.disableRule('common/space/trimRight');

/** The text with typographic quotes, dashes and non-breaking spaces; leading and trailing spaces stay. */
export function typograph(text: string): string {
  return typograf.execute(text);
}

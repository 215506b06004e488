/** Applies Russian typography to the text of Markdown and MDX; code stays as it is. */
import { defineMdastPlugin } from 'satteri';
import { typograph } from './russian.ts';

const NON_BREAKING = /\u00A0/g;

export const russianTypography = defineMdastPlugin({
  name: 'russian-typography',
  text(node, context) {
    const text = typograph(node.value);
    // Heading ids are made from this text, and a non-breaking space would glue their words together.
    const value = context.parent(node).type === 'heading' ? text.replace(NON_BREAKING, ' ') : text;
    if (value !== node.value) context.replaceNode(node, { type: 'text', value });
  },
});

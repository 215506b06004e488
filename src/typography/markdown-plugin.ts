/** Applies Russian typography to the text of Markdown and MDX; code stays as it is. */
import { defineMdastPlugin } from 'satteri';
import { typograph } from './russian.ts';

export const russianTypography = defineMdastPlugin({
  name: 'russian-typography',
  text(node, context) {
    const value = typograph(node.value);
    if (value !== node.value) context.replaceNode(node, { type: 'text', value });
  },
});

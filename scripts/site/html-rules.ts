/** Rules of the HTML validator; each that is switched off says why. */
import type { ConfigData } from 'html-validate';

export const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // Generated HTML is compressed: white space says nothing about its quality.
    'no-trailing-whitespace': 'off',
    // Astro writes void elements and attributes in its own consistent way.
    'void-style': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Style sheets are inlined on purpose: the first view needs no second request.
    'no-inline-style': 'error',
    // Titles carry the full name of an enterprise, which may be long.
    'long-title': 'off',
    // Several boxes of one name are how a GET form asks for «any of these».
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // Ids made from headings may begin with their number; HTML allows it.
    'valid-id': ['error', { relaxed: true }],
    // Our own pages only: integrity is for files of strangers, and there are none.
    'require-sri': 'off',
  },
};

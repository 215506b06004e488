/** What may stand below the first screen: in src/styles/layout.css the same. */
export const FAR_BLOCKS = 'main>.block,.foot,.sides>*~*';

/** The text of a built page, for building the same text with other generators. */
import { Parser } from 'htmlparser2';

export type PlainPage = { path: string; title: string; paragraphs: string[] };

const BLOCKS = new Set(['p', 'li', 'dd', 'dt', 'h1', 'h2', 'h3', 'td', 'th', 'figcaption', 'blockquote']);
const SILENT = new Set(['script', 'style', 'svg', 'template']);

/** Title and text blocks of a page's main part. */
export function plainPage(path: string, html: string): PlainPage {
  const page: PlainPage = { path, title: '', paragraphs: [] };
  let silent = 0;
  let inMain = false;
  let inTitle = false;
  let block = '';
  const flush = (): void => {
    const text = block.replace(/\s+/g, ' ').trim();
    if (text !== '') page.paragraphs.push(text);
    block = '';
  };
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent++;
      if (name === 'main') inMain = true;
      if (name === 'title' && silent === 0) inTitle = true;
      if (inMain && BLOCKS.has(name)) flush();
    },
    ontext(text) {
      if (inTitle) page.title += text;
      if (inMain && silent === 0) block += text;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      if (name === 'title') inTitle = false;
      if (inMain && (BLOCKS.has(name) || name === 'main')) flush();
      if (name === 'main') inMain = false;
    },
  });
  parser.write(html);
  parser.end();
  return page;
}

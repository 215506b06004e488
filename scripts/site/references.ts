/** Character references (`&amp;`, `&#34;`) of a page, resolved. Few texts have any: the others are given back as they are. */
import { Parser } from 'htmlparser2';

/** The value of an attribute. */
export function decodedValue(written: string): string {
  if (!written.includes('&')) return written;
  let value = '';
  new Parser({
    onattribute: (_, read) => {
      value = read;
    },
  }).end(`<a a="${written.replaceAll('"', '&quot;')}">`);
  return value;
}

/** The text of a title. */
export function decodedText(written: string): string {
  if (!written.includes('&')) return written;
  let text = '';
  new Parser({
    ontext: (read) => {
      text += read;
    },
  }).end(`<title>${written}`);
  return text;
}

/** Titles that search engines and messengers would cut. */
import { plural } from '../../../src/i18n/plural.ts';
import { TITLE_LIMIT } from '../../../src/seo/wording.ts';
import type { Entry } from '../read/entry.ts';
import { shorten } from '../read/yaml.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { textOf } from './known-values.ts';

const CHARACTERS = ['знак', 'знака', 'знаков'] as const;
/** Longer ones are refused as an error, and once is enough. */
const MOST = 180;

/** A title over the limit; the long name of an enterprise is fine where a short one stands in for it. */
export function titleFaults(entry: Entry): Fault[] {
  const field = entry.collection === 'enterprises' ? 'name' : 'title';
  const title = textOf(entry.fields, field);
  if (title === undefined || title.length <= TITLE_LIMIT || title.length > MOST) return [];
  if (field === 'name' && textOf(entry.fields, 'shortName') !== undefined) return [];
  const fitting = `не больше ${String(TITLE_LIMIT)} знаков`;
  return [
    fault('title-long', {
      path: entry.path,
      line: entry.yaml?.lineOf([field]) ?? 1,
      field,
      problem: 'в выдаче поиска и в мессенджерах это обрежут',
      written: `${plural(title.length, CHARACTERS)}: «${shorten(title)}»`,
      wanted: field === 'name' ? `${fitting} — или добавьте короткое название в shortName` : fitting,
    }),
  ];
}

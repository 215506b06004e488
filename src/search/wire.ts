/**
 * How the list travels (/search/list.json): columns of text, numbers as single signs, and nothing that the
 * browser can derive itself: an id out of its title, a word out of the title, a day out of a distance.
 */
import { addDays } from '../time/moscow.ts';
import type { CatalogueList, ListGroup } from './list.ts';
import { KINDS, LIST_VERSION } from './list.ts';

/** The list as it is sent; `pack-list.ts` makes it. Texts of a column are joined by `SEPARATOR`. */
export interface Wire {
  readonly version: number;
  /** One column of each sort per kind, in the order of KINDS. Ids, notes and further names are templates. */
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly more: readonly string[];
  /** Names of places once each, and per enterprise which ones are meant. */
  readonly placeNames: string;
  readonly places: string;
  readonly industries: string;
  /** One more than the index, so that unknown is nought. */
  readonly okrugs: string;
  /** Format by format: how many enterprises stand between those that offer it. */
  readonly formats: string;
  readonly standings: string;
  readonly ages: string;
  readonly spoken: string;
  readonly meant: string;
  /** The first day, or nothing when no visit is coming. */
  readonly firstDay: string;
  /** Clock times with the suffix of the id, once each. */
  readonly clocks: string;
  /** Visits enterprise by enterprise: days since the visit before, which clock time, format and season. */
  readonly days: string;
  readonly clockOf: string;
  /** Place among the formats of the enterprise; formats beyond are counted on from there. */
  readonly formatOf: string;
  readonly seasonOf: string;
}

export const SEPARATOR = '|';
/** Sent for a separator that belongs to a text; no text of an entry can hold it. */
export const STAND_IN = '\0';
/** Nought is the sign 0; a space parts lists of numbers. */
export const NOUGHT = 48;

const LETTERS = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё';
const COMMON = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya e';
const SPELLINGS = {
  common: COMMON.split(' '),
  short: COMMON.replace('kh ts', 'h c').replace(/e$/, 'yo').split(' '),
};
export type Spelling = keyof typeof SPELLINGS;

/** A word in Latin letters, as addresses spell it. */
export function latin(word: string, spelling: Spelling): string {
  return Array.from(
    word.toLowerCase(),
    (letter) => SPELLINGS[spelling][LETTERS.indexOf(letter)] ?? letter,
  ).join('');
}

/** The words of a title as templates count them. */
export function titleWords(title: string): string[] {
  return title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** A text out of its template: `$2` stands for the word of the title counted from nought, `$$` for the sign. */
export function fillText(template: string, title: string): string {
  const parts = titleWords(title);
  return template.replace(/\$(.)/g, (_, at: string) => (at === '$' ? at : (parts[parseInt(at, 36)] ?? '')));
}

/**
 * An id out of its template: `$2` is the word in Latin letters, `~2` are all words from there on; `%` and `^`
 * the same in the short spelling.
 */
export function fillId(template: string, title: string): string {
  const parts = titleWords(title);
  return template.replace(/([$%~^])(.)/g, (_, sign: string, at: string) => {
    const from = parseInt(at, 36);
    const taken = parts.slice(from, '$%'.includes(sign) ? from + 1 : undefined);
    return taken.map((word) => latin(word, '%^'.includes(sign) ? 'short' : 'common')).join('-');
  });
}

const texts = (column: string): string[] =>
  column === '' ? [] : column.split(SEPARATOR).map((text) => text.replaceAll(STAND_IN, SEPARATOR));
const numbers = (column: string): number[] => Array.from(column, (sign) => sign.charCodeAt(0) - NOUGHT);
const lists = (column: string): number[][] => column.split(' ').map(numbers);

/** The list out of what was sent. Expects the version of this code. */
export function unpackList(wire: Wire): CatalogueList {
  const groups = KINDS.map((kind, at): ListGroup => {
    const titles = texts(wire.titles[at] ?? '');
    const column = (sent: readonly string[], fill: typeof fillText): string[] => {
      const templates = texts(sent[at] ?? '');
      return titles.map((title, i) => fill(templates[i] ?? '', title));
    };
    return {
      kind,
      ids: column(wire.ids, fillId),
      titles,
      notes: column(wire.notes, fillText),
      more: column(wire.more, fillText),
    };
  });
  const enterprises = groups[0]?.titles ?? [];
  const formats = unpackFormats(wire.formats, enterprises.length);
  const names = texts(wire.placeNames);
  const [places, meant] = [lists(wire.places), lists(wire.meant)];
  return {
    version: LIST_VERSION,
    groups,
    tags: {
      places: enterprises.map((_, i) => (places[i] ?? []).map((one) => names[one] ?? '').join('; ')),
      industries: numbers(wire.industries),
      okrugs: numbers(wire.okrugs).map((one) => one - 1),
      formats,
      standings: numbers(wire.standings),
      ages: numbers(wire.ages),
    },
    synonyms: texts(wire.spoken).map((said, i) => [said.split(';'), meant[i] ?? []] as const),
    sessions: unpackSessions(wire, formats),
  };
}

function unpackFormats(column: string, enterprises: number): string[] {
  const found = Array.from({ length: enterprises }, () => '');
  for (const [format, distances] of lists(column).entries()) {
    let at = -1;
    for (const distance of distances) {
      at += distance + 1;
      found[at] = (found[at] ?? '') + format.toString(36);
    }
  }
  return found;
}

function unpackSessions(wire: Wire, offered: readonly string[]): CatalogueList['sessions'] {
  const clocks = texts(wire.clocks);
  const [clockOf, formatOf, seasonOf] = [wire.clockOf, wire.formatOf, wire.seasonOf].map(numbers);
  let next = 0;
  const all = lists(wire.days).flatMap((distances, enterprise) => {
    let day = wire.firstDay;
    const formats = offered[enterprise] ?? '';
    return distances.map((distance) => {
      const [format = 0, at] = [formatOf?.[next], next++];
      day = addDays(day, distance);
      return {
        enterprise,
        season: seasonOf?.[at] ?? 0,
        format: format < formats.length ? parseInt(formats.charAt(format), 36) : format - formats.length,
        time: `${day}-${clocks[clockOf?.[at] ?? 0] ?? ''}`,
      };
    });
  });
  all.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time)));
  return {
    enterprises: all.map(({ enterprise }) => enterprise),
    seasons: all.map(({ season }) => season),
    formats: all.map(({ format }) => format),
    times: all.map(({ time }) => time),
  };
}

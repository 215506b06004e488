/** The list of instant answers as it is sent. Pure; `unpackList` gives back the very same list. */
import { daysBetween } from '../time/moscow.ts';
import type { CatalogueList, ListGroup } from './list.ts';
import { KINDS } from './list.ts';
import { latin, NOUGHT, SEPARATOR, STAND_IN, titleWords } from './wire.ts';
import type { Spelling, Wire } from './wire.ts';

/** What is sent for a list. */
export function packList(list: CatalogueList): Wire {
  const groups = KINDS.map((kind) => list.groups.find((group) => group.kind === kind));
  const column = (of: (group: ListGroup, at: number) => string): string[] =>
    groups.map((group) => (group === undefined ? '' : join(group.ids.map((_, at) => of(group, at)))));
  const placed = list.tags.places.map((text) => (text === '' ? [] : text.split('; ')));
  const names = [...new Set(placed.flat())];
  const { tags } = list;
  // Texts stand first: in this order it compresses best.
  return {
    version: list.version,
    titles: column(({ titles }, at) => titles[at] ?? ''),
    notes: column(({ titles, notes }, at) => textTemplate(notes[at] ?? '', titles[at] ?? '')),
    more: column(({ titles, more }, at) => textTemplate(more[at] ?? '', titles[at] ?? '')),
    // A synonym is looked up by its words: a sign between them says nothing.
    spoken: join(list.synonyms.map(([said]) => said.map((one) => one.replaceAll(';', ' ')).join(';'))),
    placeNames: join(names),
    ids: column(({ titles, ids }, at) => idTemplate(ids[at] ?? '', titles[at] ?? '')),
    places: lists(placed.map((parts) => parts.map((part) => names.indexOf(part)))),
    industries: signs(tags.industries),
    okrugs: signs(tags.okrugs.map((one) => one + 1)),
    formats: packFormats(list),
    standings: signs(tags.standings),
    ages: signs(tags.ages),
    meant: lists(list.synonyms.map(([, entries]) => entries)),
    ...packSessions(list),
  };
}

function join(all: readonly string[]): string {
  return all.map((text) => text.replaceAll(SEPARATOR, STAND_IN)).join(SEPARATOR);
}

const signs = (numbers: readonly number[]): string =>
  numbers.map((one) => String.fromCharCode(one + NOUGHT)).join('');
const lists = (all: readonly (readonly number[])[]): string => all.map(signs).join(' ');

/** A text with the words of its title replaced by their places; single signs are not worth it. */
function textTemplate(text: string, title: string): string {
  const known = titleWords(title).slice(0, 36);
  return text.replaceAll('$', '$$$$').replace(/[\p{L}\p{N}]{2,}/gu, (word) => {
    const at = known.indexOf(word);
    return at === -1 ? word : `$${at.toString(36)}`;
  });
}

/** An id with the words that are the title's replaced by their places, all the rest of the title at once. */
function idTemplate(id: string, title: string): string {
  const known = titleWords(title).slice(0, 36);
  const spelled = {
    common: known.map((word) => latin(word, 'common')),
    short: known.map((word) => latin(word, 'short')),
  };
  const result: string[] = [];
  for (let rest = id; rest !== '';) {
    const [part = ''] = rest.split('-');
    const toTheEnd = find(known, (at, spelling) => spelled[spelling].slice(at).join('-') === rest);
    if (toTheEnd !== undefined) {
      result.push(`${toTheEnd.spelling === 'common' ? '~' : '^'}${toTheEnd.at.toString(36)}`);
      break;
    }
    const one = find(known, (at, spelling) => part !== '' && spelled[spelling][at] === part);
    result.push(one === undefined ? part : `${one.spelling === 'common' ? '$' : '%'}${one.at.toString(36)}`);
    if (rest === part) break;
    rest = rest.slice(part.length + 1);
  }
  return result.join('-');
}

function find(
  words: readonly string[],
  fits: (at: number, spelling: Spelling) => boolean,
): { at: number; spelling: Spelling } | undefined {
  const all = words.flatMap((_, at) => [
    { at, spelling: 'common' as const },
    { at, spelling: 'short' as const },
  ]);
  return all.find(({ at, spelling }) => fits(at, spelling));
}

function packFormats({ tags, groups }: CatalogueList): string {
  const formats = groups.find(({ kind }) => kind === 'format')?.ids ?? [];
  return lists(
    formats.map((_, format) => {
      const offering = [...tags.formats.keys()].filter((at) =>
        tags.formats[at]?.includes(format.toString(36)),
      );
      return offering.map((at, i) => at - (offering[i - 1] ?? -1) - 1);
    }),
  );
}

function packSessions({
  sessions,
  tags,
  groups,
}: CatalogueList): Pick<Wire, 'firstDay' | 'clocks' | 'days' | 'clockOf' | 'formatOf' | 'seasonOf'> {
  const all = sessions.times.map((time, i) => ({
    day: time.slice(0, 10),
    clock: time.slice(11),
    enterprise: sessions.enterprises[i] ?? 0,
    format: sessions.formats[i] ?? 0,
    season: sessions.seasons[i] ?? 0,
  }));
  const clocks = [...new Set(all.map(({ clock }) => clock))].sort();
  const firstDay = all[0]?.day ?? '';
  const own = Map.groupBy(all, ({ enterprise }) => enterprise);
  const byEnterprise = (groups[0]?.ids ?? []).map((_, at) => own.get(at) ?? []);
  const inOrder = byEnterprise.flat();
  return {
    firstDay,
    clocks: join(clocks),
    days: lists(
      byEnterprise.map((its) => its.map(({ day }, i) => daysBetween(its[i - 1]?.day ?? firstDay, day))),
    ).trimEnd(),
    clockOf: signs(inOrder.map(({ clock }) => clocks.indexOf(clock))),
    formatOf: signs(
      inOrder.map(({ enterprise, format }) => {
        const offered = tags.formats[enterprise] ?? '';
        const at = offered.indexOf(format.toString(36));
        return at === -1 ? offered.length + format : at;
      }),
    ),
    seasonOf: signs(inOrder.map(({ season }) => season)),
  };
}

/** Faults of references: to vocabularies, to other entries, to sources. */
import type { Entry } from '../read/entry.ts';
import { isPublished, isRecord } from '../read/entry.ts';
import type { VocabularyName } from '../read/place.ts';
import { ID_PATTERN } from '../../../src/schema/fields.ts';
import type { Path } from '../read/yaml.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { listOf, recordsOf, textOf } from './known-values.ts';
import { suggestion } from './nearest.ts';
import { fieldName } from './schema-faults.ts';
import type { Tree } from './tree.ts';

type Reference = { path: Path; value: string; to: VocabularyName | 'enterprises' | 'seasons' };

/** Every reference that leads nowhere. */
export function referenceFaults(tree: Tree): Fault[] {
  const ids = vocabularyIds(tree);
  const entries = tree.entries.filter((entry) => !entry.hidden);
  return [
    ...missingVocabularies(tree, entries),
    ...entries.flatMap((entry) => [
      ...referencesOf(entry).flatMap((reference) => referenceFault(tree, ids, entry, reference)),
      ...programmeName(tree, entry),
      ...formerNames(tree, entry),
    ]),
  ];
}

function vocabularyIds(tree: Tree): Map<VocabularyName, Set<string>> {
  const ids = new Map<VocabularyName, Set<string>>();
  for (const [name, { yaml }] of tree.vocabularies) {
    const items = Array.isArray(yaml.value) ? (yaml.value as unknown[]) : [];
    // A list that cannot be read has a fault of its own; every entry would only repeat it.
    if (items.length === 0) continue;
    ids.set(name, new Set(items.flatMap((item) => (isRecord(item) ? [textOf(item, 'id') ?? ''] : []))));
  }
  return ids;
}

function missingVocabularies(tree: Tree, entries: readonly Entry[]): Fault[] {
  const names = ['industries', 'formats', 'okrugs'] as const;
  return names.flatMap((name) => {
    const used = entries.some((entry) => referencesOf(entry).some(({ to }) => to === name));
    const file = tree.vocabularies.get(name);
    const empty = file?.yaml.problems.length === 0 && (file.yaml.value ?? null) === null;
    if ((file !== undefined && !empty) || !used) return [];
    const path = `vocabulary/${name}.yaml`;
    return [
      fault('vocabulary-missing', {
        path,
        line: 1,
        about: 'список',
        problem: `на него ссылаются записи, а ${empty ? 'файл пуст' : 'файла нет'}`,
        written: 'ничего',
        wanted: `файл ${path} со списком`,
      }),
    ];
  });
}

/** Every text that is to name something else. One that does not look like an id may be a title of it. */
function referencesOf(entry: Entry): Reference[] {
  const { fields } = entry;
  const found: { path: Path; value: unknown; to: Reference['to'] }[] = [];
  const one = (key: string, to: Reference['to']): void => {
    found.push({ path: [key], value: fields[key], to });
  };
  const many = (key: string, to: Reference['to']): void => {
    found.push(...listOf(fields, key).map((value, index) => ({ path: [key, index], value, to })));
  };
  switch (entry.collection) {
    case 'enterprises':
      one('industry', 'industries');
      one('okrug', 'okrugs');
      many('formats', 'formats');
      break;
    case 'programmes':
      many('formats', 'formats');
      for (const { index, item } of recordsOf(fields, 'sessions')) {
        found.push({ path: ['sessions', index, 'format'], value: item.format, to: 'formats' });
      }
      break;
    case 'events':
      one('format', 'formats');
      many('enterprises', 'enterprises');
      break;
    case 'news':
      one('season', 'seasons');
      many('enterprises', 'enterprises');
      break;
    case 'seasons':
    case 'pages':
    case 'consent':
      break;
  }
  return found.flatMap(({ path, value, to }) => (typeof value === 'string' ? [{ path, value, to }] : []));
}

function referenceFault(
  tree: Tree,
  ids: ReadonlyMap<VocabularyName, ReadonlySet<string>>,
  entry: Entry,
  { path, value, to }: Reference,
): Fault[] {
  const at = (): At => ({
    path: entry.path,
    line: entry.yaml?.lineOf(path) ?? 1,
    field: fieldName(path),
    written: value,
  });
  if (!ID_PATTERN.test(value)) return byTitle(tree, to, value, at);
  if (to === 'enterprises' || to === 'seasons') return toEntry(tree, entry, to, value, at);
  const known = ids.get(to);
  if (known === undefined || known.has(value)) return [];
  const wanted = suggestion(value, known, `одно из значений vocabulary/${to}.yaml: ${[...known].join(', ')}`);
  return [fault('reference-vocabulary', { ...at(), problem: `такого нет в vocabulary/${to}.yaml`, wanted })];
}

/** «Экскурсия» instead of `excursion`: the title is known, so the id is. Anything else is the schema's business. */
function byTitle(tree: Tree, to: Reference['to'], value: string, at: () => At): Fault[] {
  const same = (text: unknown): boolean =>
    typeof text === 'string' && text.toLowerCase() === value.toLowerCase();
  if (to === 'enterprises' || to === 'seasons') {
    const found = [...tree.byId[to]].find(([, { fields }]) =>
      [fields.name, fields.shortName, fields.title].some(same),
    );
    if (found === undefined) return [];
    const problem = 'здесь нужно имя файла, а не название';
    return [fault('reference-entry', { ...at(), problem, wanted: found[0] })];
  }
  const items: unknown = tree.vocabularies.get(to)?.yaml.value;
  const found = Array.isArray(items)
    ? items.filter(isRecord).find((item) => [item.id, item.title, item.shortTitle, item.plural].some(same))
    : undefined;
  const id = found === undefined ? undefined : textOf(found, 'id');
  if (id === undefined) return [];
  const problem = `здесь нужен id из vocabulary/${to}.yaml, а не название`;
  return [fault('reference-vocabulary', { ...at(), problem, wanted: id })];
}

type At = { path: string; line: number; written: string } & ({ field: string } | { about: string });

function toEntry(tree: Tree, from: Entry, to: 'enterprises' | 'seasons', id: string, at: () => At): Fault[] {
  const target = tree.byId[to].get(id);
  if (target === undefined) {
    // A season without index.md is told at its folder.
    if (to === 'seasons' && tree.files.some(({ path }) => path.startsWith(`seasons/${id}/`))) return [];
    const wanted = suggestion(id, tree.byId[to].keys(), `имя файла из папки ${to} без расширения`);
    return [fault('reference-entry', { ...at(), problem: `такой записи нет в папке ${to}`, wanted })];
  }
  if (isPublished(target) || !isPublished(from)) return [];
  return [
    fault('reference-unpublished', {
      ...at(),
      problem: `запись ${target.path} не опубликована`,
      wanted: 'уберите ссылку или draft: true в той записи',
    }),
  ];
}

/** A programme belongs to the enterprise whose name its file bears. */
function programmeName(tree: Tree, entry: Entry): Fault[] {
  if (entry.collection !== 'programmes' || !ID_PATTERN.test(entry.id)) return [];
  const at = (): At => ({ path: entry.path, line: 1, about: 'имя файла', written: entry.id });
  return toEntry(tree, entry, 'enterprises', entry.id, at);
}

function formerNames(tree: Tree, entry: Entry): Fault[] {
  if (entry.collection !== 'enterprises') return [];
  return listOf(entry.fields, 'formerly').flatMap((name, index) => {
    if (typeof name !== 'string' || !tree.byId.enterprises.has(name)) return [];
    return [
      fault('former-name-taken', {
        path: entry.path,
        line: entry.yaml?.lineOf(['formerly', index]) ?? 1,
        field: 'formerly',
        problem: 'по этому адресу есть другая запись',
        written: name,
        wanted: 'имя, которым больше никто не пользуется',
      }),
    ];
  });
}

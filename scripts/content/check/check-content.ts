/** The whole check: every rule over every file, all faults at once. */
import type { Instant } from '../../../src/time/moscow.ts';
import type { Entry, RawFile } from '../read/entry.ts';
import { isRecord } from '../read/entry.ts';
import { decode } from '../read/decode.ts';
import { readTree } from '../read/read-tree.ts';
import { parseBody } from './body.ts';
import type { Body } from './body.ts';
import { bodyFaults } from './body-faults.ts';
import type { Fault } from './fault.ts';
import { compareFaults } from './fault.ts';
import { figureFaults } from './figure-faults.ts';
import { frontMatterFaults, yamlFaults } from './front-matter-faults.ts';
import { linkFaults, sitePages } from './link-faults.ts';
import { nameFaults } from './name-faults.ts';
import { addressFaults, consentFaults, futureFaults, vocabularyFaults } from './other-faults.ts';
import { pictureFaults } from './picture-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import type { RuleId } from './rules.ts';
import { schemaFaults } from './schema-faults.ts';
import { ENTRY_SCHEMAS, VOCABULARY_SCHEMAS } from './schemas.ts';
import { sessionFaults } from './session-faults.ts';
import { textFaults } from './text-faults.ts';
import { titleFaults } from './title-faults.ts';
import type { Tree } from './tree.ts';
import { buildTree } from './tree.ts';
import { weekdayFaults } from './weekday-faults.ts';

export type CheckOptions = {
  /** The instant to check at: some rules ask what is past. */
  now: Instant;
};

/**
 * All faults of the content under `root`, sorted by path and line; empty when there are none.
 * @throws the file system's error when the root cannot be read.
 */
export async function checkContent(root: string, { now }: CheckOptions): Promise<Fault[]> {
  return checkFiles(await readTree(root), { now });
}

/** The same over files in memory; paths are relative to the content root. Pure. */
export function checkFiles(files: readonly RawFile[], { now }: CheckOptions): Fault[] {
  const tree = buildTree(files, now);
  const bodies = new Map<Entry, Body>();
  for (const entry of tree.entries) {
    const body = parseBody(entry);
    if (body !== undefined) bodies.set(entry, body);
  }
  const site = sitePages(tree, bodies);
  return withoutEchoes([
    ...nameFaults(tree),
    ...guideFaults(tree),
    ...vocabularyFileFaults(tree),
    ...vocabularyFaults(tree),
    ...tree.entries.flatMap((entry) => {
      const body = bodies.get(entry);
      return [
        ...textFaults(entry),
        ...frontMatterFaults(entry),
        ...(body === undefined ? [] : [...bodyFaults(entry, body), ...linkFaults(entry, body, site)]),
        ...(entry.hidden ? [] : fieldFaults(tree, entry)),
      ];
    }),
    ...referenceFaults(tree),
    ...sessionFaults(tree),
    ...consentFaults(tree),
    ...pictureFaults(tree, bodies),
  ]).sort(compareFaults);
}

/** Rules whose fault says more about a place than another rule's: one slip, one fault. */
const ECHOES: readonly (readonly [tells: RuleId, echo: RuleId])[] = [
  ['yaml-hash', 'field-empty'],
  ['reference-vocabulary', 'field-id'],
  ['reference-entry', 'field-id'],
];

function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const key = (rule: RuleId, { path, line, field }: Fault): string =>
    [rule, path, String(line), field].join('\n');
  const told = new Set(faults.map((fault) => key(fault.rule, fault)));
  return faults.filter(
    (fault) => !ECHOES.some(([tells, echo]) => fault.rule === echo && told.has(key(tells, fault))),
  );
}

/** What the fields say; entries hidden by an underscore are judged by their syntax alone. */
function fieldFaults(tree: Tree, entry: Entry): Fault[] {
  if (!isRecord(entry.yaml?.value)) return [];
  return [
    ...schemaFaults(entry.path, entry.yaml, ENTRY_SCHEMAS[entry.collection]),
    ...figureFaults(entry),
    ...addressFaults(entry),
    ...titleFaults(entry),
    ...futureFaults(tree, entry),
    ...weekdayFaults(tree, entry),
  ];
}

function vocabularyFileFaults(tree: Tree): Fault[] {
  return [...tree.vocabularies.values()].flatMap((file) => [
    ...textFaults(file),
    ...yamlFaults(file.path, file.yaml),
    ...(file.yaml.astroValue === undefined
      ? []
      : schemaFaults(file.path, file.yaml, VOCABULARY_SCHEMAS[file.name])),
  ]);
}

/** The editors' guide is no entry, only its characters are judged. */
function guideFaults(tree: Tree): Fault[] {
  return tree.files.flatMap((file) =>
    file.place.kind === 'guide' && file.symlink !== true
      ? textFaults({ path: file.path, size: 0, decoded: decode(file.bytes) })
      : [],
  );
}

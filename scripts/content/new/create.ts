import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { CommandError } from '../command/command-error.ts';
import { splitFrontMatter } from '../read/front-matter.ts';
import type { ContentTree } from '../tree/content-tree.ts';
import type { Answers, Draft, Kind } from './kind.ts';
import { renderEntry } from './render.ts';

export type NewEntry = { readonly draft: Draft; readonly text: string };

/**
 * The entry that the answers make, not yet written.
 * @throws CommandError when such an entry exists or the answers contradict each other.
 */
export function composeEntry(kind: Kind, answers: Answers, tree: ContentTree): NewEntry {
  const draft = kind.draft(answers, tree);
  const taken = [draft.path, ...draft.twins].find((path) => tree.paths.has(path));
  if (taken !== undefined) {
    throw new CommandError(`Запись уже есть: ${taken}. Правьте её или задайте другое имя ключом --id.`);
  }
  const text = renderEntry(kind.schema, draft.values, kind.bodyHint, '');
  const split = splitFrontMatter(text);
  const result = kind.schema.safeParse(split.kind === 'split' ? parse(split.yaml) : undefined);
  if (result.success) return { draft, text };
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CommandError(`Так запись не пройдёт проверку: ${faults.join('; ')}.`);
}

/** Writes the entry below the content root; refuses to overwrite. @throws CommandError when it cannot be written. */
export async function writeEntry(root: string, entry: NewEntry): Promise<string> {
  const path = join(root, entry.draft.path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, entry.text, { flag: 'wx' });
  } catch (error) {
    throw new CommandError(`Файл ${path} не записывается: ${String(error)}`);
  }
  return path;
}

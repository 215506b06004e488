import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Format, Industry, Okrug } from '../../../src/schema/vocabulary.ts';
import { formats, industries, okrugs } from '../../../src/schema/vocabulary.ts';
import { CommandError } from '../command/command-error.ts';

export type Vocabulary = {
  readonly industries: readonly Industry[];
  readonly formats: readonly Format[];
  readonly okrugs: readonly Okrug[];
};

/**
 * Reads the closed lists of a content tree.
 * @throws CommandError when a list is missing or is not what the schema wants.
 */
export async function readVocabulary(contentDir: string): Promise<Vocabulary> {
  return {
    industries: await readList(contentDir, 'industries', industries),
    formats: await readList(contentDir, 'formats', formats),
    okrugs: await readList(contentDir, 'okrugs', okrugs),
  };
}

async function readList<List extends z.ZodType>(
  contentDir: string,
  name: string,
  list: List,
): Promise<z.output<List>> {
  const path = join(contentDir, 'vocabulary', `${name}.yaml`);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`Не читается словарь ${path}: ${String(error)}`);
  });
  const parsed = list.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new CommandError(`В словаре ${path} ошибка: запустите npm run check:content, она покажет строку.`);
}

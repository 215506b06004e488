/** Codes are worked out once: their modules are kept from build to build, in one file. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { qrModules } from '../../src/seo/qr.ts';
import { projectRoot } from '../build/stages.ts';
import { digest, versionOf } from './cache.ts';

const NAME = 'codes.json';

/** What is kept, and of what it was made. */
const keptFile = z.object({ makings: z.string(), modules: z.record(z.string(), z.string()) });

export type KeptCodes = {
  /** The modules of the code of this address (src/seo/qr.ts). */
  modulesOf: (address: string) => string;
  /** Keeps what was asked for, and only that. */
  save: () => Promise<void>;
};

/** One mark for what makes the modules of a code, beside its address: the library and how it is asked. */
export async function codeMakings(): Promise<string> {
  return digest([versionOf('qrcode'), await readFile(path.join(projectRoot, 'src', 'seo', 'qr.ts'), 'utf8')]);
}

/** The codes kept in a folder. Those of other makings, and a file that is none, are worth nothing. */
export async function openKeptCodes(folder: string, makings: string): Promise<KeptCodes> {
  const file = path.join(folder, NAME);
  const before = new Map(Object.entries(await read(file, makings)));
  const asked: Record<string, string> = {};
  let isNew = false;
  return {
    modulesOf: (address) => {
      let modules = before.get(address);
      if (modules === undefined) {
        modules = qrModules(address);
        isNew = true;
      }
      asked[address] = modules;
      return modules;
    },
    save: async () => {
      if (!isNew && Object.keys(asked).length === before.size) return;
      await mkdir(folder, { recursive: true });
      // Another build may read meanwhile.
      const fresh = `${file}.${process.pid}`;
      await writeFile(fresh, JSON.stringify({ makings, modules: asked } satisfies z.infer<typeof keptFile>));
      await rename(fresh, file);
    },
  };
}

async function read(file: string, makings: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  try {
    const kept = keptFile.parse(JSON.parse(text));
    return kept.makings === makings ? kept.modules : {};
  } catch {
    // Half a file, or one of another kind: all codes are worked out anew.
    return {};
  }
}

/** Folders that a bench needs only while it runs; gone afterwards, also when it is interrupted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** A new empty folder outside the project. */
export function scratch(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `mosprom-bench-${name}-`));
  folders.push(folder);
  return folder;
}

/** Removes every scratch folder of this process. */
export function removeScratch(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

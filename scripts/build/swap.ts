/** Puts a finished site in the place of the last one; the last good build stays until the new one stands. */
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** The name of a fresh folder beside the target, on the same disk, so that the swap is two renames. */
export function freshFolder(target: string): string {
  return `${target}-new-${process.pid}`;
}

/** Replaces the target by the fresh folder. A folder that cannot be renamed (a mount point) is filled instead. */
export async function swapIn(fresh: string, target: string): Promise<void> {
  const old = `${target}-old-${process.pid}`;
  const present = await exists(target);
  try {
    if (present) await rename(target, old);
  } catch (error) {
    if (!isCode(error, 'EBUSY') && !isCode(error, 'EXDEV')) throw error;
    for (const name of await readdir(target))
      await rm(path.join(target, name), { recursive: true, force: true });
    await cp(fresh, target, { recursive: true });
    await rm(fresh, { recursive: true, force: true });
    return;
  }
  try {
    await rename(fresh, target);
  } catch (error) {
    if (present) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Moves a folder to a place that is not taken, over the border of a disk too. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true, force: true });
  }
}

/** Removes the folders that builds killed in the middle left behind; makes the folder where the target is to stand. */
export async function removeLeftovers(target: string): Promise<void> {
  const parent = path.dirname(target);
  const base = path.basename(target);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const match = /^(.*)-(?:new|old)-(\d+)$/.exec(name);
    if (match?.[1] === base && !isRunning(Number(match[2]))) {
      await rm(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

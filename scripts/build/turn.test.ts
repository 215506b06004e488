import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StageError } from './stages.ts';
import { takeTurn } from './turn.ts';

let folder = '';
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'turn-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const options = (onWait: (holder: number | null) => void) => ({ folder, work: 'build', onWait, pauseMs: 5 });

function mayNotWait(): never {
  throw new Error('nobody holds the lock');
}

/** Another process that takes the turn and keeps it until it is killed. */
async function holder(): Promise<ChildProcess> {
  const module = new URL('turn.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { takeTurn } = await import(${JSON.stringify(module)});
       await takeTurn({ folder: ${JSON.stringify(folder)}, work: 'build', onWait() {} });
       process.stdout.write('held');
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

it('a second turn waits for the end of the first and is told of it once', async () => {
  const order: string[] = [];
  const first = await takeTurn(options(mayNotWait));
  let waited: (holder: number | null) => void = () => undefined;
  const waiting = new Promise<number | null>((resolve) => {
    waited = resolve;
  });
  const second = takeTurn(
    options((pid) => {
      order.push('waits');
      waited(pid);
    }),
  ).then((turn) => {
    order.push('second');
    return turn;
  });
  expect(await waiting).toBe(process.pid);
  order.push('first ends');
  first.end();
  (await second).end();
  expect(order).toEqual(['waits', 'first ends', 'second']);
});

it('works of different names do not wait for each other', async () => {
  const build = await takeTurn(options(mayNotWait));
  const start = await takeTurn({ ...options(mayNotWait), work: 'start' });
  build.end();
  start.end();
});

it('names the process that holds the lock, and goes on at once when that is killed in the middle', async () => {
  const child = await holder();
  const turn = await takeTurn(
    options((pid) => {
      expect(pid).toBe(child.pid);
      child.kill('SIGKILL');
    }),
  );
  turn.end();
});

it('a lock of a killed process is no lock', async () => {
  const child = await holder();
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  (await takeTurn(options(mayNotWait))).end();
});

it('a file that is no lock is refused in one line', async () => {
  await writeFile(
    path.join(folder, 'build.lock'),
    'not a lock at all, but a text of some length\n'.repeat(40),
  );
  const refusal = await takeTurn(options(mayNotWait)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StageError);
  expect(String(refusal)).toMatch(/build\.lock не открыть .*проверьте/);
  expect(String(refusal)).not.toContain('\n');
});

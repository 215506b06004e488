/** `npm run bench [-- build weight load search check endpoint]`: all parts, or those named. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SettingsError } from '../../src/settings/settings.ts';
import { projectRoot } from '../build/stages.ts';
import type { Part, PartReport } from './report.ts';
import { machine, table } from './report.ts';
import { removeScratch } from './scratch.ts';

/** Loaded one by one: a part that lacks a package must not keep the others from running. */
const PARTS: Readonly<Record<string, () => Promise<{ part: Part }>>> = {
  search: () => import('./search.ts'),
  build: () => import('./build.ts'),
  endpoint: () => import('../endpoint/bench.ts'),
  weight: () => import('./weight.ts'),
  load: () => import('./load/load.ts'),
  check: () => import('./check.ts'),
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    process.stderr.write(`Нет части «${unknown.join('», «')}». Есть: ${Object.keys(PARTS).join(', ')}.\n`);
    process.exitCode = 1;
    return;
  }
  const description = machine();
  say(
    `${description.cpu}, ${description.cores} cores, ${description.memoryGiB} GiB, ${description.system}, Node ${description.node}`,
  );
  const reports: PartReport[] = [];
  for (const [name, load] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const report = await (
      await load()
    ).part.run((line) => {
      process.stderr.write(`${line}\n`);
    });
    reports.push(report);
    say(`\n${table(report)}`);
  }
  const dir = path.join(projectRoot, '.bench');
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'results.json');
  await writeFile(file, `${JSON.stringify({ machine: description, reports }, null, 2)}\n`);
  say(`\nJSON: ${path.relative(process.cwd(), file)}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    removeScratch();
    process.exit(1);
  });
}
try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
  else if (
    !(error instanceof Error) ||
    !('code' in error) ||
    (error.code !== 'ENOSPC' && error.code !== 'ENOMEM')
  )
    throw error;
  else process.stderr.write(`Не хватило места или памяти: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  removeScratch();
}

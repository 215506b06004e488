/**
 * `npm test`: everything. Lint, format, types, unit tests, the production build, tests of the built site,
 * browser tests. All steps run even when one fails; the last line counts them.
 */
import path from 'node:path';
import { projectRoot } from '../build/stages.ts';
import { browserAtHand } from './browser-at-hand.ts';
import type { Step, StepResult } from './steps.ts';
import { runStep } from './steps.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const tool = (name: string): string => path.join(projectRoot, 'node_modules', '.bin', name);
const builtSite = path.join(projectRoot, '.run', 'test', 'dist');

/** Steps of one lane run one after another; the lanes run side by side on the two cores of a small machine. */
const lanes: readonly (readonly Step[])[] = [
  [
    {
      name: 'Типы и шаблоны (astro check)',
      command: tool('astro'),
      args: ['check', '--minimumFailingSeverity', 'hint'],
    },
    {
      name: 'Сборка настоящего сайта',
      command: process.execPath,
      args: ['scripts/build.ts'],
      // A fixed clock: the tests of the built site may not depend on today's date.
      env: {
        OUT_DIR: builtSite,
        SOURCE_DATE_EPOCH: '1795425600',
        CACHE_DIR: path.join(projectRoot, '.cache', 'astro-test'),
      },
      verbose: true,
    },
    {
      name: 'Проверки собранного сайта',
      command: tool('vitest'),
      args: ['run', '--config', 'scripts/config/vitest.site.config.ts'],
      env: { BUILT_SITE: builtSite },
      verbose: true,
    },
  ],
  [
    { name: 'Линтер', command: tool('eslint'), args: ['--config', 'scripts/config/eslint.config.mjs', '.'] },
    { name: 'Формат', command: tool('prettier'), args: ['--check', '.'] },
    {
      name: 'Модульные тесты',
      command: tool('vitest'),
      args: ['run', '--config', 'scripts/config/vitest.config.ts'],
      verbose: true,
    },
    // Nothing that is printed may depend on the zone of the machine.
    ...['America/Los_Angeles', 'Asia/Kamchatka'].map((zone) => ({
      name: `Время и правила в зоне ${zone}`,
      command: tool('vitest'),
      args: ['run', '--config', 'scripts/config/vitest.config.ts', 'src/time', 'src/domain', 'src/i18n'],
      env: { TZ: zone },
    })),
  ],
];

const browserTests: Step = {
  name: 'Тесты в браузере',
  command: process.execPath,
  args: ['scripts/e2e/main.ts'],
  verbose: true,
};

async function runLane(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const result = await runStep(step);
    results.push(result);
    show(step, result);
  }
  return results;
}

function show(step: Step, result: StepResult): void {
  say(`${result.ok ? '✓' : '✗'} ${result.name} — ${result.seconds} с`);
  if (!result.ok) say(result.output);
  else if (step.verbose === true) say(endOf(result.output));
}

/** The last lines of a report, and everything from the first that is to be looked into. */
function endOf(text: string): string {
  const lines = text.split('\n');
  const warned = lines.findIndex((line) => line.startsWith('! '));
  return lines.slice(warned === -1 ? -6 : Math.min(warned, lines.length - 6)).join('\n');
}

function lastLines(text: string, count: number): string {
  return text.split('\n').slice(-count).join('\n');
}

/** Writes the types of the content collections, without which a fresh clone can be neither linted nor checked. */
const sync: Step = { name: 'Типы содержания (astro sync)', command: tool('astro'), args: ['sync'] };

const results = await runLane([sync]);
results.push(...(await Promise.all(lanes.map(runLane))).flat());
const noBrowser = browserAtHand(say);
if (noBrowser === null) {
  results.push(...(await runLane([browserTests])));
} else {
  say(noBrowser);
  results.push({ name: browserTests.name, ok: false, seconds: 0, output: noBrowser });
}
const failed = results.filter((result) => !result.ok);
// The end of each report once more: where only the tail of a log is kept, it must say what failed.
for (const result of failed) say(`Не прошло: ${result.name}\n${lastLines(result.output, 40)}`);
say(`${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

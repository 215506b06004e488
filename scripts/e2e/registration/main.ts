/**
 * Runs the fault matrix and prints it as a table: `node scripts/e2e/registration/main.ts [words of a row …] [--keep]`.
 * `--keep` uses the site of the last run. Ends with 1 when a row does not hold.
 */
import { launchBrowser } from '../browser.ts';
import { MATRIX } from './matrix.ts';
import { matrixSite } from './matrix-build.ts';
import { runRow } from './run-row.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const rows = MATRIX.filter(({ name }) => words.every((word) => name.includes(word)));
const siteDir = await matrixSite();

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const lanes = Number(process.env.E2E_LANES ?? '2');
const browser = await launchBrowser();
const queue = rows.entries();
let failed = 0;
say(' №  | stored | sent |     ms | row');
const lane = async (): Promise<void> => {
  for (const [index, row] of queue) {
    const start = performance.now();
    const number = String(index + 1).padStart(3);
    try {
      const { stored, posts } = await runRow(row, browser, siteDir);
      const spent = String(Math.round(performance.now() - start)).padStart(6);
      say(
        `${number} | ${String(stored).padStart(6)} | ${String(posts).padStart(4)} | ${spent} | ${row.name} → ${row.expect.view}`,
      );
    } catch (error) {
      failed += 1;
      say(`${number} | FAILED | ${row.name} → ${row.expect.view}`);
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
};
await Promise.all(Array.from({ length: lanes }, lane));
await browser.close();
say(`Fault matrix: ${rows.length - failed} of ${rows.length} rows hold.`);
if (failed > 0 || rows.length === 0) process.exitCode = 1;

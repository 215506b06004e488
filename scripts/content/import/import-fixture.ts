/** What the tests of the import share: a content tree with twenty plants and an empty season, and a schedule. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Cell } from 'write-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { parse } from 'yaml';
import type { SessionEntry } from '../../../src/schema/programme.ts';
import { programme } from '../../../src/schema/programme.ts';
import { addDays } from '../../../src/time/moscow.ts';
import { demoEnterprise } from '../demo/enterprise.ts';
import { readVocabulary } from '../demo/vocabulary.ts';
import { splitFrontMatter } from '../read/front-matter.ts';
import { runImport } from './command.ts';

const REAL_CONTENT = new URL('../../../content', import.meta.url).pathname;
const vocabulary = await readVocabulary(REAL_CONTENT);
export const PLANTS = Array.from({ length: 20 }, (_, index) => demoEnterprise(index, vocabulary));
export const SESSIONS = 215;
export const SEASON = '2026-09';
export const HEAD = [
  '№',
  'Мест',
  'Дата проведения',
  'Время начала',
  'Наименование предприятия',
  'Длительность, мин',
  'Вид',
];

/** Row number n of the schedule, its day and time in one of the forms that Excel produces. */
export function row(n: number, capacity = 15): Cell[] {
  const plant = PLANTS[n % PLANTS.length];
  const turn = Math.floor(n / PLANTS.length);
  const day = addDays('2026-09-01', turn);
  const [year = '', month = '', date = ''] = day.split('-');
  const days: Cell[] = [
    {
      value: new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))),
      type: Date,
      format: 'dd.mm.yyyy',
    },
    `${date}.${month}.${year}`,
    `${String(Number(date))} сентября`,
  ];
  const times: Cell[] = [{ value: 0.4375, type: Number, format: 'hh:mm' }, '10:30', '10.30', 0.4375];
  const names = [plant?.name ?? '', `ООО «${plant?.name ?? ''}»`, (plant?.name ?? '').toUpperCase()];
  return [n + 1, capacity, days[n % 3], times[n % 4], names[n % 3], n % 2 === 0 ? 90 : '90 мин', 'Экскурсия'];
}

/** The whole schedule below a title line. */
export function schedule(): Cell[][] {
  return [['График сезона'], HEAD, ...Array.from({ length: SESSIONS }, (_, n) => row(n))];
}

/** The sessions of a programme's text. @throws when the schema refuses it. */
export function sessionsOf(text: string): SessionEntry[] {
  const split = splitFrontMatter(text);
  return programme.parse(split.kind === 'split' ? parse(split.yaml) : undefined).sessions;
}

/** A content tree in a temporary folder, and the import run over it. */
export class ImportFixture {
  /** What the command said since the last reset. */
  said: string[] = [];
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async open(): Promise<ImportFixture> {
    const fixture = new ImportFixture(await mkdtemp(join(tmpdir(), 'import-')));
    for (const name of ['industries', 'formats', 'okrugs']) {
      const text = await readFile(join(REAL_CONTENT, 'vocabulary', `${name}.yaml`), 'utf8');
      await fixture.put(`content/vocabulary/${name}.yaml`, text);
    }
    for (const { file } of PLANTS) await fixture.put(`content/${file.path}`, file.text);
    const season = '---\ntitle: Осень\nstart: 2026-09-01\nend: 2026-09-21\n---\n';
    await fixture.put(`content/seasons/${SEASON}/index.md`, season);
    return fixture;
  }

  async close(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }

  async put(path: string, text: string | Uint8Array): Promise<string> {
    const target = join(this.root, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    return target;
  }

  /** Runs the import; `answers` are typed one after the other, and running out of them is a failure. */
  run(argv: readonly string[], answers?: string[]): Promise<number> {
    const ask = (): Promise<string> => {
      const next = answers?.shift();
      return next === undefined ? Promise.reject(new Error('asked too much')) : Promise.resolve(next);
    };
    return runImport(argv, {
      contentDir: join(this.root, 'content'),
      ask: answers === undefined ? undefined : ask,
      say: (line) => this.said.push(line),
    });
  }

  async xlsx(rows: Cell[][]): Promise<string> {
    const path = join(this.root, 'plan.xlsx');
    await writeWorkbook(rows, { sheet: 'График' }).toFile(path);
    return path;
  }

  /** Imports the rows into the season. */
  async importRows(rows: Cell[][], ...options: string[]): Promise<number> {
    return this.run([await this.xlsx(rows), '--season', SEASON, ...options]);
  }

  /** The season's programme files with their texts, sorted by name. */
  async programmes(): Promise<Map<string, string>> {
    const folder = join(this.root, 'content/seasons', SEASON);
    const names = (await readdir(folder)).filter((name) => name !== 'index.md').sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return new Map(names.map((name, index) => [name, texts[index] ?? '']));
  }

  async sessions(): Promise<SessionEntry[]> {
    return [...(await this.programmes()).values()].flatMap(sessionsOf);
  }
}

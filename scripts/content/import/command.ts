import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TimeError } from '../../../src/time/moscow.ts';
import { firstDayOf, lastDayOf } from '../../../src/time/partial-day.ts';
import { CommandError } from '../command/command-error.ts';
import { parseOptions, wholeNumber } from '../command/options.ts';
import type { Ask, Say } from '../new/answer.ts';
import type { ContentTree } from '../tree/content-tree.ts';
import { readContentTree } from '../tree/content-tree.ts';
import type { Period } from './day-cell.ts';
import type { ProgrammePlan } from './plan.ts';
import { planImport } from './plan.ts';
import { readSheets } from './read-file.ts';
import { resolveNames } from './resolve-names.ts';
import type { Defaults } from './row.ts';
import { readSchedule } from './schedule.ts';
import type { CellFault } from './sheet.ts';
import { changeTable } from './table.ts';
import { writeTemplate } from './template.ts';
import { readFormat } from './value-cells.ts';

const USAGE = `npm run import -- ФАЙЛ.xlsx --season СЕЗОН [ключи]
Переносит расписание из таблицы Excel или CSV в программы предприятий сезона.
Сначала показывает, что изменится. Пустая ячейка ничего не меняет и не стирает.
  --yes             записать без вопроса
  --cancel-missing  посещения, которых в таблице больше нет, пометить отменёнными
  --skip-bad        записать верные строки, даже если есть неверные
  --format ФОРМАТ   формат для строк, где он не указан
  --minutes N       длительность для строк, где она не указана
  --content ПАПКА   куда (если не указано — content)
  --template [ФАЙЛ] создать пустой шаблон таблицы (если не указано — raspisanie.xlsx)
`;
const TEMPLATE_FILE = 'raspisanie.xlsx';

/** What the command needs from outside. */
export type Surroundings = { readonly contentDir: string; readonly ask: Ask; readonly say: Say };

/** Imports a schedule. Returns the exit code: 1 when rows are wrong or nothing was written that should be. @throws CommandError */
export async function runImport(argv: readonly string[], around: Surroundings): Promise<number> {
  const { values, rest } = parseOptions(argv, {
    season: 'value',
    format: 'value',
    minutes: 'value',
    content: 'value',
    yes: 'flag',
    'cancel-missing': 'flag',
    'skip-bad': 'flag',
    template: 'flag',
    help: 'flag',
  });
  const { say } = around;
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const [file, extra] = rest;
  if (extra !== undefined)
    throw new CommandError(`Лишнее слово «${extra}»: имя файла с пробелами возьмите в кавычки.`);
  const root = values.content ?? around.contentDir;
  const tree = await readContentTree(root);
  if (values.template) {
    const path = file ?? TEMPLATE_FILE;
    await writeTemplate(path, tree.formats);
    say(`Шаблон: ${path}. Заполните его, затем: npm run import -- ${path} --season СЕЗОН`);
    return 0;
  }
  if (file === undefined)
    throw new CommandError('Какой файл? Например: npm run import -- raspisanie.xlsx --season 2026-09');
  const season = seasonOf(values.season, tree);
  const defaults = defaultsOf(values.format, values.minutes, tree);
  const schedule = readSchedule(await readSheets(file), {
    season: season.period,
    formats: tree.formats,
    defaults,
  });
  const names = await resolveNames(schedule, tree.enterprises, around.ask, say);
  const cancelMissing = values['cancel-missing'] ?? false;
  const plan = planImport({
    season: season.id,
    rows: schedule.rows,
    ids: names.ids,
    programmes: tree.programmes,
    cancelMissing,
  });
  const faults = [...schedule.faults, ...names.faults, ...plan.faults];
  const nameOf = (id: string): string => tree.enterprises.find((one) => one.id === id)?.name ?? id;
  for (const notice of schedule.notices) say(notice);
  for (const line of changeTable(plan.changes, nameOf)) say(line);
  sayFaults(faults, say);
  if (plan.changes.some(({ kind }) => kind === 'vanished')) {
    say('Пропавшие из таблицы посещения останутся как есть. Отметить их отменёнными: --cancel-missing');
  }
  if (faults.length > 0 && cancelMissing) {
    throw new CommandError(
      'С ошибками в строках --cancel-missing не действует: исправьте их, иначе отменится лишнее.',
    );
  }
  if (faults.length > 0 && values['skip-bad'] !== true) {
    throw new CommandError(
      'Ничего не записано. Исправьте строки или добавьте --skip-bad, чтобы записать остальные.',
    );
  }
  const result = faults.length > 0 ? 1 : 0;
  if (plan.files.length === 0) {
    say('Записывать нечего: содержание уже такое.');
    return result;
  }
  if (!(await agreed(values.yes ?? false, plan.files, around))) return result;
  await writePlans(root, plan.files);
  say(`Записано файлов: ${String(plan.files.length)}. Дальше: npm run check:content`);
  return result;
}

function sayFaults(faults: readonly CellFault[], say: Say): void {
  if (faults.length === 0) return;
  say(`\nНужно исправить (${String(faults.length)}):`);
  for (const { where, message } of faults) say(`${where} — ${message}`);
}

async function agreed(
  yes: boolean,
  files: readonly ProgrammePlan[],
  { ask, say }: Surroundings,
): Promise<boolean> {
  if (yes) return true;
  if (ask === undefined) {
    say('Показано без записи. Записать: добавьте --yes');
    return false;
  }
  const answer = (await ask(`Записать файлов: ${String(files.length)}? (да/нет): `)).trim().toLowerCase();
  const agree = answer === 'да' || answer === 'д' || answer === 'y' || answer === 'yes';
  if (!agree) say('Ничего не записано.');
  return agree;
}

async function writePlans(root: string, files: readonly ProgrammePlan[]): Promise<void> {
  for (const { path, text } of files) {
    const target = join(root, path);
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    } catch (error) {
      throw new CommandError(`Файл ${target} не записывается: ${String(error)}`);
    }
  }
}

function seasonOf(
  written: string | undefined,
  tree: ContentTree,
): { readonly id: string; readonly period: Period } {
  if (written === undefined)
    throw new CommandError('Нет ключа --season: в какой сезон, например --season 2026-09?');
  const season = tree.seasons.find(({ id }) => id === written);
  if (season === undefined) {
    const latest = tree.seasons
      .map(({ id }) => id)
      .sort()
      .slice(-5)
      .join(', ');
    throw new CommandError(`Сезона «${written}» нет. Последние: ${latest}. Новый: npm run new -- season`);
  }
  try {
    return { id: season.id, period: { first: firstDayOf(season.start), last: lastDayOf(season.end) } };
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    throw new CommandError(`У сезона ${season.id} неверные даты: сначала npm run check:content.`);
  }
}

function defaultsOf(format: string | undefined, minutes: string | undefined, tree: ContentTree): Defaults {
  const reading = format === undefined ? undefined : readFormat(format, tree.formats);
  if (reading?.ok === false)
    throw new CommandError(`Ключ --format: написано «${format ?? ''}», нужен ${reading.wanted}.`);
  return {
    ...(reading === undefined ? {} : { format: reading.value }),
    ...(minutes === undefined ? {} : { durationMinutes: wholeNumber('minutes', minutes, 10, 720) }),
  };
}

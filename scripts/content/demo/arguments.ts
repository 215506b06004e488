import { isDay } from '../../../src/time/moscow.ts';
import { CommandError } from '../command/command-error.ts';
import { parseOptions, wholeNumber } from '../command/options.ts';
import type { TreePlan } from './tree.ts';

export const USAGE = `npm run demo-content -- --out ПАПКА --from ГГГГ-ММ-ДД [ключи]
Пишет вымышленное содержание для проверки сайта; один и тот же набор ключей даёт одни и те же файлы.
  --out ПАПКА        куда писать (пустая папка или созданная этой же командой)
  --from ГГГГ-ММ-ДД  первый день последнего сезона; предыдущие сезоны — раньше
  --enterprises N    предприятий, от 0 до 100000 (если не указано — 20)
  --seasons S        сезонов, от 0 до 100 (если не указано — 1)
  --sessions K       посещений в каждом сезоне (если не указано — 215)
  --stress           добавить длинные, пустые и переполненные записи для проверки вёрстки
  --content ПАПКА    откуда взять словари, согласия и страницы (если не указано — content)
`;

const DEFAULT_ENTERPRISES = '20';
const DEFAULT_SEASONS = '1';
const DEFAULT_SESSIONS = '215';

export type DemoCommand = { readonly contentDir: string; readonly outDir: string; readonly plan: TreePlan };

/** Reads the command line of demo-content. @throws CommandError, one Russian line, for the first wrong option. */
export function parseArguments(argv: readonly string[], defaultContentDir: string): DemoCommand | 'help' {
  const { values, rest } = parseOptions(argv, {
    out: 'value',
    from: 'value',
    enterprises: 'value',
    seasons: 'value',
    sessions: 'value',
    content: 'value',
    stress: 'flag',
    help: 'flag',
  });
  if (values.help) return 'help';
  if (rest[0] !== undefined)
    throw new CommandError(`Лишнее слово «${rest[0]}»: все значения задают ключами.`);
  if (values.out === undefined) throw new CommandError('Нет ключа --out: в какую папку писать?');
  if (values.from === undefined)
    throw new CommandError('Нет ключа --from: с какого дня, например 2026-11-23?');
  if (!isDay(values.from) || values.from < '1990' || values.from > '2200') {
    throw new CommandError(`Ключ --from: написано «${values.from}», нужен день в виде 2026-11-23.`);
  }
  const enterprises = wholeNumber('enterprises', values.enterprises ?? DEFAULT_ENTERPRISES, 0, 100_000);
  return {
    contentDir: values.content ?? defaultContentDir,
    outDir: values.out,
    plan: {
      from: values.from,
      enterprises,
      seasons: wholeNumber('seasons', values.seasons ?? DEFAULT_SEASONS, 0, 100),
      sessions: wholeNumber(
        'sessions',
        values.sessions ?? (enterprises === 0 ? '0' : DEFAULT_SESSIONS),
        0,
        1_000_000,
      ),
      stress: values.stress ?? false,
    },
  };
}

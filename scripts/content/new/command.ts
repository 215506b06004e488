import { CommandError } from '../command/command-error.ts';
import { parseOptions } from '../command/options.ts';
import { readContentTree } from '../tree/content-tree.ts';
import type { Ask, Say } from './answer.ts';
import { collectAnswers } from './answer.ts';
import { composeEntry, writeEntry } from './create.ts';
import { enterpriseKind } from './enterprise-kind.ts';
import type { Kind } from './kind.ts';
import { newsKind } from './news-kind.ts';
import { programmeKind } from './programme-kind.ts';
import { seasonKind } from './season-kind.ts';

export const KINDS: readonly Kind[] = [enterpriseKind, seasonKind, programmeKind, newsKind];

const USAGE = `npm run new -- ЧТО [ключи]
Создаёт запись с подсказками к каждому полю; чего не хватает, спрашивает.
ЧТО: ${KINDS.map((kind) => `${kind.name} (${kind.title})`).join(', ')}
  --dry-run         показать запись, ничего не записывая
  --content ПАПКА   куда (если не указано — content)
Ответы можно дать сразу:
  npm run new -- enterprise --name "Название" --makes "что выпускает" --industry food --formats excursion --source "Откуда сведения"
  npm run new -- season --title "Осенний сезон" --start 2026-09-01 --end 2026-09-21 --source "Откуда сведения"
  npm run new -- programme --season 2026-09 --enterprise "Название"
  npm run new -- news --title "Заголовок" --summary "О чём" --date 2026-09-01 --source "Откуда сведения"
`;

/** What the command needs from outside; `today` is the day in Moscow. */
export type Surroundings = {
  readonly contentDir: string;
  readonly today: string;
  readonly ask: Ask;
  readonly say: Say;
};

/** Makes a new entry. Returns the exit code. @throws CommandError, one line, when it cannot. */
export async function runNew(argv: readonly string[], around: Surroundings): Promise<number> {
  const [name, ...others] = argv;
  const kind = KINDS.find((one) => one.name === name || one.title.split(' ')[0] === name?.toLowerCase());
  const help = argv.includes('--help') || argv.includes('-h');
  if (name === undefined || help) {
    around.say(USAGE);
    return help ? 0 : 1;
  }
  if (kind === undefined) {
    throw new CommandError(`«${name}» создать нельзя. Можно: ${KINDS.map((one) => one.name).join(', ')}.`);
  }
  const { values, dryRun, content } = readOptions(kind, others);
  const root = content ?? around.contentDir;
  const tree = await readContentTree(root);
  const answers = await collectAnswers(kind.questions(tree, around.today), values, around.ask, around.say);
  const entry = composeEntry(kind, answers, tree);
  for (const notice of entry.draft.notices) around.say(notice);
  if (dryRun) {
    around.say(`Было бы создано: ${root}/${entry.draft.path}\n`);
    around.say(entry.text);
    return 0;
  }
  around.say(`Создано: ${await writeEntry(root, entry)}`);
  around.say(`Дальше: ${kind.nextStep}. Затем проверьте: npm run check:content`);
  return 0;
}

type NewOptions = {
  values: Record<string, string | undefined>;
  dryRun: boolean;
  content: string | undefined;
};

function readOptions(kind: Kind, argv: readonly string[]): NewOptions {
  const names = kind.questions(NO_TREE, '').map((question) => question.option);
  const own = Object.fromEntries(names.map((name): [string, 'value'] => [name, 'value']));
  const fixed = { 'dry-run': 'flag', content: 'value' } as const;
  const kinds: Record<string, 'value' | 'flag'> = { ...own, ...fixed };
  const { values, rest } = parseOptions(argv, kinds);
  if (rest[0] !== undefined) {
    throw new CommandError(`Лишнее слово «${rest[0]}»: значение из нескольких слов возьмите в кавычки.`);
  }
  const texts = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const { content, ...answers } = Object.fromEntries(texts) as Record<string, string | undefined>;
  return { values: answers, dryRun: values['dry-run'] === true, content };
}

const NO_TREE = {
  root: '',
  enterprises: [],
  seasons: [],
  programmes: [],
  industries: [],
  formats: [],
  okrugs: [],
  paths: new Set<string>(),
};

import { programme } from '../../../src/schema/programme.ts';
import { CommandError } from '../command/command-error.ts';
import type { KnownEnterprise } from '../tree/content-tree.ts';
import { matchEnterprise } from '../naming/enterprise-name.ts';
import type { Kind } from './kind.ts';
import { textAnswer } from './kind.ts';
import type { Question } from './question.ts';
import { choiceQuestion } from './question.ts';

/** By its file's name or by any of its names; what is only like one is listed, never taken. */
function enterpriseQuestion(enterprises: readonly KnownEnterprise[]): Question {
  return {
    option: 'enterprise',
    ask: 'Предприятие (название или имя файла)',
    required: true,
    choices: [],
    read: (text) => {
      const match = matchEnterprise(text, enterprises);
      if (match.kind === 'exact') return { ok: true, value: match.id };
      const near = match.candidates.map((one) => `${one.id} (${one.name})`).join(', ');
      const hint = near === '' ? 'сначала добавьте его: npm run new -- enterprise' : `возможно: ${near}`;
      return { ok: false, message: `предприятия «${text.trim()}» нет, ${hint}` };
    },
  };
}

export const programmeKind: Kind = {
  name: 'programme',
  title: 'программа предприятия в сезоне',
  schema: programme,
  bodyHint: 'Ниже, после трёх дефисов, можно написать о программе подробнее.',
  nextStep: 'впишите посещения в список sessions или загрузите таблицу: npm run import',
  questions: (tree) => [
    choiceQuestion('season', 'Сезон', newestFirst(tree.seasons)),
    enterpriseQuestion(tree.enterprises),
  ],
  draft: (answers, tree) => {
    const season = textAnswer(answers, 'season');
    const ownId = textAnswer(answers, 'enterprise');
    const enterprise = tree.enterprises.find((one) => one.id === ownId);
    if (enterprise === undefined) throw new CommandError(`Предприятия «${ownId}» нет в содержании.`);
    return {
      path: `seasons/${season}/${ownId}.md`,
      twins: [`seasons/${season}/${ownId}.mdx`],
      values: { formats: enterprise.formats },
      notices: [],
    };
  },
};

function newestFirst<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? 1 : -1));
}

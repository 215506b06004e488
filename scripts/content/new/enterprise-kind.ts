import { enterprise } from '../../../src/schema/enterprise.ts';
import { id, source } from '../../../src/schema/fields.ts';
import { CommandError } from '../command/command-error.ts';
import { matchEnterprise } from '../naming/enterprise-name.ts';
import { idFromName } from '../naming/transliterate.ts';
import type { Kind } from './kind.ts';
import { givenFields, sourcesOf, textAnswer } from './kind.ts';
import { choiceQuestion, choicesQuestion, textQuestion } from './question.ts';

const { shape } = enterprise;

export const enterpriseKind: Kind = {
  name: 'enterprise',
  title: 'предприятие',
  schema: enterprise,
  bodyHint: 'Ниже, после трёх дефисов, — рассказ о предприятии: от двух до шести простых предложений.',
  nextStep: 'допишите рассказ и то, что знаете',
  questions: (tree) => [
    textQuestion('name', 'Полное название', shape.name),
    textQuestion('makes', 'Что выпускает, одной строкой', shape.makes),
    choiceQuestion('industry', 'Отрасль', tree.industries),
    choicesQuestion('formats', 'Форматы', tree.formats),
    textQuestion('source', 'Откуда сведения: заголовок публикации или документа', source.shape.title),
    textQuestion('source-url', 'Ссылка на источник', source.shape.url, false),
    choiceQuestion('okrug', 'Округ', tree.okrugs, false),
    textQuestion('address', 'Адрес для посетителей', shape.address, false),
    textQuestion('id', 'Имя файла латиницей', id, false),
  ],
  draft: (answers, tree) => {
    const name = textAnswer(answers, 'name');
    const ownId = textAnswer(answers, 'id') || idFromName(name);
    if (ownId === '')
      throw new CommandError(`Из названия «${name}» не выходит имя файла: задайте его ключом --id.`);
    const match = matchEnterprise(name, tree.enterprises);
    const like =
      match.kind === 'exact' ? tree.enterprises.filter((one) => one.id === match.id) : match.candidates;
    return {
      path: `enterprises/${ownId}.md`,
      twins: [`enterprises/${ownId}.mdx`, `enterprises/${ownId}/index.md`, `enterprises/${ownId}/index.mdx`],
      values: {
        name,
        ...givenFields(answers, { makes: 'makes', industry: 'industry', okrug: 'okrug', address: 'address' }),
        formats: answers.formats,
        standing: 'active',
        sources: sourcesOf(answers),
      },
      notices: like.map((one) => `Похожее предприятие уже есть: ${one.name} (enterprises/${one.id}).`),
    };
  },
};

import { clockTime, id, source } from '../../../src/schema/fields.ts';
import { registrationOpens, season } from '../../../src/schema/season.ts';
import { CommandError } from '../command/command-error.ts';
import type { Kind } from './kind.ts';
import { givenFields, sourcesOf, textAnswer } from './kind.ts';
import { textQuestion } from './question.ts';

const { shape } = season;
const OPENS_AT = '12:00';

export const seasonKind: Kind = {
  name: 'season',
  title: 'сезон',
  schema: season,
  bodyHint: 'Ниже, после трёх дефисов, — несколько предложений о сезоне.',
  nextStep: 'добавьте программы предприятий: npm run new -- programme или npm run import',
  questions: () => [
    textQuestion('title', 'Название сезона', shape.title),
    textQuestion('start', 'Первый день, месяц или год', shape.start),
    textQuestion('end', 'Последний день', shape.end, false),
    textQuestion('opens', 'День открытия записи', registrationOpens.shape.date, false),
    textQuestion(
      'opens-time',
      `Время открытия записи по Москве (если не указано — ${OPENS_AT})`,
      clockTime,
      false,
    ),
    textQuestion('source', 'Откуда сведения: заголовок публикации или документа', source.shape.title),
    textQuestion('source-url', 'Ссылка на источник', source.shape.url, false),
    textQuestion('id', 'Имя папки латиницей (если не указано — год и месяц начала)', id, false),
  ],
  draft: (answers) => {
    const start = textAnswer(answers, 'start');
    const ownId = textAnswer(answers, 'id') || start.slice(0, 7);
    const opens = textAnswer(answers, 'opens');
    if (opens === '' && answers['opens-time'] !== undefined) {
      throw new CommandError('Ключ --opens-time без --opens: в какой день открывается запись?');
    }
    const time = textAnswer(answers, 'opens-time') || OPENS_AT;
    return {
      path: `seasons/${ownId}/index.md`,
      twins: [`seasons/${ownId}/index.mdx`],
      values: {
        ...givenFields(answers, { title: 'title', start: 'start', end: 'end' }),
        ...(opens === '' ? {} : { registrationOpens: { date: opens, time } }),
        registrationClosesDaysBefore: shape.registrationClosesDaysBefore.parse(undefined),
        sources: sourcesOf(answers),
      },
      notices: [],
    };
  },
};

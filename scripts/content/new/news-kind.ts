import { day, id, source } from '../../../src/schema/fields.ts';
import { news } from '../../../src/schema/news.ts';
import { CommandError } from '../command/command-error.ts';
import { idFromName } from '../naming/transliterate.ts';
import type { Kind } from './kind.ts';
import { givenFields, sourcesOf, textAnswer } from './kind.ts';
import { choiceQuestion, textQuestion } from './question.ts';

const { shape } = news;
/** Room for the day and a hyphen before the slug: an id has at most 60 characters. */
const SLUG_LENGTH = 49;

export const newsKind: Kind = {
  name: 'news',
  title: 'новость',
  schema: news,
  bodyHint: 'Ниже, после трёх дефисов, — текст новости.',
  nextStep: 'допишите текст новости',
  questions: (tree, today) => [
    textQuestion('title', 'Заголовок', shape.title),
    textQuestion('summary', 'Одно-два предложения для списка', shape.summary),
    textQuestion('date', `День публикации (сегодня ${today})`, day),
    textQuestion('source', 'Откуда сведения: заголовок публикации или документа', source.shape.title),
    textQuestion('source-url', 'Ссылка на источник', source.shape.url, false),
    choiceQuestion('season', 'Сезон, о котором новость', tree.seasons, false),
    textQuestion('id', 'Слова для имени файла латиницей', id, false),
  ],
  draft: (answers) => {
    const title = textAnswer(answers, 'title');
    const slug = textAnswer(answers, 'id') || idFromName(title);
    if (slug === '') throw new CommandError(`Из «${title}» не выходит имя файла: задайте его ключом --id.`);
    const ownId = `${textAnswer(answers, 'date')}-${slug.slice(0, SLUG_LENGTH).replace(/-$/, '')}`;
    return {
      path: `news/${ownId}.md`,
      twins: [`news/${ownId}.mdx`],
      values: {
        ...givenFields(answers, { title: 'title', summary: 'summary', season: 'season' }),
        sources: sourcesOf(answers),
      },
      notices: [],
    };
  },
};

/** The words of the search: instant answers, the search page, full text. */
import { plural } from '../plural.ts';

export const HINTS = ['подсказка', 'подсказки', 'подсказок'] as const;
export const ANSWERS = ['ответ', 'ответа', 'ответов'] as const;
export const PAGES = ['страница', 'страницы', 'страниц'] as const;

export const search = {
  title: 'Поиск',
  lead: 'Завод, продукт, район, сезон или вопрос: «куда с ребёнком 7 лет». Опечатки, другая раскладка и латиница поиску не мешают.',
  label: 'Что ищете?',
  button: 'Найти',
  hints: 'Подсказки',
  hintsCount: (count: number) => (count === 0 ? 'Подсказок нет' : plural(count, HINTS)),
  all: (query: string) => `Все ответы на «${query}»`,
  shown: (query: string) => `Показано по запросу «${query}».`,
  literally: (query: string) => `Искать «${query}»`,
  groups: {
    enterprises: 'Предприятия',
    sessions: 'Ближайшие посещения',
    sections: 'Разделы',
    seasons: 'Сезоны и события',
    pages: 'Страницы',
  },
  age: (age: number) => `Посещения для ребёнка: ${plural(age, ['год', 'года', 'лет'])}`,
  found: (count: number) => (count === 0 ? '' : `Нашлось: ${plural(count, ANSWERS)}`),
  nothing: 'Ничего не нашлось',
  nothingHint:
    'Попробуйте назвать продукт («шоколад», «лифты»), район или отрасль — или откройте весь каталог.',
  wholeCatalogue: 'Весь каталог предприятий',
  fullText: 'В тексте страниц',
  fullTextFound: (count: number) => `Ещё в тексте: ${plural(count, PAGES)}`,
  fullTextNothing: 'В тексте страниц таких слов нет.',
  fullTextLoading: 'Ищем в тексте страниц…',
  fullTextUnavailable:
    'Поиск по тексту сейчас недоступен: связь прервалась. Попробуем снова при следующем нажатии.',
  listUnavailable: 'Подсказки сейчас недоступны: связь прервалась. Попробуем снова при следующем нажатии.',
  more: 'Показать ещё',
  kinds: {
    enterprise: 'Предприятия',
    season: 'Сезоны',
    'season-archive': 'Прошлые сезоны',
    programme: 'Программы в сезонах',
    event: 'События',
    page: 'О программе',
    'news-item': 'Новости',
  },
  allKinds: 'Всё',
  noScriptTitle: 'Поиск по странице',
  noScript:
    'Без сценариев здесь стоит весь каталог. Нажмите Ctrl+F (на Mac — ⌘F, на телефоне — «Найти на странице» в меню браузера) и введите часть слова: «шокол», «лифт».',
  catalogue: 'Весь каталог',
} as const;

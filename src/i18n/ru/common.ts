/** Words that stand on every page. */
export const common = {
  siteName: 'Открой#Моспром',
  tagline: 'Промышленный туризм Москвы',
  skip: 'К содержанию',
  youAreHere: 'Вы здесь',
  home: 'Главная',
  mainNavigation: 'Разделы сайта',
  footerNavigation: 'Все страницы',
  search: 'Поиск',
  searchLabel: 'Что ищете?',
  searchPlaceholder: 'Завод, продукт, район',
  searchButton: 'Найти',
  all: 'Все',
  sources: 'Источники',
  source: 'Источник',
  dateInferred: 'дата выведена из содержания',
  asOf: 'на',
  updated: 'Запись проверена',
  fixHere: 'Исправить на этой странице',
  draft: 'Черновик',
  draftNotice: 'Эту запись видно только на компьютере редактора: на сайте её нет.',
  demo: 'Демонстрация',
  demoNotice:
    'Это вымышленные данные: они показывают, как работает сайт. Такого посещения нет, заявка останется пробной.',
  legalDraft: 'Проект документа. Его ещё должен утвердить юрист оператора.',
  moscowTime: 'Время московское',
} as const;

export const navigation = [
  { title: 'Предприятия', url: '/enterprises/' },
  { title: 'Сезоны', url: '/seasons/' },
  { title: 'События', url: '/events/' },
  { title: 'Новости', url: '/news/' },
  { title: 'О программе', url: '/about/' },
] as const;

export const footerPages = [
  { title: 'Правила посещения', url: '/rules/' },
  { title: 'Контакты', url: '/contacts/' },
  { title: 'Персональные данные', url: '/policy/' },
  { title: 'Доступность сайта', url: '/accessibility/' },
  { title: 'Что изменилось', url: '/changes/' },
  { title: 'Открытые данные', url: '/data/' },
] as const;

export const footer = {
  organiser: 'Организатор программы',
  organiserName: 'Департамент инвестиционной и промышленной политики города Москвы',
  subject: 'Предмет',
  subjectName: 'Предприятия Москвы, которые открывают двери посетителям',
  data: 'Сайт собран',
  privacy: 'Слежение',
  privacyNone: 'Без куки, счётчиков и рекламы',
  sheet: 'Лист',
  scale: 'Масштаб',
  scaleValue: '1:1',
} as const;

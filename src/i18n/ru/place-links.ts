/** Words of the links that lead to maps and calendars. */
export const mapWords = {
  onMap: 'На карте',
  ownProgram: 'Карты на телефоне',
  note: 'Точка на карте может показывать территорию, а не проходную.',
} as const;

export const subscribeWords = {
  subscribe: 'Подписаться на календарь',
  add: 'Добавить в календарь',
} as const;

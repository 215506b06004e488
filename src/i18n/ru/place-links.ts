/** Words of the links that lead to maps and calendars. */
export const mapWords = {
  onMap: 'На карте',
  ownProgram: 'карты на телефоне',
  note: 'Точка может показывать территорию, а не проходную.',
} as const;

export const subscribeWords = {
  subscribe: 'Подписаться на календарь',
  add: 'Добавить в календарь',
} as const;

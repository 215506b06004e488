/** Words of «Поделиться». */
export const shareWords = {
  title: 'Поделиться',
  copy: 'Скопировать ссылку',
  copied: 'Ссылка скопирована',
  native: 'Отправить…',
  qr: 'Ссылка на это посещение',
} as const;

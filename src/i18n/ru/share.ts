/** Words of «Поделиться». */
export const shareWords = {
  // In Russian letters: in Latin ones every page of a visit would need 10 KB of letters for these two words.
  vk: 'ВКонтакте',
  telegram: 'Телеграм',
  whatsApp: 'Ватсап',
  title: 'Поделиться',
  copy: 'Скопировать ссылку',
  copied: 'Ссылка скопирована',
  native: 'Отправить…',
  qr: 'Ссылка на это посещение',
} as const;

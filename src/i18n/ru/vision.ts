/** The panel «Версия для слабовидящих». */
export const vision = {
  open: 'Версия для слабовидящих',
  close: 'Закрыть',
  reset: 'Вернуть обычный вид',
  note: 'Настройки хранятся только в этом браузере и никуда не отправляются.',
  size: 'Размер букв',
  /** Whole numbers come first in every object: the usual size is named here and put first by the panel. */
  usualSize: '100 %',
  sizes: { '125': '125 %', '150': '150 %', '200': '200 %' },
  contrast: 'Цвета',
  contrasts: {
    '': 'Как обычно',
    light: 'Чёрным по белому',
    dark: 'Белым по чёрному',
    blue: 'Тёмно-синим по голубому',
  },
  spacing: 'Расстояния',
  spacings: { '': 'Обычные', wide: 'Широкие' },
  pictures: 'Картинки',
  picturesOptions: { '': 'Показывать', off: 'Убрать' },
} as const;

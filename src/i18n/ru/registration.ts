/** Words of the registration form that only the build needs: labels, hints, headings. */
import type { FieldKey } from '../../registration/fields.ts';

export type FieldWords = { readonly label: string; readonly hint?: string };

export const fieldWords: Record<FieldKey, FieldWords> = {
  name: { label: 'Имя и фамилия', hint: 'Как в документе, который вы возьмёте с собой' },
  email: { label: 'Электронная почта', hint: 'Пришлём подтверждение и напоминание' },
  phone: {
    label: 'Телефон',
    hint: 'Позвоним, только если посещение срочно перенесут. Например: +7 999 123-45-67',
  },
  teamName: { label: 'Название команды' },
  teamSize: { label: 'Сколько человек в команде' },
  school: { label: 'Школа', hint: 'Например: школа № 1234' },
  schoolClass: { label: 'Класс', hint: 'Например: 7 «Б»' },
  partySize: { label: 'Сколько вас будет', hint: 'Вместе с вами и детьми' },
  adults: { label: 'Сколько взрослых будет с классом' },
  childrenAges: {
    label: 'Возраст детей',
    hint: 'Если детей нет, оставьте пустым. Если есть, напишите возраст каждого: 7, 9',
  },
  comment: {
    label: 'Что нам учесть',
    hint: 'Например: нужен путь без ступеней или переводчик жестового языка',
  },
};

/**
 * What is said when an answer in the registration form cannot be taken.
 * The same words stand in the summary and beside the field. This file ships to the browser: keep it short.
 */

/** «с 21 года», «с 12 лет». */
function fromAge(age: number): string {
  return age % 10 === 1 && age % 100 !== 11 ? `${age} года` : `${age} лет`;
}

export const registrationErrors = {
  nameEmpty: 'Напишите имя и фамилию',
  nameSymbols: 'Напишите имя и фамилию буквами, без цифр и знаков',
  tooLong: (max: number, now: number) => `Сократите: помещается ${max} знаков, сейчас ${now}`,
  emailEmpty: 'Напишите электронную почту: на неё придёт подтверждение',
  emailFormat: 'Проверьте адрес почты. Он должен выглядеть так: ivan@example.ru',
  phoneEmpty: 'Напишите телефон: он нужен, если посещение срочно перенесут',
  phoneFormat: 'Напишите телефон цифрами, например +7 999 123-45-67',
  phoneShort: (digits: number) => `В номере не хватает цифр: нужно 11 вместе с +7, сейчас ${digits}`,
  phoneLong: (digits: number) => `В номере лишние цифры: нужно 11 вместе с +7, сейчас ${digits}`,
  numberEmpty: 'Напишите, сколько вас будет',
  numberFormat: 'Напишите число людей цифрами, например 2',
  numberRange: (min: number, max: number) =>
    min === max ? `Здесь может быть только ${max}` : `Можно записать от ${min} до ${max} человек`,
  agesFormat: 'Напишите возраст каждого ребёнка цифрами через запятую, например 7, 9',
  agesRange: 'Возраст ребёнка — от 0 до 17 лет. Взрослых указывать не нужно',
  agesMore: (ages: number, people: number) =>
    `Детей указано ${ages}, а всего людей ${people}. Исправьте одно из чисел`,
  agesEmpty: 'Напишите, сколько лет ученикам, например 12–13',
  tooYoung: (minAge: number, ages: string) =>
    `На это предприятие пускают с ${fromAge(minAge)}: так требует безопасность. Вы указали: ${ages}`,
  needsAdult: (age: number) =>
    `До ${fromAge(age)} пускают только со взрослым. Добавьте взрослого в число людей`,
  teamNameEmpty: 'Напишите название команды',
  teamSizeEmpty: 'Напишите, сколько человек в команде',
  schoolEmpty: 'Напишите школу, например школа № 1234',
  schoolClassEmpty: 'Напишите класс, например 7 «Б»',
  adultsEmpty: 'Напишите, сколько взрослых будет с классом',
  adultsMore: 'Взрослых не может быть столько же, сколько всего людей, или больше',
  consentEmpty: 'Поставьте галочку согласия: без него мы не можем принять запись',
  consentOutdated: 'Текст согласия обновился. Обновите страницу, прочитайте его и поставьте галочку ещё раз',
  sessionUnknown: 'Такого посещения нет. Выберите другое в расписании',
  sessionChanged: 'Время посещения изменилось. Обновите страницу и проверьте, подходит ли вам новое время',
} as const;

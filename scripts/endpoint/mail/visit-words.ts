/** A visit in the words of mails and tickets: only what is known, each fact once. */
import { dayMonth, dayMonthYear, timeSpan, weekday } from '../../../src/i18n/ru/dates.ts';
import { plural } from '../../../src/i18n/plural.ts';
import { dayOf, timeOf } from '../../../src/time/moscow.ts';
import type { Visit } from '../sessions-file.ts';
import type { StoredRegistration } from '../storage/storage.ts';

export type Fact = { readonly label: string; readonly value: string };

/** «10 декабря в 10:30» */
export function shortMoment(registration: StoredRegistration): string {
  const at = registration.sessionStartsAt;
  return `${dayMonth(dayOf(at))} в ${timeOf(at)}`;
}

/** «10 декабря 2026 года, четверг, 10:30–12:00 по московскому времени» */
export function longMoment({ sessionStartsAt, sessionEndsAt }: StoredRegistration): string {
  const day = dayOf(sessionStartsAt);
  const span = timeSpan(timeOf(sessionStartsAt), sessionEndsAt);
  return `${dayMonthYear(day)}, ${weekday(day)}, ${span} по московскому времени`;
}

/** Where to come: address, entrance, metro; empty when nothing is known. */
export function placeWords(visit: Visit | undefined): string {
  if (visit?.online === true) return 'онлайн, приезжать не нужно';
  const details = visit?.details;
  if (!details) return '';
  const walk =
    details.minutesWalk === null
      ? ''
      : `, ${plural(details.minutesWalk, ['минута', 'минуты', 'минут'])} пешком`;
  return [
    details.address ?? '',
    details.entrance === null ? '' : `вход: ${details.entrance}`,
    details.metro === null ? '' : `метро «${details.metro}»${walk}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Who comes, in words. */
export function partyWords({ answers }: StoredRegistration): string {
  const people = plural(answers.partySize, ['человек', 'человека', 'человек']);
  if (answers.kind === 'team') return `команда, ${people}`;
  if (answers.kind === 'class') return `класс, ${people}`;
  return people;
}

/** A name cannot smuggle an address into a mail that our server sends: «evil.example» becomes two words. */
export function nameForMail(name: string): string {
  return name.replace(/\.(?=\S)/g, '. ');
}

/** The facts of a visit, in the order in which they are needed. */
export function visitFacts(registration: StoredRegistration, visit: Visit | undefined): Fact[] {
  const details = visit?.details;
  const facts: Fact[] = [
    { label: 'Когда', value: longMoment(registration) },
    { label: 'Предприятие', value: visit?.enterpriseName ?? '' },
    { label: 'Где', value: placeWords(visit) },
    { label: 'Кто записан', value: `${nameForMail(registration.answers.name)}, ${partyWords(registration)}` },
    { label: 'Кого пускают', value: details?.admission.join('; ') ?? '' },
    { label: 'Что взять', value: details?.bring.join('; ') ?? '' },
    { label: 'Одежда', value: details?.dress ?? '' },
    { label: 'Съёмка', value: details?.photo ?? '' },
    { label: 'Путь без ступеней', value: details?.stepFree ?? '' },
    { label: 'Номер заявки', value: registration.reference },
  ];
  return facts.filter((fact) => fact.value !== '');
}

/** What the page says while it sends and afterwards. Ships to the browser: short, and never more than is known. */
import type { Refused, Unknown } from '../../registration/outcome.ts';
import type { Phase } from '../../registration/submission.ts';

export type OutcomeWords = { readonly title: string; readonly text: string };

const KEPT = 'Ваши ответы на месте.';
const NOT_ACCEPTED = `Заявка не принята. ${KEPT}`;
const MAY_HAVE_ARRIVED = 'Заявка могла дойти, но подтверждения нет.';
const SAME_NUMBER = 'Повтор идёт под тем же номером, чтобы вас не записали дважды.';

const CAUSES: Record<Unknown['cause'], string> = {
  network: 'Связь прервалась.',
  slow: 'Ответа долго нет.',
  server: 'Сервис записи ответил ошибкой.',
  strange: 'Сервис записи ответил непонятно.',
  interrupted: 'Страницу закрыли или обновили во время отправки.',
};

const REFUSALS: Record<Refused['reason'], OutcomeWords> = {
  invalid: { title: 'Заявка не принята', text: `Исправьте ответы, отмеченные в форме. ${KEPT}` },
  full: { title: 'Места кончились', text: `${NOT_ACCEPTED} Посмотрите другие посещения ниже.` },
  closed: { title: 'Запись закрыта', text: `${NOT_ACCEPTED} Посмотрите другие посещения ниже.` },
  large: { title: 'Слишком длинные ответы', text: `${NOT_ACCEPTED} Сократите их и отправьте ещё раз.` },
  busy: { title: 'Сейчас очень много заявок', text: `${NOT_ACCEPTED} Отправьте ещё раз через минуту.` },
  rejected: {
    title: 'Сервис записи отказал',
    text: `${NOT_ACCEPTED} Попробуйте позже или напишите нам: адрес на странице «Контакты».`,
  },
};

function secondsLater(delay: number): string {
  return `Отправим сами через ${Math.ceil(delay / 1000)} с, или нажмите кнопку.`;
}

/** The endpoint knows better why: its words come first. */
function refusalWords({ reason, message }: Refused): OutcomeWords {
  const own = REFUSALS[reason];
  return message === '' || reason === 'busy'
    ? own
    : { title: 'Заявка не принята', text: `${message} ${KEPT}` };
}

/** A short line for the status region while sending; empty otherwise. */
export function progressWords(phase: Phase): string {
  if (phase.name !== 'sending') return '';
  return phase.slow ? 'Отправляем дольше обычного. Не закрывайте страницу.' : 'Отправляем…';
}

/** Heading and text of the notice by the button; null when there is nothing to say. */
export function outcomeWords(phase: Phase): OutcomeWords | null {
  switch (phase.name) {
    case 'editing':
      return phase.refused && refusalWords(phase.refused);
    case 'offline':
      return {
        title: 'Нет связи с интернетом',
        text: `${phase.open ? MAY_HAVE_ARRIVED : 'Заявка ещё не отправлена.'} ${KEPT} Отправим её, когда связь появится.`,
      };
    case 'waiting':
      return phase.after.kind === 'refused'
        ? { title: REFUSALS.busy.title, text: `Заявка ещё не принята. ${KEPT} ${secondsLater(phase.delay)}` }
        : {
            title: 'Пока не знаем, дошла ли заявка',
            text: `${CAUSES[phase.after.cause]} ${secondsLater(phase.delay)} ${SAME_NUMBER}`,
          };
    case 'unknown':
      return {
        title: 'Не знаем, дошла ли заявка',
        text: `${CAUSES[phase.after.cause]} ${MAY_HAVE_ARRIVED} ${KEPT} Отправьте ещё раз. ${SAME_NUMBER}`,
      };
    default:
      return null;
  }
}

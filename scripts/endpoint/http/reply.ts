/** Every reply to an application: one value, told as JSON to the script and as a redirect to a plain form. */
import type { FieldError } from '../../../src/registration/parse.ts';
import type { Instant } from '../../../src/time/moscow.ts';
import { isoMoscow } from '../../../src/time/moscow.ts';
import { momentWords } from '../../../src/i18n/ru/dates.ts';
import type { ReplyStatus } from '../storage/storage.ts';

/** The only pages that a plain form is sent to; a fragment names the case, never a person. */
const PAGES = {
  sent: '/registration/sent/',
  already: '/registration/sent/#already',
  waitlist: '/registration/sent/#waitlist',
  pending: '/registration/sent/#pending',
  full: '/registration/full/',
  closed: '/registration/closed/',
  failed: '/registration/failed/',
} as const;

export type Reply = {
  readonly status: 200 | 201 | 403 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  readonly page: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfter?: number;
};

export function accepted(reference: string, status: ReplyStatus, first: boolean): Reply {
  return {
    status: first ? 201 : 200,
    page: status === 'confirmed' ? PAGES.sent : PAGES[status],
    body: { ok: true, reference, status },
  };
}

/** The same person is registered already: nothing new was stored. */
export function already(reference: string, status: ReplyStatus): Reply {
  return {
    status: 200,
    page: PAGES.already,
    body: { ok: true, reference, status, already: true, message: 'Вы уже записаны на это посещение.' },
  };
}

function refusal(status: Reply['status'], page: string, code: string, message: string, more = {}): Reply {
  return { status, page, body: { ok: false, code, message, ...more } };
}

export function full(free: number): Reply {
  const message = free > 0 ? `Осталось мест: ${free}. Уменьшите число людей.` : 'Места закончились.';
  return refusal(409, PAGES.full, 'full', message, { free });
}

export function closed(): Reply {
  return refusal(410, PAGES.closed, 'closed', 'Запись на это посещение закрыта.');
}

export function notYetOpen(opensAt: Instant): Reply {
  const message = `Запись откроется ${momentWords(opensAt)}.`;
  return refusal(410, PAGES.closed, 'not-yet-open', message, { opensAt: isoMoscow(opensAt) });
}

export function sessionCancelled(): Reply {
  return refusal(410, PAGES.closed, 'cancelled', 'Это посещение отменено.');
}

export function notHere(): Reply {
  return refusal(410, PAGES.closed, 'not-here', 'На это посещение здесь не записывают.');
}

export function withdrawn(): Reply {
  const message = 'Эта запись отменена. Чтобы записаться снова, откройте страницу посещения заново.';
  return refusal(410, PAGES.closed, 'withdrawn', message);
}

export function invalid(errors: readonly FieldError[]): Reply {
  const first = errors[0]?.field ?? '';
  return {
    status: 422,
    page: /^[a-z_]+$/.test(first) ? `${PAGES.failed}#${first}` : PAGES.failed,
    body: { ok: false, errors },
  };
}

export function foreignOrigin(): Reply {
  return refusal(403, PAGES.failed, 'origin', 'Заявки принимаются только со страниц сайта программы.');
}

export function wrongType(): Reply {
  return refusal(415, PAGES.failed, 'type', 'Заявку нужно отправить формой на странице посещения.');
}

export function tooLarge(): Reply {
  return refusal(413, PAGES.failed, 'large', 'Заявка слишком длинная. Сократите текст и отправьте ещё раз.');
}

export function tooMany(seconds: number): Reply {
  const reply = refusal(429, PAGES.failed, 'busy', 'Сейчас слишком много заявок. Попробуйте чуть позже.');
  return { ...reply, retryAfter: seconds };
}

/** Nothing was stored and nothing is acknowledged. */
export function unavailable(): Reply {
  const message = 'Заявку сейчас не удаётся сохранить: она не принята. Попробуйте через несколько минут.';
  return { ...refusal(503, PAGES.failed, 'unavailable', message), retryAfter: 30 };
}

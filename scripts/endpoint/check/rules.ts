/** The contract, rule by rule. A rule returns what is missing, in Russian, or nothing. */
import { readReply } from '../../../src/registration/outcome.ts';
import { send, trialFields } from './target.ts';
import type { Answer, Target } from './target.ts';

export type Rule = {
  readonly name: string;
  /** null: all is well; SKIPPED: cannot be tried here; else what is missing. */
  readonly check: (target: Target) => Promise<string | null>;
};

/** Said when no session to try with was named. */
export const SKIPPED = 'нечем проверить: не названо посещение';

const PAGES = [
  '/registration/sent/',
  '/registration/full/',
  '/registration/closed/',
  '/registration/failed/',
];

function corsFault(target: Target, answer: Answer): string | null {
  const allowed = answer.headers.get('access-control-allow-origin');
  if (allowed === '*' || allowed === target.origin) return null;
  return `в ответе ${answer.status} нет заголовка Access-Control-Allow-Origin: ${target.origin} (есть: ${allowed ?? 'ничего'}), и страница не сможет прочитать ответ`;
}

function statusFault(answer: Answer, wanted: readonly number[]): string | null {
  if (wanted.includes(answer.status)) return null;
  return `ответ ${answer.status}, нужен ${wanted.join(' или ')}. Начало ответа: ${answer.text.slice(0, 120)}`;
}

/** How the visitor's page would read the answer. */
function outcomeOf(answer: Answer): ReturnType<typeof readReply> {
  const { status, headers, text } = answer;
  return readReply({ status, type: 'cors', retryAfter: headers.get('retry-after'), body: text });
}

function redirectFault(
  target: Target,
  answer: Answer,
  page: string,
  secrets: readonly string[],
): string | null {
  if (answer.status !== 303)
    return `обычная форма без скрипта получила ответ ${answer.status}, нужен переход 303`;
  const location = answer.headers.get('location') ?? '';
  if (!URL.canParse(location, target.url)) return `непонятный адрес перехода: ${location}`;
  const url = new URL(location, target.url);
  if (url.origin !== target.origin || !PAGES.includes(url.pathname)) {
    return `переход ведёт на ${url.origin}${url.pathname}, нужна одна из страниц сайта: ${PAGES.join(', ')}`;
  }
  if (url.pathname !== page) return `переход ведёт на ${url.pathname}, нужен ${page}`;
  const address = decodeURIComponent(url.href);
  return secrets.some((secret) => address.includes(secret)) ? 'в адресе перехода есть личные данные' : null;
}

const accepting: Rule[] = [
  {
    name: 'Заявка принимается, ответ 201 с номером',
    async check(target) {
      const answer = await send(target, trialFields(target, target.open));
      const fault = statusFault(answer, [201]) ?? corsFault(target, answer);
      if (fault !== null) return fault;
      const outcome = outcomeOf(answer);
      if (outcome.kind !== 'accepted')
        return 'страница не поймёт, что заявка принята: нужно тело {"ok": true, "reference": …, "status": …}';
      if (outcome.reference === null) return 'нет номера заявки (reference)';
      const known = ['confirmed', 'waitlist', 'pending'];
      return known.includes(String(answer.json.status))
        ? null
        : `status должен быть одним из: ${known.join(', ')}`;
    },
  },
  {
    name: 'Повтор той же заявки не создаёт вторую: ответ 200 с тем же телом',
    async check(target) {
      const fields = trialFields(target, target.open);
      const first = await send(target, fields);
      const again = await send(target, fields);
      const fault = statusFault(first, [201]) ?? statusFault(again, [200]);
      if (fault !== null) return fault;
      return first.text === again.text ? null : `тело повтора отличается: ${again.text.slice(0, 120)}`;
    },
  },
  {
    name: 'Десять одинаковых заявок одновременно — одна запись',
    async check(target) {
      const fields = trialFields(target, target.open);
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(target, fields)));
      const firsts = answers.filter((answer) => answer.status === 201).length;
      const references = new Set(answers.map((answer) => String(answer.json.reference)));
      if (firsts !== 1) return `ответов 201 должно быть 1, а их ${firsts}`;
      return references.size === 1 ? null : `номеров должно быть 1, а их ${references.size}`;
    },
  },
  {
    name: 'Без скрипта повтор узнаётся по посещению, почте и имени',
    async check(target) {
      const fields = { ...trialFields(target, target.open), submission_id: '' };
      const first = await send(target, fields);
      const again = await send(target, fields);
      const fault = statusFault(first, [201]) ?? statusFault(again, [200]);
      if (fault !== null) return fault;
      return first.json.reference === again.json.reference ? null : 'завелась вторая запись с другим номером';
    },
  },
  {
    name: 'Заполненное скрытое поле не отбрасывает человека',
    async check(target) {
      const answer = await send(target, { ...trialFields(target, target.open), [target.honeypot]: 'x' });
      return (
        statusFault(answer, [200, 201]) ??
        (answer.json.status === 'pending' ? null : 'status должен быть pending: заявка ждёт проверки')
      );
    },
  },
];

const refusing: Rule[] = [
  {
    name: 'Ошибки в ответах: 422 с полем, кодом и словами по-русски',
    async check(target) {
      const answer = await send(target, { ...trialFields(target, target.open), email: 'ivan', phone: '' });
      const fault = statusFault(answer, [422]) ?? corsFault(target, answer);
      if (fault !== null) return fault;
      const outcome = outcomeOf(answer);
      const errors = outcome.kind === 'refused' ? outcome.errors : [];
      const missing = ['email', 'phone'].filter(
        (field) => !errors.some((error) => error.field === field && error.code !== ''),
      );
      if (missing.length > 0) return `в errors нет полей: ${missing.join(', ')}`;
      return errors.every((error) => /[а-яё]/i.test(error.message))
        ? null
        : 'слова об ошибке должны быть по-русски';
    },
  },
  {
    name: 'Без согласия заявка не принимается',
    async check(target) {
      return statusFault(await send(target, { ...trialFields(target, target.open), consent: '' }), [422]);
    },
  },
  {
    name: 'Закрытая запись: 410',
    async check(target) {
      if (target.closed === null) return SKIPPED;
      const answer = await send(target, trialFields(target, target.closed));
      return statusFault(answer, [410]) ?? corsFault(target, answer);
    },
  },
  {
    name: 'Мест нет: 409',
    async check(target) {
      if (target.full === null) return SKIPPED;
      const answer = await send(target, trialFields(target, target.full));
      return statusFault(answer, [409]) ?? corsFault(target, answer);
    },
  },
  {
    name: 'Слишком длинная заявка: 413, и ответ доходит',
    async check(target) {
      const answer = await send(target, {
        ...trialFields(target, target.open),
        comment: 'ю'.repeat(200_000),
      });
      return statusFault(answer, [413]) ?? corsFault(target, answer);
    },
  },
  {
    name: 'Заявки с чужих сайтов не принимаются',
    async check(target) {
      const answer = await send(target, trialFields(target, target.open), {
        origin: 'https://chuzhoy.example',
      });
      if (answer.status < 300) return `заявка с чужого сайта принята (ответ ${answer.status})`;
      return answer.headers.get('access-control-allow-origin') === 'https://chuzhoy.example'
        ? 'ответ разрешено читать чужому сайту'
        : null;
    },
  },
];

const plain: Rule[] = [
  {
    name: 'Форма без скрипта: 303 на страницу «Заявка отправлена»',
    async check(target) {
      const fields = trialFields(target, target.open);
      const answer = await send(target, { ...fields, submission_id: '' }, { json: false });
      const secrets = [fields.name ?? '', fields.email ?? ''];
      return redirectFault(target, answer, '/registration/sent/', secrets);
    },
  },
  {
    name: 'Форма без скрипта с Origin: null',
    async check(target) {
      const fields = { ...trialFields(target, target.open), submission_id: '' };
      return redirectFault(
        target,
        await send(target, fields, { json: false, origin: 'null' }),
        '/registration/sent/',
        [],
      );
    },
  },
  {
    name: 'Форма без скрипта с ошибкой: 303 на страницу «Не получилось», без личных данных',
    async check(target) {
      const fields = { ...trialFields(target, target.open), email: 'taynaya-pochta' };
      return redirectFault(target, await send(target, fields, { json: false }), '/registration/failed/', [
        'taynaya',
      ]);
    },
  },
  {
    name: 'Форма без скрипта, запись закрыта: 303 на «Запись закрыта»',
    async check(target) {
      if (target.closed === null) return SKIPPED;
      const answer = await send(target, trialFields(target, target.closed), { json: false });
      return redirectFault(target, answer, '/registration/closed/', []);
    },
  },
  {
    name: 'Форма без скрипта, мест нет: 303 на «Мест нет»',
    async check(target) {
      if (target.full === null) return SKIPPED;
      const answer = await send(target, trialFields(target, target.full), { json: false });
      return redirectFault(target, answer, '/registration/full/', []);
    },
  },
];

/** The whole contract of DESIGN §5 that can be tried from outside. */
export const RULES: readonly Rule[] = [...accepting, ...refusing, ...plain];

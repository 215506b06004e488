/** Routes of the organisers' pages; they exist only when a token is set. */
import type { Context, Hono } from 'hono';
import { FIELDS, MAX_CLASS_SIZE } from '../../../src/registration/fields.ts';
import { isFault } from '../../../src/registration/readers.ts';
import type { Read } from '../../../src/registration/readers.ts';
import { registrationState, takesApplications } from '../../../src/domain/registration-state.ts';
import { sweepMails } from '../duties.ts';
import { planOrStored, seatPlan } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import type { AppEnv } from '../http/app.ts';
import { page, seeOther } from '../http/page.ts';
import { readBody } from '../http/read-body.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Visit } from '../sessions-file.ts';
import type { Correction, SeatPlan, StoredRegistration } from '../storage/storage.ts';
import { formKey, officeGuard } from './guard.ts';
import * as pages from './pages.ts';
import { sessionCsv } from './session-list.ts';

type Form = ReadonlyMap<string, string>;

/** Adds `/office` behind the token. */
export function addOffice(app: Hono<AppEnv>, endpoint: Endpoint, token: string): void {
  const { storage, clock } = endpoint;
  const key = formKey(token);
  const wide = (c: Context, title: string, content: Html): Response =>
    page(c, title, content, { wide: true });
  const missing = (c: Context): Response =>
    page(
      c,
      'Не найдено',
      html`${pages.officeNav}
        <p>Такой записи нет.</p>`,
      { status: 404 },
    );

  app.use('/office', officeGuard(endpoint, token));
  app.use('/office/*', officeGuard(endpoint, token));

  app.get('/office', async (c) => {
    const [counts, closed, mails] = await Promise.all([
      storage.counts(),
      storage.closedByHand(),
      storage.mailStates(),
    ]);
    return wide(c, 'Записи на посещения', pages.overview(endpoint, counts, closed, mails));
  });
  app.get('/office/session', async (c) => {
    const session = c.req.query('session') ?? '';
    const visit = endpoint.visits.current().visits.get(session);
    const closed = (await storage.closedByHand()).has(session);
    const list = await storage.list(session);
    const orphaned = list.some((one) => isOrphan(one) && one.state !== 'cancelled');
    return wide(
      c,
      visit?.title ?? 'Посещение',
      pages.sessionPage(visit, session, list, closed, key, orphaned, moveTargets(session)),
    );
  });
  app.get('/office/registrations.csv', async (c) => {
    const session = c.req.query('session') ?? '';
    const name = session.replace(/[^a-z0-9-]+/gi, '-');
    return c.body(sessionCsv(await storage.list(session)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="zapis-${name}.csv"`,
    });
  });
  app.get('/office/registration', async (c) => {
    const one = await byId(endpoint, c.req.query('id'));
    return one === null ? missing(c) : wide(c, 'Запись', pages.registrationPage(one, key, ''));
  });
  app.get('/office/quarantine', async (c) =>
    wide(c, 'На проверке', pages.quarantinePage(await storage.quarantined(), key)),
  );
  app.get('/office/person', (c) => wide(c, 'Данные человека', pages.personPage(key, '')));
  app.get('/office/audit', async (c) => wide(c, 'Журнал', pages.auditPage(await storage.audit(500))));

  /** A changing request: from one of our own pages, or from a program with the token as Bearer. */
  const change = (path: string, act: (c: Context<AppEnv>, form: Form) => Promise<Response>): void => {
    app.post(`/office/${path}`, async (c) => {
      const form = new Map(new URLSearchParams((await readBody(c.req.raw)) ?? ''));
      const bearer = /^bearer /i.test(c.req.header('authorization') ?? '');
      if (!bearer && form.get('key') !== key) return c.text('Откройте страницу заново и повторите.', 403);
      const response = await act(c, form);
      endpoint.mailIsWaiting();
      return response;
    });
  };
  const onRegistration = (
    path: string,
    act: (one: StoredRegistration, plan: SeatPlan, form: Form) => Promise<string>,
  ): void => {
    change(path, async (c, form) => {
      const one = await byId(endpoint, form.get('id'));
      if (one === null) return missing(c);
      const plan = planOrStored(endpoint.visits.current(), one, endpoint.settings.waitlistPercent);
      const fault = await act(one, plan, form);
      if (fault === '') return seeOther(c, `/office/registration?id=${one.id}`);
      return page(c, 'Не получилось', pages.registrationPage(one, key, fault), { status: 409, wide: true });
    });
  };

  const onSite = (session: string): boolean => endpoint.visits.current().visits.has(session);
  /** The visit has left the site before it took place. */
  const isOrphan = (one: StoredRegistration): boolean =>
    !onSite(one.session) && one.sessionStartsAt > clock();
  /** Visits of the same enterprise in the same season that are still to come. */
  const moveTargets = (session: string): Visit[] =>
    !onSite(session)
      ? [...endpoint.visits.current().visits.values()].filter(
          ({ id, startsAt, status }) =>
            id.slice(0, id.lastIndexOf('/')) === session.slice(0, session.lastIndexOf('/')) &&
            status !== 'cancelled' &&
            startsAt > clock(),
        )
      : [];
  const visitOf = (one: StoredRegistration) => endpoint.visits.current().visits.get(one.session);
  /** After the closing the enterprise has its list of names: then nobody moves up by itself. */
  const promotesNow = (one: StoredRegistration): boolean => {
    const visit = visitOf(one);
    return visit !== undefined && takesApplications(registrationState(visit, clock()));
  };
  /** Nobody is given a seat, and told «ждём вас», where nothing takes place. */
  const takesPlace = (one: StoredRegistration): string => {
    if (visitOf(one)?.status === 'cancelled') return CANCELLED;
    return clock() >= one.sessionStartsAt ? STARTED : '';
  };

  for (const path of ['close', 'reopen'] as const) {
    change(path, async (c, form) => {
      const session = form.get('session') ?? '';
      await (path === 'close'
        ? storage.closeByHand(session, clock())
        : storage.reopenByHand(session, clock()));
      return seeOther(c, `/office/session?session=${encodeURIComponent(session)}`);
    });
  }
  change('cancel-session', async (c, form) => {
    const session = form.get('session') ?? '';
    if (!(await storage.list(session)).some(isOrphan)) return missing(c);
    const told = await storage.enqueueForSession(
      session,
      'session-cancelled',
      clock(),
      Number.MAX_SAFE_INTEGER,
    );
    return wide(
      c,
      'Посещение отменено',
      html`${pages.officeNav}
        <p>Писем поставлено в очередь: ${told}.</p>`,
    );
  });
  change('move-session', async (c, form) => {
    const session = form.get('session') ?? '';
    const target = moveTargets(session).find(({ id }) => id === form.get('to'));
    if (target === undefined) return missing(c);
    await storage.adopt(session, seatPlan(target, endpoint.settings.waitlistPercent), clock());
    return seeOther(c, `/office/session?session=${encodeURIComponent(target.id)}`);
  });
  onRegistration('release', async (one, plan) => {
    const fault = takesPlace(one);
    if (fault !== '') return fault;
    await storage.release(one.id, plan, clock());
    return '';
  });
  onRegistration('cancel', async (one, plan) => {
    await storage.cancel(
      one.id,
      clock(),
      promotesNow(one) ? { capacity: plan.capacity, now: clock() } : null,
    );
    return '';
  });
  onRegistration('seat', async (one, plan) => {
    const fault = takesPlace(one);
    if (fault !== '') return fault;
    return (await storage.seat(one.id, { capacity: plan.capacity, now: clock() })) === 'full' ? FULL : '';
  });
  onRegistration('correct', async (one, plan, form) => {
    const correction = correctionOf(form);
    if (typeof correction === 'string') return correction;
    const corrected = await storage.correct(one.id, correction, plan, clock(), promotesNow(one));
    return corrected === 'full' ? FULL : '';
  });
  change('person/export', async (c, form) => {
    const found = await storage.findPerson(form.get('email') ?? '');
    return c.json({ registrations: found.map(withoutTicket) }, 200, {
      'Content-Disposition': 'attachment; filename="dannye.json"',
    });
  });
  change('person/forget', async (c, form) => {
    const sessions = await storage.forgetPerson(form.get('email') ?? '', clock());
    await sweepMails(endpoint);
    const message =
      sessions.length === 0 ? 'По этому адресу ничего нет.' : `Удалено. Посещений: ${sessions.length}.`;
    return wide(c, 'Данные человека', pages.personPage(key, message));
  });
}

const FULL = 'Столько мест нет.';
const CANCELLED = 'Посещение отменено: место дать нельзя.';
const STARTED = 'Посещение уже началось: место дать нельзя.';

async function byId(endpoint: Endpoint, text: string | undefined): Promise<StoredRegistration | null> {
  return /^\d{1,15}$/.test(text ?? '') ? endpoint.storage.findId(Number(text)) : null;
}

/** Everything stored about a registration apart from the secret of its link. */
export function withoutTicket(registration: StoredRegistration): Record<string, unknown> {
  return Object.fromEntries(Object.entries(registration).filter(([name]) => name !== 'ticket'));
}

/** The same readers as for visitors; a sentence when something cannot be taken. */
function correctionOf(form: Form): Correction | string {
  const read = <T>(name: string, reader: (text: string) => Read<T>): Read<T> => reader(form.get(name) ?? '');
  const name = read('name', FIELDS.name.read);
  const email = read('email', FIELDS.email.read);
  const phone = read('phone', FIELDS.phone.read);
  const partySize = read('party_size', (text) => FIELDS.partySize.read(text, MAX_CLASS_SIZE));
  const comment = read('comment', FIELDS.comment.read);
  if (isFault(name)) return name.message;
  if (isFault(email)) return email.message;
  if (isFault(phone)) return phone.message;
  if (isFault(partySize)) return partySize.message;
  if (isFault(comment)) return comment.message;
  return {
    name: name.value,
    email: email.value,
    phone: phone.value,
    partySize: partySize.value,
    comment: comment.value,
  };
}

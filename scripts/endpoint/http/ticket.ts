/**
 * The pages behind the links in mails. Opening one changes nothing, so that mail scanners and previews cannot
 * cancel anything; only a pressed button does.
 */
import type { Context, Hono } from 'hono';
import { registrationState, takesApplications } from '../../../src/domain/registration-state.ts';
import type { Endpoint } from '../endpoint.ts';
import { html, nothing } from '../html.ts';
import type { Html } from '../html.ts';
import { visitFacts } from '../mail/visit-words.ts';
import type { StoredRegistration } from '../storage/storage.ts';
import type { AppEnv } from './app.ts';
import { factList, page, seeOther } from './page.ts';

const TICKET = ':ticket{[A-Za-z0-9_-]{22}}';

/** Adds the pages of tickets. */
export function addTicketPages(app: Hono<AppEnv>, endpoint: Endpoint): void {
  const { storage, clock } = endpoint;
  const find = (c: Context): Promise<StoredRegistration | null> =>
    storage.findTicket(c.req.param('ticket') ?? '');
  const visitOf = (registration: StoredRegistration) =>
    endpoint.visits.current().visits.get(registration.session);

  const show = (c: Context, registration: StoredRegistration, title: string, buttons: Html): Response => {
    const visit = visitOf(registration);
    const { siteUrl } = endpoint.settings;
    /** The visitor's own cancellation was first and is what the page speaks of. */
    const off = visit?.status === 'cancelled' && registration.state !== 'cancelled';
    const link =
      visit === undefined
        ? html`<p>
            Сейчас этого посещения нет на сайте. Если сомневаетесь, состоится ли оно, спросите организаторов:
            <a href="${siteUrl}/contacts/">контакты</a>.
          </p>`
        : html`<p><a href="${siteUrl}${visit.url}">Страница посещения</a></p>`;
    return page(
      c,
      off ? 'Посещение отменено' : title,
      html`<p>${visit?.title ?? 'Посещение'}</p>
        ${off ? html`<p>Приходить не нужно.</p>` : nothing}
        ${factList(visitFacts(registration, visit))}${off ? nothing : buttons}${link}`,
    );
  };
  const past = (registration: StoredRegistration): boolean => clock() >= registration.sessionStartsAt;
  const gone = (c: Context): Response =>
    page(
      c,
      'Запись не найдена',
      html`<p>
          Такой записи нет. Возможно, ссылка скопирована не целиком или прошло много времени после посещения и
          данные удалены.
        </p>
        <p><a href="${endpoint.settings.siteUrl}/">На главную</a></p>`,
      { status: 404 },
    );

  app.get(`/t/${TICKET}`, async (c) => {
    const registration = await find(c);
    if (registration === null) return gone(c);
    const open = !past(registration) && registration.state !== 'cancelled';
    const over = clock() >= registration.sessionEndsAt && registration.state !== 'cancelled';
    return show(
      c,
      registration,
      over ? 'Посещение прошло' : stateTitle(registration),
      open ? cancelForm(registration) : nothing,
    );
  });
  app.get(`/t/${TICKET}/cancel`, async (c) => {
    const registration = await find(c);
    if (registration === null) return gone(c);
    if (registration.state === 'cancelled' || past(registration))
      return seeOther(c, `/t/${registration.ticket}`);
    return show(c, registration, 'Отменить запись?', cancelForm(registration));
  });
  app.get(`/t/${TICKET}/coming`, async (c) => {
    const registration = await find(c);
    if (registration === null) return gone(c);
    if (registration.state !== 'confirmed' || past(registration))
      return seeOther(c, `/t/${registration.ticket}`);
    const buttons = registration.coming
      ? html`<p>Вы ответили, что придёте. Спасибо!</p>
          ${cancelForm(registration)}`
      : html`<form class="inline" method="post" action="/t/${registration.ticket}/coming">
            <button>Приду</button>
          </form>
          ${cancelForm(registration, 'Не приду, отменить запись')}`;
    return show(c, registration, 'Вы придёте?', buttons);
  });

  app.post(`/t/${TICKET}/cancel`, async (c) => {
    const registration = await find(c);
    if (registration === null) return gone(c);
    if (!past(registration)) {
      const now = clock();
      const visit = visitOf(registration);
      // After the closing the enterprise has its list of names: then only the organisers move anybody up.
      const promotes = visit !== undefined && takesApplications(registrationState(visit, now));
      await storage.cancel(registration.id, now, promotes ? { capacity: visit.capacity, now } : null);
      endpoint.mailIsWaiting();
    }
    return seeOther(c, `/t/${registration.ticket}`);
  });
  app.post(`/t/${TICKET}/coming`, async (c) => {
    const registration = await find(c);
    if (registration === null) return gone(c);
    if (!past(registration)) await storage.confirmComing(registration.id, clock());
    return seeOther(c, `/t/${registration.ticket}/coming`);
  });
}

function stateTitle(registration: StoredRegistration): string {
  switch (registration.state) {
    case 'confirmed':
      return 'Вы записаны';
    case 'waitlist':
      return 'Вы в листе ожидания';
    case 'quarantine':
      return 'Заявка на проверке';
    case 'cancelled':
      return 'Запись отменена';
  }
}

function cancelForm(registration: StoredRegistration, words = 'Отменить запись'): Html {
  return html`<form class="inline" method="post" action="/t/${registration.ticket}/cancel">
    <button class="second">${words}</button>
  </form>`;
}

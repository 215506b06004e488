/** The organisers' pages: sessions with counts, one session's list, quarantine, audit. */
import type { Endpoint } from '../endpoint.ts';
import { html, nothing } from '../html.ts';
import type { Html } from '../html.ts';
import type { AuditLine, SessionCounts, StoredRegistration } from '../storage/storage.ts';
import type { Visit } from '../sessions-file.ts';
import { momentShort, partyNotes, STATE_WORDS } from './session-list.ts';

/** A button that changes something; the key proves that one of our own pages was used. */
export function actionForm(
  action: string,
  key: string,
  fields: Readonly<Record<string, string | number>>,
  words: string,
): Html {
  const hidden = Object.entries({ key, ...fields }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form class="inline" method="post" action="/office/${action}">
    ${hidden}<button class="second">${words}</button>
  </form>`;
}

function sessionHref(path: string, session: string): string {
  return `/office/${path}?session=${encodeURIComponent(session)}`;
}

export const officeNav = html`<nav>
  <p>
    <a href="/office">Посещения</a> · <a href="/office/quarantine">На проверке</a> ·
    <a href="/office/person">Данные человека</a> · <a href="/office/audit">Журнал</a>
  </p>
</nav>`;

/** All sessions that are to come or have registrations. */
export function overview(
  endpoint: Endpoint,
  counts: readonly SessionCounts[],
  closed: ReadonlySet<string>,
  mails: { readonly queued: number; readonly sent: number; readonly failed: number },
): Html {
  const bySession = new Map(counts.map((count) => [count.session, count]));
  const now = endpoint.clock();
  const visits = endpoint.visits.current().visits;
  const coming = [...visits.values()].filter((visit) => visit.registration === 'form' && visit.endsAt > now);
  const ids = new Set([
    ...coming.sort((a, b) => a.startsAt - b.startsAt).map((visit) => visit.id),
    ...bySession.keys(),
  ]);
  const rows = [...ids].map((id) => {
    const visit = visits.get(id);
    const count = bySession.get(id);
    return html`<tr>
      <td>${visit === undefined ? id : momentShort(visit.startsAt)}</td>
      <td>
        <a href="${sessionHref('session', id)}"
          >${visit === undefined ? 'нет на сайте' : `${visit.enterpriseName}: ${visit.title}`}</a
        >${visit?.status === 'cancelled' ? ' (отменено)' : ''}${closed.has(id) ? ' (запись закрыта вручную)' : ''}
      </td>
      <td>${count?.confirmedSeats ?? 0} из ${visit?.capacity ?? '—'}</td>
      <td>${count?.waitingSeats ?? 0}</td>
      <td>${count?.quarantined ?? 0}</td>
      <td>${count?.cancelled ?? 0}</td>
    </tr>`;
  });
  return html`${officeNav}
    <p>Письма: ждут отправки ${mails.queued}, отправлено ${mails.sent}, не доставлено ${mails.failed}.</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Когда</th>
            <th>Посещение</th>
            <th>Мест занято</th>
            <th>Ждут</th>
            <th>На проверке</th>
            <th>Отменено</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** One session: the list that is printed for the gate, and the buttons that are not. */
export function sessionPage(
  visit: Visit | undefined,
  session: string,
  list: readonly StoredRegistration[],
  closed: boolean,
  key: string,
  /** The visit has left the site, but people are going to come. */
  orphaned: boolean,
  /** Where they may be moved. */
  targets: readonly Visit[],
): Html {
  const rows = list
    .filter((one) => one.state !== 'cancelled')
    .map(
      (one, index) =>
        html`<tr>
          <td>${index + 1}</td>
          <td>${one.answers.name}</td>
          <td>${one.answers.partySize}</td>
          <td>${one.answers.phone}</td>
          <td>${partyNotes(one)}</td>
          <td>${STATE_WORDS[one.state]}${one.coming ? ', придёт' : ''}</td>
          <td>${one.reference}</td>
          <td class="screen"><a href="/office/registration?id=${one.id}">изменить</a></td>
        </tr>`,
    );
  const where = visit?.details?.address ?? '';
  return html`${officeNav}
    <p>
      ${visit === undefined ? session : `${visit.enterpriseName}, ${momentShort(visit.startsAt)}`}${where === '' ? '' : `, ${where}`}
    </p>
    <p class="screen">
      <a href="${sessionHref('registrations.csv', session)}">Скачать таблицу (CSV)</a>. Чтобы напечатать
      список, нажмите Ctrl+P.
    </p>
    ${orphaned ? orphanActions(session, key, targets) : nothing}
    ${closed ? actionForm('reopen', key, { session }, 'Снова открыть запись') : actionForm('close', key, { session }, 'Закрыть запись')}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>№</th>
            <th>Имя</th>
            <th>Человек</th>
            <th>Телефон</th>
            <th>Особое</th>
            <th>Состояние</th>
            <th>Номер</th>
            <th class="screen"></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** Registered people know nothing of a visit that has vanished from the site: somebody has to tell them. */
function orphanActions(session: string, key: string, targets: readonly Visit[]): Html {
  return html`<div class="screen">
    <p role="alert">
      <strong>Этого посещения больше нет на сайте, а люди записаны.</strong> Сами мы им не пишем: файл могли
      удалить по ошибке. Верните посещение на сайт или решите здесь.
    </p>
    ${targets.map((visit) =>
      actionForm(
        'move-session',
        key,
        { session, to: visit.id },
        `Перенести всех на ${momentShort(visit.startsAt)} и написать им`,
      ),
    )}
    ${actionForm('cancel-session', key, { session }, 'Отменить посещение и написать всем')}
  </div>`;
}

const CORRECTABLE = [
  ['name', 'Имя'],
  ['email', 'Почта'],
  ['phone', 'Телефон'],
  ['party_size', 'Сколько человек'],
  ['comment', 'Что учесть'],
] as const;

/** One registration with everything that can be done about it. */
export function registrationPage(one: StoredRegistration, key: string, fault: string): Html {
  const { answers } = one;
  const values: Record<string, string> = {
    name: answers.name,
    email: answers.email,
    phone: answers.phone,
    party_size: String(answers.partySize),
    comment: answers.comment,
  };
  const inputs = CORRECTABLE.map(
    ([name, label]) =>
      html`<p>
        <label>${label}<br /><input name="${name}" value="${values[name] ?? ''}" size="40" /></label>
      </p>`,
  );
  return html`${officeNav} ${fault === '' ? nothing : html`<p role="alert"><strong>${fault}</strong></p>`}
    <p>
      ${one.reference}: ${STATE_WORDS[one.state]}, записан ${momentShort(one.createdAt)}. ${partyNotes(one)}
    </p>
    <p><a href="${sessionHref('session', one.session)}">К списку посещения</a></p>
    <form method="post" action="/office/correct">
      <input type="hidden" name="key" value="${key}" /><input
        type="hidden"
        name="id"
        value="${one.id}"
      />${inputs}<button>Сохранить и написать человеку</button>
    </form>
    ${one.state === 'waitlist' ? actionForm('seat', key, { id: one.id }, 'Дать место') : nothing}
    ${one.state === 'quarantine' ? actionForm('release', key, { id: one.id }, 'Принять заявку') : nothing}
    ${one.state === 'cancelled' ? nothing : actionForm('cancel', key, { id: one.id }, one.state === 'quarantine' ? 'Отклонить заявку' : 'Отменить запись')}`;
}

/** Applications whose hidden field was filled in: a robot or a password manager, a person decides. */
export function quarantinePage(list: readonly StoredRegistration[], key: string): Html {
  const rows = list.map(
    (one) =>
      html`<tr>
        <td>${one.session}</td>
        <td>${one.answers.name}</td>
        <td>${one.answers.email}</td>
        <td>${one.answers.phone}</td>
        <td>${partyNotes(one)}</td>
        <td>
          ${actionForm('release', key, { id: one.id }, 'Принять')}${actionForm('cancel', key, { id: one.id }, 'Отклонить')}
        </td>
      </tr>`,
  );
  return html`${officeNav}
    <p>
      Здесь заявки, в которых заполнено скрытое поле. Так делают роботы, но иногда и программы, которые сами
      подставляют адреса: посмотрите на имя и комментарий и решите.
    </p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Посещение</th>
            <th>Имя</th>
            <th>Почта</th>
            <th>Телефон</th>
            <th>Особое</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** Export and deletion for one person, by e-mail address. */
export function personPage(key: string, message: string): Html {
  const form = (action: string, words: string): Html =>
    html`<form method="post" action="/office/person/${action}">
      <input type="hidden" name="key" value="${key}" />
      <p>
        <label>Почта<br /><input name="email" size="40" autocomplete="off" /></label>
      </p>
      <button>${words}</button>
    </form>`;
  return html`${officeNav}
    ${message === '' ? nothing : html`<p role="status"><strong>${message}</strong></p>`}
    <h2>Выдать человеку его данные</h2>
    ${form('export', 'Скачать')}
    <h2>Удалить данные человека</h2>
    <p>
      Записи удаляются совсем, их места освобождаются. Сделанные раньше копии базы придётся удалить отдельно.
    </p>
    ${form('forget', 'Удалить навсегда')}`;
}

/** What was done, without personal data. */
export function auditPage(lines: readonly AuditLine[]): Html {
  const rows = lines.map(
    (line) =>
      html`<tr>
        <td>${momentShort(line.at)}</td>
        <td>${line.action}</td>
        <td>${line.subject}</td>
        <td>${line.count}</td>
      </tr>`,
  );
  return html`${officeNav}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Когда</th>
            <th>Что</th>
            <th>Где</th>
            <th>Сколько</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

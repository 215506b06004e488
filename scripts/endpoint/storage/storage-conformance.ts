/** What any storage must do to stand behind the endpoint. Run by a test file with the storage to be judged. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Registration } from '../../../src/registration/parse.ts';
import { HOUR, isoMoscow } from '../../../src/time/moscow.ts';
import type { Application, ApplyOutcome, SeatPlan, Storage, StoredRegistration } from './storage.ts';

const NOW = 1_796_000_000_000;
const STARTS_AT = NOW + 200 * HOUR;
const LEASE = 60_000;

export const PLAN: SeatPlan = {
  session: 'winter/works/2026-12-10-1030',
  startsAt: STARTS_AT,
  endsAt: STARTS_AT + HOUR,
  capacity: 3,
  waitlistSeats: 3,
};

let people = 0;

/** A valid application by somebody new. */
export function application(
  answers: Partial<Registration> = {},
  over: Partial<Application> = {},
): Application {
  people += 1;
  const full: Registration = {
    session: PLAN.session,
    sessionStart: isoMoscow(STARTS_AT),
    kind: 'people',
    name: `Анна Иванова`,
    email: `anna${people}@example.org`,
    phone: `+7916${String(1_000_000 + people)}`,
    partySize: 1,
    childrenAges: [],
    comment: '',
    consent: { version: '1', hash: 'h' },
    newsConsent: null,
    submissionId: `submission-number-${people}`,
    formVersion: '1',
    team: null,
    schoolClass: null,
    suspicious: false,
    ...answers,
  };
  return {
    answers: full,
    payloadHash: `hash-${people}`,
    seats: full.partySize,
    plan: PLAN,
    accepting: true,
    withMail: true,
    now: NOW,
    ...over,
  };
}

function registered(outcome: ApplyOutcome): StoredRegistration {
  if (!('registration' in outcome)) throw new Error(`not registered: ${outcome.kind}`);
  return outcome.registration;
}

/** Declares the suite. `open` gives an empty storage; the suite closes it. */
export function describeStorage(name: string, open: () => Promise<Storage>): void {
  describe(`storage: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(async () => {
      await storage.close();
    });
    const apply = async (...input: Parameters<typeof application>): Promise<StoredRegistration> =>
      registered(await storage.apply(application(...input)));
    const states = async (): Promise<string[]> => (await storage.list(PLAN.session)).map((one) => one.state);

    it('keeps every answer as it was given', async () => {
      const given = application({
        name: 'Ёжиков Ильдар',
        comment: 'две\nстроки «кавычки» \' " -- ; 𝄞',
        childrenAges: [7, 12],
        newsConsent: 'n1',
      });
      const stored = registered(await storage.apply(given));
      expect((await storage.findTicket(stored.ticket))?.answers).toEqual(given.answers);
      expect((await storage.findReference(stored.reference))?.answers).toEqual(given.answers);
    });

    it('gives seats, then places in the waiting list, then none', async () => {
      const kinds = [];
      for (let index = 0; index < 7; index += 1) kinds.push((await storage.apply(application())).kind);
      expect(kinds).toEqual([...Array.from({ length: 6 }, () => 'accepted'), 'full']);
      expect(await states()).toEqual([
        'confirmed',
        'confirmed',
        'confirmed',
        'waitlist',
        'waitlist',
        'waitlist',
      ]);
    });

    it('never gives more seats than there are, however many ask at once', async () => {
      await Promise.all(Array.from({ length: 40 }, () => storage.apply(application())));
      expect((await states()).filter((state) => state === 'confirmed')).toHaveLength(3);
    });

    it('lets a smaller party pass when a larger one does not fit', async () => {
      await apply({ partySize: 2 });
      expect((await apply({ partySize: 2 })).state).toBe('waitlist');
      expect((await apply({ partySize: 1 })).state).toBe('confirmed');
    });

    it('answers a repeat as before, even when nothing is accepted any more', async () => {
      const once = application();
      const first = registered(await storage.apply(once));
      const repeat = await storage.apply({ ...once, accepting: false });
      expect(repeat).toMatchObject({ kind: 'repeat', corrected: false });
      expect(registered(repeat).reference).toBe(first.reference);
      expect(await storage.findSubmission('submission-number-0', 'x')).toBeNull();
      expect((await storage.findSubmission(String(once.answers.submissionId), once.payloadHash))?.id).toBe(
        first.id,
      );
    });

    it('takes over a corrected repeat, within the seats', async () => {
      const once = application();
      await storage.apply(once);
      const larger = { ...once, answers: { ...once.answers, partySize: 3 }, seats: 3, payloadHash: 'new' };
      expect(await storage.apply(larger)).toMatchObject({ kind: 'repeat', corrected: true });
      const tooLarge = {
        ...larger,
        answers: { ...once.answers, partySize: 4 },
        seats: 4,
        payloadHash: 'newer',
      };
      expect(await storage.apply(tooLarge)).toEqual({ kind: 'full', free: 0 });
      expect((await storage.list(PLAN.session)).map((one) => one.seats)).toEqual([3]);
    });

    it('recognises the same person, by e-mail or by phone, whatever the case and order', async () => {
      const once = application({ name: 'Пётр Ильин' });
      const first = registered(await storage.apply(once));
      const byMail = await storage.apply(
        application({ name: 'ИЛЬИН Петр', email: once.answers.email.toUpperCase() }),
      );
      const byPhone = await storage.apply(application({ name: 'Пётр Ильин', phone: once.answers.phone }));
      const wife = await storage.apply(application({ name: 'Мария Ильина', email: once.answers.email }));
      expect([byMail.kind, byPhone.kind, wife.kind]).toEqual(['already', 'already', 'accepted']);
      expect(registered(byMail).id).toBe(first.id);
    });

    it('does not mistake a submission id carried over to another session for a repeat', async () => {
      const once = application();
      await storage.apply(once);
      const elsewhere = { ...once, plan: { ...PLAN, session: 'other' }, payloadHash: 'other' };
      expect(await storage.apply(elsewhere)).toMatchObject({ kind: 'accepted' });
    });

    it('refuses new applications when nothing is accepted or the session is closed by hand', async () => {
      expect(await storage.apply(application({}, { accepting: false }))).toEqual({
        kind: 'closed',
        byHand: false,
      });
      await storage.closeByHand(PLAN.session, NOW);
      expect(await storage.apply(application())).toEqual({ kind: 'closed', byHand: true });
      expect([...(await storage.closedByHand())]).toEqual([PLAN.session]);
      await storage.reopenByHand(PLAN.session, NOW);
      expect(await storage.apply(application())).toMatchObject({ kind: 'accepted' });
    });

    it('frees a seat once and moves up whoever fits, in order', async () => {
      const first = await apply({ partySize: 2 });
      await apply();
      const large = await apply({ partySize: 3 }, { plan: { ...PLAN, waitlistSeats: 10 } });
      const small = await apply({}, { plan: { ...PLAN, waitlistSeats: 10 } });
      const later = await apply({}, { plan: { ...PLAN, waitlistSeats: 10 } });
      expect([large.state, small.state, later.state]).toEqual(['waitlist', 'waitlist', 'waitlist']);
      const promotion = { capacity: PLAN.capacity, now: NOW + 1 };
      expect((await storage.cancel(first.id, NOW + 1, promotion))?.state).toBe('cancelled');
      expect(await states()).toEqual(['cancelled', 'confirmed', 'waitlist', 'confirmed', 'confirmed']);
      expect((await storage.cancel(first.id, NOW + 2, promotion))?.cancelledAt).toBe(NOW + 1);
      expect(await storage.promote(PLAN.session, { capacity: 6, now: NOW })).toBe(1);
      expect(await storage.cancel(999, NOW, null)).toBeNull();
    });

    it('moves nobody up in a session closed by hand, nor after a correction that may not', async () => {
      const first = await apply({ partySize: 2 });
      await apply();
      await apply();
      await storage.correct(first.id, { partySize: 1 }, PLAN, NOW, false);
      expect(await states()).toEqual(['confirmed', 'confirmed', 'waitlist']);
      await storage.closeByHand(PLAN.session, NOW);
      expect(await storage.promote(PLAN.session, { capacity: PLAN.capacity, now: NOW })).toBe(0);
      await storage.reopenByHand(PLAN.session, NOW);
      expect(await storage.promote(PLAN.session, { capacity: PLAN.capacity, now: NOW })).toBe(1);
    });

    it('tells a repeat of a cancelled registration that it was withdrawn', async () => {
      const once = application();
      const { id } = registered(await storage.apply(once));
      await storage.cancel(id, NOW, null);
      expect(await storage.apply(once)).toEqual({ kind: 'withdrawn' });
      expect(
        await storage.apply(application({ name: once.answers.name, email: once.answers.email })),
      ).toMatchObject({
        kind: 'accepted',
      });
    });

    it('keeps the suspicious apart until they are released, and mails them only then', async () => {
      const caught = await apply({ suspicious: true });
      expect(caught).toMatchObject({ state: 'quarantine', firstStatus: 'pending' });
      expect(await storage.claimMails(NOW, LEASE, 10)).toEqual([]);
      expect((await storage.quarantined()).map((one) => one.id)).toEqual([caught.id]);
      expect((await storage.release(caught.id, PLAN, NOW))?.state).toBe('confirmed');
      expect((await storage.claimMails(NOW, LEASE, 10)).map((mail) => mail.kind)).toEqual(['confirmed']);
    });

    it('hands a mail out once per lease and keeps its Message-ID', async () => {
      await apply();
      const [mail] = await storage.claimMails(NOW, LEASE, 10);
      expect(mail).toMatchObject({ kind: 'confirmed', attempts: 1 });
      expect(await storage.claimMails(NOW + LEASE - 1, LEASE, 10)).toEqual([]);
      const [again] = await storage.claimMails(NOW + LEASE, LEASE, 10);
      expect(again).toMatchObject({ messageKey: mail?.messageKey, attempts: 2 });
      if (again === undefined) throw new Error('no mail');
      await storage.markFailed(again.id, '451', NOW + 5 * LEASE);
      expect(await storage.nextMailAt()).toBe(NOW + 5 * LEASE);
      await storage.markSent(again.id, NOW);
      expect(await storage.nextMailAt()).toBeNull();
      expect(await storage.mailStates()).toEqual({ queued: 0, sent: 1, failed: 0 });
    });

    it('drops unsent mails of a cancelled registration and tells of the cancellation', async () => {
      const { id } = await apply();
      await storage.cancel(id, NOW, null);
      expect((await storage.claimMails(NOW, LEASE, 10)).map((mail) => mail.kind)).toEqual(['cancelled']);
    });

    it('reminds every holder of a seat once, and nobody who registered later', async () => {
      await apply();
      await apply({}, { now: NOW + 100 });
      expect(await storage.enqueueForSession(PLAN.session, 'reminder', NOW + 50, NOW + 50)).toBe(1);
      expect(await storage.enqueueForSession(PLAN.session, 'reminder', NOW + 60, NOW + 50)).toBe(0);
    });

    it('corrects within the seats and seats somebody by hand', async () => {
      const first = await apply({ partySize: 2 });
      const waiting = await apply({ partySize: 2 });
      expect(await storage.correct(first.id, { partySize: 4 }, PLAN, NOW, true)).toBe('full');
      expect(await storage.seat(waiting.id, { capacity: 3, now: NOW })).toBe('full');
      expect(await storage.seat(waiting.id, { capacity: 4, now: NOW })).toMatchObject({ state: 'confirmed' });
      const corrected = await storage.correct(
        first.id,
        { email: 'new@example.org', partySize: 1 },
        PLAN,
        NOW,
        true,
      );
      expect(corrected).toMatchObject({
        seats: 1,
        revision: 1,
        answers: { email: 'new@example.org', partySize: 1 },
      });
      expect(await storage.findPerson('NEW@example.org')).toHaveLength(1);
      expect(await storage.correct(999, {}, PLAN, NOW, true)).toBeNull();
      expect((await storage.audit(9)).map((line) => line.action)).toEqual([
        'correct:email,partySize',
        'seat',
      ]);
    });

    it('moves the registrations of a moved session along and tells them once', async () => {
      const { id } = await apply();
      const moved = { ...PLAN, session: 'winter/works/2026-12-12-1030', startsAt: STARTS_AT + 48 * HOUR };
      expect(await storage.adopt(PLAN.session, moved, NOW)).toBe(1);
      expect(await storage.adopt(PLAN.session, moved, NOW)).toBe(0);
      expect((await storage.list(moved.session)).map((one) => one.id)).toEqual([id]);
      expect(await storage.sessionsInUse()).toEqual([moved.session]);
      const mails = await storage.claimMails(NOW, LEASE, 10);
      expect(mails.map((mail) => mail.kind)).toEqual(['confirmed', 'session-moved']);
    });

    it('keeps a moved session closed when it was closed by hand', async () => {
      await apply();
      await storage.closeByHand(PLAN.session, NOW);
      await storage.adopt(PLAN.session, { ...PLAN, session: 'later' }, NOW);
      expect([...(await storage.closedByHand())]).toEqual(['later']);
    });

    it('takes a cancellation back only from those who may have heard of it', async () => {
      await apply();
      const cancelled = (): Promise<number> =>
        storage.enqueueForSession(PLAN.session, 'session-cancelled', NOW, NOW + 1);
      const due = async (): Promise<string[]> =>
        (await storage.claimMails(NOW, LEASE, 10)).map((mail) => mail.kind);
      const [confirmation] = await storage.claimMails(NOW, LEASE, 1);
      await storage.drop(confirmation?.id ?? 0);
      await cancelled();
      expect(await storage.reinstate(PLAN.session, NOW)).toBe(1);
      expect(await due()).toEqual(['confirmed']);
      expect(await cancelled()).toBe(1);
      expect(await due()).toEqual(['session-cancelled']);
      await storage.reinstate(PLAN.session, NOW);
      expect(await storage.reinstate(PLAN.session, NOW)).toBe(0);
      expect(await due()).toEqual(['session-restored']);
      expect(await cancelled()).toBe(1);
      expect([...(await storage.mailKeys())].map((key) => key.split('.')[0]).sort()).toEqual([
        'confirmed',
        'session-cancelled',
        'session-restored',
      ]);
    });

    it('counts, finds, forgets and purges, and writes down only what was done', async () => {
      await apply({ email: 'one@example.org', partySize: 2 });
      await apply({ email: 'two@example.org' }, { now: NOW + 1 });
      expect(await storage.counts()).toEqual([
        {
          session: PLAN.session,
          confirmedSeats: 3,
          waitingSeats: 0,
          confirmed: 2,
          waiting: 0,
          quarantined: 0,
          cancelled: 0,
        },
      ]);
      expect(await storage.forgetPerson('One@Example.org', NOW)).toEqual([PLAN.session]);
      expect(await storage.findPerson('one@example.org')).toEqual([]);
      expect(await storage.purge(PLAN.endsAt, NOW, NOW)).toBe(0);
      expect(await storage.purge(PLAN.endsAt + 1, NOW, NOW)).toBe(1);
      expect(await storage.list(PLAN.session)).toEqual([]);
      expect(await storage.claimMails(NOW, LEASE, 10)).toEqual([]);
      expect(JSON.stringify(await storage.audit(10))).not.toContain('example.org');
    });

    it('purges dry runs by their own age and counts them nowhere', async () => {
      const plan = { ...PLAN, session: 'dry-run/open' };
      await storage.apply(application({}, { plan, withMail: false }));
      expect(await storage.counts()).toEqual([]);
      await storage.purge(0, NOW + 1, NOW);
      expect(await storage.list('dry-run/open')).toEqual([]);
    });
  });
}

/** An application: from the bytes of the form to the reply. */
import { createHash } from 'node:crypto';
import { registrationErrors } from '../../../src/i18n/ru/registration-errors.ts';
import { registrationState, takesApplications } from '../../../src/domain/registration-state.ts';
import {
  CONSENT_FIELD,
  CONSENT_HASH_FIELD,
  SESSION_FIELD,
  SUBMISSION_ID_FIELD,
} from '../../../src/registration/fields.ts';
import { parseRegistration, submittedFields } from '../../../src/registration/parse.ts';
import type { ParseOptions, SubmittedFields } from '../../../src/registration/parse.ts';
import type { Instant } from '../../../src/time/moscow.ts';
import { dryRunPlan, dryRunVisit, isDryRun } from '../dry-run.ts';
import { seatPlan } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Visit, VisitTable } from '../sessions-file.ts';
import { StorageUnavailableError } from '../storage/storage.ts';
import type { ApplyOutcome } from '../storage/storage.ts';
import * as replies from './reply.ts';
import type { Reply } from './reply.ts';

/** Judges and stores one application. @throws never for a storage that is unavailable: that is a reply too. */
export async function takeApplication(endpoint: Endpoint, body: string): Promise<Reply> {
  try {
    return await judge(endpoint, submittedFields(new URLSearchParams(body)));
  } catch (error) {
    if (!(error instanceof StorageUnavailableError)) throw error;
    endpoint.log(`Заявка не сохранена и не подтверждена: хранилище недоступно (${error.reason}).`);
    return replies.unavailable();
  }
}

async function judge(endpoint: Endpoint, fields: SubmittedFields): Promise<Reply> {
  const { settings, storage, clock } = endpoint;
  const table = endpoint.visits.current();
  const sessionId = fields.get(SESSION_FIELD) ?? '';
  const visit = table.visits.get(sessionId) ?? (settings.dryRun ? dryRunVisit(sessionId) : undefined);
  const payloadHash = hashOf(fields);
  const known = () => storedReply(endpoint, fields.get(SUBMISSION_ID_FIELD) ?? '', payloadHash);
  if (visit === undefined) {
    const errors = [{ field: SESSION_FIELD, code: 'unknown', message: registrationErrors.sessionUnknown }];
    return (await known()) ?? replies.invalid(errors);
  }

  const now = clock();
  const refusal = refusalByTime(visit, now);
  const facts = { ...visit, startsAt: visit.startsAtText };
  const parsed = parseRegistration(fields, facts, parseOptions(endpoint, table, visit, fields));
  if (!parsed.ok) return (await known()) ?? refusal ?? replies.invalid(parsed.errors);

  const dryRun = isDryRun(visit.id);
  const outcome = await storage.apply({
    answers: parsed.value,
    payloadHash,
    seats: parsed.value.kind === 'team' ? 1 : parsed.value.partySize,
    plan: dryRun ? dryRunPlan(visit) : seatPlan(visit, settings.waitlistPercent),
    accepting: refusal === null,
    withMail: !dryRun,
    now,
  });
  if (outcome.kind === 'accepted' || outcome.kind === 'repeat') endpoint.mailIsWaiting();
  return replyTo(outcome, refusal);
}

function replyTo(outcome: ApplyOutcome, refusal: Reply | null): Reply {
  switch (outcome.kind) {
    case 'accepted':
      return replies.accepted(outcome.registration.reference, outcome.registration.firstStatus, true);
    case 'repeat':
      return replies.accepted(outcome.registration.reference, outcome.registration.firstStatus, false);
    case 'already': {
      const { reference, state } = outcome.registration;
      return replies.already(
        reference,
        state === 'confirmed' ? 'confirmed' : state === 'waitlist' ? 'waitlist' : 'pending',
      );
    }
    case 'withdrawn':
      return replies.withdrawn();
    case 'full':
      return replies.full(outcome.free);
    case 'closed':
      return refusal ?? replies.closed();
  }
}

/** An application that was acknowledged before stays acknowledged, whatever has changed since. */
async function storedReply(
  endpoint: Endpoint,
  submissionId: string,
  payloadHash: string,
): Promise<Reply | null> {
  if (submissionId === '') return null;
  const stored = await endpoint.storage.findSubmission(submissionId, payloadHash);
  if (stored === null) return null;
  return stored.state === 'cancelled'
    ? replies.withdrawn()
    : replies.accepted(stored.reference, stored.firstStatus, false);
}

/** null while applications are taken by the endpoint's clock. */
function refusalByTime(visit: Visit, now: Instant): Reply | null {
  const state = registrationState(visit, now);
  if (takesApplications(state)) return null;
  if (state === 'cancelled') return replies.sessionCancelled();
  if (state === 'not-yet-open') return replies.notYetOpen(visit.registrationOpensAt ?? now);
  return state === 'external' || state === 'not-needed' ? replies.notHere() : replies.closed();
}

/** Without consent texts in the data, and in dry runs, the consent given is stored as it was given. */
function parseOptions(
  endpoint: Endpoint,
  table: VisitTable,
  visit: Visit,
  fields: SubmittedFields,
): ParseOptions {
  const asGiven = { version: fields.get(CONSENT_FIELD) ?? '', hash: fields.get(CONSENT_HASH_FIELD) ?? '' };
  const open = table.consents.length === 0 || isDryRun(visit.id);
  return {
    honeypot: endpoint.settings.honeypot,
    consents: open ? [asGiven] : table.consents,
    newsConsents: table.newsConsents,
  };
}

/** The same answers give the same hash, in whatever order they come. */
function hashOf(fields: SubmittedFields): string {
  const pairs = [...fields]
    .filter(([name]) => name !== SUBMISSION_ID_FIELD)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(pairs)).digest('base64url');
}

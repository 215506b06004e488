/** What the build tells the registration endpoint beyond site.json. */
import type { Catalogue, ConsentView, SessionView } from '../domain/catalogue.ts';
import type { EndpointData, EndpointSession } from '../domain/endpoint-sessions.ts';
import { ageWords, photoWords, stepFreeWords } from '../i18n/ru/session.ts';
import { dayOf, isoMoscow } from '../time/moscow.ts';

/** The content of `dist/data/endpoint-sessions.json`. */
export function endpointDataOf(catalogue: Catalogue): EndpointData {
  const today = dayOf(catalogue.now);
  const inForce = (consent: ConsentView): boolean => consent.validFrom <= today;
  return {
    generatedAt: isoMoscow(catalogue.now),
    // A visitor may have opened the page before a newer text came into force: older ones stay accepted.
    consents: catalogue.consents
      .filter((consent) => !consent.optional && inForce(consent))
      .map((consent) => ({ version: consent.id, hash: consent.hash })),
    newsConsents: catalogue.consents
      .filter((consent) => consent.optional && inForce(consent))
      .map((consent) => consent.id),
    sessions: catalogue.sessions.map(detailsOf),
  };
}

function detailsOf(session: SessionView): EndpointSession {
  const { admission, meetingPoint, access } = session;
  const age = ageWords(admission);
  return {
    id: session.id,
    address: meetingPoint.address ?? null,
    entrance: meetingPoint.entrance ?? null,
    metro: meetingPoint.metro ?? null,
    minutesWalk: meetingPoint.minutesWalk ?? null,
    bring: admission.documents === undefined ? [] : [admission.documents],
    dress: admission.dress ?? null,
    photo: admission.photo === undefined ? null : photoWords[admission.photo],
    admission: [
      ...(age === null ? [] : [age]),
      ...(admission.health === undefined ? [] : [admission.health]),
    ],
    stepFree: access?.stepFree === undefined ? null : stepFreeWords[access.stepFree],
    statusNote: session.statusNote,
  };
}

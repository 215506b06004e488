/** Small parts of structured data: addresses, places, offers, audiences. Only what the content knows. */
import type {
  EventStatusType,
  ItemAvailability,
  Offer,
  Organization,
  PeopleAudience,
  Place,
  PostalAddress,
  SearchAction,
  VirtualLocation,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';
import type { EnterpriseView, SessionView } from '../../domain/catalogue.ts';
import type { RegistrationState } from '../../domain/registration-state.ts';
import { makesWords } from '../../i18n/ru/catalogue.ts';
import { isoMoscow } from '../../time/moscow.ts';
import { atEnterprise } from '../session-event.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute, ORGANISER, SITE_NAME } from '../site.ts';

export const organisationId = (site: SiteIdentity): string => absolute(site, '/#organisation');
const websiteId = (site: SiteIdentity): string => absolute(site, '/#website');
export const placeId = (site: SiteIdentity, enterprise: EnterpriseView): string =>
  absolute(site, `${enterprise.url}#place`);

/** The programme as the one that publishes and invites; `withParent`: and who stands behind it. */
export function organisation(site: SiteIdentity, withParent: boolean): Exclude<Organization, string> {
  return {
    '@type': 'Organization',
    '@id': organisationId(site),
    name: SITE_NAME,
    url: absolute(site, '/'),
    ...(withParent ? { parentOrganization: { '@type': 'GovernmentOrganization', name: ORGANISER } } : {}),
  };
}

/** The site with its search. */
export function website(site: SiteIdentity): Exclude<WebSite, string> {
  return {
    '@type': 'WebSite',
    '@id': websiteId(site),
    url: absolute(site, '/'),
    name: SITE_NAME,
    inLanguage: 'ru',
    publisher: { '@id': organisationId(site) },
    potentialAction: searchAction(site),
  };
}

function searchAction(site: SiteIdentity): WithActionConstraints<Exclude<SearchAction, string>> {
  return {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: absolute(site, '/search/?q={search_term_string}') },
    'query-input': 'required name=search_term_string',
  };
}

/** An address in the city; null when neither street nor okrug is known. */
export function postalAddress(street: string | undefined, enterprise: EnterpriseView): PostalAddress | null {
  // The okrug says that the place is in Moscow; a bare street name does not.
  const inMoscow = enterprise.okrug !== null;
  if (street === undefined && !inMoscow) return null;
  return {
    '@type': 'PostalAddress',
    ...(street === undefined ? {} : { streetAddress: street }),
    ...(inMoscow ? { addressLocality: 'Москва' } : {}),
    addressCountry: 'RU',
  };
}

/** The enterprise as a place one can go to. */
export function enterprisePlace(enterprise: EnterpriseView, site: SiteIdentity): Exclude<Place, string> {
  const address = postalAddress(enterprise.address, enterprise);
  const names = [enterprise.shortName, enterprise.legalName, ...enterprise.alsoKnownAs].filter(
    (name) => name !== undefined,
  );
  const { coordinates, website: homepage, access } = enterprise;
  return {
    '@type': 'Place',
    '@id': placeId(site, enterprise),
    name: enterprise.name,
    ...(names.length === 0 ? {} : { alternateName: names }),
    description: makesWords(enterprise),
    url: absolute(site, enterprise.url),
    ...(homepage === undefined ? {} : { sameAs: homepage }),
    ...(address === null ? {} : { address }),
    ...(coordinates === undefined
      ? {}
      : {
          geo: { '@type': 'GeoCoordinates' as const, latitude: coordinates.lat, longitude: coordinates.lon },
        }),
    ...(access?.stepFree === 'full' || access?.stepFree === 'none'
      ? {
          amenityFeature: {
            '@type': 'LocationFeatureSpecification' as const,
            name: 'Путь без ступеней',
            value: access.stepFree === 'full',
          },
        }
      : {}),
  };
}

/** Where a session happens: in the net, at the enterprise, or at a meeting point of its own. */
export function sessionLocation(
  session: SessionView,
  site: SiteIdentity,
): Exclude<Place, string> | VirtualLocation {
  if (session.online) return { '@type': 'VirtualLocation', url: absolute(site, session.url) };
  if (atEnterprise(session)) return enterprisePlace(session.enterprise, site);
  const address = postalAddress(session.meetingPoint.address, session.enterprise);
  return {
    '@type': 'Place',
    name: session.meetingPoint.entrance ?? session.meetingPoint.address ?? session.enterprise.displayName,
    ...(address === null ? {} : { address }),
  };
}

export const EVENT_STATUS: Record<SessionView['status'], EventStatusType> = {
  scheduled: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  moved: 'https://schema.org/EventRescheduled',
};

/** What the state means to search engines; null: nothing is offered any more, or it is not ours to know. */
const AVAILABILITY: Record<RegistrationState, ItemAvailability | null> = {
  'not-yet-open': 'https://schema.org/PreOrder',
  open: 'https://schema.org/InStock',
  'closing-soon': 'https://schema.org/InStock',
  closed: 'https://schema.org/Discontinued',
  full: 'https://schema.org/SoldOut',
  external: null,
  'not-needed': 'https://schema.org/InStock',
  cancelled: null,
  past: null,
};

/** The free place at a session; null for what is over or will not be. */
export function sessionOffer(session: SessionView, site: SiteIdentity): Offer | null {
  if (session.state === 'cancelled' || session.state === 'past') return null;
  const availability = AVAILABILITY[session.state];
  const { registrationOpensAt: opens, registrationClosesAt: closes } = session;
  return {
    '@type': 'Offer',
    price: 0,
    priceCurrency: 'RUB',
    url: session.registrationUrl ?? absolute(site, session.url),
    ...(opens === null ? {} : { validFrom: isoMoscow(opens) }),
    ...(closes === null ? {} : { availabilityEnds: isoMoscow(closes) }),
    ...(availability === null ? {} : { availability }),
  };
}

/** Who is admitted by age; null when nothing is known. */
export function audience(session: SessionView): PeopleAudience | null {
  const { minAge } = session.admission;
  return minAge === undefined ? null : { '@type': 'PeopleAudience', requiredMinAge: minAge };
}

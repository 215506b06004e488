/** The picture that messengers and networks show beside a link. */
import type { SocialImageSubject } from '../domain/social-image.ts';
import { SOCIAL_IMAGE_HEIGHT, SOCIAL_IMAGE_WIDTH, socialImagePath } from '../domain/social-image.ts';
import type { PageSubject } from './page-subject.ts';
import { SITE_NAME, SITE_TAGLINE } from './site.ts';

export type SocialImage = { path: string; width: number; height: number; alt: string };

const DEFAULT_ALT = `${SITE_NAME} — ${SITE_TAGLINE.charAt(0).toLocaleLowerCase('ru')}${SITE_TAGLINE.slice(1)}`;

/** Enterprises, seasons, sessions, events and news have pictures of their own; the others share one. */
export function socialImageOf(subject: PageSubject): SocialImage {
  switch (subject.kind) {
    case 'enterprise':
      return of({ kind: 'enterprise', id: subject.enterprise.id }, subject.enterprise.displayName);
    case 'programme':
      return of(
        { kind: 'enterprise', id: subject.programme.enterprise.id },
        subject.programme.enterprise.displayName,
      );
    case 'session':
      return of({ kind: 'session', id: subject.session.id }, subject.session.enterprise.displayName);
    case 'season':
      return of({ kind: 'season', id: subject.season.id }, subject.season.title);
    case 'event':
      return of({ kind: 'event', id: subject.event.id }, subject.event.title);
    case 'news':
      return of({ kind: 'news', id: subject.news.id }, subject.news.title);
    default:
      return of({ kind: 'default' }, DEFAULT_ALT);
  }
}

function of(subject: SocialImageSubject, alt: string): SocialImage {
  return { path: socialImagePath(subject), width: SOCIAL_IMAGE_WIDTH, height: SOCIAL_IMAGE_HEIGHT, alt };
}

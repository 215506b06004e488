/** The picture that messengers and networks show beside a link. */
import type { SocialImageSubject } from '../domain/social-image.ts';
import { SOCIAL_IMAGE_HEIGHT, SOCIAL_IMAGE_WIDTH, socialImagePath } from '../domain/social-image.ts';
import type { PageSubject } from './page-subject.ts';
import { SITE_NAME, SITE_TAGLINE } from './site.ts';

export type SocialImage = { path: string; width: number; height: number; alt: string };

function of(subject: SocialImageSubject, alt: string): SocialImage {
  return { path: socialImagePath(subject), width: SOCIAL_IMAGE_WIDTH, height: SOCIAL_IMAGE_HEIGHT, alt };
}

/** The picture of the page's own entry; a programme has its enterprise's; all other pages share one. */
export function socialImageOf(subject: PageSubject): SocialImage {
  switch (subject.kind) {
    case 'enterprise':
      return of({ kind: 'enterprise', id: subject.enterprise.id }, subject.enterprise.displayName);
    case 'programme': {
      const { enterprise } = subject.programme;
      return of({ kind: 'enterprise', id: enterprise.id }, enterprise.displayName);
    }
    case 'session': {
      const { id, title, enterprise } = subject.session;
      return of({ kind: 'session', id }, `${title}: ${enterprise.displayName}`);
    }
    case 'season':
      return of({ kind: 'season', id: subject.season.id }, subject.season.title);
    case 'event':
      return of({ kind: 'event', id: subject.event.id }, subject.event.title);
    case 'news':
      return of({ kind: 'news', id: subject.news.id }, subject.news.title);
    default:
      return of({ kind: 'default' }, `${SITE_NAME} — ${SITE_TAGLINE}`);
  }
}

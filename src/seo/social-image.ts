/** The picture that messengers and networks show beside a link. */
import type { PageSubject } from './page-subject.ts';

export type SocialImage = { path: string; width: number; height: number; alt: string };

const SIZE = { width: 1200, height: 630 } as const;
const DEFAULT: SocialImage = {
  path: '/og/default.png',
  ...SIZE,
  alt: 'Открой#Моспром — промышленный туризм Москвы',
};

/** Pages about one enterprise or season have its picture, a session has its enterprise's; the others share one. */
export function socialImageOf(subject: PageSubject): SocialImage {
  switch (subject.kind) {
    case 'enterprise':
      return of('enterprises', subject.enterprise.id, subject.enterprise.displayName);
    case 'programme':
      return of('enterprises', subject.programme.enterprise.id, subject.programme.enterprise.displayName);
    case 'session':
      return of('enterprises', subject.session.enterprise.id, subject.session.enterprise.displayName);
    case 'season':
      return of('seasons', subject.season.id, subject.season.title);
    default:
      return DEFAULT;
  }
}

function of(kind: 'enterprises' | 'seasons', id: string, alt: string): SocialImage {
  return { path: `/og/${kind}/${id}.png`, ...SIZE, alt };
}

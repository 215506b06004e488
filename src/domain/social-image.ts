/**
 * Where the picture of a page for social networks stands: paths from the site's root, for `og:image`.
 * The pictures themselves are made by the `pictures` stage of the build.
 */

/** Size of every social picture, pixels. */
export const SOCIAL_IMAGE_WIDTH = 1200;
export const SOCIAL_IMAGE_HEIGHT = 630;
export const SOCIAL_IMAGE_TYPE = 'image/png';

/** A page that has a picture of its own; `id` is the entry's id, of a session the whole id with slashes. */
export type SocialImageSubject =
  { kind: 'enterprise' | 'season' | 'session' | 'event' | 'news'; id: string } | { kind: 'default' };

const FOLDERS = {
  enterprise: 'enterprises',
  season: 'seasons',
  session: 'sessions',
  event: 'events',
  news: 'news',
} as const;

/**
 * The picture's path: `/og/enterprises/<id>.png`, `/og/seasons/<id>.png`,
 * `/og/sessions/<season>/<enterprise>/<when>.png`, `/og/events/<id>.png`, `/og/news/<id>.png`, `/og/default.png`.
 */
export function socialImagePath(subject: SocialImageSubject): string {
  if (subject.kind === 'default') return '/og/default.png';
  return `/og/${FOLDERS[subject.kind]}/${subject.id}.png`;
}

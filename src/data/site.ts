/** The site of this build as texts name it. */
import { settings } from '../settings/current.ts';
import type { SiteIdentity } from '../seo/site.ts';

export const siteIdentity: SiteIdentity = { url: settings.siteUrl };

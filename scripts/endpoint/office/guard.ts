/** Who may see the organisers' pages: whoever has the token, as Bearer or as the password of Basic. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Endpoint } from '../endpoint.ts';
import type { AppEnv } from '../http/app.ts';
import { RateLimiter } from '../rate-limit.ts';

function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function presentedToken(c: Context): string {
  const [scheme = '', value = ''] = (c.req.header('authorization') ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return '';
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}

/** Browsers send a Basic password along with forms of other sites too; this value they cannot know. */
export function formKey(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url');
}

/** Lets in with the token only; wrong tokens are slowed down. Without a token set there is nothing here. */
export function officeGuard(endpoint: Endpoint, token: string): MiddlewareHandler<AppEnv> {
  const attempts = new RateLimiter(
    { perAddressBurst: 20, perAddressPerMinute: 10, globalBurst: 60, globalPerMinute: 30 },
    endpoint.clock(),
  );
  return async (c, next) => {
    if (sameText(presentedToken(c), token)) {
      await next();
      return;
    }
    const wait = c.req.header('authorization') === undefined ? 0 : attempts.take('all', endpoint.clock());
    if (wait > 0) return c.text('Слишком много неверных попыток.', 429, { 'Retry-After': String(wait) });
    return c.text('Нужен ключ организатора.', 401, {
      'WWW-Authenticate': 'Basic realm="Organisers", charset="UTF-8"',
    });
  };
}

/** The routes of the endpoint. */
import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Context } from 'hono';
import type { Availability } from '../../../src/registration/availability.ts';
import type { Instant } from '../../../src/time/moscow.ts';
import type { Endpoint } from '../endpoint.ts';
import { withFault } from '../faults.ts';
import { addOffice } from '../office/routes.ts';
import { takeApplication } from './applications.ts';
import { availability, SNAPSHOT_MS } from './availability.ts';
import { corsHeaders, httpDate, isAllowedOrigin, returnSite, wantsJson } from './origin.ts';
import { readBody } from './read-body.ts';
import * as replies from './reply.ts';
import type { Reply } from './reply.ts';
import { addTicketPages } from './ticket.ts';

export type AppEnv = { Bindings: HttpBindings };

/** Where forms post to, on the endpoint's own address. */
export const APPLICATIONS_PATH = '/applications';

/** The endpoint as a hono application; `listen` puts it on a port. */
export function endpointApp(endpoint: Endpoint): Hono<AppEnv> {
  const { settings, clock } = endpoint;
  const app = new Hono<AppEnv>();

  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    c.res.headers.set('Date', httpDate(clock()));
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
    // The route and not the address: addresses of tickets are secrets.
    const spent = Math.round(performance.now() - started);
    endpoint.log(`${c.req.method} ${routePath(c, -1)} ${c.res.status} ${spent} мс`);
  });

  app.onError((error, c) => {
    // The name only: a message may repeat what a visitor has typed.
    endpoint.log(`Ошибка программы: ${error.name} ${(error.stack ?? '').split('\n')[1]?.trim() ?? ''}`);
    return respond(endpoint, c, replies.unavailable());
  });

  app.options(APPLICATIONS_PATH, (c) =>
    c.body(null, 204, {
      ...corsHeaders(c, settings.allowedOrigins),
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type, Accept',
      'Access-Control-Max-Age': '600',
    }),
  );
  app.post(APPLICATIONS_PATH, async (c) => {
    const answered = endpoint.answering();
    const handle = async (): Promise<Response> => respond(endpoint, c, await received(endpoint, c));
    try {
      const sentPage = `${settings.siteUrl}/registration/sent/`;
      return await withFault(endpoint.faults, handle, () => c.env.incoming.socket.destroy(), sentPage);
    } finally {
      answered();
    }
  });
  app.all(APPLICATIONS_PATH, (c) =>
    c.text('Сюда отправляет заявки форма сайта.', 405, { Allow: 'POST, OPTIONS' }),
  );

  let snapshot: { at: Instant; value: Promise<Availability> } | null = null;
  app.get('/availability.json', async (c) => {
    const now = clock();
    if (snapshot === null || now - snapshot.at >= SNAPSHOT_MS || now < snapshot.at) {
      snapshot = { at: now, value: availability(endpoint) };
    }
    const { value } = snapshot;
    try {
      return c.json(await value, 200, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Date, Age',
        'Cache-Control': `public, max-age=${SNAPSHOT_MS / 1000}`,
      });
    } catch (error) {
      snapshot = null;
      throw error;
    }
  });

  app.get('/health', async (c) => {
    await endpoint.storage.mailStates();
    return c.json({ ok: true });
  });
  addTicketPages(app, endpoint);
  if (settings.adminToken !== null) addOffice(app, endpoint, settings.adminToken);
  return app;
}

/** Everything that is decided before the form is read. */
async function received(endpoint: Endpoint, c: Context<AppEnv>): Promise<Reply> {
  if (!isAllowedOrigin(c, endpoint.settings.allowedOrigins)) return replies.foreignOrigin();
  const wait = endpoint.limiter.take(clientAddress(c), endpoint.clock());
  if (wait > 0) return replies.tooMany(wait);
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return replies.wrongType();
  const body = await readBody(c.req.raw);
  return body === null ? replies.tooLarge() : takeApplication(endpoint, body);
}

function respond(endpoint: Endpoint, c: Context, reply: Reply): Response {
  const { siteUrl, allowedOrigins } = endpoint.settings;
  const headers = {
    ...corsHeaders(c, allowedOrigins),
    ...(reply.retryAfter === undefined ? {} : { 'Retry-After': String(reply.retryAfter) }),
  };
  if (wantsJson(c)) return c.json(reply.body, reply.status, headers);
  return c.body(null, 303, {
    ...headers,
    Location: `${returnSite(c, siteUrl, allowedOrigins)}${reply.page}`,
  });
}

/**
 * The visitor's address for rate limits, kept in memory only. Behind a proxy on the same machine it is the
 * last entry of X-Forwarded-For, the one that this proxy itself has added.
 */
function clientAddress(c: Context<AppEnv>): string {
  const peer = c.env.incoming.socket.remoteAddress ?? '';
  if (!/^(?:::ffff:)?127\.|^::1$/.test(peer)) return peer;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
  return isIP(forwarded) === 0 ? peer : forwarded;
}

/** The calendar file of one visit. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarContext, sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { keptPaths } from '../../../../../data/kept-paths.ts';
import type { SessionView } from '../../../../../domain/catalogue.ts';
import { visitCalendar } from '../../../../../seo/calendar.ts';

type Props = { session: SessionView };

export const getStaticPaths = (async () =>
  keptPaths(
    (await catalogue()).sessions.map((session) => ({
      params: sessionParams(session.id),
      props: { session },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(visitCalendar(props.session, await calendarContext()));

/** The calendar file «Открывается запись», where that is still to come. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarContext, sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { keptPaths } from '../../../../../data/kept-paths.ts';
import type { SessionView } from '../../../../../domain/catalogue.ts';
import { openingCalendar, openingCalendarPath } from '../../../../../seo/calendar.ts';

type Props = { session: SessionView };

export const getStaticPaths = (async () =>
  keptPaths(
    (await catalogue()).sessions
      .filter((session) => openingCalendarPath(session) !== null)
      .map((session) => ({ params: sessionParams(session.id), props: { session } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(openingCalendar(props.session, await calendarContext()));

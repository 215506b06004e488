/** The calendar file «Открывается запись», where that is still to come. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarContext, sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { openingCalendar } from '../../../../../seo/calendar.ts';

type Props = { text: string };

export const getStaticPaths = (async () => {
  const context = await calendarContext();
  return (await catalogue()).sessions.flatMap((session) => {
    const text = openingCalendar(session, context);
    return text === null ? [] : [{ params: sessionParams(session.id), props: { text } }];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);

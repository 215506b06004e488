/** The calendar file of one visit. */
import { calendarContext, sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { fileRoute } from '../../../../../data/file-route.ts';
import type { SessionView } from '../../../../../domain/catalogue.ts';
import { visitCalendar, visitCalendarPath } from '../../../../../seo/calendar.ts';

export const { getStaticPaths, GET } = fileRoute<{ session: SessionView }>({
  files: async () =>
    (await catalogue()).sessions.map((session) => ({
      path: visitCalendarPath(session),
      params: sessionParams(session.id),
      props: { session },
    })),
  text: async ({ session }) => visitCalendar(session, await calendarContext()),
});

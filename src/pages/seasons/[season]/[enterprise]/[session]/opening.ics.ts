/** The calendar file «Открывается запись», where that is still to come. */
import { calendarContext, sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { fileRoute } from '../../../../../data/file-route.ts';
import type { SessionView } from '../../../../../domain/catalogue.ts';
import { openingCalendar, openingCalendarPath } from '../../../../../seo/calendar.ts';

export const { getStaticPaths, GET } = fileRoute<{ session: SessionView }>({
  files: async () =>
    (await catalogue()).sessions.flatMap((session) => {
      const path = openingCalendarPath(session);
      return path === null ? [] : [{ path, params: sessionParams(session.id), props: { session } }];
    }),
  text: async ({ session }) => openingCalendar(session, await calendarContext()),
});

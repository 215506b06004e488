/** The calendars that one subscribes to. */
import { calendarContext } from '../../data/calendars.ts';
import { catalogue } from '../../data/catalogue.ts';
import { fileRoute } from '../../data/file-route.ts';
import type { Subscription } from '../../seo/calendar.ts';
import { subscriptions, subscriptionText } from '../../seo/calendar.ts';

export const { getStaticPaths, GET } = fileRoute<{ subscription: Subscription }>({
  files: async () => {
    const { site } = await calendarContext();
    return subscriptions(await catalogue(), site).map((subscription) => ({
      path: subscription.path,
      params: { calendar: subscription.path.replace(/^\/calendars\/|\.ics$/g, '') },
      props: { subscription },
    }));
  },
  text: async ({ subscription }) => subscriptionText(subscription, await calendarContext()),
});

/** The calendars that one subscribes to. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarContext } from '../../data/calendars.ts';
import { catalogue } from '../../data/catalogue.ts';
import { keptPaths } from '../../data/kept-paths.ts';
import type { Subscription } from '../../seo/calendar.ts';
import { subscriptions, subscriptionText } from '../../seo/calendar.ts';

type Props = { subscription: Subscription };

export const getStaticPaths = (async () => {
  const { site } = await calendarContext();
  return keptPaths(
    subscriptions(await catalogue(), site).map((subscription) => ({
      params: { calendar: subscription.path.replace(/^\/calendars\/|\.ics$/g, '') },
      props: { subscription },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(subscriptionText(props.subscription, await calendarContext()));

/** Words of the pages that forward to a new address. */
export const redirectWords = {
  title: (path: string) => `Страница ${path} переехала`,
  description: (path: string) => `Страница ${path} теперь открывается по другому адресу.`,
  heading: 'Страница переехала',
  link: 'Открыть по новому адресу',
} as const;

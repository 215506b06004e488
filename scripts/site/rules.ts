/** Faults of a built site: one table, each with a stable id and what is wanted. Messages are Russian. */
export const SITE_RULES = {
  'broken-link': 'ссылка на страницу или файл, который есть на сайте',
  'broken-anchor': 'якорь, который есть на странице',
  'missing-resource': 'файл, который есть на сайте',
  'third-party': 'ничего не загружать с чужих адресов',
  'unsafe-link': 'ссылка http:, https:, mailto:, tel:, geo:, webcal: или путь на сайте',
  'no-title': 'непустой <title>',
  'twin-title': 'название, которого нет у других страниц',
  'no-description': 'непустое описание страницы',
  'twin-description': 'описание, которого нет у других страниц',
  'no-language': 'lang="ru" у <html>',
  heading: 'ровно один заголовок h1',
  'twin-id': 'каждый id один раз на странице',
  'no-alt': 'alt у каждой картинки',
  'inline-style': 'никаких атрибутов style: политика безопасности их отклоняет',
  'inline-handler': 'никаких обработчиков в разметке: политика безопасности их отклоняет',
  'two-forms': 'не больше одной формы с method="post"',
  'no-pages': 'хотя бы одна страница',
} as const;

export type SiteRule = keyof typeof SITE_RULES;

export type SiteFault = { page: string; rule: SiteRule; written: string };

/**
 * One line per fault: page, rule, what was found and what is wanted. A fault of the frame stands on every
 * page: the same finding is said once, with the number of pages.
 */
export function renderSiteFaults(faults: readonly SiteFault[]): string[] {
  const groups = new Map<string, SiteFault[]>();
  for (const fault of faults) {
    const key = `${fault.rule} ${fault.written}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fault]);
    else if (group.every(({ page }) => page !== fault.page)) group.push(fault);
  }
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const { page, rule, written } = first;
    const more = rest.length === 0 ? '' : ` (и ещё на страницах: ${rest.length})`;
    return [`${page}${more} — ${rule}: найдено «${written}». Нужно: ${SITE_RULES[rule]}.`];
  });
}

/** What each kind of host can and cannot do, in words for the one who publishes. */

/** Text of the file `ПРОЧТИТЕ.txt` in the prepared folder. */
export function hostNotes(host: string): string {
  return `Готово к публикации: ${host}

site/                сайт; рядом с текстами лежат сжатые копии .br и .gz
nginx/site.conf      настройка nginx: положить в /etc/nginx/conf.d/
caddy/Caddyfile      настройка Caddy
site/_headers        заголовки для хостингов, которые читают этот файл (Cloudflare Pages, Netlify)
site/_redirects      переадресация для них же

Свой сервер (nginx или Caddy)
  Всё есть: заголовки, переадресация, сжатие, страница 404.
  Папка сайта — ссылка current на папку выпуска: новый выпуск кладут рядом и переставляют ссылку
  (ln -sfn releases/НОВЫЙ current.tmp && mv -T current.tmp current). Откат — вернуть ссылку назад.

Хостинги с _headers и _redirects
  Всё есть, сжимают они сами; файлы .br и .gz загружать не нужно.

GitHub Pages
  Не умеет задавать заголовки. Политика безопасности действует из <meta> каждой страницы, но запрет
  показывать сайт во фрейме (frame-ancestors), HSTS для своего домена, nosniff, Referrer-Policy,
  Permissions-Policy, COOP и CORP задать нельзя, срок кэша всегда 10 минут.
  Старые адреса открывают страницы-переадресации. Файлы .br и .gz не используются.

Объектное хранилище (S3 и подобные)
  Без CDN перед ним заголовков безопасности нет: хранилище отдаёт только Content-Type, Cache-Control
  и Content-Encoding, их задают при загрузке каждого файла. Страницу 404 и index.html указывают
  в настройках сайта. Если нужны все заголовки, поставьте перед хранилищем CDN и перенесите в него
  список из site/_headers.

Где бы ни стоял сайт, запись принимает отдельная программа на вашем сервере (npm run endpoint):
её адрес — в настройке FORM_ENDPOINT, он уже внесён в политику безопасности.
`;
}

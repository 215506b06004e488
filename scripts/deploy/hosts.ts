/** What each kind of host can and cannot do, in words for the one who publishes. */

/** Folder of the site on the server of whoever follows these notes. */
const BASE = '/var/www/otkroy-mosprom';

/** Text of the file `ПРОЧТИТЕ.txt` in the prepared folder. */
export function hostNotes(host: string): string {
  return `Готово к публикации: ${host}

site/                сайт; рядом с текстами лежат сжатые копии .br и .gz
nginx/site.conf      настройка nginx этого выпуска
nginx/tls.conf       https для nginx: один раз, когда есть сертификат
caddy/Caddyfile      настройка Caddy этого выпуска; сертификат Caddy получает сам
site/_headers        заголовки для хостингов, которые читают этот файл (Cloudflare Pages, Netlify)
site/_redirects      переадресация для них же

Свой сервер (nginx или Caddy)
  Всё есть: заголовки, переадресация, сжатие, страница 404.
  Настройка — часть выпуска: политика безопасности перечисляет стили и скрипты его страниц. Со старой
  настройкой браузер откажется их применять, поэтому сайт и настройка меняются вместе.
  Один раз:
    nginx: ln -s ${BASE}/current/nginx/site.conf /etc/nginx/conf.d/otkroy-mosprom.conf
           mkdir -p /var/www/letsencrypt; сертификат и tls.conf — по строкам в самом tls.conf
    Caddy: в /etc/caddy/Caddyfile одна строка: import ${BASE}/current/caddy/Caddyfile
  Каждый выпуск:
    1. всю эту папку скопировать в ${BASE}/releases/НОВЫЙ
    2. прежние файлы с хешем в имени взять с собой (их ещё просят открытые страницы):
       cp -rn current/site/_astro/. releases/НОВЫЙ/site/_astro/
    3. ln -sfn releases/НОВЫЙ current.tmp && mv -T current.tmp current
    4. nginx -t && systemctl reload nginx  (или systemctl reload caddy)
  Откат: шаги 3 и 4 с прежним выпуском.

Хостинги с _headers и _redirects
  Всё есть, сжимают они сами; файлы .br и .gz загружать не нужно. Cloudflare Pages пропускает строки длиннее
  2000 знаков: когда политика длиннее, стили в ней ограничивает только <meta> каждой страницы.

GitHub Pages
  Не умеет задавать заголовки. Политика безопасности действует из <meta> каждой страницы, но запрет
  показывать сайт во фрейме (frame-ancestors), HSTS для своего домена, nosniff, Referrer-Policy,
  Permissions-Policy и CORP задать нельзя, срок кэша всегда 10 минут.
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

/** Plain addresses with which people pass a page on; nothing of these services is loaded by the page. */
import { shareWords as words } from '../i18n/ru/share.ts';

export type ShareLink = { name: string; url: string };

/** The links for a page's address and title. */
export function shareLinks(url: string, title: string): ShareLink[] {
  const [u, t] = [encodeURIComponent(url), encodeURIComponent(title)];
  return [
    { name: words.vk, url: `https://vk.com/share.php?url=${u}&title=${t}` },
    { name: words.telegram, url: `https://t.me/share/url?url=${u}&text=${t}` },
    { name: words.whatsApp, url: `https://wa.me/?text=${encodeURIComponent(`${title} ${url}`)}` },
  ];
}

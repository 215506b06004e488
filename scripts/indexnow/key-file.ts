/** The file by which a site proves to search engines that an IndexNow key is its own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What is wrong with the key or with its file in the built site, as one line; null: engines will believe it. */
export async function keyFault(siteDir: string, key: string): Promise<string | null> {
  if (!/^[a-zA-Z0-9-]{8,128}$/.test(key))
    return 'Настройка INDEXNOW_KEY: нужен ключ из 8–128 латинских букв, цифр и дефисов.';
  const name = `${key}.txt`;
  const text = await readFile(path.join(siteDir, name), 'utf8').catch(() => null);
  return text?.trim() === key
    ? null
    : `В собранном сайте нет файла ${name} с этим ключом, без него поисковики не поверят. Положите его в public/ и соберите сайт.`;
}

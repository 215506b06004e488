/** Generated parts of a text stand between markers; everything outside them is written by hand. */

const PART = /(<!-- таблица: (\S+) -->\n)[^]*?(<!-- конец таблицы -->)/g;

/** The text with all its generated parts renewed. @throws Error for a marker that nothing is made for. */
export function fillMarkers(text: string, parts: ReadonlyMap<string, string>): string {
  return text.replace(PART, (_whole, open: string, name: string, close: string) => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`Для таблицы «${name}» нет данных.`);
    return `${open}\n${part}\n\n${close}`;
  });
}

/** Names of the markers that stand in the text. */
export function markersOf(text: string): string[] {
  return [...text.matchAll(PART)].map((match) => match[2] ?? '');
}

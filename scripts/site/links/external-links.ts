/** The addresses outside this site that the content names, and where. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export type ExternalLink = { url: string; places: string[] };

const ADDRESS = /https?:\/\/[^\s<>"'`\])}]+/g;

/** All http and https addresses in Markdown, MDX and YAML of a folder, each once, with `file:line`. */
export async function externalLinks(contentDir: string): Promise<ExternalLink[]> {
  const found = new Map<string, string[]>();
  const names = (await readdir(contentDir, { recursive: true })).filter((name) =>
    /\.(?:mdx?|ya?ml)$/.test(name),
  );
  for (const name of names.sort()) {
    const lines = (await readFile(path.join(contentDir, name), 'utf8')).split('\n');
    lines.forEach((line, index) => {
      for (const [match] of line.matchAll(ADDRESS)) {
        const url = match.replace(/[.,;:!?»)]+$/, '');
        if (!URL.canParse(url)) continue;
        const place = `${name}:${index + 1}`;
        const places = found.get(url);
        if (places === undefined) found.set(url, [place]);
        else places.push(place);
      }
    });
  }
  return [...found].map(([url, places]) => ({ url, places }));
}

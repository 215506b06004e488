/** Faults of names and places of files. */
import { ID_MAX_LENGTH, ID_PATTERN } from '../../../src/schema/fields.ts';
import { isDay } from '../../../src/time/moscow.ts';
import { idFromName } from '../naming/transliterate.ts';
import type { EntryPlace } from '../read/place.ts';
import { FOLDERS } from '../read/place.ts';
import type { Fault, FaultParts } from './fault.ts';
import { fault } from './fault.ts';
import { suggestion } from './nearest.ts';
import { SITE_SECTIONS } from './site-paths.ts';
import type { PlacedFile, Tree } from './tree.ts';

const ALLOWED_NAME = 'строчные латинские буквы, цифры и дефисы, например mikron';

/** Faults of each name by itself and of names that clash. */
export function nameFaults(tree: Tree): Fault[] {
  const clashes = twins(tree.files);
  // A name in capitals that clashes is told once, as the clash.
  const clashing = new Set(clashes.flatMap(({ rule, path }) => (rule === 'file-case-twin' ? [path] : [])));
  const single = tree.files.flatMap(oneName);
  return [
    ...single.filter(({ rule, path }) => rule !== 'file-name' || !clashing.has(path)),
    ...clashes,
    ...seasonsWithoutIndex(tree),
  ];
}

function oneName(file: PlacedFile): Fault[] {
  const { path, place } = file;
  const at = { path, line: 1, about: 'имя файла' };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const written = place.kind === 'entry' && /^index\.mdx?$/.test(name) ? `папка ${place.id}` : name;
  if (file.symlink === true) {
    return [
      fault('file-symlink', {
        ...at,
        about: 'файл',
        problem: 'это ссылка на другой файл',
        written: 'символическая ссылка',
        wanted: 'обычный файл',
      }),
    ];
  }
  const faults: Fault[] = [];
  if (path.normalize('NFC') !== path) {
    faults.push(
      fault('file-name-nfd', {
        ...at,
        problem: 'буквы записаны двумя знаками',
        written,
        wanted: ALLOWED_NAME,
      }),
    );
  }
  switch (place.kind) {
    case 'guide':
    case 'vocabulary':
      break;
    case 'picture':
      if (!/^[\w.-]+$/.test(written) && faults.length === 0) {
        faults.push(
          fault('file-name', {
            ...at,
            problem: 'в имени картинки не только латинские буквы, цифры и дефисы',
            written,
            wanted: `${likelyName(written.replace(/\.\w+$/, ''), 'ceh')}.${place.extension}`,
          }),
        );
      }
      break;
    case 'wrong-extension':
      faults.push(
        fault('file-extension', {
          ...at,
          problem: 'с таким именем файл не попадёт на сайт',
          written,
          wanted: place.wanted,
        }),
      );
      break;
    case 'unknown-folder': {
      const otherwise = `одна из папок: ${FOLDERS.join(', ')}`;
      faults.push(
        fault('folder-unknown', {
          path,
          line: 1,
          about: 'папка',
          problem: 'такой папки у сайта нет',
          written: place.folder,
          wanted: suggestion(place.folder, FOLDERS, otherwise),
        }),
      );
      break;
    }
    case 'stray':
      faults.push(
        fault('file-stray', {
          path,
          line: 1,
          about: 'файл',
          problem: 'сайт его не увидит',
          written: path,
          wanted: wantedInstead(path),
        }),
      );
      break;
    case 'entry':
      faults.push(...entryName(place, at, written, faults.length > 0));
  }
  return faults;
}

/** The name in Latin letters, as an editor could use it. */
function likelyName(name: string, otherwise: string): string {
  const likely = idFromName(name);
  return ID_PATTERN.test(likely) ? likely : otherwise;
}

type At = Pick<FaultParts, 'path' | 'line'> & { about: string };

function entryName(place: EntryPlace, at: At, written: string, known: boolean): Fault[] {
  const own = place.id.replace(/^_+/, '');
  const faults: Fault[] = [];
  if (!known && !ID_PATTERN.test(own)) {
    faults.push(
      fault('file-name', {
        ...at,
        problem: 'имя не годится для адреса страницы',
        written,
        wanted: `строчные латинские буквы, цифры и дефисы, например ${likelyName(own, 'mikron')}`,
      }),
    );
  }
  if (own.length > ID_MAX_LENGTH) {
    faults.push(
      fault('file-name-long', {
        ...at,
        problem: 'имя слишком длинное',
        written: `${String(own.length)} знаков`,
        wanted: `не больше ${String(ID_MAX_LENGTH)}`,
      }),
    );
  }
  if (place.collection === 'news' && faults.length === 0 && !known && !isNewsName(own)) {
    faults.push(
      fault('news-name', {
        ...at,
        problem: 'имя новости должно начинаться с её дня',
        written,
        wanted: 'день и слова, например 2026-09-01-zapis.md',
      }),
    );
  }
  if (place.collection === 'pages' && SITE_SECTIONS.has(own)) {
    faults.push(
      fault('page-name-taken', {
        ...at,
        problem: 'этот адрес занят разделом сайта',
        written: `/${own}/`,
        wanted: 'другое имя',
      }),
    );
  }
  return faults;
}

function isNewsName(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}-[a-z0-9]/.test(name) && isDay(name.slice(0, 10));
}

function wantedInstead(path: string): string {
  const [folder = '', name = ''] = path.split('/');
  const id = name.replace(/\.\w+$/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:~\$|Thumbs\.db$|desktop\.ini$)/i.test(file)) return 'удалите этот служебный файл';
  const text = /^(.+?)(?:\.mdx?)?\.txt$/i.exec(file)?.[1];
  if (text !== undefined) return `${text}.md — если это запись`;
  if (/\.(?:xlsx?|csv|ods)$/i.test(file)) return 'таблицу не кладут сюда, а читают командой npm run import';
  if (/\.(?:heic|gif|bmp|tiff?)$/i.test(file)) return 'снимок, сохранённый как JPEG или PNG';
  if (/\.(?:docx?|rtf|odt|pdf)$/i.test(file)) return 'текст из этого файла — в записи с расширением .md';
  if (folder === 'seasons' && /\.mdx?$/.test(name)) return `seasons/${id}/index.md`;
  if (folder === 'vocabulary') return 'industries.yaml, formats.yaml, okrugs.yaml или synonyms.yaml';
  if (/\.mdx?$/.test(path)) return 'запись прямо в папке раздела, без лишних вложенных папок';
  return 'записи .md или .mdx и картинки jpg, png, webp, avif, svg рядом с ними';
}

/** Entries that would share an address: the site would lose one of them without a word. */
function twins(files: readonly PlacedFile[]): Fault[] {
  const first = new Map<string, PlacedFile>();
  return files.flatMap((file) => {
    if (file.place.kind !== 'entry' || file.symlink === true) return [];
    const { collection, id, season } = file.place;
    const key = `${collection}/${season ?? ''}/${id}`.normalize('NFC').toLowerCase();
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, file);
      return [];
    }
    const sameCase = other.place.kind === 'entry' && other.place.id.normalize('NFC') === id.normalize('NFC');
    const lower = file.path === file.path.toLowerCase();
    const parts = {
      path: !sameCase && lower ? other.path : file.path,
      line: 1,
      about: 'имя файла',
      written: `${other.path} и ${file.path}`,
      wanted: 'один из двух файлов',
    };
    return [
      sameCase
        ? fault('file-twin', { ...parts, problem: 'у двух записей один адрес' })
        : fault('file-case-twin', { ...parts, problem: 'имена отличаются только большими буквами' }),
    ];
  });
}

function seasonsWithoutIndex(tree: Tree): Fault[] {
  const told = new Set<string>();
  return tree.entries.flatMap((entry) => {
    const { season, path } = entry;
    if (entry.collection !== 'programmes' || season === undefined) return [];
    // Index.md or index.markdown has a fault of its own.
    const misnamed = tree.files.some(
      (file) => file.place.kind === 'wrong-extension' && file.path.startsWith(`seasons/${season}/`),
    );
    if (entry.hidden || tree.byId.seasons.has(season) || told.has(season) || misnamed) return [];
    told.add(season);
    return [
      fault('season-without-index', {
        path,
        line: 1,
        about: 'сезон',
        problem: 'у него нет своей записи',
        written: `папка seasons/${season}/`,
        wanted: `файл seasons/${season}/index.md с названием и датами`,
      }),
    ];
  });
}

/** Faults of picture files, and of the places that show them. */
import { posix } from 'node:path';
import type { Entry } from '../read/entry.ts';
import type { Body, BodyNode } from './body.ts';
import { decode } from '../read/decode.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { decodedAddress, svgDangers, tagsOf } from './html-faults.ts';
import { recordOf, textOf } from './known-values.ts';
import { nearest } from './nearest.ts';
import { pictureFacts } from './picture-bytes.ts';
import type { PlacedFile, Tree } from './tree.ts';

export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;
export const MAX_PICTURE_SIDE = 8000;
const MAX_PICTURE_POINTS = 50_000_000;

type Use = { entry: Entry; line: number; image: string; field?: string; alt?: string; credit?: string };

/** Faults of every picture and of every mention of one. */
export function pictureFaults(tree: Tree, bodies: ReadonlyMap<Entry, Body>): Fault[] {
  const uses = tree.entries.flatMap((entry) => usesOf(entry, bodies.get(entry)));
  const used = new Set<string>();
  const faults = uses.flatMap((use) => useFaults(tree, use, used));
  for (const file of tree.files) {
    if (file.place.kind !== 'picture' || file.symlink === true) continue;
    faults.push(...fileFaults(file, file.place.extension));
    if (used.has(file.path)) continue;
    const written = file.path.slice(file.path.lastIndexOf('/') + 1);
    const wanted = 'имя картинки в cover.image или в тексте записи — или удалите файл';
    faults.push(
      fault('picture-unused', {
        path: file.path,
        line: 1,
        about: 'картинка',
        problem: 'ею никто не пользуется',
        written,
        wanted,
      }),
    );
  }
  return faults;
}

function usesOf(entry: Entry, body: Body | undefined): Use[] {
  const cover = recordOf(entry.fields, 'cover');
  const image = cover === undefined ? undefined : textOf(cover, 'image');
  const own =
    image === undefined
      ? []
      : [{ entry, line: entry.yaml?.lineOf(['cover', 'image']) ?? 1, image, field: 'image' }];
  return body?.kind === 'read' ? [...own, ...body.nodes.flatMap((node) => inText(entry, node))] : own;
}

function inText(entry: Entry, { node, line }: BodyNode): Use[] {
  if (node.type === 'image') {
    return [{ entry, line, image: node.url, alt: node.alt ?? '', credit: node.title ?? '' }];
  }
  if (node.type !== 'html') return [];
  return tagsOf(node.value, line).flatMap(({ name, attributes, line: at }) => {
    if (name !== 'img') return [];
    const value = (key: string): string =>
      attributes.find((attribute) => attribute.name === key)?.value ?? '';
    return [{ entry, line: at, image: value('src'), alt: value('alt'), credit: value('title') }];
  });
}

function useFaults(tree: Tree, { entry, line, image, field, alt, credit }: Use, used: Set<string>): Fault[] {
  const at = { path: entry.path, line, written: image };
  const subject = field === undefined ? { about: 'картинка' } : { field };
  const faults: Fault[] = [];
  if (alt?.trim() === '') {
    faults.push(
      fault('picture-alt', {
        ...at,
        about: 'картинка',
        problem: 'у неё нет описания',
        written: `![](${image})`,
        wanted: `![что на снимке](${image})`,
      }),
    );
  }
  if (alt !== undefined && saysNothing(alt, image)) {
    faults.push(
      fault('picture-alt', {
        ...at,
        about: 'картинка',
        problem: 'описание ничего не говорит тому, кто её не видит',
        written: alt.trim(),
        wanted: 'что на снимке, например «Сборка лебёдки»',
      }),
    );
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(image)) {
    const wanted = 'файл рядом с записью, например ./ceh.jpg';
    return [
      ...faults,
      fault('picture-foreign', { ...at, ...subject, problem: 'она с чужого сайта', wanted }),
    ];
  }
  const folder = posix.dirname(entry.path);
  const path = image.startsWith('/')
    ? image
    : posix.join(folder, decodedAddress(image.split(/[?#]/)[0] ?? ''));
  if (!tree.paths.has(path)) {
    const beside = tree.files.flatMap(({ path: other, place }) =>
      place.kind === 'picture' && posix.dirname(other) === folder ? [`./${posix.basename(other)}`] : [],
    );
    const [likely] = nearest(image, beside, 1);
    // The misspelt picture is in use: one slip, one fault.
    if (likely !== undefined) used.add(posix.join(folder, likely));
    const wanted =
      likely === undefined
        ? 'имя файла, который лежит рядом с записью, например ./ceh.jpg'
        : `возможно, \`${likely}\`?`;
    faults.push(
      fault('picture-missing', { ...at, ...subject, problem: 'такого файла рядом с записью нет', wanted }),
    );
    return faults;
  }
  used.add(path);
  if (credit?.trim() === '') {
    const wanted = `автор в кавычках: (${image} "Фото: пресс-служба завода")`;
    faults.push(
      fault('picture-credit', { ...at, about: 'картинка', problem: 'не указан автор снимка', wanted }),
    );
  }
  return faults;
}

/** «ceh.jpg», «фото», «image 3»: what programs and haste put in place of a description. */
function saysNothing(alt: string, image: string): boolean {
  const text = alt.trim().toLowerCase();
  const file = posix.basename(decodedAddress(image)).toLowerCase();
  const generic =
    /^(?:фото(?:графия)?|картинка|изображение|снимок|рисунок|image|img|photo|picture|alt)[\s_\d.№-]*$/;
  return text !== '' && (text === file || text === file.replace(/\.\w+$/, '') || generic.test(text));
}

const NAMES = {
  jpg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  avif: 'AVIF',
  gif: 'GIF',
  heic: 'HEIC',
  svg: 'SVG',
  unknown: 'не картинка',
};

function fileFaults({ path, bytes }: PlacedFile, extension: string): Fault[] {
  const at = { path, line: 1, about: 'картинка' };
  const faults: Fault[] = [];
  if (bytes.length > MAX_PICTURE_BYTES) {
    const written = `${(bytes.length / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`;
    faults.push(
      fault('picture-heavy', { ...at, problem: 'она слишком тяжёлая', written, wanted: 'не больше 8 МБ' }),
    );
  }
  const { format, width, height, whole } = pictureFacts(bytes);
  const named = extension === 'jpeg' ? 'jpg' : extension;
  if (format !== named) {
    const written = bytes.length === 0 ? 'пустой файл' : `имя .${extension}, внутри ${NAMES[format]}`;
    const wanted =
      format === 'heic' || format === 'gif' || format === 'unknown'
        ? 'снимок, сохранённый как JPEG или PNG'
        : `имя с расширением .${format}`;
    return [
      ...faults,
      fault('picture-format', { ...at, problem: 'она не того вида, что в имени', written, wanted }),
    ];
  }
  if (!whole) {
    const written = `файл обрывается на ${String(bytes.length)} байтах`;
    return [
      ...faults,
      fault('picture-broken', { ...at, problem: 'она повреждена', written, wanted: 'загрузите файл заново' }),
    ];
  }
  if (width !== undefined && height !== undefined) {
    const huge = Math.max(width, height) > MAX_PICTURE_SIDE || width * height > MAX_PICTURE_POINTS;
    const written = `${String(width)} × ${String(height)} точек`;
    if (huge)
      faults.push(
        fault('picture-huge', {
          ...at,
          problem: 'в ней слишком много точек',
          written,
          wanted: 'не больше 8000 точек по стороне',
        }),
      );
  }
  if (format === 'svg') {
    for (const danger of svgDangers(decode(bytes).text)) {
      faults.push(
        fault('svg-unsafe', {
          ...at,
          ...danger,
          problem: 'в рисунке код или внешняя ссылка',
          wanted: 'рисунок без скриптов, обработчиков и внешних ссылок',
        }),
      );
    }
  }
  return faults;
}

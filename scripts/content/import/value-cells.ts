import { MAX_CAPACITY } from '../../../src/schema/programme.ts';
import { plainName } from '../naming/enterprise-name.ts';
import { editDistance } from '../naming/similarity.ts';
import type { KnownTerm } from '../tree/content-tree.ts';
import type { Reading } from './day-cell.ts';
import { bad, good } from './day-cell.ts';
import type { CellValue } from './sheet.ts';
import { shownCell } from './sheet.ts';

/** Text of a cell with single spaces; numbers and booleans as they look. Dates are no text. */
export function readText(cell: CellValue): Reading<string> {
  if (cell instanceof Date) return bad('текст, а Excel хранит здесь дату: задайте ячейке текстовый формат');
  return good(shownCell(cell).normalize('NFC').replace(/\s+/g, ' ').trim());
}

/** «15», «до 15 человек», «15 мест», «6 команд». A range is refused. */
export function readCapacity(cell: CellValue): Reading<number> {
  const wanted = `целое число мест от 1 до ${String(MAX_CAPACITY)}, например 15`;
  const text = typeof cell === 'number' || typeof cell === 'string' ? String(cell).toLowerCase().trim() : '';
  const match =
    /^(?:до |не более |макс\.? |максимум )?(\d{1,4})(?:[.,]0+)?(?: ?(?:чел|мест|участник|команд|гост)[а-я]*\.?)?$/.exec(
      text,
    );
  const value = Number(match?.[1] ?? '0');
  return value >= 1 && value <= MAX_CAPACITY ? good(value) : bad(wanted);
}

/** «12+», «с 12 лет», «от 12», 12. «Без ограничений» is 0. */
export function readAge(cell: CellValue): Reading<number> {
  const text = typeof cell === 'number' || typeof cell === 'string' ? String(cell).toLowerCase().trim() : '';
  if (/^(?:без (?:возрастных )?ограничений|любой|все|нет)$/.test(text)) return good(0);
  const match = /^(?:с |от |старше )?(\d{1,2}) ?\+?(?: ?(?:лет|года?))?(?: и старше)?$/.exec(text);
  const age = Number(match?.[1] ?? '99');
  return age <= 21 ? good(age) : bad('возраст числом, например 12');
}

/** A whole number of minutes on foot. */
export function readMinutes(cell: CellValue): Reading<number> {
  const text = typeof cell === 'number' || typeof cell === 'string' ? String(cell).toLowerCase().trim() : '';
  const match = /^(\d{1,3})(?: ?мин[а-я]*\.?)?$/.exec(text);
  const minutes = Number(match?.[1] ?? '0');
  return minutes >= 1 && minutes <= 120 ? good(minutes) : bad('число минут от 1 до 120, например 12');
}

const YES = new Set(['да', '+', '1', 'true', 'есть', 'можно', '✓', '✔', 'истина', 'yes']);
const NO = new Set(['нет', '-', '–', '—', '0', 'false', 'нельзя', 'ложь', 'no']);

/** «да» and «нет» in the signs that people use. */
export function readYesNo(cell: CellValue): Reading<boolean> {
  const text = shownCell(cell).toLowerCase().trim();
  if (YES.has(text)) return good(true);
  return NO.has(text) ? good(false) : bad('да или нет');
}

/** How one registers, and the address where the cell is one. */
export type RegistrationReading = {
  readonly registration: 'form' | 'link' | 'none';
  readonly registrationUrl?: string;
};

/** «на сайте», «по ссылке», «не нужна», or an address. */
export function readRegistration(cell: CellValue): Reading<RegistrationReading> {
  const text = shownCell(cell).trim();
  const plain = text.toLowerCase();
  if (/^https?:\/\/\S+$/.test(plain)) return good({ registration: 'link', registrationUrl: text });
  if (/^(?:form|на сайте|форма|через сайт|на нашем сайте|сайт)$/.test(plain))
    return good({ registration: 'form' });
  if (/^(?:link|по ссылке|ссылка)$/.test(plain)) return good({ registration: 'link' });
  if (
    /^(?:none|не нужна|не требуется|нет|без записи|без регистрации|свободный вход|вход свободный)$/.test(
      plain,
    )
  ) {
    return good({ registration: 'none' });
  }
  return bad('«на сайте», «по ссылке» или «не нужна»');
}

/** «состоится», «отменено», «перенесено» in their usual forms. */
export function readStatus(cell: CellValue): Reading<'scheduled' | 'cancelled' | 'moved'> {
  const plain = shownCell(cell).toLowerCase().trim();
  if (/^(?:cancelled|отмен(?:ено|ена|ён|ен|а|яется))$/.test(plain)) return good('cancelled');
  if (/^(?:moved|перенос|перенесен[оа]?|перенесён)$/.test(plain)) return good('moved');
  if (/^(?:scheduled|состоится|по плану|по расписанию|подтвержден[оа]?|подтверждён|да|ок)$/.test(plain))
    return good('scheduled');
  return bad('«состоится», «отменено» или «перенесено»');
}

/** A format by its id, title or plural, however it is spelt; one slip of the finger is offered, not taken. */
export function readFormat(cell: CellValue, formats: readonly KnownTerm[]): Reading<string> {
  const plain = plainName(shownCell(cell));
  const found = formats.find(
    ({ id, names }) => id === shownCell(cell).trim() || names.some((name) => plainName(name) === plain),
  );
  if (found !== undefined) return good(found.id);
  const near = formats.filter(({ names }) =>
    names.some((name) => editDistance(plainName(name), plain, 3) <= 3),
  );
  const shown = (near.length > 0 ? near : formats).map(({ title }) => title).join(', ');
  return bad(near.length > 0 ? `формат из списка. Возможно: ${shown}` : `формат из списка: ${shown}`);
}

/** Tables of the open data as CSV that Excel in Russian opens with a double click. */
import type { Catalogue, EnterpriseView, SeasonView, SessionView } from '../../domain/catalogue.ts';
import { dayOf, timeOf } from '../../time/moscow.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute } from '../site.ts';

export type Cell = string | number | boolean | null | undefined;

/** Excel takes a file for UTF-8 only with this mark. */
const BOM = '\uFEFF';

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe in front; fractions have the
 * decimal comma that goes with the semicolon.
 */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as text: mark, semicolons, CRLF. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BOM + rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('');
}

type Column<T> = readonly [heading: string, value: (item: T) => Cell];

function table<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  return csvText([
    columns.map(([heading]) => heading),
    ...items.map((item) => columns.map(([, value]) => value(item))),
  ]);
}

const list = (items: readonly { id: string }[]): string => items.map((item) => item.id).join(', ');

/** All enterprises. */
export function enterprisesCsv({ enterprises }: Catalogue, site: SiteIdentity): string {
  const columns: Column<EnterpriseView>[] = [
    ['id', (e) => e.id],
    ['название', (e) => e.name],
    ['короткое название', (e) => e.shortName],
    ['что выпускает', (e) => e.makes],
    ['отрасль', (e) => e.industry.title],
    ['форматы', (e) => e.formats.map((format) => format.title).join(', ')],
    ['округ', (e) => e.okrug?.shortTitle],
    ['район', (e) => e.district],
    ['адрес', (e) => e.address],
    ['метро', (e) => e.metro],
    ['широта', (e) => e.coordinates?.lat],
    ['долгота', (e) => e.coordinates?.lon],
    ['сайт', (e) => e.website],
    ['участие', (e) => e.standing],
    ['сезоны', (e) => list(e.programmes.map((programme) => programme.season))],
    ['проверено', (e) => e.updated],
    ['вымышленное', (e) => e.demo],
    ['страница', (e) => absolute(site, e.url)],
  ];
  return table(columns, enterprises);
}

/** All seasons. */
export function seasonsCsv({ seasons }: Catalogue, site: SiteIdentity): string {
  const columns: Column<SeasonView>[] = [
    ['id', (s) => s.id],
    ['название', (s) => s.title],
    ['начало', (s) => s.start],
    ['конец', (s) => s.end],
    ['открытие записи, день', (s) => (s.registrationOpensAt === null ? null : dayOf(s.registrationOpensAt))],
    [
      'открытие записи, время',
      (s) => (s.registrationOpensAt === null ? null : timeOf(s.registrationOpensAt)),
    ],
    ['предприятий', (s) => s.programmes.length],
    ['посещений в расписании', (s) => s.sessions.length],
    ['вымышленный', (s) => s.demo],
    ['страница', (s) => absolute(site, s.url)],
  ];
  return table(columns, seasons);
}

/** All sessions. */
export function sessionsCsv({ sessions }: Catalogue, site: SiteIdentity): string {
  const columns: Column<SessionView>[] = [
    ['id', (s) => s.id],
    ['день', (s) => s.date],
    ['начало', (s) => s.time],
    ['конец', (s) => timeOf(s.endsAt)],
    ['предприятие', (s) => s.enterprise.name],
    ['сезон', (s) => s.season.title],
    ['название', (s) => s.title],
    ['формат', (s) => s.format.title],
    ['мест (или команд)', (s) => s.capacity],
    ['с какого возраста', (s) => s.admission.minAge],
    ['адрес', (s) => s.meetingPoint.address],
    ['запись', (s) => s.registration],
    ['последний день записи', (s) => s.lastRegistrationDay],
    ['состояние', (s) => s.status],
    ['вымышленное', (s) => s.demo],
    ['страница', (s) => absolute(site, s.url)],
  ];
  return table(columns, sessions);
}

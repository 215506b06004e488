import { entryText } from '../entry/entry-text.ts';
import type { KnownProgramme } from '../tree/content-tree.ts';
import type { FieldChange } from './programme-document.ts';
import { ProgrammeDocument, sortKey } from './programme-document.ts';
import type { SheetSession } from './row.ts';
import type { ScheduleRow } from './schedule.ts';
import type { CellFault } from './sheet.ts';

export type SessionChange = {
  readonly enterprise: string;
  readonly date: string;
  readonly time: string;
  readonly kind: 'new' | 'changed' | 'same' | 'vanished' | 'cancelled' | 'moved-away';
  readonly changes: readonly FieldChange[];
  readonly note?: string;
};

/** A file to write, and what is different in it. */
export type ProgrammePlan = { readonly path: string; readonly text: string; readonly changed: boolean };

export type ImportPlan = {
  readonly changes: readonly SessionChange[];
  readonly files: readonly ProgrammePlan[];
  readonly faults: readonly CellFault[];
};

export type PlanInput = {
  readonly season: string;
  readonly rows: readonly ScheduleRow[];
  /** Enterprise's id by the name in the sheet; rows of other names are left out. */
  readonly ids: ReadonlyMap<string, string>;
  readonly programmes: readonly KnownProgramme[];
  /** Mark sessions that the sheet no longer has as cancelled. */
  readonly cancelMissing: boolean;
};

const EMPTY_PROGRAMME = entryText({ sessions: [] }, '').trimEnd() + '\n';
const ALREADY_CANCELLED = 'cancelled';

/** Compares the sheet with the season's programmes. Nothing is written here. */
export function planImport(input: PlanInput): ImportPlan {
  const changes: SessionChange[] = [];
  const files: ProgrammePlan[] = [];
  const faults: CellFault[] = [];
  const byEnterprise = rowsByEnterprise(input, faults);
  const own = input.programmes.filter(({ season }) => season === input.season);
  const ids = new Set([...byEnterprise.keys(), ...own.map(({ enterprise }) => enterprise)]);
  for (const enterprise of [...ids].sort()) {
    const existing = own.find((programme) => programme.enterprise === enterprise);
    const path = existing?.path ?? `seasons/${input.season}/${enterprise}.md`;
    const original = existing?.text ?? EMPTY_PROGRAMME;
    try {
      const document = new ProgrammeDocument(original);
      changes.push(
        ...applyRows(document, enterprise, byEnterprise.get(enterprise) ?? [], input.cancelMissing),
      );
      const text = document.toString();
      files.push({ path, text, changed: text !== original });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({
        where: path,
        message: 'запись не читается. Сначала исправьте её: npm run check:content.',
      });
    }
  }
  return { changes, files: files.filter(({ changed }) => changed), faults };
}

/** What a new session would say, in the form of changes from nothing. */
function statedFields({ fields }: SheetSession): FieldChange[] {
  return Object.entries(fields).map(([field, after]) => ({ field, before: null, after }));
}

function rowsByEnterprise(input: PlanInput, faults: CellFault[]): Map<string, SheetSession[]> {
  const byEnterprise = new Map<string, SheetSession[]>();
  const seen = new Map<string, ScheduleRow>();
  for (const row of input.rows) {
    const id = input.ids.get(row.enterprise);
    if (id === undefined) continue;
    const { date, time, suffix } = row.session;
    const key = `${id} ${sortKey(date, time, suffix)}`;
    const first = seen.get(key);
    if (first !== undefined) {
      faults.push({
        where: row.where,
        message: `в строке ${String(first.row)} уже есть посещение того же предприятия ${date} в ${time}. Уберите лишнее; если это две группы, добавьте столбец «Группа» с буквами.`,
      });
      continue;
    }
    seen.set(key, row);
    byEnterprise.set(id, [...(byEnterprise.get(id) ?? []), row.session]);
  }
  return byEnterprise;
}

function applyRows(
  document: ProgrammeDocument,
  enterprise: string,
  rows: readonly SheetSession[],
  cancelMissing: boolean,
): SessionChange[] {
  const changes: SessionChange[] = [];
  const existing = document.sessions();
  const keys = new Set(rows.map(({ date, time, suffix }) => sortKey(date, time, suffix)));
  const moved = existing.filter((session) => keys.has(session.movedFromKey));
  for (const session of existing) {
    if (keys.has(sortKey(session.date, session.time, session.suffix))) continue;
    if (session.text('status') === ALREADY_CANCELLED || moved.includes(session)) continue;
    const about = { enterprise, date: session.date, time: session.time };
    if (!cancelMissing) changes.push({ ...about, kind: 'vanished', changes: [] });
    else
      changes.push({
        ...about,
        kind: 'cancelled',
        changes: document.update(session, { status: ALREADY_CANCELLED }),
      });
  }
  for (const row of rows) {
    const about = { enterprise, date: row.date, time: row.time };
    const key = sortKey(row.date, row.time, row.suffix);
    const match = existing.find((session) => sortKey(session.date, session.time, session.suffix) === key);
    const away = moved.find((session) => session.movedFromKey === key);
    if (match === undefined && away !== undefined) {
      const note = `на ${away.date} ${away.time}; строка таблицы пропущена`;
      changes.push({ ...about, kind: 'moved-away', changes: [], note });
      continue;
    }
    if (match === undefined) {
      document.add(row);
      changes.push({ ...about, kind: 'new', changes: statedFields(row) });
      continue;
    }
    const changed = document.update(match, row.fields);
    changes.push({ ...about, kind: changed.length > 0 ? 'changed' : 'same', changes: changed });
  }
  return changes.sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1));
}

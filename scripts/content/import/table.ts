import { formatNumber } from '../../../src/i18n/plural.ts';
import type { SessionChange } from './plan.ts';
import type { FieldChange } from './programme-document.ts';

const KIND_WORDS: Readonly<Record<SessionChange['kind'], string>> = {
  new: 'новое',
  changed: 'изменится',
  cancelled: 'будет отменено',
  vanished: 'нет в таблице',
  'moved-away': 'уже перенесено',
  same: 'без изменений',
};

const HEADINGS = ['Предприятие', 'День', 'Время', 'Что будет', 'Подробности'] as const;
const GAP = '  ';
const LONGEST_NAME = 50;

/**
 * What the import would change, as lines of a table; sessions without changes are only counted.
 * `nameOf` gives the enterprise's name by its id.
 */
export function changeTable(changes: readonly SessionChange[], nameOf: (id: string) => string): string[] {
  const rows = changes.filter(({ kind }) => kind !== 'same').map((change) => rowOf(change, nameOf));
  const summary = Object.entries(KIND_WORDS).flatMap(([kind, words]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${words}: ${formatNumber(count)}`];
  });
  const total = `Посещений в таблице и в сезоне: ${formatNumber(changes.length)}. ${capitalised(summary.join(', '))}.`;
  if (rows.length === 0) return [total];
  const table = [[...HEADINGS], ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join(GAP));
  return [...lines, '', total];
}

function rowOf(
  { enterprise, date, time, kind, changes, note }: SessionChange,
  nameOf: (id: string) => string,
): string[] {
  const details = [...changes.map(shownChange), ...(note === undefined ? [] : [note])].join('; ');
  return [shortened(nameOf(enterprise)), date, time, KIND_WORDS[kind], details];
}

/** A name that leaves room for the rest of the row. */
function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

function shownChange({ field, before, after }: FieldChange): string {
  return before === null ? `${field}: ${shown(after)}` : `${field}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value)
      .map(([key, part]) => `${key} ${shown(part)}`)
      .join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function capitalised(text: string): string {
  return text === '' ? 'Менять нечего' : text.charAt(0).toUpperCase() + text.slice(1);
}

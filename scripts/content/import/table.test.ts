import { describe, expect, it } from 'vitest';
import type { SessionChange } from './plan.ts';
import { changeTable } from './table.ts';

const about = { enterprise: 'mikron', date: '2026-09-03', time: '10:30', changes: [] };
const name = (): string => 'Микрон';

describe('changeTable', () => {
  it('shows changes in aligned columns and only counts what stays', () => {
    const changes: SessionChange[] = [
      { ...about, kind: 'new', changes: [{ field: 'capacity', before: null, after: 15 }] },
      { ...about, kind: 'changed', changes: [{ field: 'admission', before: null, after: { minAge: 12 } }] },
      { ...about, kind: 'changed', changes: [{ field: 'capacity', before: 15, after: 20 }] },
      { ...about, kind: 'vanished' },
      { ...about, kind: 'same' },
    ];
    expect(changeTable(changes, name)).toEqual([
      'Предприятие  День        Время  Что будет      Подробности',
      '───────────  ──────────  ─────  ─────────────  ────────────────────',
      'Микрон       2026-09-03  10:30  новое          capacity: 15',
      'Микрон       2026-09-03  10:30  изменится      admission: minAge 12',
      'Микрон       2026-09-03  10:30  изменится      capacity: 15 → 20',
      'Микрон       2026-09-03  10:30  нет в таблице',
      '',
      'Посещений в таблице и в сезоне: 5. Новое: 1, изменится: 2, нет в таблице: 1, без изменений: 1.',
    ]);
  });

  it('shortens a long name and says when there is nothing to change', () => {
    const long = (): string => 'Научно-производственное объединение измерительной техники';
    expect(changeTable([{ ...about, kind: 'new' }], long)[2]).toContain(
      'Научно-производственное объединение измерительной…',
    );
    expect(changeTable([], name)).toEqual(['Посещений в таблице и в сезоне: 0. Менять нечего.']);
  });
});

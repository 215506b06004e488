import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  HEAD,
  ImportFixture,
  PLANTS,
  row,
  schedule,
  SEASON,
  SESSIONS,
  sessionsOf,
} from './import-fixture.ts';

let table: ImportFixture;
beforeEach(async () => {
  table = await ImportFixture.open();
});
afterEach(async () => {
  await table.close();
});

describe('npm run import', () => {
  it('imports 215 sessions at 20 enterprises in one command', async () => {
    expect(await table.importRows(schedule(), '--yes')).toBe(0);
    const files = await table.programmes();
    expect(files.size).toBe(20);
    const all = [...files.values()].flatMap(sessionsOf);
    expect(all).toHaveLength(SESSIONS);
    expect(
      new Set(
        all.map(
          ({ time, durationMinutes, format, capacity }) =>
            `${time} ${String(durationMinutes)} ${format} ${String(capacity)}`,
        ),
      ),
    ).toEqual(new Set(['10:30 90 excursion 15']));
    expect(table.said.join('\n')).toContain('Новое: 215');
    expect(table.said.join('\n')).toContain('столбец «№» не узнан и пропущен');
  });

  it('changes nothing the second time', async () => {
    await table.importRows(schedule(), '--yes');
    const before = await table.programmes();
    expect(await table.importRows(schedule(), '--yes')).toBe(0);
    expect(await table.programmes()).toEqual(before);
    expect(table.said.at(-1)).toContain('Записывать нечего');
  });

  it('changes one line for one changed row, and says what', async () => {
    await table.importRows(schedule(), '--yes');
    const before = await table.programmes();
    const rows = schedule();
    rows[2 + 7] = row(7, 25);
    await table.importRows(rows, '--yes');
    const lines = [...(await table.programmes())].flatMap(([name, text]) => {
      const old = before.get(name)?.split('\n') ?? [];
      return text.split('\n').filter((line, index) => line !== old[index]);
    });
    expect(lines).toEqual(['    capacity: 25']);
    expect(table.said.join('\n')).toMatch(/изменится +capacity: 15 → 25/);
  });

  it('reports a vanished row, and cancels it only on request', async () => {
    await table.importRows(schedule(), '--yes');
    const before = await table.programmes();
    const rows = schedule().filter((_, index) => index !== 2 + 7);
    await table.importRows(rows, '--yes');
    expect(await table.programmes()).toEqual(before);
    expect(table.said.join('\n')).toMatch(/нет в таблице/);
    await table.importRows(rows, '--yes', '--cancel-missing');
    const cancelled = [...(await table.programmes()).values()]
      .flatMap(sessionsOf)
      .filter(({ status }) => status === 'cancelled');
    expect(cancelled).toHaveLength(1);
    table.said = [];
    await table.importRows(rows, '--yes', '--cancel-missing');
    expect(table.said.at(-1)).toContain('Записывать нечего');
  });

  it('keeps what an editor wrote by hand, and does not bring a moved session back', async () => {
    await table.importRows(schedule(), '--yes');
    const [[name, text] = ['', '']] = await table.programmes();
    const byHand = text
      .replace('capacity: 15', 'capacity: 15 # проверено\n    admission:\n      dress: халат')
      .replace(
        /date: 2026-09-02\n {4}time: "10:30"/,
        'date: 2026-09-12\n    time: "15:00"\n    status: moved\n    movedFrom: { date: 2026-09-02, time: "10:30" }',
      );
    await table.put(`content/seasons/${SEASON}/${name}`, byHand);
    await table.importRows(schedule(), '--yes');
    expect((await table.programmes()).get(name)).toBe(byHand);
    expect(table.said.join('\n')).not.toContain('нет в таблице');
    expect(table.said.join('\n')).toMatch(/2026-09-02 +10:30 +уже перенесено +на 2026-09-12 15:00/);
  });

  it('misses a column once, and names the cell of an unknown enterprise also in a wrong row', async () => {
    const rows = [
      ['Предприятие', 'Дата', 'Время', 'Мест', 'Формат', 'Возраст'],
      ['Совершенно неизвестный цех', '03.09.2026', '10:30', '15', 'Экскурсия', '—'],
      ['Совершенно неизвестный цех', '04.09.2026', '10:30', '15', 'Экскурсия', '-'],
    ];
    await expect(table.importRows(rows, '--yes')).rejects.toThrow('Ничего не записано');
    const report = table.said.join('\n');
    expect(report).toContain('Нужно исправить (2)');
    expect(report).toContain('лист 1, строка 2 — столбец «Длительность, мин».');
    expect(report).toContain('лист 1, A2 — предприятие «Совершенно неизвестный цех» не узнано.');
  });

  it('names each bad cell and writes nothing, or the rest with --skip-bad', async () => {
    const rows = [...schedule().slice(0, 12)];
    rows[3] = row(1).with(3, '25:00');
    rows[4] = row(2).with(2, '30.02.2026');
    rows[5] = row(3).with(1, null);
    rows[6] = row(4).with(2, '05.10.2026').with(6, 'Экскрсия');
    rows[7] = row(5).with(4, 'Совершенно неизвестный цех');
    rows[9] = row(6);
    await expect(table.importRows(rows, '--yes')).rejects.toThrow('Ничего не записано');
    const report = table.said.join('\n');
    expect(report).toContain(
      'лист 1, D4 — столбец «Время начала». Написано: 25:00. Нужно: время в виде 10:30.',
    );
    expect(report).toContain('лист 1, C5 — столбец «Дата». Написано: 30.02.2026. Нужно: существующий день');
    expect(report).toContain('лист 1, B6 — столбец «Мест». Написано: пусто.');
    expect(report).toContain('лист 1, C7 — столбец «Дата». Написано: 05.10.2026. Нужно: день сезона');
    expect(report).toContain(
      'лист 1, G7 — столбец «Формат». Написано: Экскрсия. Нужно: формат из списка. Возможно: Экскурсия',
    );
    expect(report).toContain('лист 1, E8 — предприятие «Совершенно неизвестный цех» не узнано.');
    expect(report).toContain('лист 1, E10 — в строке 9 уже есть посещение');
    expect(report).toContain('Нужно исправить (7)');
    expect((await table.programmes()).size).toBe(0);
    expect(await table.importRows(rows, '--yes', '--skip-bad')).toBe(1);
    expect(await table.sessions()).toHaveLength(4);
    await expect(table.importRows(rows, '--yes', '--skip-bad', '--cancel-missing')).rejects.toThrow(
      'отменится лишнее',
    );
  });

  it('refuses what single cells cannot know, at the cell of the field', async () => {
    const rows = [
      [...HEAD, 'Возраст от', 'Возраст без взрослых', 'Ссылка'],
      [...row(0), '14+', 12, null],
      [...row(1), null, null, 'позвоните'],
    ];
    await expect(table.importRows(rows, '--yes')).rejects.toThrow('Ничего не записано');
    const report = table.said.join('\n');
    expect(report).toContain('лист 1, I2 — столбец «Возраст без взрослых». Написано: 12.');
    expect(report).toContain('лист 1, J3 — столбец «Ссылка на запись». Написано: позвоните.');
  });

  it('skips a row of totals, and says so', async () => {
    expect(await table.importRows([HEAD, row(0), ['Итого:', 15]], '--yes')).toBe(0);
    expect(await table.sessions()).toHaveLength(1);
    expect(table.said.join('\n')).toContain('строка 3: похоже на итог, пропущена');
  });

  it('asks about a name that is only like one, and takes what the person chose', async () => {
    const name = PLANTS[0]?.name ?? '';
    const misspelt = name.replace('Демонстрационн', 'Димонстрационн');
    const rows = [HEAD, row(0).with(4, misspelt)];
    expect(await table.run([await table.xlsx(rows), '--season', SEASON], ['9', '1', 'да'])).toBe(0);
    expect(table.said.join('\n')).toContain(`Предприятие «${misspelt}» не узнано.`);
    expect([...(await table.programmes()).keys()]).toEqual([`${PLANTS[0]?.id ?? ''}.md`]);
  });

  it('only lists likely names where nobody can be asked', async () => {
    const name = PLANTS[0]?.name ?? '';
    const rows = [HEAD, row(0).with(4, name.replace('Демонстрационн', 'Димонстрационн'))];
    await expect(table.importRows(rows, '--yes')).rejects.toThrow('Ничего не записано');
    expect(table.said.join('\n')).toContain(`Возможно: ${name} (${PLANTS[0]?.id ?? ''})`);
    expect((await table.programmes()).size).toBe(0);
  });

  it('takes the enterprise of a merged cell from the row above, and says so', async () => {
    expect(await table.importRows([HEAD, row(0), row(20).with(4, null)], '--yes')).toBe(0);
    expect(await table.sessions()).toHaveLength(2);
    expect(table.said.join('\n')).toContain('E3: пусто, взято');
  });

  it('shows without writing where nobody can be asked and --yes is missing, or when the answer is no', async () => {
    expect(await table.importRows(schedule())).toBe(0);
    expect(table.said.at(-1)).toContain('--yes');
    expect(await table.run([await table.xlsx(schedule()), '--season', SEASON], ['нет'])).toBe(0);
    expect((await table.programmes()).size).toBe(0);
  });

  it('leaves alone a programme that it cannot read', async () => {
    const id = PLANTS[0]?.id ?? '';
    await table.put(`content/seasons/${SEASON}/${id}.md`, '---\nsessions: [\n---\n');
    await expect(table.importRows([HEAD, row(0)], '--yes')).rejects.toThrow('Ничего не записано');
    expect(table.said.join('\n')).toContain(`seasons/${SEASON}/${id}.md — запись не читается`);
  });
});

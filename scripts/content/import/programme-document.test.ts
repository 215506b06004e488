import { describe, expect, it } from 'vitest';
import { ProgrammeDocument } from './programme-document.ts';

const TEXT = `---
# Программа завода
formats: [excursion]
note: 'Показываем цех' # хорошо видно
sessions:
  # первая группа
  - date: 2026-09-03
    time: "10:30" # по Москве
    durationMinutes: 90
    format: excursion
    capacity: 15 # было 12
    admission:
      dress: закрытая обувь
  - { date: 2026-09-05, time: '12:00', durationMinutes: 60, format: excursion, capacity: 20 }
updated: 2026-08-20
---

Текст с «кавычками» --- и   пробелами.
`;

function edited(text: string, change: (document: ProgrammeDocument) => void): string {
  const document = new ProgrammeDocument(text);
  change(document);
  return document.toString();
}

describe('ProgrammeDocument', () => {
  it('gives back an unchanged text byte for byte, also with Windows line ends', () => {
    for (const text of [TEXT, TEXT.replaceAll('\n', '\r\n')]) {
      expect(edited(text, () => undefined)).toBe(text);
      const same = { capacity: 15, status: 'scheduled', registration: 'form', groups: false };
      expect(
        edited(text, (document) => {
          for (const session of document.sessions().slice(0, 1))
            expect(document.update(session, same)).toEqual([]);
        }),
      ).toBe(text);
    }
  });

  it('changes only the line of the field, keeping comments, quotes, other fields and the body', () => {
    const text = edited(TEXT, (document) => {
      for (const session of document.sessions().slice(0, 1)) {
        expect(document.update(session, { capacity: 20, durationMinutes: 90 })).toEqual([
          { field: 'capacity', before: 15, after: 20 },
        ]);
      }
    });
    expect(text).toBe(
      TEXT.replace('capacity: 15 # было 12', 'capacity: 20 # было 12').replace(
        "{ date: 2026-09-05, time: '12:00', durationMinutes: 60, format: excursion, capacity: 20 }",
        "{date: 2026-09-05, time: '12:00', durationMinutes: 60, format: excursion, capacity: 20}",
      ),
    );
  });

  it('adds fields inside an object that is already there', () => {
    const text = edited(TEXT, (document) => {
      for (const session of document.sessions().slice(0, 1))
        document.update(session, { admission: { minAge: 12 } });
    });
    expect(text).toContain('    admission:\n      dress: закрытая обувь\n      minAge: 12\n');
  });

  it('puts a new session at its place in time, with its time in quotes', () => {
    const fields = { capacity: 5, format: 'excursion', durationMinutes: 60 };
    const text = edited(TEXT, (document) => {
      document.add({ date: '2026-09-04', time: '09:00', fields });
    });
    expect(text.indexOf('2026-09-03')).toBeLessThan(text.indexOf('2026-09-04'));
    expect(text.indexOf('2026-09-04')).toBeLessThan(text.indexOf('2026-09-05'));
    expect(text).toContain('  - date: 2026-09-04\n    time: "09:00"\n    durationMinutes: 60\n');
  });

  it.each(['sessions: []', 'note: нет расписания', 'sessions:', '# пусто'])('adds to «%s»', (yaml) => {
    const text = edited(`---\n${yaml}\n---\n`, (document) => {
      document.add({ date: '2026-09-04', time: '09:00', fields: { capacity: 5 } });
    });
    expect(text).toContain('sessions:\n  - date: 2026-09-04\n    time: "09:00"\n    capacity: 5\n---\n');
  });

  it('keeps Windows line ends when it changes something', () => {
    const text = edited(TEXT.replaceAll('\n', '\r\n'), (document) => {
      document.add({ date: '2026-09-04', time: '09:00', fields: {} });
    });
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it.each(['нет полей', '---\nsessions: [\n---\n', '---\n- список\n---\n', '---\nsessions: завтра\n---\n'])(
    'refuses %j instead of spoiling it',
    (text) => {
      expect(() => new ProgrammeDocument(text)).toThrow(SyntaxError);
    },
  );
});

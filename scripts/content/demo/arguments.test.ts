import { describe, expect, it } from 'vitest';
import { CommandError } from '../command/command-error.ts';
import { parseArguments } from './arguments.ts';

describe('arguments of demo-content', () => {
  it('reads all of them', () => {
    const line = '--out /o --from 2026-11-23 --enterprises 15000 --seasons=2 --sessions 0 --stress';
    expect(parseArguments(line.split(' '), 'elsewhere')).toEqual({
      contentDir: 'elsewhere',
      outDir: '/o',
      plan: { from: '2026-11-23', enterprises: 15_000, seasons: 2, sessions: 0, stress: true },
    });
  });

  it.each([
    ['', 'Нет ключа --out'],
    ['--out x', 'Нет ключа --from'],
    ['--out x --from 2026-02-30', 'написано «2026-02-30»'],
    ['--out x --from 23.11.2026', 'написано «23.11.2026»'],
    ['--out x --from 2026-11-23 --enterprises many', 'написано «many»'],
    ['--out x --from 2026-11-23 --enterprises -5', 'написано «-5»'],
    ['--out x --from 2026-11-23 --seasons 101', 'от 0 до 100'],
    ['--out --from 2026-11-23', 'нет значения'],
    ['--out x --out y', 'указан дважды'],
    ['--out x --colour red', '--colour неизвестен'],
    ['--stress=yes', 'не бывает значения'],
    ['x --out y', 'Лишнее слово «x»'],
  ])('refuses «%s» in one Russian line', (line, message) => {
    const act = (): unknown => parseArguments(line === '' ? [] : line.split(' '), 'content');
    expect(act).toThrow(CommandError);
    expect(act).toThrow(message);
    expect(act).not.toThrow('\n');
  });
});

import { describe, expect, it } from 'vitest';
import { checkFiles } from './check-content.ts';
import { renderFault } from './fault.ts';
import { FIXTURES } from './fixtures/all-fixtures.ts';
import { NOW } from './fixtures/base.ts';
import { changed, lineOfText, nothing, treeOf } from './fixtures/fixture.ts';
import { RULE_IDS, RULES } from './rules.ts';

const check = (...args: Parameters<typeof treeOf>) => checkFiles(treeOf(...args), { now: NOW });
const named = FIXTURES.map((fixture, index) => ({
  ...fixture,
  name: `${fixture.rule} (${fixture.at.join(', ')}) ${String(index)}`,
}));

describe('the table of rules', () => {
  it('has a fixture for every rule', () => {
    const covered = new Set(FIXTURES.map(({ rule }) => rule));
    expect(RULE_IDS.filter((rule) => !covered.has(rule))).toEqual([]);
  });
  it('says of every rule what is wrong, what is right and why, in Russian', () => {
    for (const id of RULE_IDS) {
      const { title, wrong, right, why } = RULES[id];
      for (const text of [title, why]) expect(text, id).toMatch(/[а-яё]{3}/i);
      expect(wrong, id).not.toBe(right);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });
});

describe('the base tree', () => {
  it('has no faults, so that each fixture shows its own', () => {
    expect(check(nothing)).toEqual([]);
  });
});

describe('each rule refuses its fixture at the true line, and reports nothing else', () => {
  it.each(named)('$name', ({ rule, refused, at: [path, text], symlink }) => {
    const line = lineOfText(changed(refused).get(path), text);
    const faults = check(refused, symlink);
    const found = faults.map((fault) => `${fault.rule} ${fault.path}:${String(fault.line)}`);
    expect(found).toEqual([`${rule} ${path}:${String(line)}`]);
  });
});

describe('each rule lets the near miss pass', () => {
  it.each(named)('$name', ({ passed }) => {
    expect(check(passed).map((fault) => renderFault(fault, 'content'))).toEqual([]);
  });
});

describe('every message', () => {
  it('keeps the shape that editors and programs rely on, and is written down for review', async () => {
    const messages = named.flatMap(({ rule, refused, symlink }) => [
      `${rule} (${RULES[rule].severity})`,
      ...check(refused, symlink).map((fault) => `  ${renderFault(fault, 'content')}`),
    ]);
    for (const message of messages.filter((line) => line.startsWith('  '))) {
      expect(message).toMatch(
        /^ {2}content\/[^:]+:\d+ — (?:поле «[^»]+»|[^:]+): .+ Написано: .+[.!?…] Нужно: .+[.!?…]$/u,
      );
      expect(message).not.toMatch(/undefined|null|\[object|Invalid|expected/);
    }
    await expect(`${messages.join('\n')}\n`).toMatchFileSnapshot('../fixtures/messages.txt');
  });
});

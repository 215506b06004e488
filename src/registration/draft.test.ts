import { describe, expect, test } from 'vitest';
import { newSubmissionId, parseMemory, serialiseMemory } from './draft.ts';
import type { Memory } from './draft.ts';
import { memoryKey } from './memory-key.ts';

describe('memory of a session page', () => {
  const draft: Memory = {
    kind: 'draft',
    draft: { answers: [['name', 'Анна "Аня" <b>']], submissionId: 'x'.repeat(36), sent: true },
  };
  const accepted: Memory = {
    kind: 'accepted',
    reply: { kind: 'accepted', reference: null, status: 'waitlist', already: true },
  };

  test.each([draft, accepted])('is read back as written: $kind', (memory) => {
    expect(parseMemory(serialiseMemory(memory))).toEqual(memory);
  });

  test('an accepted one holds nothing personal', () => {
    expect(serialiseMemory(accepted)).not.toContain('answers');
  });

  test.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"kind":"draft"}',
    '{"kind":"draft","draft":{"answers":[["a"]],"submissionId":"x"}}',
    '{"kind":"draft","draft":{"answers":[["a",1]],"submissionId":"x"}}',
    '{"kind":"draft","draft":{"answers":[]}}',
    '{"kind":"accepted"}',
  ])('%j is nobody’s memory', (text) => {
    expect(parseMemory(text)).toBeNull();
  });

  test('sessions do not share a key', () => {
    expect(memoryKey('a')).not.toBe(memoryKey('b'));
  });
});

describe('submission id', () => {
  test('is a UUID where the browser can make one', () => {
    expect(newSubmissionId(crypto)).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('is 128 random bits elsewhere, and never the same twice', () => {
    const plain = { getRandomValues: crypto.getRandomValues.bind(crypto) };
    const ids = Array.from({ length: 100 }, () => newSubmissionId(plain));
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(100);
  });
});

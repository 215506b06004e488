import { expect, test } from 'vitest';
import { jsonForScript } from './page-data.ts';

test('JSON inside a script element cannot end it', () => {
  const value = { title: '</script><script>alert(1)</script><!--' };
  expect(jsonForScript(value)).not.toMatch(/</);
  expect(JSON.parse(jsonForScript(value))).toEqual(value);
});

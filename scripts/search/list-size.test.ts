/** The list of instant answers at 150 enterprises, 63 of them real: small enough, and nothing lost on the way. */
import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueList } from '../../src/search/list.ts';
import { packList } from '../../src/search/pack-list.ts';
import { unpackList } from '../../src/search/wire.ts';
import { removeScratch } from '../bench/scratch.ts';
import { listOf } from '../bench/search-lists.ts';

const LIMIT = 8 * 1024;
const PATIENCE = 120_000;
let list: CatalogueList;

function bytes(sent: unknown): number {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return brotliCompressSync(JSON.stringify(sent), options).length;
}

beforeAll(async () => {
  list = await listOf(150, 215);
}, PATIENCE);

afterAll(removeScratch);

describe('the list at 150 enterprises', () => {
  it('is as large as it says', () => {
    expect(list.groups[0]?.ids).toHaveLength(150);
    expect(list.sessions.times.length).toBeGreaterThan(150);
  });

  it('travels in at most 8 KB', () => {
    expect(bytes(packList(list))).toBeLessThanOrEqual(LIMIT);
  });

  it('arrives as it was', () => {
    expect(unpackList(JSON.parse(JSON.stringify(packList(list))) as never)).toEqual(list);
  });

  it('would be too large as it stands, and too large with every id written out', () => {
    expect(bytes(list)).toBeGreaterThan(LIMIT);
    const ids = list.groups.map((group) => group.ids.join('|'));
    expect(bytes({ ...packList(list), ids })).toBeGreaterThan(LIMIT);
  });
});

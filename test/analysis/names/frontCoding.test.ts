import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../src/analysis/names/gazetteer/frontCoding.ts';
import { LISTS } from '../../../src/analysis/names/gazetteer/lists.ts';

test('a list comes out of its packing sorted, each word once', () => {
  expect(unpack(pack(['harvan', 'harvane', 'arl', 'harvane']))).toEqual(['arl', 'harvan', 'harvane']);
  fc.assert(
    fc.property(fc.array(fc.string().map((word) => word.replace(/[A-Z]/g, 'a'))), (words) => {
      expect(unpack(pack(words.filter((word) => word !== '')))).toEqual(
        [...new Set(words.filter((word) => word !== ''))].sort(),
      );
    }),
  );
});

test('the bundled lists are the readable ones', () => {
  for (const list of Object.values(LISTS)) expect(unpack(pack(list))).toEqual([...new Set(list)].sort());
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointsOf } from '../../src/text/codePoints.ts';

test('an emoji counts once in code points and twice in UTF-16', () => {
  const points = codePointsOf('a🔥b🔥');
  expect([0, 1, 3, 4, 6].map(points.fromUtf16)).toEqual([0, 1, 2, 3, 4]);
  expect([0, 1, 2, 3, 4].map(points.toUtf16)).toEqual([0, 1, 3, 4, 6]);
});

test('an offset inside a pair counts as its start', () => {
  expect(codePointsOf('🔥a').fromUtf16(1)).toBe(0);
});

test('offsets agree with counting the characters one by one, there and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const points = codePointsOf(text);
      let utf16 = 0;
      let count = 0;
      for (const sign of text) {
        expect(points.fromUtf16(utf16)).toBe(count);
        expect(points.toUtf16(count)).toBe(utf16);
        utf16 += sign.length;
        count++;
      }
      expect(points.fromUtf16(text.length)).toBe(count);
      expect(points.toUtf16(count)).toBe(text.length);
    }),
  );
});

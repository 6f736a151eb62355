import { expect, test } from 'vitest';
import { contains, overlaps } from '../../src/text/span.ts';

test('spans that only touch do not overlap', () => {
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
  expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
});

test('a span contains itself', () => {
  expect(contains({ start: 1, end: 3 }, { start: 1, end: 3 })).toBe(true);
});

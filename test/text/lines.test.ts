import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndexOf } from '../../src/text/lines.ts';

test('a line end belongs to the line it ends', () => {
  const lines = lineIndexOf('ab\n\ncd');
  expect(lines.lineCount).toBe(3);
  expect([0, 2, 3, 4, 6].map((offset) => lines.positionAt(offset))).toEqual([
    { line: 0, character: 0 },
    { line: 0, character: 2 },
    { line: 1, character: 0 },
    { line: 2, character: 0 },
    { line: 2, character: 2 },
  ]);
});

test('what lies outside counts as the nearest edge', () => {
  const lines = lineIndexOf('ab\ncd');
  expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
  expect(lines.positionAt(-1)).toEqual({ line: 0, character: 0 });
  expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
  expect(lines.offsetAt({ line: 7, character: 0 })).toBe(5);
  expect(lines.offsetAt({ line: -1, character: 4 })).toBe(0);
});

test('every offset comes back from its position', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('\n', 'a', '🔥')).map((parts) => parts.join('')),
      (text) => {
        const lines = lineIndexOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
        }
      },
    ),
  );
});

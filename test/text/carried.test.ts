import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carried } from '../../src/text/carried.ts';

const edit = fc.record({ at: fc.nat(60), cut: fc.nat(12), written: fc.nat(6) });

/** Each character of the text then by its number, and -1 for each that was written since. */
function edited(length: number, edits: readonly { at: number; cut: number; written: number }[]) {
  const follow = carried();
  const now = Array.from({ length }, (_, index) => index);
  for (const { at, cut, written } of edits) {
    const start = Math.min(at, now.length);
    const end = Math.min(start + cut, now.length);
    follow.take({ start, end }, written);
    now.splice(start, end - start, ...new Array<number>(written).fill(-1));
  }
  return { follow, now };
}

test('Words that no edit has touched are found where they are now, and the other way round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(edit, { maxLength: 8 }), (length, edits) => {
      const { follow, now } = edited(length, edits);
      for (const [at, then] of now.entries()) {
        if (then < 0) continue;
        expect(follow.toNow({ start: then, end: then + 1 })).toEqual({ start: at, end: at + 1 });
        expect(follow.toThen(at)).toBe(then);
      }
    }),
  );
});

test('A span keeps all its characters that are left, and no order is turned round', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(edit, { maxLength: 8 }),
      fc.nat(40),
      fc.nat(40),
      (length, edits, a, b) => {
        const { follow, now } = edited(length, edits);
        const [start, end] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
        const span = follow.toNow({ start, end });
        const left = now.slice(span.start, span.end);
        expect(left.filter((then) => then >= 0)).toEqual(now.filter((then) => then >= start && then < end));
        for (let at = 1; at <= now.length; at++)
          expect(follow.toThen(at)).toBeGreaterThanOrEqual(follow.toThen(at - 1));
      },
    ),
  );
});

test('What is typed in a row, and taken back, is one edit', () => {
  const follow = carried();
  for (let at = 10; at < 15; at++) follow.take({ start: at, end: at }, 1);
  follow.take({ start: 14, end: 15 }, 0);
  expect(follow.toNow({ start: 8, end: 12 })).toEqual({ start: 8, end: 16 });
  expect(follow.toNow({ start: 8, end: 10 })).toEqual({ start: 8, end: 10 });
  expect(follow.toNow({ start: 10, end: 12 })).toEqual({ start: 14, end: 16 });
  expect([follow.toThen(9), follow.toThen(12), follow.toThen(14)]).toEqual([9, 10, 10]);
});

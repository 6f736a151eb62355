import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneText } from '../../src/text/one.ts';

const raws = fc
  .array(fc.constantFrom('\r\n', '\r', '\n', 'a', '🔥', '\ufeff'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('a byte order mark goes, and every line end is LF', () => {
  expect(oneText('\ufeffone\r\ntwo\rthree\n').text).toBe('one\ntwo\nthree\n');
  expect(oneText('a\r\r\nb').text).toBe('a\n\nb');
});

test('a byte order mark inside the text stays', () => {
  expect(oneText('a\ufeffb').text).toBe('a\ufeffb');
});

test('every offset leads to the same character in the raw text, and back', () => {
  fc.assert(
    fc.property(raws, (raw) => {
      const { text, toRaw, fromRaw } = oneText(raw);
      for (let offset = 0; offset < text.length; offset++) {
        expect(fromRaw(toRaw(offset))).toBe(offset);
        const there = raw.charAt(toRaw(offset));
        expect(there === '\r' ? '\n' : there).toBe(text.charAt(offset));
        expect(toRaw(offset + 1)).toBeGreaterThan(toRaw(offset));
      }
      expect(toRaw(text.length)).toBe(raw.length);
    }),
  );
});

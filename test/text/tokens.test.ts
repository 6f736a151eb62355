import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneText } from '../../src/text/one.ts';
import { tokenize } from '../../src/text/tokens.ts';

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);
const kinds = (text: string): string[] => tokenize(text).map((token) => token.kind);

/** Text with everything in it that has led tokenisers astray. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Gen.',
        'U.S.',
        'J.',
        '"',
        '“',
        '”',
        "'s",
        '’s',
        '4,500',
        '.5',
        '2031-04-12',
        '-',
        '--',
        '...',
        '\n',
      ),
      fc.constantFrom(
        '👩‍🚒',
        '🇫🇷',
        'é',
        'e\u0301',
        '\u0301',
        '\ud83d',
        ' ',
        '\u00a0',
        '\u200b',
        '\u00ad',
        '%',
        '/',
        '15th',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['hyphens and inner apostrophes stay inside a word', 'high-ranking SOR-VALDA Ilmar-Jan don’t O’Brien', 5],
  ['the ampersand joins letters', 'AT&T', 1],
  ['letters and digits of a name are one', 'COVID-19 G7 F-16 km²', 4],
  ['a web address is one', 'norda.example', 1],
])('%s', (_name, text, count) => {
  expect(texts(text)).toHaveLength(count);
});

test.each([
  ['the office’s plan', ['the', 'office', '’s', 'plan']],
  ["boys' boat, it's late", ['boys', "'", 'boat', ',', 'it', "'s", 'late']],
  ['the NPV/Sorv group', ['the', 'NPV', '/', 'Sorv', 'group']],
  ['at 6 a.m., U.S. time', ['at', '6', 'a.m.', ',', 'U.S.', 'time']],
  ['U.S.-led, Ph.D. holders', ['U.S.-led', ',', 'Ph.D.', 'holders']],
  ['Gen. J. K. Orel left.', ['Gen.', 'J.', 'K.', 'Orel', 'left', '.']],
  ['They chose Plan B.', ['They', 'chose', 'Plan', 'B', '.']],
  ['No. 7, not no.', ['No.', '7', ',', 'not', 'no', '.']],
  ['in 40km, $4.2bn, 5%', ['in', '40', 'km', ',', '$', '4.2', 'bn', ',', '5', '%']],
  ['a 25-year-old, 10-15 men', ['a', '25', '-', 'year-old', ',', '10', '-', '15', 'men']],
  ['1,234.5 and 1,00,000 of 7.', ['1,234.5', 'and', '1,00,000', 'of', '7', '.']],
  ['rooms 1, 2,3', ['rooms', '1', ',', '2', ',', '3']],
  ['wait... what?! --', ['wait', '...', 'what', '?', '!', '--']],
  ["``Yes,'' she said", ['``', 'Yes', ',', "''", 'she', 'said']],
  ['👩‍🚒👍🏽🇫🇷🇳🇴', ['👩‍🚒', '👍🏽', '🇫🇷', '🇳🇴']],
  ['cafe\u0301 №7', ['cafe\u0301', '№', '7']],
])('%s', (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('an ordinal or a decade is no number, a date and a time of day are one', () => {
  expect(kinds('15th 2nd 1980s 19th-century')).toEqual(['word', 'word', 'word', 'word']);
  expect(kinds('2031-04-12 10:30 .5 ½ 3.5')).toEqual(['number', 'number', 'number', 'number', 'number']);
});

test('currency, per cent and emoji are symbols, quotation marks are marks', () => {
  expect(kinds('$ € % 🔥')).toEqual(['symbol', 'symbol', 'symbol', 'symbol']);
  expect(kinds('“ ” « » … —')).toEqual(['mark', 'mark', 'mark', 'mark', 'mark', 'mark']);
});

test('lower writes every apostrophe alike', () => {
  expect(tokenize('DON’T It’s').map((token) => token.lower)).toEqual(["don't", 'it', "'s"]);
});

test('spaced tells a mark that clings from one that stands apart', () => {
  expect(tokenize('He said "no" .').map((token) => token.spaced)).toEqual([true, true, true, false, false, true]);
});

test('tokens are in order, say what they cover, and leave out white space alone', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        const gap = text.slice(end, token.start);
        expect(gap).toMatch(/^[\s\u200b]*$/);
        expect(token.spaced).toBe(end === 0 || gap.length > 0);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.text).toBe(text.slice(token.start, token.end));
        end = token.end;
      }
      expect(text.slice(end)).toMatch(/^[\s\u200b]*$/);
    }),
    { numRuns: 1000 },
  );
});

test('no token begins inside a surrogate pair or with a combining mark torn from its letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const token of tokenize(text)) {
        const torn = /^[\udc00-\udfff]/.test(token.text) && /[\ud800-\udbff]$/.test(text.slice(0, token.start));
        expect(torn).toBe(false);
        if (/^\p{M}/u.test(token.text)) expect(token.spaced).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a text with CRLF reads as the same text with LF', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lf = oneText(text).text;
      expect(tokenize(oneText(lf.replaceAll('\n', '\r\n')).text)).toEqual(tokenize(lf));
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../../src/analysis/figures/numbers.ts';
import { cutPieces } from '../../../src/analysis/pieces.ts';
import { tokenize } from '../../../src/text/tokens.ts';

/** The number that begins a text, and the words that it takes. */
function read(text: string): { readonly value: number | 'vague'; readonly words: string } | undefined {
  const pieces = cutPieces(tokenize(text));
  const number = readNumber(pieces, 0);
  if (number === undefined) return undefined;
  const value = number.amount.type === 'vague' ? 'vague' : number.amount.value;
  return { value, words: text.slice(0, pieces[number.next - 1]!.end) };
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion'];

function spellBelowThousand(value: number, and: boolean): string {
  if (value < 20) return SMALL[value]!;
  if (value < 100) return TENS[Math.floor(value / 10)]! + (value % 10 === 0 ? '' : `-${SMALL[value % 10]}`);
  const rest = value % 100;
  return `${SMALL[Math.floor(value / 100)]} hundred${rest === 0 ? '' : `${and ? ' and' : ''} ${spellBelowThousand(rest, and)}`}`;
}

function spell(value: number, and: boolean): string {
  if (value === 0) return 'zero';
  const groups: string[] = [];
  for (let left = value, scale = 0; left > 0; left = Math.floor(left / 1000), scale++) {
    if (left % 1000 > 0) groups.unshift(spellBelowThousand(left % 1000, and) + SCALES[scale]!);
  }
  return groups.join(' ');
}

test('a number spelt in English is read back, with and without "and"', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.boolean(), (value, and) => {
      const words = spell(value, and);
      expect(read(`${words} sheep`)).toEqual({ value, words });
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.boolean(), (value, and) => {
      expect(read(spell(value, and))?.value).toBe(value);
    }),
  );
});

test('thousands separators and decimals are read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), fc.option(fc.integer({ min: 0, max: 99 })), (whole, part) => {
      const tail = part === null ? '' : `.${String(part).padStart(2, '0')}`;
      const words = whole.toLocaleString('en') + tail;
      expect(read(words)).toEqual({ value: Number(`${whole}${tail}`), words });
    }),
  );
});

test.each([
  ['4.2 billion', 4.2e9],
  ['1.38 mln barrels', 1.38e6],
  ['7bn', 7e9],
  ['1.2m tonnes', 1.2e6],
  ['3 crore', 3e7],
  ['1,50,000', 150000],
  ['half a million', 5e5],
  ['half a dozen', 6],
  ['a hundred', 100],
  ['a dozen', 12],
  ['two dozen', 24],
  ['two and a half million', 2.5e6],
  ['a quarter of a million', 250000],
  ['4 hundred million', 4e8],
  ['one in five', 0.2],
  ['nine out of 10', 0.9],
  ['one of every four', 0.25],
  ['two-thirds', 2 / 3],
  ['a third of', 1 / 3],
  ['three quarters', 0.75],
  ['½', 0.5],
  ['2½', 2.5],
  ['1/16', 1 / 16],
  ['dozens', 'vague'],
  ['tens of thousands', 'vague'],
  ['several hundred', 'vague'],
  ['a few million', 'vague'],
] as const)('%s', (text, value) => {
  expect(read(text)?.value).toBe(value);
});

test.each(['a third man', 'a goat', 'several goats', 'second', '1.2.3', 'half-time', 'and', 'scores were level'])(
  'no number: %s',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function spelt(number: number): string {
  const ten = TENS[Math.floor(number / 10) - 2];
  if (ten === undefined) return ONES[number - 1]!;
  return number % 10 === 0 ? ten : `${ten}-${ONES[(number % 10) - 1]}`;
}

test('a number in words that opens a story is a figure and no name, whichever it is', () => {
  for (let number = 2; number < 100; number++) {
    const words = spelt(number);
    const { figures, entities } = analyze(
      `${words[0]!.toUpperCase()}${words.slice(1)} people were killed, police said.`,
    );
    expect(figures.map(({ amount }) => amount)).toEqual([{ type: 'exact', value: number, bound: 'exact' }]);
    expect(entities).toEqual([]);
  }
});

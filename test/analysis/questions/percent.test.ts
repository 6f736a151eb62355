import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked } from './asked.ts';

const about = (body: string) => asked('percent', body);

test('a per cent that its part and whole contradict is asked about', () => {
  expect(about('The auditors found fault with 37 of the 128 contracts, or 39 percent.')).toEqual([
    ['39 percent', '37', '128 contracts'],
  ]);
  expect(about('Of 900 million marks, only 270 million, or 20 percent, has been paid out.')).toEqual([
    ['20 percent', 'only 270 million', '900 million marks'],
  ]);
  expect(about('About 12 percent of them (60 of the 200 boats) are old.')).toHaveLength(1);
});

test('so is a change that its two ends contradict', () => {
  expect(about('Rents rose 40 percent, from 250 marks to 300 marks.')).toHaveLength(1);
  expect(about('The number of boats went from 200 to 240, up 35 percent.')).toHaveLength(1);
});

test('what fits as far as it is rounded is not', () => {
  expect(about('The auditors found fault with 37 of the 128 contracts, or 29 percent.')).toEqual([]);
  expect(about('By May 3.6 billion of the 4.8 billion marks, or 75 percent, had been spent.')).toEqual([]);
  expect(about('About 200 of the 1,000 boats, or 21 percent, are old.')).toEqual([]);
  expect(about('More than 60 of the 200 boats, or 45 percent, are old.')).toEqual([]);
  expect(about('Rents rose 20 percent, from 250 marks to 300 marks.')).toEqual([]);
  expect(about('The share rose from 40 percent to 44 percent, up 4 points.')).toEqual([]);
});

test('no right per cent is ever asked about, rounded or cut', () => {
  const shares = fc
    .integer({ min: 11, max: 900 })
    .chain((whole) => fc.tuple(fc.integer({ min: 2, max: whole }), fc.constant(whole)));
  fc.assert(
    fc.property(shares, fc.constantFrom(Math.round, Math.floor), ([part, whole], rounded) => {
      const percent = rounded((100 * part) / whole);
      expect(about(`The storm damaged ${part} of the ${whole} houses, or ${percent} percent.`)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

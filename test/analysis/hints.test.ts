import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { newDay, newName } from '../../src/analysis/hints.ts';

const TEXT =
  'date 2031-03-04 KELVANE, March 4. /NORDA/. “The pier is closed,” Ilmar Vessen of the harbour office said on Tuesday. ' +
  '“We counted sixteen ships,” he said. Vessen added on March 2 that the mole had been built in May 2019. ' +
  '“It will hold,” an official said on December 30.';

const analysis = analyze(TEXT);

test('a speaker’s name is told behind a pronoun and a surname alone', () => {
  const told = analysis.quotes.map(({ speaker }) => speaker && newName(TEXT, speaker));
  expect(told).toEqual([undefined, 'Ilmar Vessen', 'Ilmar Vessen', undefined]);
});

test('a day is told behind words that leave it to the reader', () => {
  const told = analysis.dates.map((date) => [TEXT.slice(date.start, date.end), newDay(TEXT, date, analysis.date)]);
  expect(Object.fromEntries(told)).toMatchObject({
    Tuesday: '2031-03-04',
    'March 2': undefined,
    'May 2019': undefined,
  });
  expect(
    newDay(
      TEXT,
      { ...analysis.dates.find(({ start }) => start === TEXT.indexOf('March 2'))!, iso: '2030-03-02' },
      '2031-03-04',
    ),
  ).toBe('2030-03-02');
});

import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { figureReading, sameFigures } from '../../src/analysis/reading.ts';

const TEXT =
  'date 2023-05-18 VELLMARK, May 18. /NORPRESS/. At least 112 miners were taken to hospitals on Tuesday, Mira Tolen said.\n\n' +
  'Officials in Orlo put the toll lower. Some 98 miners were taken to clinics, they said, and 40 miners were killed. ' +
  'The fire cost $4 million. The mine, sold for $4 million, is 12 km away, between 10 and 20 km from dozens of homes.';

const analysis = analyze(TEXT);
const indexOf = (words: string): number => analysis.figures.findIndex(({ start }) => start === TEXT.indexOf(words));
const reading = (words: string) => figureReading(analysis, analysis.figures[indexOf(words)]!);

test('a reading holds what the text tells of a figure, and nothing else', () => {
  expect(reading('At least 112')).toMatchObject({
    kind: 'count',
    bound: 'at-least',
    number: '112',
    value: 112,
    counted: 'miners',
    happened: 'taken to hospitals',
    date: '2023-05-16',
  });
  expect(reading('$4 million')).toEqual({
    kind: 'money',
    bound: 'exact',
    number: '4 million',
    value: 4_000_000,
    unit: 'dollar',
  });
  expect(reading('between 10')).toMatchObject({ bound: 'range', low: 10, high: 20, unit: 'kilometre' });
  expect(reading('dozens')).toMatchObject({ bound: 'vague', counted: 'homes' });
});

test('other mentions: the same noun to which the same happened, and equal amounts of one unit', () => {
  expect(sameFigures(analysis, indexOf('At least 112'))).toEqual([indexOf('Some 98')]);
  expect(sameFigures(analysis, indexOf('40 miners'))).toEqual([]);
  expect(sameFigures(analysis, indexOf('$4 million. '))).toEqual([indexOf('$4 million, is')]);
  expect(sameFigures(analysis, indexOf('12 km'))).toEqual([]);
  expect(sameFigures(analysis, 999)).toEqual([]);
});

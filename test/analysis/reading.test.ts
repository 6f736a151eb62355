import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { figureReading, placeOf, sameFigures } from '../../src/analysis/reading.ts';

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

test('a fate is the same however it is put', () => {
  const text =
    'The roof of the hall came down, killing nine people.\n\nFourteen people died, the fire service said. About 1,900 people a day came to the hall, and one trader said that 200 traders had left it. Only 30 traders stayed.';
  const read = analyze(text);
  const wordsOf = (index: number) => text.slice(read.figures[index]!.start, read.figures[index]!.end);
  const same = (words: string) =>
    sameFigures(
      read,
      read.figures.findIndex(({ start }) => start === text.indexOf(words)),
    ).map(wordsOf);
  expect(figureReading(read, read.figures[0]!).happened).toBe('killed');
  expect(same('nine people')).toEqual(['Fourteen people']);
  expect(same('About 1,900')).toEqual([]);
  expect(same('200 traders')).toEqual(['Only 30 traders']);
});

const placeIn = (text: string, words: string) => {
  const read = analyze(text);
  return placeOf(read, read.figures.find(({ start }) => start === text.indexOf(words))!);
};

test.each([
  ['At least 112 people were killed in Khar on Tuesday, health officials said.', 'Khar'],
  ['In the town of Khar, at least 112 people were killed on Tuesday.', 'Khar'],
  ['At least 112 people were hurt near Khar and 40 in Orlo, police said.', 'Khar'],
])('where it was so: %s', (text, place) => {
  expect(placeIn(text, text.includes('At least') ? 'At least 112' : 'at least 112')).toBe(place);
});

test.each([
  ['At least 112 people were hurt and 40 were killed in Khar, police said.', 'another figure is nearer'],
  ['At least 112 people were hurt, police said in Khar.', 'it was said there'],
  ['At least 112 people fled from Khar, police said.', 'they came from there'],
  ['At least 112 people were hurt. The fire in Khar is out.', 'another sentence'],
  ['At least 112 people were hurt in Khar’s oldest school, police said.', 'a place that owns another'],
])('in doubt no place: %s (%s)', (text) => {
  expect(placeIn(text, 'At least 112')).toBeUndefined();
});

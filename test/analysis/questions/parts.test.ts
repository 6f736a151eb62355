import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked } from './asked.ts';

const about = (body: string) => asked('parts', body);

test('parts of a list that do not make the whole are asked about', () => {
  expect(about('The floods killed 63 people: 41 in the valley, 15 in the city and three in the hills.')).toEqual([
    ['63 people', '41', '15', 'three'],
  ]);
  expect(
    about(
      'Parliament gave 4.8 billion marks: 2.1 billion for housing, 1.5 billion for roads and 0.9 billion for farms.',
    ),
  ).toHaveLength(1);
  expect(about('The ship carried 90 people (60 men and 40 women).')).toEqual([['90 people', '60 men', '40 women']]);
});

test('so are parts of whom the rest is told, and more of a whole than it has', () => {
  expect(about('Of the 30 boats, 19 were back by noon and the other 13 stayed out.')).toEqual([
    ['30 boats', '19', '13'],
  ]);
  expect(about('The firm finished 310 of the 340 houses; the remaining 50 houses are not ready.')).toHaveLength(1);
  expect(about('Inspectors found fault with 14 of the 12 doors.')).toEqual([['12 doors', '14']]);
});

test('parts that fit, that are rounded, or that are not said to be all, are not', () => {
  expect(about('The floods killed 63 people: 41 in the valley, 15 in the city and seven in the hills.')).toEqual([]);
  expect(about('The firm made 1.9 billion marks: 1.2 billion at home and 0.8 billion abroad.')).toEqual([]);
  expect(about('The floods killed 63 people, including 12 children and 20 women.')).toEqual([]);
  expect(
    about('The floods killed more than 60 people: 41 in the valley, 15 in the city and seven in the hills.'),
  ).toEqual([]);
  expect(about('The party won 8 seats, the Greens won 6 and the League took the remaining 1.')).toEqual([]);
});

test('no parts that make up their whole are ever asked about, whatever they are', () => {
  const parts = fc.array(fc.integer({ min: 2, max: 400 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(parts, (all) => {
      const total = all.reduce((sum, part) => sum + part, 0);
      const places = ['the valley', 'the city', 'the hills', 'the port'];
      const list = all.map((part, at) => `${part} in ${places[at]}`);
      const words = `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
      expect(about(`The storm damaged ${total} houses: ${words}.`)).toEqual([]);
      // One tenth too many is more than rounding explains.
      expect(about(`The storm damaged ${Math.ceil(total * 1.11) + 1} houses: ${words}.`)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

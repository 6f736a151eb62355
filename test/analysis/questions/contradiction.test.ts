import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excludes, possibleValues } from '../../../src/analysis/questions/possible.ts';
import type { Bound, Figure } from '../../../src/analysis/types.ts';
import { asked } from './asked.ts';

const about = (body: string) => asked('contradiction', body);

test('two numbers of the same people’s fate are asked about', () => {
  expect(
    about('The roof came down, killing nine people.\n\nFourteen people were killed when it fell, police said.'),
  ).toEqual([['Fourteen people', 'nine people']]);
  expect(
    about('At least 20 people were injured in the hall.\n\nThe crash left the road shut. Twelve people were injured.'),
  ).toHaveLength(1);
});

test('so are two ages of one person', () => {
  expect(about('Anka Morell, 52, sold cheese by the door.\n\nThe 54-year-old Morell was pulled out.')).toEqual([
    ['54-year-old', '52'],
  ]);
  expect(about('Anka Morell, 52, sold cheese by the door.\n\nThe 52-year-old Morell was pulled out.')).toEqual([]);
});

test('bounds are respected', () => {
  expect(about('At least 40 people were killed.\n\nAt least 60 people were killed, police said.')).toEqual([]);
  expect(about('At least 40 people were killed.\n\nThe mayor said 100 people were killed.')).toEqual([]);
  expect(about('About 100 people were killed.\n\nThe mayor said 104 people were killed.')).toEqual([]);
  expect(about('Up to 100 people were killed.\n\nThe mayor said 90 people were killed.')).toEqual([]);
  expect(about('Up to 100 people were killed.\n\nThe mayor said 140 people were killed.')).toHaveLength(1);
});

test('a rising toll, another day, place, event or speaker, and a part are none', () => {
  expect(about('Nine people were killed, police said at noon.\n\nThe mayor said 14 people were killed.')).toEqual([]);
  expect(about('Nine people were killed.\n\nLater 14 people were killed.')).toEqual([]);
  expect(about('Nine people were killed on Monday.\n\nOn Tuesday 14 people were killed.')).toEqual([]);
  expect(about('Nine people were killed in Kelvane.\n\nIn Lisbon 14 people were killed.')).toEqual([]);
  expect(about('Nine people were killed.\n\nAnother bus fell from the bridge. Two people were killed.')).toEqual([]);
  expect(about('Forty-one people were injured.\n\nTwelve of them were injured badly.')).toEqual([]);
  expect(about('Forty-one people were injured.\n\nThe clinic treated 35 people who were injured.')).toEqual([]);
});

test('two lower bounds never exclude each other, nor two upper ones; a value excludes none that it fits', () => {
  const figure = (value: number, bound: Bound): Figure => ({
    start: 0,
    end: 0,
    number: { start: 0, end: String(value).length },
    kind: 'count',
    amount: { type: 'exact', value, bound },
  });
  const value = fc.integer({ min: 0, max: 1_000_000 });
  const possible = (number: number, bound: Bound) => possibleValues(String(number), figure(number, bound));
  fc.assert(
    fc.property(value, value, fc.constantFrom<Bound>('at-least', 'more-than'), (one, two, bound) => {
      expect(excludes(possible(one, 'at-least'), possible(two, bound))).toBe(false);
      expect(excludes(possible(one, 'at-most'), possible(two, 'less-than'))).toBe(false);
      expect(excludes(possible(one, 'at-least'), possible(one + two, 'exact'))).toBe(false);
      expect(excludes(possible(one, 'exact'), possible(two, 'exact'))).toBe(
        excludes(possible(two, 'exact'), possible(one, 'exact')),
      );
    }),
  );
});

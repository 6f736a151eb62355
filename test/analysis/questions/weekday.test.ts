import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, questionsOf } from './asked.ts';

const about = (body: string) => asked('weekday', body).map(([words]) => words);
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

test('a weekday that was another is asked about, with the one it was', () => {
  const text = 'KELVANE, March 4, 2031 (Norda) - The hall opened on Tuesday, 3 March 2031.';
  expect(questionsOf('weekday', text)).toMatchObject([{ start: text.indexOf('Tuesday'), weekday: 1 }]);
  expect(about('The council meets on Saturday, March 7.')).toEqual(['Saturday, March 7']);
});

test('a weekday told behind the date is held against it too', () => {
  expect(about('A day of mourning is planned for March 9, a Thursday.')).toEqual(['March 9, a Thursday']);
  expect(about('It is planned for March 9, which is a Sunday.')).toEqual([]);
  expect(about('It is planned for March 9, a Sunday.')).toEqual([]);
});

test('one that is right, or of a year nobody tells, is not', () => {
  expect(about('The hall opened on Monday, 3 March 2031.')).toEqual([]);
  expect(about('The council meets on Friday, March 7.')).toEqual([]);
  expect(about('The old hall burnt down on Tuesday, September 16.')).toEqual([]);
  expect(about('The hall opened on Monday.')).toEqual([]);
});

test('of any day only the six other weekdays are asked about', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.nat(6), (date, weekday) => {
      const words = `${names[weekday]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
      expect(about(`The hall was opened on ${words} by the mayor.`)).toEqual(
        date.getUTCDay() === weekday ? [] : [words],
      );
    }),
    { numRuns: 100 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayOf, isDay, isoDay, parseDay, weekdayOf } from '../../../src/analysis/dates/calendar.ts';

test('days and their numbers agree with the platform’s own calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
      const day = dayOf(number);
      const platform = new Date(number * 86_400_000);
      expect(day).toEqual({
        year: platform.getUTCFullYear(),
        month: platform.getUTCMonth() + 1,
        day: platform.getUTCDate(),
      });
      expect(dayNumber(day)).toBe(number);
      expect(weekdayOf(number)).toBe(platform.getUTCDay());
      if (day.year > 0) expect(parseDay(isoDay(day))).toEqual(day);
    }),
  );
});

test('there is no 30 February, and 29 February only in leap years', () => {
  expect(isDay(2, 30)).toBe(false);
  expect(isDay(2, 29, 2023)).toBe(false);
  expect(isDay(2, 29, 2024)).toBe(true);
  expect(parseDay('2023-02-29')).toBeUndefined();
});

// Civil days of the Gregorian calendar as whole numbers, without a clock and without time zones.
import type { IsoDate } from '../types.ts';

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

export const isoYear = (year: number): IsoDate => String(year).padStart(4, '0');
export const isoMonth = (year: number, month: number): IsoDate => `${isoYear(year)}-${two(month)}`;
export const isoDay = ({ year, month, day }: CivilDay): IsoDate => `${isoMonth(year, month)}-${two(day)}`;

/**
 * Days since 1970-01-01. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
 */
export function dayNumber({ year, month, day }: CivilDay): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day with a number of `dayNumber`. Same source (civil_from_days). */
export function dayOf(number: number): CivilDay {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

/** Whether there is such a day. 29 February counts as one where the year is not known. */
export function isDay(month: number, day: number, year = 2000): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const found = dayOf(dayNumber({ year, month, day }));
  return found.month === month && found.day === day;
}

/** Reads "2022-01-07". */
export function parseDay(iso: IsoDate): CivilDay | undefined {
  const read = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (read === null) return undefined;
  const [year, month, day] = [Number(read[1]), Number(read[2]), Number(read[3])];
  return isDay(month, day, year) ? { year, month, day } : undefined;
}

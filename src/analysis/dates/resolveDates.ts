// Which days a document's dates are, from the day it is from and from each other.
import type { Head } from '../../seed/head.ts';
import { overlaps } from '../../text/span.ts';
import type { DateMention, IsoDate } from '../types.ts';
import { type CivilDay, dayNumber, dayOf, isDay, isoDay, isoMonth, isoYear, parseDay, weekdayOf } from './calendar.ts';
import type { DateFound, Step, WhichWeekday, YearRead } from './dates.ts';
import type { Direction } from './tense.ts';

/** How far back, in UTF-16 units, a year that the text tells still holds for a day without one. */
const YEAR_HOLDS = 250;

/** What has been told so far, for dates that lean on the one before them. */
interface Told {
  /** The last date with a day. */
  readonly day?: CivilDay;
  /** The last date of any precision. */
  readonly iso?: IsoDate;
  /** The last year told by its number, and where. */
  readonly year?: { readonly value: number; readonly end: number; readonly bare: boolean };
}

/**
 * Resolves a document's dates in text order against the day it is from.
 * Without such a day only dates with a year of their own get an ISO value.
 */
export function resolveDates(found: readonly DateFound[], head: Head, reference: IsoDate | undefined): DateMention[] {
  const today = reference === undefined ? undefined : parseDay(reference);
  let told: Told = today === undefined ? {} : { day: today, iso: isoDay(today) };
  return found.map((date) => {
    const { start, end, reading } = date;
    const iso = isoOf(date, today, told);
    if (iso !== undefined && !overlaps(date, head)) {
      const day = parseDay(iso);
      // A year that opens a sentence is told of; one inside, as in "the Act of 1965", is told by the way.
      const tells = 'year' in reading && reading.year !== undefined && (reading.type !== 'year' || date.leads);
      const year = tells ? { value: reading.year, end, bare: reading.type === 'year' } : undefined;
      told = { ...told, iso, ...(day && { day }), ...(year && { year }) };
    }
    return iso === undefined ? { start, end } : { start, end, iso };
  });
}

/** The day of a document that is probably from about `likely`: of a dateline without a year, or that day itself. */
export function documentDay(found: readonly DateFound[], head: Head, likely: IsoDate | undefined): IsoDate | undefined {
  const today = likely === undefined ? undefined : parseDay(likely);
  if (today === undefined) return undefined;
  const dateline = found.find((date) => overlaps(date, head) && date.reading.type === 'day');
  return (dateline && isoOf(dateline, today, { day: today })) ?? likely;
}

function isoOf(date: DateFound, today: CivilDay | undefined, told: Told): IsoDate | undefined {
  const { reading, direction } = date;
  switch (reading.type) {
    case 'year':
      return isoYear(reading.year);
    case 'unplaced':
      return undefined;
    case 'day': {
      const year = yearOf(date, reading, today, told);
      return year === undefined || !isDay(reading.month, reading.day, year) ? undefined : isoDay({ ...reading, year });
    }
    case 'month': {
      const year = yearOf(date, reading, today, told);
      return year === undefined ? undefined : isoMonth(year, reading.month);
    }
    case 'weekday':
      return today && isoDay(dayOf(nearestWeekday(reading.weekday, reading.which, dayNumber(today), direction)));
    case 'day-of-month': {
      const day = told.day && { ...told.day, day: reading.day };
      return day === undefined || !isDay(day.month, day.day, day.year) ? undefined : isoDay(day);
    }
    case 'away':
      return stepped(reading.from === 'text' ? told.iso : today && isoDay(today), reading.by, reading.step);
  }
}

/** The year of a day or month: its own, the one the text has just told where that is past, or the nearest that fits. */
function yearOf(
  date: DateFound,
  { year, fromDocument, month, day }: YearRead & { readonly month: number; readonly day?: number },
  today: CivilDay | undefined,
  told: Told,
): number | undefined {
  if (year !== undefined) return year;
  if (fromDocument !== undefined) return today && today.year + fromDocument;
  if (told.year !== undefined && date.direction !== 'ahead' && date.start - told.year.end < YEAR_HOLDS) {
    // "It grew in 2021. In February …": a bare year just past says little of the next month told.
    const { value, bare } = told.year;
    if (today === undefined ? !bare : value < today.year - (bare ? 1 : 0)) return value;
  }
  return today && nearestYear(month, day, today, date.direction);
}

/** A step from a date: as precise as the step, where the date is as precise as that. */
function stepped(from: IsoDate | undefined, by: number, step: Step): IsoDate | undefined {
  if (from === undefined) return undefined;
  const year = Number(from.slice(0, 4));
  const day = parseDay(from);
  if (step === 'year') return year + by > 0 ? isoYear(year + by) : undefined;
  if (step === 'month' && from.length >= 7) {
    const months = year * 12 + Number(from.slice(5, 7)) - 1 + by;
    return months < 12 ? undefined : isoMonth(Math.floor(months / 12), (months % 12) + 1);
  }
  return step === 'day' && day !== undefined ? isoDay(dayOf(dayNumber(day) + by)) : undefined;
}

/** The year of a day or month that is told without one. */
function nearestYear(month: number, day: number | undefined, today: CivilDay, direction: Direction): number {
  const months = month - today.month;
  const later = months > 0 || (months === 0 && day !== undefined && day > today.day);
  const earlier = months < 0 || (months === 0 && day !== undefined && day < today.day);
  if (direction === 'past') return later ? today.year - 1 : today.year;
  // What is told as ahead may just have begun: "is to run from January 23", written on the 28th.
  if (direction === 'ahead') return earlier && months < -1 ? today.year + 1 : today.year;
  return months > 6 ? today.year - 1 : months < -6 ? today.year + 1 : today.year;
}

/** The document's own day counts as a weekday's nearest, unless "last" or "next" rules it out. Weeks begin on Monday. */
function nearestWeekday(weekday: number, which: WhichWeekday | undefined, today: number, direction: Direction): number {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const monday = today - ((weekdayOf(today) + 6) % 7);
  switch (which) {
    case 'last':
      return today - (back === 0 ? 7 : back);
    case 'next':
      return today + (7 - back);
    case 'last week':
      return monday - 7 + ((weekday + 6) % 7);
    case 'next week':
      return monday + 7 + ((weekday + 6) % 7);
    case undefined:
      return direction === 'ahead' ? today + ((7 - back) % 7) : today - back;
  }
}

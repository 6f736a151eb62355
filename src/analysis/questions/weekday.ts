// "Tuesday, 4 March 2031": the calendar knows which weekday that was.
import { dayNumber, isoDay, parseDay, weekdayOf } from '../dates/calendar.ts';
import type { Analysis } from '../types.ts';
import type { Question } from './questions.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NAMED = /^(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\b\.?/i;
/** "July 9, a Thursday", "July 9, which is a Thursday". */
const NAMED_BEHIND = /^, (?:which (?:is|was|will be) )?a (sun|mon|tues|wednes|thurs|fri|satur)day\b/i;
const OWN_YEAR = /\b\d{4}\b/;
/** A day without a year that is further from the document's own may be of another year than its nearest. */
const NEAR_DAYS = 120;

/** The dates told with a weekday that is not theirs. */
export function wrongWeekdays({ text, date: today, dates }: Analysis): Question[] {
  return dates.flatMap(({ start, end, iso }) => {
    const day = iso === undefined ? undefined : parseDay(iso);
    const words = text.slice(start, end);
    const behind = NAMED_BEHIND.exec(text.slice(end, end + 40));
    const told = (NAMED.exec(words) ?? behind)?.[1]?.slice(0, 3).toLowerCase();
    if (day === undefined || told === undefined || !/\d/.test(words)) return [];
    const weekday = weekdayOf(dayNumber(day));
    if (WEEKDAYS[weekday] === told) return [];
    const reference = today === undefined ? undefined : parseDay(today);
    const isSure =
      OWN_YEAR.test(words) || (reference !== undefined && Math.abs(dayNumber(day) - dayNumber(reference)) <= NEAR_DAYS);
    const to = behind ? end + behind[0].length : end;
    return isSure && isoDay(day) === iso ? [{ kind: 'weekday', start, end: to, weekday }] : [];
  });
}

// Dates as news gives them, found by their own words in a passage. `resolveDates.ts` tells which days they are.
import { monthNumber } from '../../text/months.ts';
import type { Span } from '../../text/span.ts';
import { isCapital, type Token } from '../../text/tokens.ts';
import { mayBeginNumber, readNumber } from '../figures/numbers.ts';
import { timeUnit } from '../figures/units.ts';
import type { Passage } from '../passage.ts';
import { isDay } from './calendar.ts';
import { type Direction, directionAt } from './tense.ts';

export type Step = 'day' | 'week' | 'month' | 'year';

/** A year as told beside a day or month: by its number, or counted from the document's ("in March last year" is -1). */
export interface YearRead {
  readonly year?: number;
  readonly fromDocument?: number;
}

export type WhichWeekday = 'last' | 'next' | 'last week' | 'next week';

/** What a date's own words say. */
export type DateReading =
  | ({ readonly type: 'day'; readonly month: number; readonly day: number } & YearRead)
  | ({ readonly type: 'month'; readonly month: number } & YearRead)
  | { readonly type: 'year'; readonly year: number }
  /** 0 for Sunday. `which`: "last Monday", "next Monday", "Monday last week". */
  | { readonly type: 'weekday'; readonly weekday: number; readonly which?: WhichWeekday }
  /** "the 19th": of the month spoken of. */
  | { readonly type: 'day-of-month'; readonly day: number }
  /** "yesterday", "two years ago" (from the document's day), "two days later" (from the date before it in the text). */
  | { readonly type: 'away'; readonly by: number; readonly step: Step; readonly from: 'document' | 'text' }
  /** "a few days later", "the 1990s", "last summer": a date, but no one day, month or year. */
  | { readonly type: 'unplaced' };

/** A date as its passage gives it, before the document's date is known. */
export interface DateFound extends Span {
  readonly reading: DateReading;
  readonly direction: Direction;
  /** It is told by a length of time, which is a figure too: "two days earlier". */
  readonly counted: boolean;
  /** Its sentence begins with it: "In 1987 …". */
  readonly leads: boolean;
}

interface DateRead {
  /** Index of the first piece after the date. */
  readonly next: number;
  readonly reading: DateReading;
  readonly first?: number;
  readonly counted?: boolean;
  /** Where the date's own words tell it: "last March". */
  readonly direction?: Direction;
}

const WEEKDAY_NAMES = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WEEKDAYS = new Map<string, number>([
  ...WEEKDAY_NAMES.map((name, index) => [name, index] as const),
  ...['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'tues', 'thur', 'thurs', 'weds'].map(
    (name, index) => [name, [0, 1, 2, 3, 4, 5, 6, 2, 4, 4, 3][index]!] as const,
  ),
]);
const DECADES = new Set('twenties thirties forties fifties sixties seventies eighties nineties noughties'.split(' '));
const ORDINALS = new Map<string, number>(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
   seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/)
    .map((word, index) => [word, index + 1] as const),
);
const SEASONS = new Set([
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'weekend',
  'quarter',
  'semester',
  'decade',
  'century',
  'season',
  'night',
]);
const BEFORE_MONTH = new Set(
  'in since until till by of last next this early late mid from between during for to and before after through around coming past previous following each every'.split(
    ' ',
  ),
);
const BEFORE_YEAR = new Set(
  'in since until till by of from between during before after through to and early late mid around circa about for year back or fiscal spring summer autumn fall winter election'.split(
    ' ',
  ),
);

const isHyphen = (piece: Token | undefined): boolean => piece !== undefined && /^[-‐‑–—]$/.test(piece.text);
const bare = (piece: Token | undefined): string =>
  piece === undefined ? '' : piece.lower.endsWith('.') ? piece.lower.slice(0, -1) : piece.lower;

/** Finds the dates of one passage: absolute, partial ("January 7"), weekdays and relative ones ("a few days later"). */
export function findDates(passage: Passage): DateFound[] {
  const found: DateFound[] = [];
  for (const pieces of passage.pieces) for (const date of datesOf(pieces)) found.push(date);
  return found;
}

function datesOf(pieces: readonly Token[]): DateFound[] {
  const found: DateFound[] = [];
  /** For each date found: a dash or "to" alone joins it to the one before. */
  const joins: boolean[] = [];
  let end = 0;
  for (let at = 0; at < pieces.length; ) {
    const read = readDate(pieces, at);
    if (read === undefined) {
      at++;
      continue;
    }
    const first = Math.max(read.first ?? at, end);
    joins.push(first === end + 1 && isRangeWord(pieces[end]!));
    found.push({
      start: pieces[first]!.start,
      end: pieces[read.next - 1]!.end,
      reading: read.reading,
      direction: read.direction ?? directionAt(pieces, first, read.next, 0, pieces.length),
      counted: read.counted ?? false,
      leads: first <= 1,
    });
    at = Math.max(read.next, at + 1);
    end = at;
    const second = secondDay(pieces, at, read.reading);
    if (second === undefined) continue;
    const { start } = pieces[second.next - 1]!;
    joins.push(true);
    found.push({
      start,
      end: pieces[second.next - 1]!.end,
      reading: second.reading,
      direction: found.at(-1)!.direction,
      counted: false,
      leads: false,
    });
    at = second.next;
    end = at;
  }
  return found.length > 1 ? sharedYears(found, joins) : found;
}

const isRangeWord = (piece: Token): boolean => isHyphen(piece) || /^(?:to|and|until|through|till)$/.test(piece.lower);

/** The words, months' and weekdays' names and numbers apart, that a date's own words begin with. */
const OPENERS = new Set(
  `today tonight yesterday tomorrow day year month morning evening last past next coming this the`.split(' '),
);

/** False where no date begins: asked of every word, so that nothing else is. */
function mayBeginDate(piece: Token): boolean {
  const { lower } = piece;
  if (OPENERS.has(lower) || DECADES.has(lower) || mayBeginNumber(piece)) return true;
  if (!isCapital(piece)) return false;
  const name = bare(piece);
  return WEEKDAYS.has(name) || monthNumber(name) !== undefined;
}

function readDate(pieces: readonly Token[], at: number): DateRead | undefined {
  const piece = pieces[at]!;
  if (piece.kind === 'number') {
    return (
      isoDate(pieces, at) ??
      slashDate(pieces, at) ??
      hyphenDate(pieces, at) ??
      dayFirst(pieces, at) ??
      agoFrom(pieces, at) ??
      yearAt(pieces, at)
    );
  }
  if (piece.kind !== 'word' || !mayBeginDate(piece)) return undefined;
  return (
    weekdayAt(pieces, at) ??
    monthAt(pieces, at) ??
    relativeAt(pieces, at) ??
    agoFrom(pieces, at) ??
    ordinalDay(pieces, at) ??
    (DECADES.has(piece.lower) && /^(?:the|early|late|mid|-)$/.test(pieces[at - 1]?.lower ?? '')
      ? { next: at + 1, reading: { type: 'unplaced' } }
      : undefined)
  );
}

/** "2022-02-07", "2022/02/07". */
function isoDate(pieces: readonly Token[], at: number): DateRead | undefined {
  const [year, mark, month, again, day] = pieces.slice(at, at + 5);
  if (!/^[12]\d{3}$/.test(year!.text) || !/^[-/]$/.test(mark?.text ?? '') || again?.text !== mark!.text)
    return undefined;
  if (mark!.spaced || month?.spaced || again?.spaced || day?.spaced) return undefined;
  if (!/^\d{1,2}$/.test(month?.text ?? '') || !/^\d{1,2}$/.test(day?.text ?? '')) return undefined;
  const read = { year: Number(year!.text), month: Number(month!.text), day: Number(day!.text) };
  return isDay(read.month, read.day, read.year) ? { next: at + 5, reading: { type: 'day', ...read } } : undefined;
}

/** "25/12/2021", "07.02.2022". Which of the two small numbers is the month must be plain. */
function slashDate(pieces: readonly Token[], at: number): DateRead | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(pieces[at]!.text);
  if (dotted !== null) {
    const [day, month, year] = [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])];
    return isDay(month, day, year) ? { next: at + 1, reading: { type: 'day', year, month, day } } : undefined;
  }
  const [one, mark, two, again, last] = pieces.slice(at, at + 5);
  if (mark?.text !== '/' || again?.text !== '/' || mark.spaced || again.spaced || !/^[12]\d{3}$/.test(last?.text ?? ''))
    return undefined;
  if (!/^\d{1,2}$/.test(one!.text) || !/^\d{1,2}$/.test(two?.text ?? '')) return undefined;
  const [a, b, year] = [Number(one!.text), Number(two!.text), Number(last!.text)];
  if (a > 12 && isDay(b, a, year)) return { next: at + 5, reading: { type: 'day', year, month: b, day: a } };
  if ((b > 12 || a === b) && isDay(a, b, year))
    return { next: at + 5, reading: { type: 'day', year, month: a, day: b } };
  return { next: at + 5, reading: { type: 'year', year } };
}

/** "05-Aug-2016". */
function hyphenDate(pieces: readonly Token[], at: number): DateRead | undefined {
  const [day, mark, name, again, year] = pieces.slice(at, at + 5);
  const month = monthOf(name);
  if (mark?.text !== '-' || again?.text !== '-' || mark.spaced || month === undefined) return undefined;
  if (!/^\d{1,2}$/.test(day!.text) || !/^[12]\d{3}$/.test(year?.text ?? '')) return undefined;
  const read = { year: Number(year!.text), month, day: Number(day!.text) };
  return isDay(read.month, read.day, read.year) ? { next: at + 5, reading: { type: 'day', ...read } } : undefined;
}

function monthOf(piece: Token | undefined): number | undefined {
  if (piece === undefined || piece.kind !== 'word') return undefined;
  const month = monthNumber(bare(piece));
  return month !== undefined &&
    isCapital(piece) &&
    (bare(piece).length > 3 || piece.text.endsWith('.') || piece.text.length === 3)
    ? month
    : undefined;
}

/** The day's number at `at`, with or without "st", "nd", "rd", "th". */
function dayAt(pieces: readonly Token[], at: number): { readonly next: number; readonly day: number } | undefined {
  const piece = pieces[at];
  if (piece === undefined || !/^\d{1,2}$/.test(piece.text)) return undefined;
  const day = Number(piece.text);
  if (day < 1 || day > 31) return undefined;
  const suffix = pieces[at + 1];
  if (suffix !== undefined && !suffix.spaced && /^(?:st|nd|rd|th)$/.test(suffix.lower)) return { next: at + 2, day };
  if (suffix !== undefined && !suffix.spaced && (suffix.kind === 'word' || /^[:%/]$/.test(suffix.text)))
    return undefined;
  return { next: at + 1, day };
}

/** A year after a day or month, with or without a comma. */
function yearAfter(pieces: readonly Token[], at: number): { readonly next: number; readonly year: number } | undefined {
  const comma = pieces[at]?.text === ',' || pieces[at]?.lower === 'of' ? at + 1 : at;
  const piece = pieces[comma];
  if (piece === undefined || !/^(?:1[5-9]|20)\d\d$/.test(piece.text)) return undefined;
  const after = pieces[comma + 1];
  if (after !== undefined && (after.lower === 'people' || (!after.spaced && after.kind === 'word'))) return undefined;
  return { next: comma + 1, year: Number(piece.text) };
}

/** The year after a day or month, where there is one; `next` is the first piece after it. */
function withYear(pieces: readonly Token[], at: number): { readonly next: number; readonly told: YearRead } {
  const year = yearAfter(pieces, at);
  if (year !== undefined) return { next: year.next, told: { year: year.year } };
  const which = pieces[at]?.lower === 'of' ? at + 1 : at;
  const fromDocument = { last: -1, this: 0, next: 1 }[pieces[which]?.lower ?? ''];
  if (fromDocument === undefined || pieces[which + 1]?.lower !== 'year') return { next: at, told: {} };
  return { next: which + 2, told: { fromDocument } };
}

/** "7 January 2022", "the 7th of January", "2-7 January". */
function dayFirst(pieces: readonly Token[], at: number): DateRead | undefined {
  const day = dayAt(pieces, at);
  if (day === undefined) return undefined;
  const name = pieces[day.next]?.lower === 'of' ? day.next + 1 : day.next;
  let month = monthOf(pieces[name]);
  let next = name + 1;
  if (month === undefined && (isHyphen(pieces[day.next]) || /^(?:to|and)$/.test(pieces[day.next]?.lower ?? ''))) {
    const other = dayAt(pieces, day.next + 1);
    month = other === undefined ? undefined : monthOf(pieces[other.next]);
    if (month === undefined || !isDay(month, day.day)) return undefined;
    next = day.next;
    const { told } = withYear(pieces, other!.next + 1);
    return {
      next,
      reading: { type: 'day', month, day: day.day, ...told },
      ...ordinalStart(pieces, at),
    };
  }
  if (month === undefined || !isDay(month, day.day)) return undefined;
  const { next: end, told } = withYear(pieces, next);
  return {
    next: end,
    reading: { type: 'day', month, day: day.day, ...told },
    ...ordinalStart(pieces, at),
  };
}

const ordinalStart = (pieces: readonly Token[], at: number): { first?: number } =>
  pieces[at - 1]?.lower === 'the' && !pieces[at + 1]?.spaced ? { first: at - 1 } : {};

/** "January 7, 2022", "Jan. 7", "January 2022", "in January", "early January". */
function monthAt(pieces: readonly Token[], at: number): DateRead | undefined {
  const month = monthOf(pieces[at]);
  if (month === undefined) return undefined;
  const day = dayAt(pieces, pieces[at + 1]?.lower === 'the' ? at + 2 : at + 1);
  const spelt = day === undefined ? ORDINALS.get(pieces[at + 1]?.lower ?? '') : undefined;
  if (day !== undefined && isDay(month, day.day)) {
    const { next, told } = rangeYear(pieces, day.next);
    return { next, reading: { type: 'day', month, day: day.day, ...told } };
  }
  if (spelt !== undefined && isDay(month, spelt)) return { next: at + 2, reading: { type: 'day', month, day: spelt } };
  const { next, told } = withYear(pieces, at + 1);
  const part = partBefore(pieces, at);
  const first = part === undefined ? {} : { first: part };
  if (next > at + 1) return { next, reading: { type: 'month', month, ...told }, ...first };
  const shortened = /['’‘]/.test(pieces[at + 1]?.text ?? '') && /^\d\d$/.test(pieces[at + 2]?.text ?? '');
  if (shortened) {
    const end = Number(pieces[at + 2]!.text);
    return { next: at + 3, reading: { type: 'month', month, year: end + (end < 50 ? 2000 : 1900) }, ...first };
  }
  const before = pieces[at - 1]?.lower ?? '';
  const after = pieces[at + 1];
  const direction = /^(?:last|past)$/.test(before) ? 'past' : /^(?:next|coming)$/.test(before) ? 'ahead' : undefined;
  if (direction !== undefined) return { next: at + 1, reading: { type: 'month', month }, first: at - 1, direction };
  const placed = part !== undefined || BEFORE_MONTH.has(before) || after?.lower === "'s" || isHyphen(pieces[at - 1]);
  const attributive = before === 'the' && after?.kind === 'word' && !isCapital(after);
  if (!(placed || attributive) || bare(pieces[at]).length < 3) return undefined;
  // A surname: "Mira May's".
  const lead = pieces[at - 1];
  if (part === undefined && lead?.kind === 'word' && isCapital(lead) && !BEFORE_MONTH.has(before) && before !== 'the')
    return undefined;
  if (/^(?:may|march)$/.test(bare(pieces[at])) && /^(?:and|to|for)$/.test(before)) return undefined;
  if (after !== undefined && isCapital(after) && after.kind === 'word' && !WEEKDAYS.has(bare(after)) && !placed)
    return undefined;
  return { next: at + 1, reading: { type: 'month', month }, ...first };
}

/** The year of "January 2-7, 2022" belongs to both of its days. */
function rangeYear(pieces: readonly Token[], at: number): { readonly next: number; readonly told: YearRead } {
  const second =
    isHyphen(pieces[at]) || /^(?:to|and)$/.test(pieces[at]?.lower ?? '') ? dayAt(pieces, at + 1) : undefined;
  const far = second === undefined ? undefined : yearAfter(pieces, second.next);
  return far === undefined ? withYear(pieces, at) : { next: at, told: { year: far.year } };
}

/** The second day of "January 2-7" or "January 2 and 7". */
function secondDay(pieces: readonly Token[], at: number, reading: DateReading): DateRead | undefined {
  if (reading.type !== 'day') return undefined;
  if (!(isHyphen(pieces[at]) || pieces[at]?.lower === 'and' || pieces[at]?.lower === 'to')) return undefined;
  const day = dayAt(pieces, at + 1);
  if (day === undefined || day.day <= reading.day || monthOf(pieces[day.next]) !== undefined) return undefined;
  if (
    !isHyphen(pieces[at]) &&
    pieces[day.next]?.kind === 'word' &&
    !/^(?:in|at|to|and|for|with)$/.test(pieces[day.next]!.lower)
  )
    return undefined;
  if (day.next > at + 2) return undefined;
  return { next: at + 2, reading: { ...reading, day: day.day } };
}

/** Where "early", "late in", "mid-", "the end of" before a month or year begins. */
function partBefore(pieces: readonly Token[], at: number): number | undefined {
  const word = (back: number) => pieces[at - back]?.lower ?? '';
  if (isHyphen(pieces[at - 1]) && /^(?:mid|late|early)$/.test(word(2))) return at - 2;
  if (/^(?:early|late|mid)$/.test(word(1))) return at - 1;
  if (/^(?:early|late|later|earlier)$/.test(word(2)) && word(1) === 'in') return at - 2;
  if (word(1) === 'of' && /^(?:end|start|beginning|middle|half|quarter)$/.test(word(2))) {
    return /^(?:the)$/.test(word(3))
      ? at - 3
      : /^(?:first|second|third|fourth)$/.test(word(3)) && word(4) === 'the'
        ? at - 4
        : at - 2;
  }
  return undefined;
}

/** "Monday", "last Monday", "Monday, January 7, 2022". */
function weekdayAt(pieces: readonly Token[], at: number): DateRead | undefined {
  const piece = pieces[at]!;
  const weekday = WEEKDAYS.get(bare(piece));
  if (weekday === undefined || !isCapital(piece)) return undefined;
  const comma = pieces[at + 1]?.text === ',' ? at + 2 : at + 1;
  const date =
    monthOf(pieces[comma]) !== undefined
      ? monthAt(pieces, comma)
      : pieces[comma]?.kind === 'number'
        ? dayFirst(pieces, comma)
        : undefined;
  if (date?.reading.type === 'day') return { next: date.next, reading: date.reading };
  if (bare(piece).length < 6) return undefined;
  const before = pieces[at - 1]?.lower ?? '';
  const after = pieces[at + 1];
  if (/^(?:black|good|cyber|bloody|holy|ash|super|easter|palm|maundy|shrove|giving)$/.test(before)) return undefined;
  if (
    after !== undefined &&
    isCapital(after) &&
    /^(?:times|telegraph|mirror|mail|herald|express|post|night's|review|tribune|star|standard)$/.test(after.lower)
  )
    return undefined;
  const which = /^(?:last|past|previous)$/.test(before)
    ? 'last'
    : /^(?:next|coming|following)$/.test(before)
      ? 'next'
      : undefined;
  const week = pieces[at + 1]?.lower === 'of' ? at + 2 : at + 1;
  const told = `${pieces[week]?.lower} ${pieces[week + 1]?.lower}`;
  if (told === 'last week' || told === 'next week') {
    return { next: week + 2, reading: { type: 'weekday', weekday, which: told } };
  }
  if (which === undefined) return { next: at + 1, reading: { type: 'weekday', weekday } };
  return { next: at + 1, reading: { type: 'weekday', weekday, which }, first: at - 1 };
}

const away = (by: number, step: Step, from: 'document' | 'text' = 'document'): DateReading => ({
  type: 'away',
  by,
  step,
  from,
});

/** "today", "last night", "this year", "the next day", "the day before yesterday". */
function relativeAt(pieces: readonly Token[], at: number): DateRead | undefined {
  const word = pieces[at]!.lower;
  const next = pieces[at + 1]?.lower ?? '';
  if (word === 'today' || word === 'tonight') return { next: at + 1, reading: away(0, 'day') };
  if (word === 'yesterday') return { next: at + 1, reading: away(-1, 'day') };
  if (word === 'tomorrow') return { next: at + 1, reading: away(1, 'day') };
  if (
    word === 'day' &&
    (next === 'before' || next === 'after') &&
    /^(?:yesterday|tomorrow)$/.test(pieces[at + 2]?.lower ?? '')
  ) {
    return { next: at + 3, reading: away(next === 'before' ? -2 : 2, 'day'), ...theBefore(pieces, at) };
  }
  if (/^(?:day|year|month|morning|evening)$/.test(word)) return textStep(pieces, at, word, next);
  const sign =
    word === 'last' || word === 'past'
      ? -1
      : word === 'next' || word === 'coming'
        ? 1
        : word === 'this'
          ? 0
          : undefined;
  if (sign === undefined) return undefined;
  const step = /^(?:calendar|past|coming)$/.test(next) ? at + 2 : at + 1;
  const unit = (pieces[step]?.lower ?? '').replace(/s$/, sign === 0 ? '' : 's');
  const the = pieces[at - 1]?.lower === 'the';
  if (/^years?$/.test(unit) && (pieces[step]!.lower === 'year' || sign === 0)) {
    const part = partBefore(pieces, at);
    return the
      ? undefined
      : { next: step + 1, reading: away(sign, 'year'), ...(part === undefined ? {} : { first: part }) };
  }
  if (the && !(word === 'next' && unit === 'day')) return undefined;
  if (unit === 'month') return { next: step + 1, reading: away(sign, 'month') };
  if (unit === 'week' || SEASONS.has(unit)) {
    if (unit === 'night' && word === 'last') return { next: step + 1, reading: away(-1, 'day') };
    if (word === 'this' && /^(?:century|decade|season|quarter|night)$/.test(unit)) return undefined;
    const sound =
      unit === 'week' ||
      /^(?:spring|summer|autumn|fall|winter|weekend|quarter|decade|century|semester|night)$/.test(unit);
    return sound ? { next: step + 1, reading: { type: 'unplaced' } } : undefined;
  }
  return undefined;
}

/** "the next day", "the same day", "that year", "the year before", "the following morning". */
function textStep(pieces: readonly Token[], at: number, word: string, next: string): DateRead | undefined {
  const before = pieces[at - 1]?.lower ?? '';
  const lead = pieces[at - 2]?.lower ?? '';
  const step = word === 'year' || word === 'month' ? word : 'day';
  const sign = /^(?:next|following)$/.test(before) ? 1 : before === 'previous' ? -1 : before === 'same' ? 0 : undefined;
  if (sign !== undefined && /^(?:the|that)$/.test(lead)) {
    return { next: at + 1, reading: away(sign, step, 'text'), first: at - 2 };
  }
  if (before === 'that' && /^(?:day|year)$/.test(word)) {
    return { next: at + 1, reading: away(0, step, 'text'), first: at - 1 };
  }
  if (before === 'the' && step === word && (next === 'before' || next === 'after')) {
    const end = pieces[at + 2];
    if (end === undefined || end.kind === 'mark' || /^(?:when|as|and|but|in)$/.test(end.lower)) {
      const from = step === 'year' ? 'document' : 'text';
      return { next: at + 2, reading: away(next === 'before' ? -1 : 1, step, from), first: at - 1 };
    }
  }
  return undefined;
}

const theBefore = (pieces: readonly Token[], at: number): { first?: number } =>
  pieces[at - 1]?.lower === 'the' ? { first: at - 1 } : {};

/** "two days ago", "a year earlier", "a few days later". */
function agoFrom(pieces: readonly Token[], at: number): DateRead | undefined {
  const article = /^an?$/.test(pieces[at]!.lower);
  const few =
    article && pieces[at + 1]?.lower === 'few'
      ? at + 2
      : /^(?:several|some|few|many)$/.test(pieces[at]!.lower)
        ? at + 1
        : undefined;
  const number = few !== undefined ? undefined : article ? { next: at + 1, value: 1 } : plainNumber(pieces, at);
  const unitAt = few ?? number?.next;
  if (unitAt === undefined) return undefined;
  const unit = timeUnit(pieces[unitAt]?.lower ?? '');
  if (unit === undefined) return undefined;
  const after = pieces[unitAt + 1]?.lower ?? '';
  const sign = /^(?:ago|earlier|before)$/.test(after) ? -1 : after === 'later' || after === 'on' ? 1 : undefined;
  if (sign === undefined || (after === 'before' && !isEnd(pieces[unitAt + 2])) || after === 'on') return undefined;
  const next = unitAt + 2;
  const counted = few === undefined && !article;
  if (number === undefined || !(unit === 'day' || unit === 'year' || unit === 'month' || unit === 'week')) {
    if (/^(?:hour|minute|second|millisecond)$/.test(unit)) return undefined;
    return { next, reading: { type: 'unplaced' }, counted };
  }
  // "900 years ago" names no year.
  if (unit === 'week' || (unit === 'year' && number.value >= 100))
    return { next, reading: { type: 'unplaced' }, counted };
  return { next, reading: away(sign * number.value, unit, after === 'ago' ? 'document' : 'text'), counted };
}

const isEnd = (piece: Token | undefined): boolean => piece === undefined || piece.kind === 'mark';

function plainNumber(
  pieces: readonly Token[],
  at: number,
): { readonly next: number; readonly value: number } | undefined {
  const read = readNumber(pieces, at);
  if (read?.amount.type !== 'exact' || !Number.isInteger(read.amount.value) || read.amount.value > 3000)
    return undefined;
  return { next: read.next, value: read.amount.value };
}

/** "the 19th", "on the 19th". */
function ordinalDay(pieces: readonly Token[], at: number): DateRead | undefined {
  if (pieces[at]!.lower !== 'the') return undefined;
  const spelt = ORDINALS.get(pieces[at + 1]?.lower ?? '');
  const month = pieces[at + 2]?.lower === 'of' ? monthOf(pieces[at + 3]) : undefined;
  if (spelt !== undefined && month !== undefined) {
    const { next, told } = withYear(pieces, at + 4);
    return { next, reading: { type: 'day', month, day: spelt, ...told } };
  }
  const day = dayAt(pieces, at + 1);
  if (day === undefined || day.next !== at + 3) return undefined;
  const whole = dayFirst(pieces, at + 1);
  if (whole !== undefined) return { ...whole, first: at };
  const after = pieces[day.next];
  const before = pieces[at - 1]?.lower ?? '';
  if (!/^(?:on|by|until|since|and|to|from|before|after)$/.test(before)) return undefined;
  if (after !== undefined && after.kind === 'word' && !/^(?:of|and|in|at|to|when|after|as)$/.test(after.lower))
    return undefined;
  if (after !== undefined && (after.kind === 'number' || isHyphen(after))) return undefined;
  return { next: day.next, reading: { type: 'day-of-month', day: day.day } };
}

/** "in 2008", "2008", "the 1990s", "late 2019", "2018-19". Whether it is a year at all is judged by what stands around it. */
function yearAt(pieces: readonly Token[], at: number): DateRead | undefined {
  const { text, spaced } = pieces[at]!;
  const after = pieces[at + 1];
  const before = pieces[at - 1];
  if (before?.text.match(/^['’‘]$/) && !spaced && /^\d\d$/.test(text) && after?.lower === 's' && !after.spaced) {
    return { next: at + 2, reading: { type: 'unplaced' } };
  }
  if (!/^(?:1[0-9]|20)\d\d$/.test(text)) return undefined;
  const year = Number(text);
  if (after !== undefined && !after.spaced && after.kind === 'word') {
    return after.lower === 's' || after.lower === "'s"
      ? {
          next: after.lower === 's' ? at + 2 : at + 1,
          reading: after.lower === 's' ? { type: 'unplaced' } : { type: 'year', year },
          ...decadePart(pieces, at),
        }
      : undefined;
  }
  const lead = before?.lower ?? '';
  if (!spaced && before !== undefined && !(isHyphen(before) || /^[("“‘'[/]$/.test(before.text))) return undefined;
  if (
    isHyphen(before) &&
    !spaced &&
    !before!.spaced &&
    !/^(?:mid|late|early|pre|post|\d{4})$/.test(pieces[at - 2]?.lower ?? '')
  )
    return undefined;
  if (after !== undefined && !after.spaced && /^[%:/°]$/.test(after.text)) return undefined;
  const placed =
    BEFORE_YEAR.has(lead) ||
    lead === '(' ||
    (isHyphen(before) && /^\d{4}$/.test(pieces[at - 2]?.text ?? '')) ||
    isHyphen(after);
  const recent = year >= 1900 && year < 2050;
  if (!recent && !placed) return undefined;
  if (year < 1900 && (year < 1500 || /^(?:of|to|for|about)$/.test(lead)) && !/^(?:in|since)$/.test(lead))
    return undefined;
  if (
    lead === 'of' &&
    /^(?:average|total|maximum|minimum|excess|record|number|capacity|population)$/.test(pieces[at - 2]?.lower ?? '')
  )
    return undefined;
  if (after !== undefined && (timeUnit(after.lower) !== undefined || COUNTABLE.has(after.lower))) return undefined;
  if (
    /^(?:than|least|about|some|nearly|almost|roughly|approximately|over|around|only|flight|no\.|number|gmt|at)$/.test(
      lead,
    )
  )
    return undefined;
  if (before !== undefined && /^[$€£¥₹#]$/.test(before.text)) return undefined;
  if (/^(?:gmt|utc|est|edt|cet|hrs|hours|local)$/.test(after?.lower ?? '')) return undefined;
  const part = partBefore(pieces, at) ?? seasonBefore(pieces, at);
  const short =
    isHyphen(after) &&
    !after!.spaced &&
    /^\d\d$/.test(pieces[at + 2]?.text ?? '') &&
    !pieces[at + 2]!.spaced &&
    Number(pieces[at + 2]!.text) === (year + 1) % 100;
  return {
    next: short ? at + 3 : at + 1,
    reading: { type: 'year', year },
    ...(part === undefined ? {} : { first: part }),
  };
}

const decadePart = (pieces: readonly Token[], at: number): { first?: number } => {
  const part = partBefore(pieces, at);
  return part === undefined ? theBefore(pieces, at) : { first: part };
};

const seasonBefore = (pieces: readonly Token[], at: number): number | undefined =>
  /^(?:spring|summer|autumn|fall|winter)$/.test(pieces[at - 1]?.lower ?? '') ? at - 1 : undefined;

/** After these a number like "2000" counts, and is no year. */
const COUNTABLE = new Set(
  'people men women children soldiers troops workers homes houses families residents refugees migrants protesters students deaths cases jobs euros dollars pounds rupees naira yuan yen won rubles roubles tenge km kilometres kilometers metres meters miles feet tonnes tons kg hectares acres mw megawatts barrels litres liters points votes employees officers police vehicles'.split(
    ' ',
  ),
);

/** "from January 2 to February 5, 2019": the year that only the last of a range has. */
function sharedYears(found: readonly DateFound[], joins: readonly boolean[]): DateFound[] {
  const shared = [...found];
  for (let index = shared.length - 2; index >= 0; index--) {
    const [one, two] = [shared[index]!.reading, shared[index + 1]!.reading];
    if (!joins[index + 1] || !isPartial(one) || !isPartial(two)) continue;
    if (one.year !== undefined || two.year === undefined) continue;
    shared[index] = { ...shared[index]!, reading: { ...one, year: two.year } };
  }
  return shared;
}

const isPartial = (reading: DateReading): reading is DateReading & { readonly type: 'day' | 'month' } =>
  reading.type === 'day' || reading.type === 'month';

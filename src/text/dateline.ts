import { startsCapital as isCapital } from './characters.ts';
import { monthNumber } from './months.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** The day a dateline tells. The year is often left out. */
export interface DatelineDay extends Span {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** "KYIV, Feb 7 (Reuters) -" or "date 2031-02-07 SOR-VALDA, February 7. /NORDA/.": what stands before a story's first sentence. */
export interface Dateline extends Span {
  /** The index of the first token behind it. */
  readonly next: number;
  /** Behind the word "date", or first of all. */
  readonly isoDate?: Span & { readonly iso: string };
  readonly place?: Span;
  readonly day?: DatelineDay;
  /** The words between the slashes or brackets. */
  readonly agency?: Span;
}

const LONGEST_PLACE = 9;
const LONGEST_AGENCY = 6;
const WEEKDAY = /^(?:mon|tues?|wed|wednes|thur?s?|fri|sat|satur|sun)(?:day)?\.?$/;
const INSIDE_PLACE = new Set([
  '-',
  '/',
  '.',
  "'",
  '’',
  '[',
  ']',
  'of',
  'de',
  'da',
  'do',
  'la',
  'le',
  'el',
  'al',
  'on',
  'and',
  'the',
  'y',
]);

const isIso = (token: Token | undefined): boolean => token !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(token.text);
const isDash = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.text === '-' || token.text === '--' || token.text === '–' || token.text === '—');
const isMark = (token: Token | undefined, mark: string): boolean => token?.kind === 'mark' && token.text === mark;
const startsCapital = (token: Token): boolean => token.kind === 'word' && isCapital(token.text);
const isAllCapitals = (token: Token): boolean =>
  token.kind === 'word' && token.text.length > 1 && token.text.toUpperCase() === token.text;

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});

const numeral = (token: Token | undefined, low: number, high: number): number | undefined => {
  const value = token && /^\d{1,4}(?:st|nd|rd|th)?$/.test(token.text) ? Number.parseInt(token.text, 10) : 0;
  return value >= low && value <= high ? value : undefined;
};

export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

/** "February 7", "Feb. 7, 2022", "7 February 2022", with a weekday before it or not. */
export function readDay(tokens: readonly Token[], from: number): Read<DatelineDay> | undefined {
  let at = from;
  if (tokens[at] && WEEKDAY.test(tokens[at]!.lower)) at += isMark(tokens[at + 1], ',') ? 2 : 1;
  let month = tokens[at] && monthNumber(tokens[at]!.lower);
  let day = numeral(tokens[at + 1], 1, 31);
  if (month === undefined || day === undefined) {
    day = numeral(tokens[at], 1, 31);
    month = tokens[at + 1] && monthNumber(tokens[at + 1]!.lower);
  }
  if (month === undefined || day === undefined) return undefined;
  at += 2;
  const yearAt = isMark(tokens[at], ',') ? at + 1 : at;
  const year = numeral(tokens[yearAt], 1800, 2999);
  if (year !== undefined) at = yearAt + 1;
  return { value: { month, day, ...(year !== undefined && { year }), ...spanOf(tokens, from, at) }, next: at };
}

/** "(Reuters)" or "/TASS/". */
function readAgency(tokens: readonly Token[], from: number): Read<Span> | undefined {
  const isBracket = isMark(tokens[from], '(');
  if (!isBracket && !isMark(tokens[from], '/')) return undefined;
  const close = isBracket ? ')' : '/';
  for (let at = from + 1; at <= from + 1 + LONGEST_AGENCY; at++) {
    if (isMark(tokens[at], close)) {
      return at > from + 1 ? { value: spanOf(tokens, from + 1, at), next: at + 1 } : undefined;
    }
    const token = tokens[at];
    if (token?.kind !== 'word' && !isMark(token, '-') && !isMark(token, '/') && !isMark(token, '.')) return undefined;
  }
  return undefined;
}

/** "IRNA" of "TEHRAN, Feb 7, IRNA –". */
function readBareAgency(tokens: readonly Token[], at: number): Read<Span> | undefined {
  const isName = tokens[at] && isAllCapitals(tokens[at]) && isSpacedDash(tokens, at + 1);
  return isName ? { value: spanOf(tokens, at, at + 1), next: at + 1 } : undefined;
}

/** Capitalised words up to the day, the agency or the dash. */
function readPlace(tokens: readonly Token[], from: number): Read<Span> | undefined {
  let at = from;
  if (!tokens[at] || !startsCapital(tokens[at]!)) return undefined;
  for (; at < from + LONGEST_PLACE; at++) {
    const token = tokens[at];
    const isPart = token && (startsCapital(token) || INSIDE_PLACE.has(token.lower) || isMark(token, ','));
    if (!isPart || (at > from && (isSpacedDash(tokens, at) || readDay(tokens, at) || readAgency(tokens, at)))) break;
  }
  while (at > from && tokens[at - 1]!.kind === 'mark' && !isMark(tokens[at - 1], ']')) at--;
  return at > from ? { value: spanOf(tokens, from, at), next: at } : undefined;
}

const isSpacedDash = (tokens: readonly Token[], at: number): boolean =>
  isDash(tokens[at]) && (tokens[at + 1]?.spaced ?? false);

/** A story begins with a capital, a figure or a quote; what only breaks off a name goes on small. */
const startsStory = (token: Token | undefined): boolean =>
  (token !== undefined && startsCapital(token)) ||
  token?.kind === 'number' ||
  (token?.kind === 'mark' && '"“‘«\''.includes(token.text));

const skip = (tokens: readonly Token[], at: number, marks: string): number =>
  tokens[at]?.kind === 'mark' && marks.includes(tokens[at]!.text) ? at + 1 : at;

/** What stands between the word "date" and the story: place, day and agency in any of the usual orders. */
function readSource(
  tokens: readonly Token[],
  from: number,
): Read<Omit<Dateline, 'start' | 'end' | 'next'>> | undefined {
  const place = readDay(tokens, from) ? undefined : readPlace(tokens, from);
  const afterPlace = place ? place.next : from;
  const day = readDay(tokens, skip(tokens, afterPlace, ',.'));
  const afterDay = day ? day.next : afterPlace;
  const beforeAgency = skip(tokens, afterDay, ',.');
  const agency = readAgency(tokens, beforeAgency) ?? (day && readBareAgency(tokens, beforeAgency));
  const value = {
    ...(place && { place: place.value }),
    ...(day && { day: day.value }),
    ...(agency && { agency: agency.value }),
  };
  const afterAgency = agency ? agency.next : afterDay;
  const stopped = skip(tokens, afterAgency, '.');
  const dash = isDash(tokens[stopped]) ? stopped : afterAgency;
  if (agency && isMark(tokens[beforeAgency], '/'))
    return { value, next: isDash(tokens[stopped]) ? stopped + 1 : stopped };
  if (isSpacedDash(tokens, dash) && (place || day)) {
    const late = day ? undefined : readDay(tokens, dash + 1);
    // "LINDEN - 7 February 2031: The port".
    if (late && isMark(tokens[late.next], ':')) return { value: { ...value, day: late.value }, next: late.next + 1 };
    const isPlain = day || startsStory(tokens[dash + 1]);
    const isNamed = agency || day || (place && isAllCapitals(tokens[from]!));
    return isPlain && isNamed ? { value, next: dash + 1 } : undefined;
  }
  return agency && day && place ? { value, next: skip(tokens, afterAgency, ':') } : undefined;
}

/** ANSA puts its name first, "(ANSA) - ROME, FEB 7 -"; "(Reuters) - " stands for the rest where it was cut off. */
function readLeadingAgency(tokens: readonly Token[], from: number): ReturnType<typeof readSource> {
  const agency = isMark(tokens[from], '(') ? readAgency(tokens, from) : undefined;
  if (!agency || !isSpacedDash(tokens, agency.next) || !startsStory(tokens[agency.next + 1])) return undefined;
  const rest = readSource(tokens, agency.next + 1);
  return { value: { ...rest?.value, agency: agency.value }, next: rest?.next ?? agency.next + 1 };
}

/** Reads the dateline that begins at `tokens[from]`, if one does. Looks at a few dozen tokens at most. */
export function readDateline(tokens: readonly Token[], from = 0): Dateline | undefined {
  const hasKey = tokens[from]?.lower === 'date';
  const isoAt = hasKey ? skip(tokens, from + 1, ':') : from;
  const isoDate = isIso(tokens[isoAt]) ? { ...spanOf(tokens, isoAt, isoAt + 1), iso: tokens[isoAt]!.text } : undefined;
  const at = isoDate ? isoAt + 1 : from;
  const source = readLeadingAgency(tokens, at) ?? readSource(tokens, at);
  if (source)
    return { ...spanOf(tokens, from, source.next), next: source.next, ...(isoDate && { isoDate }), ...source.value };
  return hasKey && isoDate ? { ...spanOf(tokens, from, at), next: at, isoDate } : undefined;
}

// Figures: quantities as a reader understands them, with bound, unit and what is counted.
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { DateFound } from '../dates/dates.ts';
import type { Passage } from '../passage.ts';
import type { Amount, Bound, Figure } from '../types.ts';
import { DETERMINERS, wordSet } from '../words.ts';
import { ageAfter, ageBefore, ageByName, ageByPronoun } from './ages.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { type CountedRead, looksPlural, readCounted } from './countedNoun.ts';
import { readPredicate } from './happened.ts';
import { type Measured, readMeasured, readRange } from './measured.ts';
import { skipsTo } from './notFigures.ts';
import { halfAfter, mayBeginNumber, type NumberRead, readNumber } from './numbers.ts';
import { currencyBefore, readUnit, timeUnit } from './units.ts';

/** A figure as its own passage gives it. */
export type FigureFound = Omit<Figure, 'quote' | 'date'>;

/** A figure with the indices of its pieces. */
interface FigureRead {
  readonly first: number;
  readonly next: number;
  /** What is counted, where the words after the number say so. */
  readonly counted?: Counted;
  readonly figure: FigureFound;
}

type Counted = Pick<CountedRead, 'span' | 'persons' | 'phraseEnd'>;

/** Finds the figures of one passage. `dates` hold none, save those told by a length of time; nor do `names` ("Boeing 737"). */
export function findFigures(passage: Passage, dates: readonly DateFound[], names: readonly Span[]): FigureFound[] {
  const taken = dates.filter(({ counted }) => !counted);
  const isDate = coverBy(taken);
  const isName = coverBy(names);
  const found: FigureFound[] = [];
  let counted: Counted | undefined;
  for (const pieces of passage.pieces) counted = readFigures(pieces, isDate, isName, names, found, counted);
  return found;
}

/** What the sentence's figures so far leave for the next one. */
interface Earlier {
  /** Index after the last figure's last piece. */
  readonly end: number;
  /** What was counted last. */
  readonly counted?: Counted;
  /** The sentence counts things of different kinds. */
  readonly mixed?: boolean;
  /** What was counted last in the sentence before. */
  readonly before?: Counted | undefined;
  /** The unit of the last sum of money in millions or more, where nothing has been counted since. */
  readonly money?: string;
  /** The last figure's bound. */
  readonly bound?: Bound;
}

/** Adds a sentence's figures to `found`, and tells what was counted last. */
function readFigures(
  pieces: readonly Token[],
  isDate: (piece: Span) => boolean,
  isName: (piece: Span) => boolean,
  names: readonly Span[],
  found: FigureFound[],
  before: Counted | undefined,
): Counted | undefined {
  let earlier: Earlier = { end: 0, before };
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!;
    const read =
      mayBeginNumber(piece) && !isDate(piece) ? readFigure(pieces, at, isName(piece), names, earlier) : undefined;
    if (read === undefined) at++;
    else if (typeof read === 'number') at = Math.max(read, at + 1);
    else {
      const { figure } = read;
      found.push(figure);
      at = Math.max(read.next, at + 1);
      const counted = (figure.kind === 'count' ? read.counted : undefined) ?? earlier.counted;
      const mixed =
        earlier.mixed === true ||
        (counted !== undefined && earlier.counted !== undefined && !isAlike(pieces, counted, earlier.counted));
      const bound = figure.amount.type === 'exact' ? figure.amount.bound : undefined;
      const money = moneyAfter(pieces, read, earlier);
      earlier = {
        end: at,
        before,
        mixed,
        ...(counted && { counted }),
        ...(bound && { bound }),
        ...(money && { money }),
      };
    }
  }
  return earlier.counted;
}

/** Whether two phrases of one sentence end with the same noun. */
const isAlike = (pieces: readonly Token[], one: Counted, other: Counted): boolean =>
  pieces[one.phraseEnd - 1]?.lower === pieces[other.phraseEnd - 1]?.lower;

/** "4 billion marks ($1 billion)": what is in brackets tells the same once more, and what follows is in marks. */
function moneyAfter(
  pieces: readonly Token[],
  { first, figure, counted }: FigureRead,
  { money }: Earlier,
): string | undefined {
  if (figure.kind !== 'money') return counted === undefined ? money : undefined;
  return pieces[first - 1]?.text === '(' ? money : figure.unit;
}

/** For pieces asked in text order, whether one of the spans (sorted by start) covers them. */
function coverBy(spans: readonly Span[]): (piece: Span) => boolean {
  let next = 0;
  let reach = -1;
  return ({ start, end }) => {
    while (next < spans.length && spans[next]!.start < end) reach = Math.max(reach, spans[next++]!.end);
    return start < reach;
  };
}

/** The figure whose number begins at `at`; a number where what stands there is none and ends there; undefined for no number. */
function readFigure(
  pieces: readonly Token[],
  at: number,
  isName: boolean,
  names: readonly Span[],
  earlier: Earlier,
): FigureRead | number | undefined {
  const currency = currencyBefore(pieces, at);
  const money = currency !== undefined && currency.first >= earlier.end ? currency : undefined;
  // "$US5" and "RM79" can look like names.
  if (isName && money === undefined) return undefined;
  const number = readNumber(pieces, at, money !== undefined) ?? articleBeforeTime(pieces, at);
  if (number === undefined) return undefined;
  const skip = money === undefined ? skipsTo(pieces, at, number.next) : undefined;
  if (skip !== undefined) return skip;
  const measured = readRange(pieces, at, number, money) ?? readMeasured(pieces, at, number, money);
  const bounded = isDuring(pieces, measured) ? undefined : boundBefore(pieces, measured.first);
  const led: Led =
    bounded !== undefined && bounded.first >= earlier.end
      ? bounded
      : { first: measured.first, bound: conversionBound(pieces, measured, earlier) };
  return readAge(pieces, at, measured, led, names, earlier) ?? readRest(pieces, at, number, measured, led, earlier);
}

/** "in four halls over three days": while three days went by, not more than three. */
const isDuring = (pieces: readonly Token[], { first, kind }: Measured): boolean =>
  kind === 'duration' && pieces[first - 1]?.lower === 'over' && looksPlural(pieces[first - 2]?.lower ?? '');

/** Where a figure begins, with the bound that its first words give. */
interface Led {
  readonly first: number;
  readonly bound: Bound | undefined;
}

/** "more than 100 km (60 miles)": the same edge told twice. */
const conversionBound = (
  pieces: readonly Token[],
  { first, kind }: Measured,
  { end, bound }: Earlier,
): Bound | undefined =>
  (kind === 'measure' || kind === 'money') && end > 0 && first === end + 1 && pieces[end]!.text === '('
    ? bound
    : undefined;

/** "more than a year", "nearly an hour": one, where a bound says that it is meant; "a year and a half". */
function articleBeforeTime(pieces: readonly Token[], at: number): NumberRead | undefined {
  if (!/^an?$/.test(pieces[at]!.lower)) return undefined;
  const bound = boundBefore(pieces, at)?.bound;
  const unit = readUnit(pieces, at + 1, false);
  const half = unit !== undefined && halfAfter(pieces, unit.next) !== undefined;
  const told = bound !== undefined && bound !== 'exact' && timeUnit(pieces[at + 1]?.lower ?? '') !== undefined;
  if (!half && !told) return undefined;
  return { next: at + 1, amount: { type: 'exact', value: 1 }, form: 'words', scaled: false };
}

const withBound = (amount: Amount, bound: Bound | undefined): Amount =>
  amount.type === 'exact' && bound !== undefined ? { ...amount, bound } : amount;

function readAge(
  pieces: readonly Token[],
  at: number,
  measured: Measured,
  { first: start, bound }: Led,
  names: readonly Span[],
  earlier: Earlier,
): FigureRead | undefined {
  if (measured.amount.type === 'vague' || !(measured.kind === undefined || measured.kind === 'duration'))
    return undefined;
  const inDecade = decadeOfLife(pieces, at);
  if (inDecade !== undefined) return inDecade;
  const { numberEnd } = measured;
  const after = ageAfter(pieces, numberEnd);
  const led = ageBefore(pieces, measured.first) ?? ageBefore(pieces, start);
  const value = measured.amount.type === 'exact' ? measured.amount.value : Number.NaN;
  const named =
    measured.unit === undefined &&
    (ageByName(pieces, at, numberEnd, names) || ageByPronoun(pieces, start, numberEnd, value));
  if (after === undefined && led === undefined && !named) return undefined;
  const first = led !== undefined && led >= earlier.end ? Math.min(start, led) : start;
  const next = after?.next ?? measured.next;
  return {
    first,
    next,
    figure: {
      start: pieces[first]!.start,
      end: pieces[next - 1]!.end,
      kind: 'age',
      number: measured.number,
      amount: withBound(measured.amount, bound),
      unit: after?.unit ?? measured.unit ?? 'year',
    },
  };
}

/** "in her 20s". */
function decadeOfLife(pieces: readonly Token[], at: number): FigureRead | undefined {
  const { text, start } = pieces[at]!;
  const tail = pieces[at + 1];
  if (
    !/^[1-9]0$/.test(text) ||
    tail?.lower !== 's' ||
    tail.spaced ||
    !/^(?:his|her|their|my|your|our|mid|late|early|-)$/.test(pieces[at - 1]?.lower ?? '')
  )
    return undefined;
  const low = Number(text);
  return {
    first: at,
    next: at + 2,
    figure: {
      start,
      end: tail.end,
      kind: 'age',
      number: { start, end: tail.end },
      amount: { type: 'range', low, high: low + 9 },
      unit: 'year',
    },
  };
}

function readRest(
  pieces: readonly Token[],
  at: number,
  number: NumberRead,
  measured: Measured,
  led: Led,
  earlier: Earlier,
): FigureRead | number {
  const trailing = boundAfter(pieces, measured.numberEnd) ?? boundAfter(pieces, measured.next);
  const bound = led.bound === undefined || led.bound === 'exact' ? (trailing?.bound ?? led.bound) : led.bound;
  const from = Math.max(trailing?.next ?? 0, measured.next);
  const counted = countedBy(pieces, from, measured);
  const next = Math.max(from, counted?.next ?? 0);
  const counts = measured.kind === undefined || measured.kind === 'percent';
  const predicate = counts
    ? readPredicate(pieces, led.first, subjectEnd(pieces, next, counted), pieces.length)
    : undefined;
  const happened = predicate?.fate;
  const alone = measured.kind === undefined && counted === undefined;
  // "4 billion marks: 2 billion for housing …"
  const money =
    alone && number.scaled && measured.amount.type !== 'vague' && number.form === 'digits' ? earlier.money : undefined;
  if (
    isOne(measured) &&
    number.form === 'words' &&
    !isCountingOne(pieces, at, number, measured, !alone && !isNamed(pieces, number.next, next), bound)
  ) {
    return number.next;
  }
  const goesOn = alone && !isOne(measured) && carriesOn(pieces, at, number.next, earlier);
  if (alone && !goesOn && !standsAlone(pieces, at, number, measured, bound ?? 'exact', predicate !== undefined))
    return measured.next;
  // "6 million homes, including 1.5 million in …" counts homes twice.
  const unit = measured.unit ?? money;
  const again = alone && money === undefined && measured.form !== 'share' && pieces[next]?.lower !== 'others';
  const told = isSize(pieces, led.first) ? undefined : toldBefore(pieces, at, next, goesOn, earlier);
  // "After two blasts 20 were killed" counts no blasts.
  const suits = told?.persons || !predicate?.ofPersons;
  const span = counted?.span ?? (again && suits ? told?.span : undefined);
  return {
    ...(counted && { counted }),
    first: led.first,
    next,
    figure: {
      start: pieces[led.first]!.start,
      end: pieces[next - 1]!.end,
      kind: measured.kind ?? (money === undefined ? 'count' : 'money'),
      number: measured.number,
      amount: withBound(measured.amount, bound),
      ...(unit && { unit }),
      ...(span && { counted: span }),
      ...(happened && { happened }),
    },
  };
}

/** "population 21,400", "a crowd of 3,000": the number is the size of what stands before it, and counts nothing else. */
const isSize = (pieces: readonly Token[], first: number): boolean =>
  SIZES.has(pieces[pieces[first - 1]?.lower === 'of' ? first - 2 : first - 1]?.lower ?? '');

const SIZES = wordSet(`population attendance turnout capacity circulation readership membership audience crowd workforce
  staff enrolment enrollment electorate garrison congregation majority score margin speed height depth length width
  size area altitude temperature price weight age`);

/** What a number without a noun counts, as far as what was counted before it tells. */
function toldBefore(
  pieces: readonly Token[],
  at: number,
  next: number,
  goesOn: boolean,
  { before, counted, mixed }: Earlier,
): Counted | undefined {
  // "112 were hurt. Seven were …", "Twelve of them …"
  if (at === 0 && (goesOn || ofThem(pieces, next))) return before;
  // "22 boats left from three towns; the other six …": of which there is no telling.
  return mixed === true && /^(?:remaining|other)$/.test(pieces[at - 1]?.lower ?? '') ? undefined : counted;
}

/** Index of the first piece after the whole subject: "six of them", "11 of its 12 doors". */
function subjectEnd(pieces: readonly Token[], next: number, counted: CountedRead | undefined): number {
  if (counted !== undefined) return Math.max(next, counted.phraseEnd);
  const others = /^(?:others?|more)$/.test(pieces[next]?.lower ?? '');
  if (others) return next + 1;
  return ofThem(pieces, next) ? next + 2 : next;
}

const ofThem = (pieces: readonly Token[], next: number): boolean =>
  pieces[next]?.lower === 'of' && /^(?:them|whom|us|these|those)$/.test(pieces[next + 1]?.lower ?? '');

/** "one Mira Tolen": nobody is counted. */
const isNamed = (pieces: readonly Token[], from: number, to: number): boolean =>
  to > from && pieces.slice(from, to).every(({ text }) => /^\p{Lu}/u.test(text));

const isOne = ({ amount }: Measured): boolean => amount.type === 'exact' && amount.value === 1;

/** The noun phrase after a count; after a per cent or a share only where "of" leads to it. */
function countedBy(pieces: readonly Token[], at: number, measured: Measured): CountedRead | undefined {
  if (measured.kind !== undefined && measured.kind !== 'percent') return undefined;
  if (measured.kind === 'percent' && pieces[at]?.lower !== 'of') return undefined;
  // "29 out of 30 doors"
  const from = pieces[at]?.lower === 'out' && pieces[at + 1]?.lower === 'of' ? at + 1 : at;
  const read = readCounted(
    pieces,
    from,
    pieces.length,
    isOne(measured) ? 'one' : measured.form === 'share' ? 'share' : 'many',
  );
  return read && { ...read, next: read.next === from ? at : read.next };
}

/** "one" that counts ("one soldier", "for one day"), not the pronoun or the article-like "one day". */
function isCountingOne(
  pieces: readonly Token[],
  at: number,
  number: NumberRead,
  measured: Measured,
  counts: boolean,
  bound: Bound | undefined,
): boolean {
  const before = pieces[at - 1]?.lower ?? '';
  const after = pieces[number.next]?.lower ?? '';
  if (bound !== undefined && bound !== 'exact') return true;
  if (!counts || after === 'of' || after === 'another') return false;
  if (bound === 'exact') return true;
  if (measured.kind === 'duration' && /^(?:day|night|morning|evening|weekend)$/.test(after)) {
    return /^(?:for|in|within|than|after|of|last|past|per|every|and)$/.test(before);
  }
  if (/^(?:the|this|that|no|any|each|every|which|a|another|some|such|last|next|first|these|those)$/.test(before))
    return false;
  return !/^(?:thing|way|time|reason|point|such|who|where|more|better)$/.test(after);
}

/**
 * Whether a number with neither unit nor noun counts what has been counted, or some that it is told of: "the remaining 30",
 * "54 have been rebuilt", and behind a counted noun "15 in the city", "the Greens hold nine".
 */
function carriesOn(pieces: readonly Token[], at: number, next: number, { counted }: Earlier): boolean {
  const before = pieces[at - 1];
  const after = pieces[next];
  if (/^(?:remaining|other)$/.test(before?.lower ?? '') && DETERMINERS.has(pieces[at - 2]?.lower ?? '')) return true;
  // "Rooms 12, 15 and 17 are shut": a list of numbers.
  const opens =
    before === undefined ||
    (/^(?:[,;:—–]|and|but|while|that)$/.test(before.lower) && pieces[at - 2]?.kind !== 'number');
  if (opens && MANY_DO.test(after?.lower ?? '')) return true;
  if (counted === undefined) return false;
  const placed = PLACED.test(after?.lower ?? '') && pieces[next + 1]?.kind !== 'number';
  if (opens && before !== undefined && placed) return true;
  return (
    HOLDS.test(before?.lower ?? '') && (after === undefined || after.kind === 'mark' || placed || after.lower === 'and')
  );
}

/** Verbs of a plural. */
const MANY_DO = /^(?:are|were|have|had|remain|remained|aren't|weren't|haven't|hadn't)$/;
const PLACED = /^(?:in|at|on|from|near|outside|inside|under|aboard|with|without|among)$/;
const HOLDS =
  /^(?:holds?|held|has|have|had|won|wins?|lost|got|needs?|took|received|found|counted|lacks?|sold|bought|built)$/;

/** Whether a number with neither unit nor noun is a figure all the same. */
function standsAlone(
  pieces: readonly Token[],
  at: number,
  number: NumberRead,
  measured: Measured,
  bound: Bound,
  happened: boolean,
): boolean {
  if (measured.amount.type === 'vague' || measured.form === 'share' || happened || bound !== 'exact') return true;
  if (measured.amount.type === 'range') return number.form === 'digits';
  const { text } = pieces[at]!;
  const next = pieces[number.next]?.lower ?? '';
  if (
    /^(?:more|others|aboard|without)$/.test(next) ||
    (next === 'on' && pieces[number.next + 1]?.lower === 'board') ||
    (/^(?:of|among)$/.test(next) && /^(?:them|whom|which|us|those|these)$/.test(pieces[number.next + 1]?.lower ?? ''))
  )
    return true;
  if (
    number.form === 'words' &&
    pieces[at - 1]?.lower === 'the' &&
    /^(?:were|was|are|have|had|got|who|said|will|did)$/.test(next)
  )
    return true;
  if (number.scaled || /[.,]/.test(text)) return true;
  if (number.form === 'words') return false;
  const after = pieces[number.next];
  if (after !== undefined && !after.spaced && after.kind === 'word') return false;
  const placed =
    /^(?:of|to|from|by|with|at|is|was|are|were|including|only|just|total|totalling|reached|hit|than|be|another)$/.test(
      pieces[at - 1]?.lower ?? '',
    );
  return placed && (text.length > 2 || after === undefined || after.kind === 'mark');
}

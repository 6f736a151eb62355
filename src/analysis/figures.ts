// Figures: quantities as a reader understands them, with bound, unit and what is counted.
import { contains, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { ageAfter, ageBefore, ageByName } from './ages.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { readCounted } from './countedNoun.ts';
import type { DateFound } from './dates.ts';
import { findHappened } from './happened.ts';
import { skipsTo } from './notFigures.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import type { Passage } from './passage.ts';
import { cutPieces } from './pieces.ts';
import type { Amount, Bound, DateMention, Figure, FigureKind, Quote } from './types.ts';
import { currencyBefore, readUnit, timeUnit, type UnitRead, withRate } from './units.ts';

/** A figure as its own passage gives it. */
export type FigureFound = Omit<Figure, 'quote' | 'date'>;

/** A figure with the indices of its pieces. */
interface FigureRead {
  readonly first: number;
  readonly next: number;
  readonly figure: FigureFound;
}

/** The amount with its unit, before bound and counted noun are read. */
interface Measured {
  readonly first: number;
  readonly next: number;
  readonly number: Span;
  /** Index of the first piece after the number, its unit not yet read. */
  readonly numberEnd: number;
  readonly amount: Amount;
  readonly form: NumberRead['form'];
  readonly large: boolean;
  readonly unit?: string;
  readonly kind?: FigureKind;
}

const isHyphen = (piece: Token | undefined): boolean => piece !== undefined && /^[-‐‑–—−]$/.test(piece.text);

/** Finds the figures of one passage. `dates` hold none, save those told by a length of time; nor do `names` ("Boeing 737"). */
export function findFigures(passage: Passage, dates: readonly DateFound[], names: readonly Span[]): FigureFound[] {
  const taken = dates.filter(({ counted }) => !counted);
  return passage.sentences.flatMap(({ first, last }) =>
    figuresOf(cutPieces(passage.tokens.slice(first, last)), taken, names),
  );
}

function figuresOf(pieces: readonly Token[], taken: readonly Span[], names: readonly Span[]): FigureFound[] {
  const found: FigureFound[] = [];
  const isDate = coverOf(pieces, taken);
  const isName = coverOf(pieces, names);
  let lastCounted: Span | undefined;
  let end = 0;
  for (let at = 0; at < pieces.length; ) {
    const read = isDate[at] ? undefined : readFigure(pieces, at, end, isName[at]!, names, lastCounted);
    if (read === undefined) at++;
    else if (typeof read === 'number') {
      at = Math.max(read, at + 1);
    } else {
      found.push(read.figure);
      if (read.figure.kind === 'count') lastCounted = read.figure.counted ?? lastCounted;
      at = Math.max(read.next, at + 1);
      end = at;
    }
  }
  return found;
}

/** For each piece, whether one of the spans (sorted by start) covers it. */
function coverOf(pieces: readonly Token[], spans: readonly Span[]): boolean[] {
  let next = 0;
  let reach = -1;
  return pieces.map(({ start, end }) => {
    while (next < spans.length && spans[next]!.start < end) reach = Math.max(reach, spans[next++]!.end);
    return start < reach;
  });
}

/** The figure whose number begins at `at`; a number where what stands there is none and ends there; undefined for no number. */
function readFigure(
  pieces: readonly Token[],
  at: number,
  from: number,
  isName: boolean,
  names: readonly Span[],
  lastCounted: Span | undefined,
): FigureRead | number | undefined {
  const money = currencyBefore(pieces, at);
  // "$US5" and "RM79" can look like names.
  if (isName && money === undefined) return undefined;
  const number = readNumber(pieces, at, money !== undefined) ?? articleBeforeTime(pieces, at);
  if (number === undefined) return undefined;
  const skip = money === undefined ? skipsTo(pieces, at, number.next) : undefined;
  if (skip !== undefined) return skip;
  const measured = readRange(pieces, at, number, money) ?? readMeasured(pieces, at, number, money);
  const bounded = boundBefore(pieces, measured.first);
  const start = bounded !== undefined && bounded.first >= from ? bounded.first : measured.first;
  return (
    readAge(pieces, at, measured, start, bounded?.bound, names) ??
    readRest(pieces, at, number, measured, start, bounded?.bound, lastCounted)
  );
}

/** "more than a year", "nearly an hour": one, where a bound says that it is meant. */
function articleBeforeTime(pieces: readonly Token[], at: number): NumberRead | undefined {
  if (!/^an?$/.test(pieces[at]!.lower) || timeUnit(pieces[at + 1]?.lower ?? '') === undefined) return undefined;
  const bound = boundBefore(pieces, at)?.bound;
  if (bound === undefined || bound === 'exact') return undefined;
  return { next: at + 1, amount: { type: 'exact', value: 1 }, form: 'words', scaled: false };
}

type Money = ReturnType<typeof currencyBefore>;

const isLarge = (number: NumberRead): boolean =>
  number.scaled || (number.amount.type === 'exact' && number.amount.value >= 100);

function readMeasured(pieces: readonly Token[], at: number, number: NumberRead, money: Money): Measured {
  const sign = signOf(pieces, at);
  const numberSpan = { start: pieces[sign?.first ?? at]!.start, end: pieces[number.next - 1]!.end };
  const amount: Amount =
    number.amount.type === 'vague' ? number.amount : { type: 'exact', value: number.amount.value, bound: 'exact' };
  const base = { number: numberSpan, numberEnd: number.next, form: number.form, large: isLarge(number) };
  if (money !== undefined) {
    const read = moneyTail(pieces, { next: number.next, unit: money.unit, kind: 'money' });
    return { ...base, amount, first: money.first, next: read.next, unit: read.unit, kind: 'money' };
  }
  const unit = unitAfter(pieces, number.next, number);
  const negative =
    sign !== undefined &&
    amount.type === 'exact' &&
    (sign.sure || /celsius|fahrenheit|degree|percent/.test(unit?.unit ?? ''));
  const signed = negative ? { ...amount, value: -amount.value } : amount;
  const first = negative ? sign.first : at;
  if (unit === undefined) return { ...base, amount: signed, first, next: number.next };
  return { ...base, amount: signed, first, next: unit.next, unit: unit.unit, kind: unit.kind };
}

/** "$4 billion US", "$52 a barrel". */
function moneyTail(pieces: readonly Token[], read: UnitRead): UnitRead {
  const spelt =
    /^(?:us|usd|cad|aud|dollars|euros|pounds)$/.test(pieces[read.next]?.lower ?? '') &&
    pieces[read.next]?.text !== 'us';
  return withRate(pieces, spelt ? { ...read, next: read.next + 1 } : read);
}

/** A minus sign or "minus" before the number. */
function signOf(pieces: readonly Token[], at: number): { readonly first: number; readonly sure: boolean } | undefined {
  const before = pieces[at - 1];
  if (before?.lower === 'minus') return { first: at - 1, sure: true };
  if (isHyphen(before) && pieces[at - 2]?.lower === 'minus') return { first: at - 2, sure: true };
  return before !== undefined && /^[-−]$/.test(before.text) && before.spaced && !pieces[at]!.spaced
    ? { first: at - 1, sure: before.text === '−' }
    : undefined;
}

/** The unit after a number; "of" may stand between vague numbers and money ("millions of dollars"). */
function unitAfter(pieces: readonly Token[], next: number, number: NumberRead): UnitRead | undefined {
  const of = pieces[next]?.lower === 'of' && number.amount.type === 'vague' ? next + 1 : next;
  const unit = readUnit(pieces, of, isLarge(number));
  if (unit === undefined) return undefined;
  // "two second-half goals", "a third second": an ordinal, not a unit.
  if (pieces[of]?.lower === 'second' && (number.amount.type === 'vague' || number.amount.value !== 1)) return undefined;
  return unit;
}

const CHANGES =
  /^(?:by|rose|fell|up|down|increased|decreased|climbed|jumped|dropped|gained|lost|slid|surged|plunged|rallied|grew|rising|falling|soared|dipped|tumbled|slipped|added|shed|edged)$/;

/** "10-20", "between 10 and 20", "10 to 20 per cent", "$62 and $68", "two or three". */
function readRange(pieces: readonly Token[], at: number, low: NumberRead, money: Money): Measured | undefined {
  if (low.amount.type === 'vague' || low.form === 'share') return undefined;
  const lead = pieces[(money?.first ?? at) - 1]?.lower ?? '';
  const unit =
    money === undefined
      ? unitAfter(pieces, low.next, low)
      : moneyTail(pieces, { next: low.next, unit: money.unit, kind: 'money' });
  const join = pieces[unit?.next ?? low.next];
  const joinAt = unit?.next ?? low.next;
  if (join === undefined) return undefined;
  const word = join.lower;
  const dash = isHyphen(join);
  if (!dash && !(word === 'to' || word === 'or' || (word === 'and' && lead === 'between'))) return undefined;
  if (word === 'to' && CHANGES.test(lead) && unit !== undefined) return undefined;
  if (dash && pieces[joinAt + 1]?.spaced !== join.spaced) return undefined;
  const second = secondAt(pieces, joinAt + 1);
  if (second === undefined || second.number.amount.type === 'vague' || second.number.form === 'share') return undefined;
  const { number, money: far } = second;
  if (dash && number.form !== low.form) return undefined;
  const highValue = number.amount.type === 'exact' ? number.amount.value : 0;
  const lowValue = scaledLike(low, number);
  if (
    word === 'or' &&
    !(highValue > lowValue && highValue - lowValue <= Math.max(1, highValue / 2) && unit === undefined)
  )
    return undefined;
  const tail =
    (money ?? far) !== undefined
      ? moneyTail(pieces, { next: number.next, unit: (far ?? money)!.unit, kind: 'money' })
      : unitAfter(pieces, number.next, number);
  if (unit !== undefined && tail !== undefined && unit.kind !== tail.kind) return undefined;
  if (unit !== undefined && tail === undefined && word === 'to' && lead !== 'from') return undefined;
  if (dash && highValue <= lowValue) return undefined;
  const read = tail ?? unit;
  return {
    first: lead === 'between' || (lead === 'from' && word === 'to') ? (money?.first ?? at) - 1 : (money?.first ?? at),
    next: tail?.next ?? number.next,
    number: { start: pieces[at]!.start, end: pieces[number.next - 1]!.end },
    numberEnd: number.next,
    amount: { type: 'range', low: lowValue, high: highValue },
    form: low.form,
    large: isLarge(low) || isLarge(number),
    ...(read === undefined ? {} : { unit: read.unit, kind: read.kind }),
  };
}

function secondAt(
  pieces: readonly Token[],
  at: number,
): { readonly number: NumberRead; readonly money: Money } | undefined {
  for (const start of [at, at + 1, at + 2]) {
    const money = currencyBefore(pieces, start);
    const direct = start === at;
    if (!direct && (money === undefined || money.first !== at)) continue;
    const piece = pieces[start];
    if (piece === undefined || (direct && /^an?$/.test(piece.lower))) continue;
    const number = readNumber(pieces, start, money !== undefined);
    if (number !== undefined) return { number, money: direct ? undefined : money };
  }
  return undefined;
}

/** The low end of "10 to 15 billion" is told in billions. */
function scaledLike(low: NumberRead, high: NumberRead): number {
  if (low.amount.type === 'vague' || high.amount.type === 'vague') return 0;
  const value = low.amount.value;
  if (low.scaled || !high.scaled || value >= 1000 || high.amount.value < 1000) return value;
  const scale = 1000 ** Math.floor(Math.log10(high.amount.value) / 3 + 1e-9);
  return value * scale <= high.amount.value ? value * scale : value;
}

const withBound = (amount: Amount, bound: Bound | undefined): Amount =>
  amount.type === 'exact' && bound !== undefined ? { ...amount, bound } : amount;

function readAge(
  pieces: readonly Token[],
  at: number,
  measured: Measured,
  start: number,
  bound: Bound | undefined,
  names: readonly Span[],
): FigureRead | undefined {
  if (measured.amount.type === 'vague' || measured.kind === 'money' || measured.kind === 'percent') return undefined;
  const inDecade = decadeOfLife(pieces, at);
  if (inDecade !== undefined) return inDecade;
  const { numberEnd } = measured;
  const after = ageAfter(pieces, measured.first, numberEnd);
  const led = ageBefore(pieces, measured.first) ?? ageBefore(pieces, start);
  const named = measured.unit === undefined && ageByName(pieces, at, numberEnd, names);
  if (after === undefined && led === undefined && !named) return undefined;
  const first = Math.min(start, led ?? start);
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
      unit: after?.unit ?? 'year',
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
  start: number,
  bound: Bound | undefined,
  lastCounted: Span | undefined,
): FigureRead | number | undefined {
  const trailing = boundAfter(pieces, measured.next);
  const edge = bound === undefined || bound === 'exact' ? (trailing?.bound ?? bound) : bound;
  const from = trailing?.next ?? measured.next;
  const one = measured.amount.type === 'exact' && measured.amount.value === 1;
  const counted = countedBy(pieces, from, measured, one);
  const next = Math.max(from, counted?.next ?? 0);
  const happened =
    measured.kind === undefined || measured.kind === 'percent'
      ? findHappened(pieces, start, next, pieces.length)
      : undefined;
  const plain = measured.kind === undefined && counted === undefined;
  if (
    one &&
    number.form === 'words' &&
    measured.kind === undefined &&
    !isCountingOne(pieces, at, number, counted !== undefined, edge)
  )
    return number.next;
  const someSmall =
    bound === 'about' &&
    pieces[start]!.lower === 'some' &&
    measured.amount.type === 'exact' &&
    measured.amount.value === 1;
  if (plain && !someSmall && !standsAlone(pieces, at, number, measured, edge ?? 'exact', happened !== undefined))
    return measured.next;
  // "6 million homes, including 1.5 million in …" counts homes twice.
  const shared = plain && measured.form !== 'share' ? lastCounted : undefined;
  const span = counted?.span ?? shared;
  return {
    first: start,
    next,
    figure: {
      start: pieces[start]!.start,
      end: pieces[next - 1]!.end,
      kind: measured.kind ?? 'count',
      number: measured.number,
      amount: withBound(measured.amount, edge),
      ...(measured.unit === undefined ? {} : { unit: measured.unit }),
      ...(span === undefined ? {} : { counted: span }),
      ...(happened === undefined ? {} : { happened }),
    },
  };
}

/** The noun phrase after a count; after a per cent or a share only where "of" leads to it. */
function countedBy(
  pieces: readonly Token[],
  at: number,
  measured: Measured,
  one: boolean,
): ReturnType<typeof readCounted> {
  if (measured.kind !== undefined && measured.kind !== 'percent') return undefined;
  if (measured.kind === 'percent' && pieces[at]?.lower !== 'of') return undefined;
  return readCounted(pieces, at, pieces.length, one || measured.form === 'share');
}

/** "one" that counts ("one soldier"), not the pronoun or the article-like "one day". */
function isCountingOne(
  pieces: readonly Token[],
  at: number,
  number: NumberRead,
  counts: boolean,
  bound: Bound | undefined,
): boolean {
  if (bound !== undefined && bound !== 'exact') return true;
  const before = pieces[at - 1]?.lower ?? '';
  const after = pieces[number.next]?.lower ?? '';
  if (!counts || after === 'of' || after === 'another') return false;
  if (/^(?:the|this|that|no|any|each|every|which|a|another|some|such|last|next|first|these|those)$/.test(before))
    return false;
  return (
    !/^(?:thing|way|time|day|reason|point|such|who|where|more)$/.test(after) || before === 'only' || before === 'just'
  );
}

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
    /^(?:more|others)$/.test(next) ||
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

/** Ties a document's figures to the quotes that give them and the dates they hold for. */
export function placeFigures(
  found: readonly FigureFound[],
  quotes: readonly Quote[],
  dates: readonly DateMention[],
  sentences: readonly Span[],
): Figure[] {
  const quoteOf = innermost(quotes.flatMap(({ parts }, index) => parts.map((span) => ({ span, index }))));
  const sentenceOf = innermost(sentences.map((span, index) => ({ span, index })));
  let firstDate = 0;
  return found.map((figure) => {
    const quote = quoteOf(figure);
    const sentence = sentences[sentenceOf(figure) ?? -1];
    let date: number | undefined;
    if (sentence !== undefined) {
      while (firstDate < dates.length && dates[firstDate]!.end <= sentence.start) firstDate++;
      date = nearestDate(figure, sentence, dates, firstDate);
    }
    return { ...figure, ...(quote === undefined ? {} : { quote }), ...(date === undefined ? {} : { date }) };
  });
}

/** For spans asked in text order: the index of the smallest of the given spans that contains them. */
function innermost(
  items: readonly { readonly span: Span; readonly index: number }[],
): (inner: Span) => number | undefined {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  let open: typeof sorted = [];
  return (inner) => {
    while (next < sorted.length && sorted[next]!.span.start <= inner.start) open.push(sorted[next++]!);
    open = open.filter(({ span }) => span.end > inner.start);
    return open
      .filter(({ span }) => contains(span, inner))
      .reduce<(typeof sorted)[number] | undefined>(
        (best, item) =>
          best === undefined || item.span.end - item.span.start <= best.span.end - best.span.start ? item : best,
        undefined,
      )?.index;
  };
}

/** The nearest date before the figure in its sentence, else the nearest after it. */
function nearestDate(figure: Span, sentence: Span, dates: readonly DateMention[], from: number): number | undefined {
  let best: number | undefined;
  for (let index = from; index < dates.length && dates[index]!.start < sentence.end; index++) {
    if (dates[index]!.iso === undefined) continue;
    if (dates[index]!.end <= figure.start) best = index;
    else return best ?? index;
  }
  return best;
}

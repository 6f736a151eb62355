// An amount with its unit, or a range of two, as the pieces around a number give it.
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { isDash } from '../pieces.ts';
import type { Amount, FigureKind } from '../types.ts';
import { plusAfter } from './bounds.ts';
import { halfAfter, type NumberRead, readNumber } from './numbers.ts';
import { currencyBefore, readUnit, type UnitRead, withRate } from './units.ts';

/** The amount with its unit, before bound and counted noun are read. */
export interface Measured {
  /** Index of the first piece: the currency's, the sign's, "between", or the number's. */
  readonly first: number;
  /** Index of the first piece after number and unit. */
  readonly next: number;
  readonly number: Span;
  /** Index of the first piece after the number, its unit not yet read. */
  readonly numberEnd: number;
  readonly amount: Amount;
  readonly form: NumberRead['form'];
  readonly unit?: string;
  readonly kind?: FigureKind;
}

export type Money = ReturnType<typeof currencyBefore>;

const isLarge = (number: NumberRead): boolean =>
  number.scaled || (number.amount.type === 'exact' && (number.amount.value >= 100 || number.amount.value % 1 !== 0));

const exactValue = ({ amount }: NumberRead): number => (amount.type === 'exact' ? amount.value : Number.NaN);

/** @param money the currency before the number at `at`, where there is one */
export function readMeasured(pieces: readonly Token[], at: number, number: NumberRead, money: Money): Measured {
  const unit = money === undefined ? unitAfter(pieces, number.next, number) : moneyTail(pieces, money, number.next);
  const sign = money === undefined ? signOf(pieces, at) : undefined;
  const negative = sign !== undefined && (sign.sure || /celsius|fahrenheit|degree|percent/.test(unit?.unit ?? ''));
  const first = negative ? sign.first : (money?.first ?? at);
  const start = money === undefined ? first : at;
  const { amount } = number;
  // "a metre and a half", "two years and a half"
  const half = unit !== undefined && Number.isInteger(exactValue(number)) ? halfAfter(pieces, unit.next) : undefined;
  const inches = unit?.unit === 'foot' ? inchesAfter(pieces, unit.next) : undefined;
  const value = exactValue(number) + (half?.value ?? (inches === undefined ? 0 : inches.count / 12));
  const numberEnd = half?.next ?? number.next;
  return {
    first,
    next: half?.next ?? inches?.next ?? unit?.next ?? number.next,
    number: { start: pieces[start]!.start, end: pieces[numberEnd - 1]!.end },
    numberEnd,
    amount: amount.type === 'vague' ? amount : { type: 'exact', value: negative ? -value : value, bound: 'exact' },
    form: number.form,
    ...(unit && { unit: unit.unit, kind: unit.kind }),
  };
}

/** "six feet two inches", "5 ft 11 in tall": what is to be added to the feet. */
function inchesAfter(
  pieces: readonly Token[],
  at: number,
): { readonly next: number; readonly count: number } | undefined {
  const from = /^[-,]$|^and$/.test(pieces[at]?.lower ?? '') ? at + 1 : at;
  const number = pieces[from] === undefined ? undefined : readNumber(pieces, from, false);
  const count = number === undefined ? Number.NaN : exactValue(number);
  if (number === undefined || !(count < 12)) return undefined;
  const unit = isDash(pieces[number.next]) ? number.next + 1 : number.next;
  const word = pieces[unit]?.lower ?? '';
  const after = pieces[unit + 1];
  const isShort =
    word === 'in' && (after === undefined || after.kind === 'mark' || /^(?:tall|high|long)$/.test(after.lower));
  return isShort || /^inch(?:es)?$/.test(word) ? { next: unit + 1, count } : undefined;
}

/** "$4 billion US", "$52 a barrel": what follows an amount of money that ends before `next`. */
function moneyTail(pieces: readonly Token[], { unit }: NonNullable<Money>, next: number): UnitRead {
  const spelt = /^(?:US|USD|CAD|AUD|dollars|euros|pounds)$/.test(pieces[next]?.text ?? '');
  return withRate(pieces, { next: spelt ? next + 1 : next, unit, kind: 'money' });
}

/** A minus sign or "minus" before the number. A hyphen is a sign only with a unit that has values below nought. */
function signOf(pieces: readonly Token[], at: number): { readonly first: number; readonly sure: boolean } | undefined {
  const before = pieces[at - 1];
  if (before?.lower === 'minus') return { first: at - 1, sure: true };
  if (isDash(before) && pieces[at - 2]?.lower === 'minus') return { first: at - 2, sure: true };
  const clings = before?.spaced && !pieces[at]!.spaced;
  return clings && /^[-−]$/.test(before.text) ? { first: at - 1, sure: before.text === '−' } : undefined;
}

/** The unit after a number; "of" may stand between a vague number and its unit ("millions of dollars"). */
function unitAfter(pieces: readonly Token[], next: number, number: NumberRead): UnitRead | undefined {
  const of = number.amount.type === 'vague' && pieces[next]?.lower === 'of';
  const at = of ? next + 1 : (plusAfter(pieces, next) ?? next);
  // "two second-half goals": an ordinal, not a unit.
  if (pieces[at]?.lower === 'second' && (number.amount.type === 'vague' || number.amount.value !== 1)) return undefined;
  return readUnit(pieces, at, isLarge(number));
}

/** After these "5% to 10%" tells how much and up to where. */
const CHANGES =
  /^(?:by|rose|fell|up|down|increased|decreased|climbed|jumped|dropped|gained|lost|slid|surged|plunged|rallied|grew|rising|falling|soared|dipped|tumbled|slipped|added|shed|edged)$/;

/** "10-20", "between 10 and 20", "10 to 20 per cent", "$62 and $68", "two or three", where the number at `at` is the lower. */
export function readRange(pieces: readonly Token[], at: number, low: NumberRead, money: Money): Measured | undefined {
  if (low.amount.type === 'vague' || low.form === 'share') return undefined;
  const unit = money === undefined ? unitAfter(pieces, low.next, low) : moneyTail(pieces, money, low.next);
  const joinAt = unit?.next ?? low.next;
  const joined = joinOf(pieces, joinAt);
  if (joined === undefined) return undefined;
  const { join, next } = joined;
  const start = money?.first ?? at;
  const lead = pieces[start - 1]?.lower ?? '';
  if (join === 'and' ? lead !== 'between' : join === 'to' && unit !== undefined && CHANGES.test(lead)) return undefined;
  const upper = upperAt(pieces, next);
  if (upper === undefined) return undefined;
  const { number: high, value } = upper;
  const lowValue = scaledLike(low.amount.value, low, value, high);
  if (join === 'dash' && (high.form !== low.form || value <= lowValue)) return undefined;
  if (join === 'or' && (unit !== undefined || value <= lowValue || value - lowValue > Math.max(1, value / 2)))
    return undefined;
  const currency = upper.money ?? money;
  const tail = currency === undefined ? unitAfter(pieces, high.next, high) : moneyTail(pieces, currency, high.next);
  if (unit !== undefined && tail !== undefined && unit.kind !== tail.kind) return undefined;
  if (unit !== undefined && tail === undefined && join === 'to' && lead !== 'from') return undefined;
  // "split 4 to 1" is no range.
  if (join === 'to' && value < lowValue && lead !== 'from' && (tail ?? unit) === undefined) return undefined;
  const led = lead === 'between' || (lead === 'from' && join === 'to');
  const measure = tail ?? unit;
  const change = join === 'to' && lead === 'from' && (value < lowValue || changesBefore(pieces, start - 1));
  return {
    first: led ? start - 1 : start,
    next: tail?.next ?? high.next,
    number: { start: pieces[at]!.start, end: pieces[high.next - 1]!.end },
    numberEnd: high.next,
    amount: { type: 'range', low: lowValue, high: value, ...(change && { change }) },
    form: low.form,
    ...(measure && { unit: measure.unit, kind: measure.kind }),
  };
}

/** "rose sharply from 42 to 60", "a rise from 42 to 60". */
const changesBefore = (pieces: readonly Token[], from: number): boolean =>
  pieces.slice(Math.max(0, from - 4), from).some(({ lower }) => CHANGE.test(lower));

const CHANGE =
  /^(?:(?:ris|increas|decreas|climb|jump|dropp?|gain|surg|plung|soar|dipp?|tumbl|slipp?|edg|slow|narrow|widen|grow|declin|doubl|tripl|shrink|swell|eas|improv|worsen|rais|reduc|lower|cutt?|expand|chang|fall|slid)(?:e|es|s|ed|ing|th)?|rose|risen|fell|fallen|grew|grown|went|gone|goes|shrank|swelled|rise|up|down|moved)$/;

type Join = 'dash' | 'to' | 'or' | 'and';

/** What joins two numbers at a piece; a dash has white space on both sides or on neither. "two- to three-year" is joined by "to". */
function joinOf(pieces: readonly Token[], at: number): { readonly join: Join; readonly next: number } | undefined {
  const piece = pieces[at];
  if (isDash(piece)) {
    const word = pieces[at + 1]?.lower;
    if (!piece!.spaced && (word === 'to' || word === 'or')) return { join: word, next: at + 2 };
    return pieces[at + 1]?.spaced === piece!.spaced ? { join: 'dash', next: at + 1 } : undefined;
  }
  const word = piece?.lower;
  return word === 'to' || word === 'or' || word === 'and' ? { join: word, next: at + 1 } : undefined;
}

interface Upper {
  readonly number: NumberRead;
  readonly value: number;
  readonly money: Money;
}

/** The number that begins at `at`, or one or two pieces later behind its currency. */
function upperAt(pieces: readonly Token[], at: number): Upper | undefined {
  for (const start of [at, at + 1, at + 2]) {
    const piece = pieces[start];
    if (piece === undefined) return undefined;
    const money = start === at ? undefined : currencyBefore(pieces, start);
    if (start === at ? /^an?$/.test(piece.lower) : money?.first !== at) continue;
    const number = readNumber(pieces, start, money !== undefined);
    if (number?.amount.type === 'exact' && number.form !== 'share')
      return { number, value: number.amount.value, money };
  }
  return undefined;
}

/** The low end of "10 to 15 billion" is told in billions. */
function scaledLike(value: number, low: NumberRead, highValue: number, high: NumberRead): number {
  if (low.scaled || !high.scaled || value >= 1000 || highValue < 1000) return value;
  const scale = 1000 ** Math.floor(Math.log10(highValue) / 3 + 1e-9);
  return value * scale <= highValue ? value * scale : value;
}

// The numbers of a sentence that can be added up: its figures, and the bare numbers of a list ("88 for food, 41 for clothes").
import { overlaps, type Span, wordsOf } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import { mayBeginNumber, readNumber } from '../figures/numbers.ts';
import { firstFrom } from '../ordered.ts';
import { cutPieces } from '../pieces.ts';
import type { Analysis, Figure } from '../types.ts';
import { type Possible, possibleValues } from './possible.ts';

export interface NumberTold extends Span {
  readonly value: number;
  readonly possible: Possible;
  /** Absent for a bare number. */
  readonly figure?: Figure;
}

/** The figures within a span that have one value, in text order. */
function figuresTold({ text, figures }: Analysis, { start, end }: Span): NumberTold[] {
  const told: NumberTold[] = [];
  for (let at = firstFrom(figures, start); at < figures.length && figures[at]!.start < end; at++) {
    const figure = figures[at]!;
    if (figure.amount.type !== 'exact') continue;
    const possible = possibleValues(text, figure);
    told.push({ start: figure.start, end: figure.end, value: figure.amount.value, possible, figure });
  }
  return told;
}

/** The figures and the bare whole numbers within a span, in text order. */
export function numbersTold(analysis: Analysis, span: Span): NumberTold[] {
  const { text, dates, figures } = analysis;
  const taken = [dates, figures].flatMap((all) =>
    all.slice(Math.max(0, firstFrom(all, span.start) - 1), firstFrom(all, span.end)),
  );
  const pieces = cutPieces(tokenize(wordsOf(text, span)));
  const bare: NumberTold[] = [];
  for (let at = 0; at < pieces.length; ) {
    const read = mayBeginNumber(pieces[at]!) ? readNumber(pieces, at) : undefined;
    const next = Math.max(read?.next ?? 0, at + 1);
    const start = span.start + pieces[at]!.start;
    const end = span.start + pieces[next - 1]!.end;
    at = next;
    if (
      read?.amount.type !== 'exact' ||
      read.form === 'share' ||
      !Number.isInteger(read.amount.value) ||
      !isBare(text, start, end)
    )
      continue;
    if (taken.some((other) => overlaps(other, { start, end }))) continue;
    const { value } = read.amount;
    bare.push({ start, end, value, possible: { low: value, high: value } });
  }
  return [...figuresTold(analysis, span), ...bare].sort((a, b) => a.start - b.start);
}

/** Nothing is written onto it: no clock time, score or name. "One" is a pronoun as often as a number. */
const isBare = (text: string, start: number, end: number): boolean =>
  !/^one$/i.test(text.slice(start, end)) &&
  /(?:^|[\s(–—])$/.test(text.slice(start - 1, start)) &&
  /^(?:[\s,;)–—]|\.\s|$)/.test(text.slice(end, end + 2));

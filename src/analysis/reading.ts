// What a figure says, in pieces for whoever puts it into words, and where else the document speaks of the same thing.
import { wordsOf } from '../text/span.ts';
import { headNoun } from './figures/countedNoun.ts';
import { fateWord } from './figures/happened.ts';
import type { Amount, Analysis, Bound, Figure, FigureKind, IsoDate } from './types.ts';

export interface FigureReading {
  readonly kind: FigureKind;
  /** Key of the message for the amount. */
  readonly bound: Bound | 'range' | 'vague';
  /** The number as written: "4.2 billion". */
  readonly number: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  /** English singular. */
  readonly unit?: string;
  /** What is counted, in the text's words. */
  readonly counted?: string;
  /** What happened to it, in the text's words. */
  readonly happened?: string;
  /** Who gives it: the fullest name the text has for the speaker of the quote it stands in. */
  readonly speaker?: string;
  /** The date it holds for. */
  readonly date?: IsoDate;
}

/** The pieces of one figure's reading; a key is absent where the text tells nothing. */
export function figureReading({ text, quotes, dates }: Analysis, figure: Figure): FigureReading {
  const speaker = figure.quote === undefined ? undefined : quotes[figure.quote]?.speaker?.name;
  const date = figure.date === undefined ? undefined : dates[figure.date]?.iso;
  return {
    kind: figure.kind,
    ...amountReading(figure.amount),
    number: wordsOf(text, figure.number),
    ...(figure.unit === undefined ? {} : { unit: figure.unit }),
    ...(figure.counted === undefined ? {} : { counted: wordsOf(text, figure.counted) }),
    ...(figure.happened === undefined ? {} : { happened: wordsOf(text, figure.happened) }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(date === undefined ? {} : { date }),
  };
}

function amountReading(amount: Amount): Pick<FigureReading, 'bound' | 'value' | 'low' | 'high'> {
  switch (amount.type) {
    case 'exact':
      return { bound: amount.bound, value: amount.value };
    case 'range':
      return { bound: 'range', low: amount.low, high: amount.high };
    case 'vague': {
      const { type, ...range } = amount;
      return { bound: type, ...range };
    }
  }
}

/**
 * The other figures of the document that speak of the same thing, in text order, as indices into `Analysis.figures`.
 * Counts: of the same noun, unless the text says that different things happened to them. Everything else: of the same
 * unit and value, since two shares or two sums seldom speak of one thing.
 */
export function sameFigures({ text, figures }: Analysis, index: number): number[] {
  const figure = figures[index];
  if (figure === undefined) return [];
  return figures.flatMap((other, at) => (at !== index && speaksOfSame(text, figure, other) ? [at] : []));
}

function speaksOfSame(text: string, one: Figure, two: Figure): boolean {
  if (one.kind !== two.kind || one.unit !== two.unit) return false;
  if (one.kind !== 'count') return sameAmount(one.amount, two.amount);
  if (one.counted === undefined || two.counted === undefined) return false;
  if (headNoun(wordsOf(text, one.counted)) !== headNoun(wordsOf(text, two.counted))) return false;
  if (one.happened === undefined || two.happened === undefined) {
    return one.happened === two.happened || sameAmount(one.amount, two.amount);
  }
  return fateWord(wordsOf(text, one.happened)) === fateWord(wordsOf(text, two.happened));
}

function sameAmount(one: Amount, two: Amount): boolean {
  if (one.type === 'exact') return two.type === 'exact' && one.value === two.value;
  return one.type === 'range' && two.type === 'range' && one.low === two.low && one.high === two.high;
}

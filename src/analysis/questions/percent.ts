// Whether a per cent fits the figures that it is told of: "37 of the 128 contracts, or 29 per cent", "rose 25 per cent, from
// 200 to 250". Only where the words tie them to each other.

import type { Span } from '../../text/span.ts';
import { firstFrom } from '../ordered.ts';
import type { Analysis, Figure } from '../types.ts';
import { type NumberTold, numbersTold } from './numbersTold.ts';
import { isPartOf, OF_WHOLE } from './parts.ts';
import { excludes, type Possible, possibleValues } from './possible.ts';
import type { Question } from './questions.ts';

/** "…, or 29 per cent", "… (29 per cent", "… – 29 per cent". */
const THAT_IS = /^(?:\s+[\p{L}’'-]+){0,3}\s*(?:,\s*(?:or|that is|i\.e\.,?)|\(\s*(?:or\s+)?|[–—]|\s-)\s*$/u;
const OF = /\bof\s+(?:(?:the|its|their|a total of)\s+)?$/i;
const ONLY = /^(?:\s+[\p{L}’'-]+){0,3},\s*(?:(?:only|just)\s+)?$/u;
/** "rose 25 per cent, from 200 to 250", "from 200 to 250, up 25 per cent". */
const CHANGED =
  /^(?:\s+[\p{L}’'-]+){0,3}\s*(?:,|\(|[–—])?\s*(?:(?:or|up|down|by|an? (?:rise|fall|drop|jump|increase|decrease|gain) of)\s+)*$/u;

/** The per cents that their own parts contradict. */
export function wrongShares(analysis: Analysis): Question[] {
  const { text, figures, sentences, head } = analysis;
  return sentences.flatMap((sentence) => {
    if (sentence.start < head.end) return [];
    const all = figures.slice(firstFrom(figures, sentence.start), firstFrom(figures, sentence.end));
    return all.some(isPercent) ? [...shares(sentence), ...changes(all)] : [];
  });

  function shares(sentence: Span): Question[] {
    const numbers = numbersTold(analysis, sentence);
    return numbers.flatMap((first, at) => {
      const [second, third] = numbers.slice(at + 1, at + 3);
      if (second === undefined || third === undefined) return [];
      const wrong = shareOf(text, first, second, third);
      return wrong === undefined ? [] : [wrong];
    });
  }
  function changes(all: readonly Figure[]): Question[] {
    return all.flatMap((one, at) => {
      const two = all[at + 1];
      if (two === undefined || !CHANGED.test(text.slice(one.end, two.start))) return [];
      const wrong = isPercent(one) ? changeBy(text, one, two) : isPercent(two) ? changeBy(text, two, one) : undefined;
      return wrong === undefined ? [] : [wrong];
    });
  }
}

function shareOf(text: string, first: NumberTold, second: NumberTold, third: NumberTold): Question | undefined {
  const gap = text.slice(first.end, second.start);
  const next = text.slice(second.end, third.start);
  if (isPercent(third.figure) && THAT_IS.test(next)) {
    if (OF_WHOLE.test(gap)) return ask(text, third, first, second);
    const isWhole = OF.test(text.slice(Math.max(0, first.start - 20), first.start)) && ONLY.test(gap);
    return isWhole ? ask(text, third, second, first) : undefined;
  }
  return isPercent(first.figure) && THAT_IS.test(gap) && OF_WHOLE.test(next)
    ? ask(text, first, second, third)
    : undefined;
}

function ask(text: string, { figure }: NumberTold, part: NumberTold, whole: NumberTold): Question | undefined {
  if (!isPartOf(text, whole, part) || whole.possible.low <= 0 || part.possible.low < 0) return undefined;
  const low = (100 * part.possible.low) / whole.possible.high;
  const high = (100 * part.possible.high) / whole.possible.low;
  return asked(text, figure!, [part, whole], { low, high }, (100 * part.value) / whole.value);
}

function changeBy(text: string, percent: Figure, { amount, start, end, kind }: Figure): Question | undefined {
  if (kind === 'percent' || amount.type !== 'range' || amount.change !== true || amount.low <= 0) return undefined;
  const value = Math.abs(100 * (amount.high / amount.low - 1));
  // Its ends are rounded too, and a small difference of theirs is a large one of the change.
  const leeway = Math.max(1, value / 20);
  return asked(text, percent, [{ start, end }], { low: value - leeway, high: value + leeway }, value);
}

function asked(
  text: string,
  percent: Figure,
  others: readonly Span[],
  is: Possible,
  value: number,
): Question | undefined {
  const { low, high } = possibleValues(text, percent);
  // Per cents are cut as often as they are rounded: the last place may be one less.
  const leeway = percent.amount.type === 'exact' && !Number.isInteger(percent.amount.value) ? 0.1 : 1;
  if (!excludes({ low: low - leeway, high: high + leeway }, is)) return undefined;
  const { start, end } = percent;
  return { kind: 'percent', start, end, others: others.map((one) => ({ start: one.start, end: one.end })), is: value };
}

const isPercent = (figure: Figure | undefined): boolean => figure?.kind === 'percent' && figure.unit === 'percent';

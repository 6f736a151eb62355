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
/** Percentages are cut as often as they are rounded. */
const LEEWAY = 0.5;

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

function ask(text: string, told: NumberTold, part: NumberTold, whole: NumberTold): Question | undefined {
  if (!isPartOf(text, whole, part) || whole.possible.low <= 0 || part.possible.low < 0) return undefined;
  const is = {
    low: (100 * part.possible.low) / whole.possible.high,
    high: (100 * part.possible.high) / whole.possible.low,
  };
  return asked(told, told.possible, [part, whole], is, (100 * part.value) / whole.value);
}

function changeBy(text: string, percent: Figure, { amount, start, end, kind }: Figure): Question | undefined {
  if (kind === 'percent' || amount.type !== 'range' || amount.change !== true || amount.low <= 0) return undefined;
  const value = Math.abs(100 * (amount.high / amount.low - 1));
  const leeway = Math.max(1, value / 20);
  return asked(
    percent,
    possibleValues(text, percent),
    [{ start, end }],
    { low: value - leeway, high: value + leeway },
    value,
  );
}

function asked(
  { start, end }: Span,
  told: Possible,
  others: readonly Span[],
  is: Possible,
  value: number,
): Question | undefined {
  if (!excludes({ low: told.low - LEEWAY, high: told.high + LEEWAY }, is)) return undefined;
  return { kind: 'percent', start, end, others: others.map((one) => ({ start: one.start, end: one.end })), is: value };
}

const isPercent = (figure: Figure | undefined): boolean => figure?.kind === 'percent' && figure.unit === 'percent';

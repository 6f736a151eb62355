// What a figure says, in pieces for whoever puts it into words, and where else the document speaks of the same thing.
import { overlaps, wordsOf } from '../text/span.ts';
import { headNoun } from './figures/countedNoun.ts';
import { fateOf, standingBehind } from './figures/happened.ts';
import { firstFrom } from './ordered.ts';
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
  /** What happened to it: "killed" also where the text says "killing 12 people". */
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
    ...(figure.happened === undefined ? {} : { happened: standingBehind(wordsOf(text, figure.happened)) }),
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
 * Counts: of the same noun, unless the text says that different things happened to them, or nothing of persons of whom it
 * counts another number. Everything else: of the same unit and value, since two shares or two sums seldom speak of one thing.
 */
export function sameFigures({ text, figures }: Analysis, index: number): number[] {
  const figure = figures[index];
  if (figure === undefined) return [];
  const noun = figure.counted && headNoun(wordsOf(text, figure.counted));
  return figures.flatMap((other, at) => (at !== index && speaksOfSame(text, figure, noun, other) ? [at] : []));
}

function speaksOfSame(text: string, one: Figure, noun: string | undefined, two: Figure): boolean {
  if (one.kind !== two.kind || one.unit !== two.unit) return false;
  if (one.kind !== 'count') return sameAmount(one.amount, two.amount);
  if (noun === undefined || two.counted === undefined || !isHead(noun, wordsOf(text, two.counted))) return false;
  if (one.happened && two.happened) return fateOf(wordsOf(text, one.happened)) === fateOf(wordsOf(text, two.happened));
  const mayDiffer = !one.happened && !two.happened && !ANYBODY.test(noun) && !isOne(one) && !isOne(two);
  return mayDiffer || sameAmount(one.amount, two.amount);
}

/** Who is counted for many reasons in one document. */
const ANYBODY = /^(?:people|person|man|men|woman|women|child|children)$/;

/** "one trader said" */
const isOne = ({ amount }: Figure): boolean => amount.type === 'exact' && amount.value === 1;

/** Most phrases do not hold the noun's beginning, which saves looking for their own. A plural changes its end alone. */
const isHead = (noun: string, phrase: string): boolean =>
  phrase.toLowerCase().includes(noun.slice(0, Math.min(3, noun.length - 1))) && headNoun(phrase) === noun;

function sameAmount(one: Amount, two: Amount): boolean {
  if (one.type === 'exact') return two.type === 'exact' && one.value === two.value;
  return one.type === 'range' && two.type === 'range' && one.low === two.low && one.high === two.high;
}

/** No place further away than this is meant, in UTF-16 code units. */
const PLACE_REACH = 160;
const AT_PLACE =
  /\b(?:in|at|near|off|outside|across|throughout)\s+(?:(?:the|nearby|neighbouring|neighboring|downtown|central|northern|southern|eastern|western)\s+){0,2}(?:(?:city|town|village|port|capital|region|district|province)(?:\s+of)?\s+)?$/i;
/** Words at which another matter begins. */
const TURN = /[;:"“”]|\b(?:while|although|but|whereas|compared|because|who|which)\b/;

/**
 * Where what is counted was so, in the text's words: "Khar" of "112 people were killed in Khar". The nearest place of
 * its own sentence that stands behind a word such as "in", with no other figure between. In doubt none.
 */
export function placeOf({ text, entities, figures, quotes, sentences }: Analysis, figure: Figure): string | undefined {
  const sentence = sentences[firstFrom(sentences, figure.start + 1) - 1];
  const within = figure.quote === undefined ? sentence : quotes[figure.quote]?.content;
  if (!sentence || !within || sentence.end < figure.end) return undefined;
  const start = Math.max(sentence.start, within.start, figure.start - PLACE_REACH);
  const end = Math.min(sentence.end, within.end, figure.end + PLACE_REACH);
  const others = figures.slice(firstFrom(figures, start), firstFrom(figures, end)).filter((other) => other !== figure);
  let nearest: string | undefined;
  let gap = Number.POSITIVE_INFINITY;
  for (const { kind, mentions } of entities) {
    if (kind !== 'place') continue;
    for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++) {
      const mention = mentions[i]!;
      const between =
        mention.start >= figure.end
          ? { start: figure.end, end: mention.start }
          : { start: mention.end, end: figure.start };
      const distance = between.end - between.start;
      if (distance < 0 || distance >= gap || mention.form !== 'name' || mention.end > end) continue;
      if (!AT_PLACE.test(text.slice(Math.max(start, mention.start - 60), mention.start))) continue;
      if (/^[’']s?\b|^\s+\p{Lu}/u.test(text.slice(mention.end, mention.end + 4))) continue;
      if (TURN.test(wordsOf(text, between)) || others.some((other) => overlaps(other, between))) continue;
      nearest = wordsOf(text, mention);
      gap = distance;
    }
  }
  return nearest;
}

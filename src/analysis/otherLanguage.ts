// A document that is not English: what stands in quotation marks, and the dates and figures written in digits. Nothing
// else is guessed: no names, no indirect quotes, nobody who says something.
import type { Head } from '../seed/head.ts';
import { overlaps, type Span } from '../text/span.ts';
import { mapped, type Steps } from '../text/steps.ts';
import { findDates } from './dates/dates.ts';
import { documentDay, resolveDates } from './dates/resolveDates.ts';
import { type FigureFound, findFigures } from './figures/figures.ts';
import { movedDate, movedFigure, movedSpan } from './moved.ts';
import { firstFrom } from './ordered.ts';
import { passageSpans, readPassage } from './passage.ts';
import type { Analysis, Claim, Figure, IsoDate, Quote } from './types.ts';
import { withReasons } from './why.ts';

/** Each opening mark with the marks that close it, as the languages of the world set them. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '„': '“”',
  '“': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '「': '」',
  '『': '』',
};
const MARKS = /["„“”«»「」『』]/g;

/** Shorter ones, in UTF-16 units, are titles and words held at arm's length; Chinese says much in few characters. */
const SHORTEST = 20;
const SHORTEST_CHINESE = 6;

/** The stretches in double quotation marks, marks included, long enough to be speech. A mark that nothing closes is none. */
export function findMarked(text: string): Span[] {
  const marks = [...text.matchAll(MARKS)];
  /** For each closing mark, where the next one stands: found from the end, so that each is looked for once. */
  const closedAt = new Array<number>(marks.length).fill(-1);
  const next = new Map<string, number>();
  for (let i = marks.length - 1; i >= 0; i--) {
    const sign = marks[i]![0];
    const ends = [...(CLOSERS[sign] ?? '')].flatMap((close) => next.get(close) ?? []);
    if (ends.length > 0) closedAt[i] = Math.min(...ends);
    next.set(sign, i);
  }
  const found: Span[] = [];
  for (let i = 0; i < marks.length; i++) {
    const closer = closedAt[i]!;
    if (closer < 0) continue;
    const span = { start: marks[i]!.index, end: marks[closer]!.index + 1 };
    if (isSpeech(text.slice(span.start + 1, span.end - 1))) found.push(span);
    i = closer;
  }
  return found;
}

const isSpeech = (words: string): boolean =>
  words.length >= SHORTEST ||
  (words.length >= SHORTEST_CHINESE && /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words));

const DIGIT = /\d/;

/** What a figure's English words would say is left out. */
const inDigits = (text: string, { start, end, kind, number, amount, unit }: FigureFound): FigureFound[] =>
  DIGIT.test(text.slice(number.start, number.end))
    ? [{ start, end, kind, number, amount, ...(unit === undefined ? {} : { unit }) }]
    : [];

/** Reads a document that is not English. @param date the day that it is from, where it is known */
export function* readOtherLanguage(text: string, head: Head, date?: IsoDate, likelyDate?: IsoDate): Steps<Analysis> {
  const read = yield* mapped(passageSpans(text, head), ({ start, end }) => {
    const words = text.slice(start, end);
    const passage = readPassage(words);
    const dates = findDates(passage).filter((found) => DIGIT.test(words.slice(found.start, found.end)));
    return {
      sentences: passage.sentences.map((sentence) => movedSpan(sentence, start)),
      dates: dates.map((found) => movedDate(found, start)),
      figures: findFigures(passage, dates, [])
        .flatMap((found) => inDigits(words, found))
        .map((found) => movedFigure(found, start)),
      quotes: findMarked(words).map((span): Quote => {
        const content = movedSpan(span, start);
        return { type: 'direct', content, parts: [content] };
      }),
    };
  });
  const foundDates = read.flatMap((found) => found.dates);
  const day = date ?? head.date?.iso ?? documentDay(foundDates, head, likelyDate);
  const figures = read.flatMap((found) => found.figures);
  const quotes = read.flatMap((found) => found.quotes).filter(({ content }) => content.start >= head.end);
  return yield* withReasons({
    text,
    language: 'other',
    head,
    ...(day === undefined ? {} : { date: day }),
    sentences: read.flatMap((found) => found.sentences),
    entities: [],
    dates: resolveDates(foundDates, head, day),
    figures,
    quotes,
    claims: quotes.map((quote, index) => claimOf(quote, index, figures)),
  });
}

function claimOf({ content, parts }: Quote, index: number, figures: readonly Figure[]): Claim {
  const within: number[] = [];
  for (let i = firstFrom(figures, content.start); i < figures.length && overlaps(figures[i]!, content); i++)
    within.push(i);
  const source = { type: 'quote', quote: index } as const;
  return { span: content, parts, source, certainty: 'asserted', figures: within, entities: [] };
}

// Reading a document: each paragraph by itself, then the passes that need the whole document.
import { readHead } from '../seed/head.ts';
import type { Span } from '../text/span.ts';
import { findClaims } from './claims.ts';
import { findDates } from './dates/dates.ts';
import { resolveDates } from './dates/resolveDates.ts';
import { findFigures, placeFigures } from './figures/figures.ts';
import { joinEntities } from './names/entities.ts';
import { findNames } from './names/names.ts';
import { passageSpans, readPassage } from './passage.ts';
import { findQuotes } from './quotes/quotes.ts';
import { resolveSpeakers } from './quotes/speakers.ts';
import type { Analysis, IsoDate } from './types.ts';

type PassageFindings = ReturnType<typeof readFindings>;

/** Findings by the passage's own words, so that a keystroke re-reads one paragraph. */
export type PassageCache = Map<string, PassageFindings>;

export interface AnalyzeOptions {
  /** The day the document is from, where it is known better than its head says. */
  readonly date?: IsoDate;
  readonly cache?: PassageCache;
}

function readFindings(text: string) {
  const passage = readPassage(text);
  const dates = findDates(passage);
  const names = findNames(passage, dates);
  return {
    sentences: passage.sentences.map(({ start, end }): Span => ({ start, end })),
    dates,
    names,
    figures: findFigures(passage, dates, names),
    quotes: findQuotes(passage, names),
  };
}

/** Adds `by` to every offset in a value made of spans. */
function moved<T>(value: T, by: number): T {
  if (Array.isArray(value)) return value.map((item) => moved(item, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      (key === 'start' || key === 'end') && typeof item === 'number' ? item + by : moved(item, by),
    ]),
  ) as T;
}

/**
 * Reads a document. Pure: the same text and options give the same analysis.
 * @param text the one text (see text/one.ts); all offsets in the result are UTF-16 offsets into it.
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const head = readHead(text);
  const date = options.date ?? head.date?.iso;
  const read = passageSpans(text, head).map((span) => {
    const words = text.slice(span.start, span.end);
    const found = options.cache?.get(words) ?? readFindings(words);
    options.cache?.set(words, found);
    return moved(found, span.start);
  });
  const sentences = read.flatMap((found) => found.sentences);
  const dates = resolveDates(
    read.flatMap((found) => found.dates),
    head,
    date,
  );
  const named = joinEntities(
    text,
    head,
    read.flatMap((found) => found.names),
  );
  const { quotes, entities } = resolveSpeakers(
    text,
    read.flatMap((found) => found.quotes),
    named,
    sentences,
  );
  const figures = placeFigures(
    read.flatMap((found) => found.figures),
    quotes,
    dates,
    sentences,
  );
  const whole = { text, head, ...(date === undefined ? {} : { date }), sentences, entities, dates, figures, quotes };
  return { ...whole, claims: findClaims(whole, { start: head.end, end: text.length }) };
}

// Reading a document: each paragraph by itself, then the passes that need the whole document.
import type { Models } from '../model/models.ts';
import { type Head, readHead } from '../seed/head.ts';
import { languageOf } from '../text/language.ts';
import { ownString } from '../text/ownString.ts';
import { overlaps } from '../text/span.ts';
import { finish, mapped, type Steps } from '../text/steps.ts';
import { findClaims } from './claims.ts';
import { findDates } from './dates/dates.ts';
import { documentDay, resolveDates } from './dates/resolveDates.ts';
import { findFigures } from './figures/figures.ts';
import { placeFigures } from './figures/placeFigures.ts';
import { movedDate, movedFigure, movedName, movedQuote, movedSpan, movedStretch } from './moved.ts';
import { joinEntities, named } from './names/entities.ts';
import { readNames } from './names/names.ts';
import { smallWords } from './names/smallWords.ts';
import { readOtherLanguage } from './otherLanguage.ts';
import { passageSpans, readPassage } from './passage.ts';
import { withChains } from './quotes/chain.ts';
import { findQuotes, type QuoteFound } from './quotes/quotes.ts';
import { resolveSpeakers } from './quotes/speakers.ts';
import type { Analysis, IsoDate } from './types.ts';
import { withReasons } from './why.ts';

type Findings = ReturnType<typeof readFindings>;

interface PassageRead {
  /** Offsets into the passage's own words. */
  readonly found: Findings;
  /** The same where the passage stood last: most stand where they stood when a document is read again. */
  placed: Findings;
  at: number;
}

/** Findings by the passage's own words, so that a keystroke re-reads one paragraph. */
export type PassageCache = Map<string, PassageRead>;

export interface AnalyzeOptions {
  /** The day the document is from, where it is known better than its head says. */
  readonly date?: IsoDate;
  /** The day it is probably from, where neither `date` nor its head tells. A dateline's day has its year. */
  readonly likelyDate?: IsoDate;
  /** The learned taggers. Without them the rules alone speak. */
  readonly models?: Models;
  /** Findings of the same models. */
  readonly cache?: PassageCache;
}

function readFindings(text: string, models: Models | undefined) {
  const passage = readPassage(text, models);
  const dates = findDates(passage);
  const { names, stretches } = readNames(passage, dates);
  return {
    sentences: passage.sentences.map((sentence) => movedSpan(sentence, 0)),
    dates,
    names: names.map((name) => named(text, name)),
    stretches,
    smallWords: smallWords(passage),
    figures: findFigures(passage, dates, names),
    quotes: findQuotes(passage, names),
  };
}

const moved = (found: Findings, by: number): Findings => ({
  sentences: found.sentences.map((sentence) => movedSpan(sentence, by)),
  dates: found.dates.map((date) => movedDate(date, by)),
  names: found.names.map((name) => movedName(name, by)),
  stretches: found.stretches.map((stretch) => movedStretch(stretch, by)),
  smallWords: found.smallWords,
  figures: found.figures.map((figure) => movedFigure(figure, by)),
  quotes: found.quotes.map((quote) => movedQuote(quote, by)),
});

function readPlaced(words: string, at: number, { cache, models }: AnalyzeOptions): Findings {
  const known = cache?.get(words);
  if (known?.at === at) return known.placed;
  if (known !== undefined) {
    Object.assign(known, { placed: moved(known.found, at), at });
    return known.placed;
  }
  if (cache === undefined) return moved(readFindings(words, models), at);
  // What is kept must not keep the whole text that it was cut from.
  const own = ownString(words);
  const found = readFindings(own, models);
  const placed = moved(found, at);
  cache.set(own, { found, placed, at });
  return placed;
}

/** Whether something that looks like a quote stands in the head: datelines, bylines and labels say nothing, a title may. */
const isHeading = ({ content, labelled }: QuoteFound, { end, title }: Head): boolean =>
  content.start < end && (labelled === true || title === undefined || !overlaps(content, title));

/**
 * Reads a document. Pure: the same text and options give the same analysis.
 * @param text the one text (see text/one.ts); all offsets in the result are UTF-16 offsets into it.
 */
export const analyze = (text: string, options: AnalyzeOptions = {}): Analysis => finish(analysisSteps(text, options));

/** `analyze` in steps. */
export function* analysisSteps(text: string, options: AnalyzeOptions = {}): Steps<Analysis> {
  const head = readHead(text);
  if (languageOf(text) === 'other') return yield* readOtherLanguage(text, head, options.date, options.likelyDate);
  const spans = passageSpans(text, head);
  const read = yield* mapped(spans, ({ start, end }) => readPlaced(text.slice(start, end), start, options), 1);
  const sentences = read.flatMap((found) => found.sentences);
  const foundDates = read.flatMap((found) => found.dates);
  const date = options.date ?? head.date?.iso ?? documentDay(foundDates, head, options.likelyDate);
  const dates = resolveDates(foundDates, head, date);
  const joined = yield* joinEntities(
    text,
    head,
    read.flatMap((found) => found.names),
    read.map((found) => found.smallWords),
    options.models?.names && {
      field: options.models.names.document,
      stretches: read.flatMap((found) => found.stretches),
    },
  );
  const { quotes: spoken, entities } = yield* resolveSpeakers(
    text,
    read.flatMap((found) => found.quotes).filter((quote) => !isHeading(quote, head)),
    joined,
    sentences,
  );
  const quotes = yield* withChains(text, spoken, entities, sentences, head.agency?.name);
  const figures = yield* placeFigures(
    text,
    read.flatMap((found) => found.figures),
    quotes,
    dates,
    sentences,
  );
  const whole = { text, head, ...(date === undefined ? {} : { date }), sentences, entities, dates, figures, quotes };
  const claims = yield* findClaims(whole, { start: head.end, end: text.length });
  return yield* withReasons({ ...whole, claims }, options.models?.quotes !== undefined);
}

// What bench.mjs times: each stage of an analysis by itself, the whole, and compromise on the same text.
import nlp from 'compromise';
import { analysisSteps, analyze } from '../../src/analysis/analyze.ts';
import { findDates } from '../../src/analysis/dates/dates.ts';
import { findFigures } from '../../src/analysis/figures/figures.ts';
import { readNames } from '../../src/analysis/names/names.ts';
import { passageSpans, readPassage } from '../../src/analysis/passage.ts';
import { findQuotes } from '../../src/analysis/quotes/quotes.ts';
import { figureReading } from '../../src/analysis/reading.ts';
import { annotationSteps } from '../../src/ledger/annotate.ts';
import { wordingSteps } from '../../src/ledger/wording.ts';
import { type Models, modelSteps, readModels } from '../../src/model/models.ts';
import { detectSeed } from '../../src/seed/detect.ts';
import { readHead } from '../../src/seed/head.ts';
import { carried } from '../../src/text/carried.ts';
import { wordsOf } from '../../src/text/span.ts';
import type { Steps } from '../../src/text/steps.ts';

export { analyze, carried, detectSeed, figureReading, modelSteps, readModels };

/** The stages on one text, each with what it needs from the ones before. */
export function stagesOf(text: string, models: Models): readonly (readonly [string, () => unknown])[] {
  const spans = passageSpans(text, readHead(text));
  const passages = spans.map((span) => readPassage(wordsOf(text, span), models));
  const dates = passages.map(findDates);
  const names = passages.map((passage, i) => readNames(passage, dates[i]!).names);
  const cache = new Map();
  analyze(text, { models, cache });
  return [
    ['tokens, sentences', () => spans.map((span) => readPassage(wordsOf(text, span)))],
    ['the same, parts of speech', () => spans.map((span) => readPassage(wordsOf(text, span), models))],
    ['dates', () => passages.map(findDates)],
    ['names', () => passages.map((passage, i) => readNames(passage, dates[i]!))],
    ['figures', () => passages.map((passage, i) => findFigures(passage, dates[i]!, names[i]!))],
    ['quotes', () => passages.map((passage, i) => findQuotes(passage, names[i]!))],
    ['passes over the document', () => analyze(text, { models, cache })],
    ['whole analysis, rules alone', () => analyze(text)],
    ['whole analysis', () => analyze(text, { models })],
  ];
}

/** compromise on the same text: its tags, and the names it makes of them. */
export const compromise = (text: string): unknown => nlp(text).topics().out('array');

/** What the editor does in slices when a document is read: analysis, then the join with what was decided, here nothing. */
export function* readingSteps(text: string, models: Models, cache: Map<string, never>): Steps<unknown> {
  const analysis = yield* analysisSteps(text, { models, cache });
  const wording = yield* wordingSteps(text);
  return yield* annotationSteps(analysis, { decisions: [], hasSeen: () => false }, { wording });
}

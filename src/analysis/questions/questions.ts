// What a careful reader would ask about a document: who gives this figure, who is that source, do the parts add up. Each kind
// is meant to be right rather than complete: in doubt it asks nothing. Data without words; docs/questions.md has how often
// each kind is right.
import { overlaps, type Span } from '../../text/span.ts';
import type { Analysis } from '../types.ts';
import { contradictions } from './contradiction.ts';
import { openQuotes } from './openQuote.ts';
import { wrongTotals } from './parts.ts';
import { wrongShares } from './percent.ts';
import { unattributed } from './unattributed.ts';
import { unnamedSources } from './unnamedSource.ts';
import { wrongWeekdays } from './weekday.ts';

/** Its span is what it is asked about. */
export type Question = Span &
  (
    | { readonly kind: 'unattributed' | 'unnamedSource' | 'openQuote' }
    /** `others`: the parts. `exceeds`: they are more than the whole, be there others beside them or not. */
    | { readonly kind: 'parts'; readonly others: readonly Span[]; readonly sum: number; readonly exceeds: boolean }
    /** `others`: the part and the whole, or the change alone. `is`: the per cent that it is. */
    | { readonly kind: 'percent'; readonly others: readonly Span[]; readonly is: number }
    /** `weekday`: which the day really is, 0 for Sunday. */
    | { readonly kind: 'weekday'; readonly weekday: number }
    /** `others`: the figure before it in the text. */
    | { readonly kind: 'contradiction'; readonly others: readonly Span[] }
  );

export type QuestionKind = Question['kind'];

/** What finds the questions, one for each kind: each can be asked by itself, so that a long document holds nobody up. */
export const questionFinders: readonly ((analysis: Analysis) => readonly Question[])[] = [
  unattributed,
  unnamedSources,
  openQuotes,
  wrongTotals,
  wrongShares,
  wrongWeekdays,
  contradictions,
];

/** A document's questions in text order. Texts that are not English have none. */
export const questionsIn = (analysis: Analysis): readonly Question[] =>
  analysis.language === 'other' ? [] : inTextOrder(questionFinders.flatMap((find) => find(analysis)));

export const inTextOrder = (questions: readonly Question[]): readonly Question[] =>
  [...questions].sort((a, b) => a.start - b.start || a.end - b.end);

/** The other places that a question holds its own against. */
export const othersOf = (question: Question): readonly Span[] => ('others' in question ? question.others : []);

/** The questions whose arithmetic a figure has a part in. */
export const questionsAbout = (questions: readonly Question[], figure: Span): readonly Question[] =>
  questions.filter(
    (question) => 'others' in question && [question, ...question.others].some((span) => overlaps(span, figure)),
  );

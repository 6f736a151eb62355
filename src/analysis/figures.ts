import type { Span } from '../text/span.ts';
import type { Passage } from './passage.ts';
import type { DateMention, Figure, Quote } from './types.ts';

/** A figure as its own passage gives it. */
export type FigureFound = Omit<Figure, 'quote' | 'date'>;

/** Finds the figures of one passage. `skip`: spans that are dates; `names`: spans that are names ("Boeing 737" holds no figure). */
export function findFigures(_passage: Passage, _skip: readonly Span[], _names: readonly Span[]): FigureFound[] {
  return [];
}

/** Ties a document's figures to the quotes that give them and the dates they hold for. */
export function placeFigures(
  found: readonly FigureFound[],
  _quotes: readonly Quote[],
  _dates: readonly DateMention[],
  _sentences: readonly Span[],
): Figure[] {
  return [...found];
}

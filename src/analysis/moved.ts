// A passage's findings at their place in the document: the same, with every offset moved by the passage's start.
import type { Span } from '../text/span.ts';
import type { DateFound } from './dates/dates.ts';
import type { FigureFound } from './figures/figures.ts';
import type { Named } from './names/entities.ts';
import type { NameStretch } from './names/nameTagger.ts';
import type { QuoteFound } from './quotes/quotes.ts';

export const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

export const movedDate = (date: DateFound, by: number): DateFound => ({
  ...date,
  start: date.start + by,
  end: date.end + by,
});

export const movedName = (name: Named, by: number): Named => ({
  ...name,
  start: name.start + by,
  end: name.end + by,
  ...(name.description && { description: movedSpan(name.description, by) }),
});

export const movedStretch = (stretch: NameStretch, by: number): NameStretch => ({ ...stretch, at: stretch.at + by });

export const movedFigure = (figure: FigureFound, by: number): FigureFound => ({
  ...figure,
  start: figure.start + by,
  end: figure.end + by,
  number: movedSpan(figure.number, by),
  ...(figure.counted && { counted: movedSpan(figure.counted, by) }),
  ...(figure.happened && { happened: movedSpan(figure.happened, by) }),
});

export const movedQuote = (quote: QuoteFound, by: number): QuoteFound => ({
  ...quote,
  content: movedSpan(quote.content, by),
  parts: quote.parts.map((part) => movedSpan(part, by)),
  ...(quote.cue && { cue: movedSpan(quote.cue, by) }),
  ...(quote.speaker && { speaker: movedSpan(quote.speaker, by) }),
  ...(quote.antecedent && { antecedent: movedSpan(quote.antecedent, by) }),
});

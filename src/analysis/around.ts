// What stands around a place in a document, each within the next.
import { splitParagraphs } from '../text/paragraphs.ts';
import { contains, type Span } from '../text/span.ts';
import type { Analysis, Quote } from './types.ts';

/** A quote with its cue and the words that name its speaker. */
function withAttribution({ content, cue, speaker }: Quote): Span {
  const parts = [content, ...(cue ? [cue] : []), ...(speaker?.mention ? [speaker.mention] : [])];
  return { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
}

/**
 * The names, figures, dates, quotes (without and with who speaks), sentence and paragraph that hold an offset, smallest
 * first; those that would cut one before are left out.
 */
export function spansAround(analysis: Analysis, offset: number): readonly Span[] {
  const { text, entities, figures, dates, quotes, sentences } = analysis;
  const holding = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const all: readonly Span[] = [
    ...entities.flatMap(({ mentions }) => mentions.filter(holding)),
    ...figures.filter(holding),
    ...dates.filter(holding),
    ...quotes.flatMap((quote) => [...quote.parts, quote.content, withAttribution(quote)].filter(holding)),
    ...sentences.filter(holding),
    ...splitParagraphs(text).filter(holding),
  ];
  const nested: Span[] = [];
  for (const span of [...all].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = nested.at(-1);
    if (!inner || (contains(span, inner) && span.end - span.start > inner.end - inner.start)) nested.push(span);
  }
  return nested;
}

// Moving where words begin or end, a word at a time.
import type { Span } from './span.ts';
import { tokenize } from './tokens.ts';

export type Edge = 'start' | 'end';

/**
 * The span with one word more or less at an edge; undefined where its lines hold no further word, or no word would be left.
 */
export function moveEdge(text: string, { start, end }: Span, edge: Edge, way: 'outward' | 'inward'): Span | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const words = tokenize(text.slice(from, lineEnd < 0 ? text.length : lineEnd))
    .filter(({ kind }) => kind === 'word' || kind === 'number')
    .map((word) => ({ start: from + word.start, end: from + word.end }));
  if (edge === 'end') {
    const to =
      way === 'outward'
        ? words.find((word) => word.end > end)
        : words.findLast((word) => word.end < end && word.end > start);
    return to && { start, end: to.end };
  }
  const to =
    way === 'outward'
      ? words.findLast((word) => word.start < start)
      : words.find((word) => word.start > start && word.start < end);
  return to && { start: to.start, end };
}

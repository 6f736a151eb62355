import type { Analysis, Claim } from '../analysis/types.ts';
import { contains, type Span } from '../text/span.ts';

/** A claim that an editor marked. Within a quote, its speaker is the quote's. */
export function claimAt(analysis: Analysis, span: Span): Claim {
  const quote = analysis.quotes.findIndex(({ content }) => contains(content, span));
  const indicesOf = <T>(items: readonly T[], isInside: (item: T) => boolean): number[] =>
    items.flatMap((item, index) => (isInside(item) ? [index] : []));
  return {
    span,
    parts: [span],
    source: quote < 0 ? { type: 'document' } : { type: 'quote', quote },
    certainty: 'asserted',
    figures: indicesOf(analysis.figures, (figure) => contains(span, figure)),
    entities: indicesOf(analysis.entities, ({ mentions }) => mentions.some((mention) => contains(span, mention))),
  };
}

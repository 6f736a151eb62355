// Which claim is to be checked next.
import type { Span } from '../text/span.ts';
import { type AnnotatedClaim, isChecked } from './annotated.ts';

/** Above zero where the first stands after the second, in the order of claims. */
const inTextOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/**
 * The unchecked claim nearest to a place, after or before it, round the document's end; undefined where all are checked.
 * @param claims in text order.
 */
export function uncheckedFrom(
  claims: readonly AnnotatedClaim[],
  at: Span,
  way: 'next' | 'previous',
): AnnotatedClaim | undefined {
  const open = claims.filter((claim) => !isChecked(claim));
  return way === 'next'
    ? (open.find(({ claim }) => inTextOrder(claim.span, at) > 0) ?? open[0])
    : (open.findLast(({ claim }) => inTextOrder(claim.span, at) < 0) ?? open.at(-1));
}

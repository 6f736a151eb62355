// What editors' decisions about its claim make of a quote.
import type { Quote } from '../analysis/types.ts';
import { contains, overlaps, type Span, wordsOf } from '../text/span.ts';
import type { AnnotatedClaim, AnnotatedDocument, CorrectionGiven } from './annotated.ts';

/** A quote with what was decided about the claim that was read in it. */
export interface QuoteAsDecided {
  readonly quote: Quote;
  /** Its own, or the words that an editor gave its claim. */
  readonly parts: readonly Span[];
  /** That it holds no claim. */
  readonly rejection?: CorrectionGiven;
}

const isAppliedToClaim = ({ what, state }: CorrectionGiven): boolean => what === 'claim' && state === 'applied';

/** What was read as a claim is none, as somebody said of it. */
export const isRejectedClaim = (given: CorrectionGiven): boolean =>
  isAppliedToClaim(given) && given.correction.aspect === 'rejected';

/** The quotes, in the order of the analysis. */
export function quotesAsDecided({ analysis, claims, corrections }: AnnotatedDocument): readonly QuoteAsDecided[] {
  const { text, quotes } = analysis;
  const rejections = corrections.filter(isRejectedClaim);
  const bounds = corrections.filter((given) => isAppliedToClaim(given) && given.correction.aspect === 'bounds');
  const claimOf = new Map<number, AnnotatedClaim>();
  for (const claim of claims) {
    const { source } = claim.claim;
    // Of several the one that was read: others were marked within it.
    if (source.type === 'quote' && (claim.origin.type === 'analysis' || !claimOf.has(source.quote)))
      claimOf.set(source.quote, claim);
  }
  return quotes.map((quote, index) => {
    const { content, parts } = quote;
    const own = claimOf.get(index);
    if (own) {
      const { span } = own.claim;
      return { quote, parts: bounds.some((bound) => overlaps(bound.span, span)) ? own.claim.parts : parts };
    }
    const rejection = rejections.find(
      ({ span, everywhere }) =>
        contains(content, span) || (everywhere && wordsOf(text, span) === wordsOf(text, content)),
    );
    return { quote, parts, ...(rejection ? { rejection } : {}) };
  });
}

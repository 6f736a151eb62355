// What editors' corrections and rejections make of a quote and of a claim.
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

const isSame = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;

/** The quotes, in the order of the analysis. */
export function quotesAsDecided({ analysis, claims, corrections }: AnnotatedDocument): readonly QuoteAsDecided[] {
  const { text, quotes } = analysis;
  const ofClaims = corrections.filter(({ what, state }) => what === 'claim' && state === 'applied');
  const rejections = ofClaims.filter(({ correction }) => correction.aspect === 'rejected');
  const bounds = ofClaims.filter(({ correction }) => correction.aspect === 'bounds');
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

/** The corrections of a claim itself and of its quote that hold. */
export function correctionsOf(
  { analysis: { quotes }, corrections }: AnnotatedDocument,
  { claim: { span, source } }: AnnotatedClaim,
): readonly CorrectionGiven[] {
  const quote = source.type === 'quote' ? quotes[source.quote] : undefined;
  return corrections.filter(({ what, state, correction, span: other }) => {
    if (state !== 'applied' || correction.aspect === 'rejected') return false;
    if (what === 'claim') return correction.aspect === 'bounds' ? overlaps(other, span) : isSame(other, span);
    return what === 'quote' && quote !== undefined && overlaps(other, quote.content);
  });
}

// What stands at an offset, innermost first.
import type { DateMention, Entity, Figure, Mention, Quote } from '../analysis/types.ts';
import type { AddedMark, AnnotatedClaim, AnnotatedDocument } from '../ledger/annotated.ts';
import type { Span } from '../text/span.ts';

/** The cursor may stand before, in or right behind a span. */
const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Strictly at a character, so that a pointer between two neighbours means the second. */
const holds = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

function innermost<T>(items: Iterable<T>, spansOf: (item: T) => readonly Span[], offset: number): T | undefined {
  let best: T | undefined;
  let length = Number.POSITIVE_INFINITY;
  for (const item of items) {
    for (const span of spansOf(item)) {
      if (!touches(span, offset)) continue;
      // Half a character longer where the offset is at its very end: what begins there comes first.
      const its = span.end - span.start + (holds(span, offset) ? 0 : Number.MAX_SAFE_INTEGER / 2);
      if (its >= length) continue;
      best = item;
      length = its;
    }
  }
  return best;
}

const itself = <T extends Span>(item: T): readonly Span[] => [item];

export const figureAt = ({ analysis }: AnnotatedDocument, offset: number): Figure | undefined =>
  innermost(analysis.figures, itself, offset);

export const dateAt = ({ analysis }: AnnotatedDocument, offset: number): DateMention | undefined =>
  innermost(analysis.dates, itself, offset);

export const entityAt = ({ analysis }: AnnotatedDocument, offset: number): Entity | undefined =>
  innermost(analysis.entities, ({ mentions }) => mentions, offset);

export const mentionAt = ({ mentions }: Entity, offset: number): Mention | undefined =>
  innermost(mentions, itself, offset);

/** The quote whose words, cue or speaker stand there. */
export const quoteAt = ({ analysis }: AnnotatedDocument, offset: number): Quote | undefined =>
  innermost(analysis.quotes, ({ parts, cue }) => (cue ? [...parts, cue] : parts), offset);

export function claimAt({ claims }: AnnotatedDocument, offset: number): AnnotatedClaim | undefined {
  const here = claims.filter(({ claim }) => touches(claim.span, offset));
  return innermost(here, ({ claim }) => claim.parts, offset) ?? innermost(here, ({ claim }) => [claim.span], offset);
}

/** The claim whose very words are selected, else the one at the cursor: of claims within each other that one is meant. */
export const claimMeant = (annotated: AnnotatedDocument, selected: Span, cursor: number): AnnotatedClaim | undefined =>
  annotated.claims.find(({ claim: { span } }) => span.start === selected.start && span.end === selected.end) ??
  claimAt(annotated, cursor);

export const markAt = ({ added }: AnnotatedDocument, offset: number): AddedMark | undefined =>
  innermost(added, ({ span }) => [span], offset);

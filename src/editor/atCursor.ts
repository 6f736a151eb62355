// What stands at an offset, innermost first.
import { firstFrom } from '../analysis/ordered.ts';
import type { DateMention, Entity, Figure, Mention, Quote } from '../analysis/types.ts';
import type { AddedMark, AnnotatedClaim, AnnotatedDocument } from '../ledger/annotated.ts';
import { isSameSpan, type Span } from '../text/span.ts';

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

/** Of spans in text order that hardly overlap, the few that may touch an offset: a document can have thousands. */
const near = <T extends Span>(spans: readonly T[], offset: number): readonly T[] => {
  const next = firstFrom(spans, offset + 1);
  return spans.slice(Math.max(0, next - 4), next);
};

export const figureAt = ({ analysis }: AnnotatedDocument, offset: number): Figure | undefined =>
  innermost(near(analysis.figures, offset), itself, offset);

export const dateAt = ({ analysis }: AnnotatedDocument, offset: number): DateMention | undefined =>
  innermost(near(analysis.dates, offset), itself, offset);

export const entityAt = ({ analysis }: AnnotatedDocument, offset: number): Entity | undefined =>
  innermost(analysis.entities, ({ mentions }) => near(mentions, offset), offset);

export const mentionAt = ({ mentions }: Entity, offset: number): Mention | undefined =>
  innermost(near(mentions, offset), itself, offset);

/** The quote whose words, cue or speaker stand there. */
export const quoteAt = ({ analysis }: AnnotatedDocument, offset: number): Quote | undefined => {
  const there = analysis.quotes.filter(
    ({ content, cue }) => touches(content, offset) || (cue !== undefined && touches(cue, offset)),
  );
  return innermost(there, ({ parts, cue }) => (cue ? [...parts, cue] : parts), offset);
};

export const claimAt = ({ claims }: AnnotatedDocument, offset: number): AnnotatedClaim | undefined => {
  const there = claims.filter(({ claim }) => touches(claim.span, offset));
  return innermost(there, ({ claim }) => claim.parts, offset) ?? innermost(there, ({ claim }) => [claim.span], offset);
};

/** The claim whose very words are selected, else the one at the cursor: of claims within each other that one is meant. */
export const claimMeant = (annotated: AnnotatedDocument, selected: Span, cursor: number): AnnotatedClaim | undefined =>
  annotated.claims.find(({ claim: { span } }) => isSameSpan(span, selected)) ?? claimAt(annotated, cursor);

export const markAt = ({ added }: AnnotatedDocument, offset: number): AddedMark | undefined =>
  innermost(added, ({ span }) => [span], offset);

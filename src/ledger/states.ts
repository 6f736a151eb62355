// How a claim stands, and where editors contradict each other without having seen what the other decided.
import type { Analysis, Claim } from '../analysis/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { AnnotatedClaim, ClaimState, CorrectionGiven, Disagreement, TagGiven } from './annotated.ts';
import type { HasSeen } from './causality.ts';
import type { PlacedCorrection } from './corrections.ts';
import { isVerdict } from './tags.ts';

/** The first that holds, in the order of `ClaimState`. */
export function stateOf({
  change,
  disagreements,
  tags,
  reviews,
}: Pick<AnnotatedClaim, 'change' | 'disagreements' | 'tags' | 'reviews'>): ClaimState {
  if (change) return 'changed';
  if (disagreements.length > 0) return 'disagreement';
  const names = new Set(tags.map(({ tag }) => tag));
  if (names.has('disputed')) return 'disputed';
  if (names.has('needs-source')) return 'needs-source';
  const isConfirmed = ({ event, tag, by }: TagGiven) =>
    tag === 'verified' && reviews.some((review) => review.by !== by && review.tags.includes(event));
  if (tags.some(isConfirmed)) return 'reviewed';
  if (names.has('verified')) return 'verified';
  return names.size > 0 ? 'tagged' : 'open';
}

/** Verdicts that are not the same, none of whose writers had seen the other. */
export function contradictingVerdicts(tags: readonly TagGiven[], hasSeen: HasSeen): Disagreement[] {
  const verdicts = tags.filter(({ tag }) => isVerdict(tag));
  const sides = verdicts.filter((one) =>
    verdicts.some(
      (other) => other.tag !== one.tag && !hasSeen(one.event, other.event) && !hasSeen(other.event, one.event),
    ),
  );
  if (sides.length === 0) return [];
  return [{ about: 'verdict', sides: sides.map(({ tag, ...given }) => ({ ...given, says: tag })) }];
}

/** What a correction says is right, in short. */
export function correctionWords(correction: CorrectionGiven['correction']): string {
  switch (correction.aspect) {
    case 'speaker':
    case 'sameAs':
      return correction.name;
    case 'kind':
      return correction.kind;
    case 'bounds':
      return correction.to.quote.exact;
    case 'value':
      return [correction.low, correction.high].filter((value) => value !== undefined).join('–');
    case 'apart':
    case 'rejected':
      return correction.aspect;
  }
}

const side = (given: CorrectionGiven) => ({
  event: given.event,
  by: given.by,
  at: given.at,
  says: correctionWords(given.correction),
});

/** Corrections of the claim, its quote, its figures and its names that contradict each other. */
export function contradictingCorrections(
  { span, source }: Claim,
  { quotes }: Analysis,
  corrections: readonly PlacedCorrection[],
): Disagreement[] {
  const quote = source.type === 'quote' ? quotes[source.quote]?.content : undefined;
  const touches = (other: Span) => overlaps(span, other) || (quote !== undefined && overlaps(quote, other));
  const groups = new Map<string, CorrectionGiven[]>();
  for (const { given } of corrections) {
    if (given.state !== 'contradicted' || given.correction.aspect === 'rejected' || !touches(given.span)) continue;
    const key = [given.what, given.span.start, given.span.end, given.correction.aspect].join();
    groups.set(key, [...(groups.get(key) ?? []), given]);
  }
  return [...groups.values()].map((group) => ({
    about: group[0]!.correction.aspect as Disagreement['about'],
    sides: group.map(side),
  }));
}

/** That one editor rejected the claim, while others said something of it. */
export function contradictingRejection(
  { claim, tags }: Pick<AnnotatedClaim, 'claim' | 'tags'>,
  corrections: readonly PlacedCorrection[],
): Disagreement[] {
  const rejection = corrections.find(
    ({ given: { state, correction, what, span } }) =>
      state === 'contradicted' &&
      correction.aspect === 'rejected' &&
      what === 'claim' &&
      span.start === claim.span.start &&
      span.end === claim.span.end,
  );
  if (!rejection) return [];
  const tagged = tags.map(({ tag, ...given }) => ({ ...given, says: tag }));
  return [{ about: 'rejection', sides: [side(rejection.given), ...tagged] }];
}

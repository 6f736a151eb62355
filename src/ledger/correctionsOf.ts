// What was put right about one claim: by whom, and the event to take back.
import type { Analysis, Quote } from '../analysis/types.ts';
import { contains, isSameSpan, overlaps, wordsOf } from '../text/span.ts';
import type { AnnotatedClaim, AnnotatedDocument, CorrectionGiven } from './annotated.ts';

/** The corrections that made a claim what it is: of who says it, of its words, of its kind, of its figures' numbers. */
export function correctionsOf(
  { analysis, corrections }: Pick<AnnotatedDocument, 'analysis' | 'corrections'>,
  { claim }: Pick<AnnotatedClaim, 'claim'>,
): readonly CorrectionGiven[] {
  const quote = claim.source.type === 'quote' ? analysis.quotes[claim.source.quote] : undefined;
  return corrections.filter((given) => {
    const { what, span, state, correction, everywhere } = given;
    if (state !== 'applied' || what === 'name') return false;
    if (what === 'figure') return correction.aspect === 'value' && contains(claim.span, span);
    const item = what === 'claim' ? claim.span : quote?.content;
    if (item === undefined) return false;
    switch (correction.aspect) {
      case 'bounds':
        return overlaps(span, item) && wordsOf(analysis.text, item) === correction.to.quote.exact;
      case 'speaker':
        return (
          quote?.speaker?.name === correction.name &&
          (isSameSpan(span, item) || (everywhere && isAnother(analysis, quote)))
        );
      case 'kind':
        return isSameSpan(span, item);
      default:
        return false;
    }
  });
}

/** Whether the words that say who speaks are found to mean somebody else than is told now. */
function isAnother({ text, entities }: Analysis, { speaker }: Quote): boolean {
  const mention = speaker?.mention;
  if (!speaker || !mention) return false;
  if (speaker.entity === undefined) return wordsOf(text, mention) !== speaker.name;
  return !entities[speaker.entity]?.mentions.some((one) => overlaps(one, mention));
}

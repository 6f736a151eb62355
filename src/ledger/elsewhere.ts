// The same statement elsewhere in a document.
import type { Analysis } from '../analysis/types.ts';
import { wordsOf } from '../text/span.ts';
import type { AnnotatedClaim } from './annotated.ts';

/** For each claim the others that say the same in the same words, whatever their case, marks and white space. */
export function sameElsewhere(
  { text }: Analysis,
  claims: readonly AnnotatedClaim[],
): (claim: AnnotatedClaim) => readonly AnnotatedClaim[] {
  const alike = new Map<string, AnnotatedClaim[]>();
  const keys = new Map<AnnotatedClaim, string>();
  for (const claim of claims) {
    const key = bare(claim.claim.parts.map((part) => wordsOf(text, part)).join(' '));
    keys.set(claim, key);
    const group = alike.get(key);
    if (group) group.push(claim);
    else alike.set(key, [claim]);
  }
  return (claim) => (alike.get(keys.get(claim) ?? '') ?? []).filter((other) => other !== claim);
}

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// The same statement elsewhere in a document.
import type { Analysis } from '../analysis/types.ts';
import { wordsOf } from '../text/span.ts';
import type { AnnotatedClaim } from './annotated.ts';
import { hasTag } from './decide.ts';
import { builtInTags } from './tags.ts';

/** An editor's verdict on a claim, and the claims that say the same and have not that verdict. */
export interface Elsewhere {
  readonly verdict: string;
  readonly claims: readonly AnnotatedClaim[];
}

/**
 * Looks for the same statement elsewhere: the same words, whatever their case, marks and white space. Undefined where the
 * editor gave no verdict, or nobody else says it, or all have the verdict already.
 */
export function elsewhereIn(
  { text }: Analysis,
  claims: readonly AnnotatedClaim[],
  editor: string | undefined,
): (claim: AnnotatedClaim) => Elsewhere | undefined {
  const wordsIn = ({ claim }: AnnotatedClaim) => bare(claim.parts.map((part) => wordsOf(text, part)).join(' '));
  let alike: Map<string, AnnotatedClaim[]> | undefined;
  return (claim) => {
    const verdict = editor === undefined ? undefined : builtInTags.find((tag) => hasTag(claim, tag, editor));
    if (verdict === undefined) return undefined;
    alike ??= grouped(claims, wordsIn);
    const others = (alike.get(wordsIn(claim)) ?? []).filter(({ id }) => id !== claim.id);
    const lacking = others.filter((other) => !hasTag(other, verdict));
    return lacking.length > 0 ? { verdict, claims: lacking } : undefined;
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// Who says a claim, by name: the same words of another speaker are another claim.
import type { Analysis, Claim } from '../analysis/types.ts';
import { wordingOf } from './wording.ts';

/** The speaker's name as the whole text tells it; "" where the document itself says it or nobody is named. */
export function saidBy(analysis: Analysis, { source }: Claim): string {
  return source.type === 'quote' ? (analysis.quotes[source.quote]?.speaker?.name ?? '') : '';
}

const plain = (name: string): string => wordingOf(name).words.trim().toLowerCase();

/** Whether two names are one, whatever their case. A shorter form of a name is another: it may be another person's. */
export const isSameName = (one: string, other: string): boolean => one === other || plain(one) === plain(other);

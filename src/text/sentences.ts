import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** A sentence's span, edge white space left out, and its tokens: `tokens.slice(first, last)`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
}

/** Cuts one paragraph's tokens into sentences. A closing quotation mark belongs to the sentence it closes. */
export function splitSentences(_tokens: readonly Token[]): Sentence[] {
  return [];
}

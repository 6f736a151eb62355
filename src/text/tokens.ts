import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'mark' | 'symbol';

/** A word, a number as written ("4,500", "2022-02-07", "3.5"), a punctuation mark, or any other sign. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** `text` in lower case, typographic apostrophes as "'". */
  readonly lower: string;
  /** White space or the text's edge stands before it. */
  readonly spaced: boolean;
}

/** Splits a text into tokens in order; white space alone is left out. Linear in the text's length. */
export function tokenize(_text: string): Token[] {
  return [];
}

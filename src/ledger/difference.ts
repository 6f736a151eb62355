// What differs between two versions of a text.
import type { Wording } from './wording.ts';

export interface Difference {
  readonly then: Wording;
  readonly now: Wording;
}

export const differenceOf = (then: Wording, now: Wording): Difference => ({ then, now });

/** A stretch of words that both have, or that only the first or only the second has. */
export interface Piece {
  readonly type: 'same' | 'gone' | 'new';
  readonly words: string;
}

export const wordDifference = (before: string, now: string): readonly Piece[] =>
  before === now
    ? [{ type: 'same', words: now }]
    : [
        { type: 'gone', words: before },
        { type: 'new', words: now },
      ];

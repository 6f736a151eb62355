import { countBelow } from './search.ts';

/** Translates positions in one text: in memory they are UTF-16 code units, stored they are code points. */
export interface CodePoints {
  /** An offset inside a surrogate pair counts as the pair's start. */
  fromUtf16(offset: number): number;
  toUtf16(offset: number): number;
}

/** Reads the text once; a look-up then costs a binary search over its surrogate pairs. A lone surrogate is one code point. */
export function codePointsOf(text: string): CodePoints {
  /** The UTF-16 offset of the second half of each pair. */
  const halves: number[] = [];
  /** The code point offset behind each pair, less one: what stands there is shifted. */
  const shifted: number[] = [];
  const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;
  for (let match = pairs.exec(text); match; match = pairs.exec(text)) {
    shifted.push(match.index - halves.length);
    halves.push(match.index + 1);
  }
  return {
    fromUtf16: (offset) => offset - countBelow(halves, offset + 1),
    toUtf16: (offset) => offset + countBelow(shifted, offset),
  };
}

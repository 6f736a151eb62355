// A text as its wording is compared: differences of white space, line wrapping, quotation-mark style and Unicode normal
// form are gone, every other character is as it was.

import { type CodePoints, codePointsOf } from '../text/codePoints.ts';
import { countBelow } from '../text/search.ts';
import { finish, type Steps } from '../text/steps.ts';

/** Offsets in `words` count UTF-16 units of the wording, "raw" ones those of the text it was made from. */
export interface Wording {
  readonly raw: string;
  readonly codePoints: CodePoints;
  /** White space as one space, quotation marks as " and ', letters with their marks composed (NFC). */
  readonly words: string;
  toRaw(offset: number): number;
  fromRaw(offset: number): number;
  /** Whether a character as readers see it begins or ends at this offset. */
  isEdge(offset: number): boolean;
  /** Where each word begins; a word is what stands between spaces. */
  placesOf(word: string): readonly number[];
}

// One base with at most 30 marks (as in Unicode's stream-safe text format, UAX #15), Hangul letters that compose to
// one syllable, and letters that NFC replaces by another.
const special =
  /\s+|["“”„‟«»″〝〞]|['‘’‚‛‹›′´`]|[\u1100-\u115f]+[\u1160-\u11ff]*|[\uac00-\ud7a3]?[\u1160-\u11ff]+|\P{M}\p{M}{1,30}|[ʹ;·\u1f00-\u1fff\u2126\u212a\u212b\u2329\u232a\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu;

const doubleQuote = /^["“”„‟«»″〝〞]$/u;
const singleQuote = /^['‘’‚‛‹›′´`]$/u;

function plain(piece: string): string {
  if (/^\s/.test(piece)) return ' ';
  if (doubleQuote.test(piece)) return '"';
  if (singleQuote.test(piece)) return "'";
  return piece.normalize('NFC');
}

/** The index of the last entry that is not above `value`; `entries` rises and begins with 0. */
const lastNotAbove = (entries: readonly number[], value: number): number => countBelow(entries, value + 1) - 1;

function indexWords(words: string): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let start = 0; start <= words.length; ) {
    const space = words.indexOf(' ', start);
    const end = space < 0 ? words.length : space;
    if (end > start) {
      const word = words.slice(start, end);
      const places = index.get(word);
      if (places) places.push(start);
      else index.set(word, [start]);
    }
    start = end + 1;
  }
  return index;
}

/** The wording of a text. Linear in its length. */
export const wordingOf = (raw: string): Wording => finish(wordingSteps(raw));

/** `wordingOf` in steps. */
export function* wordingSteps(raw: string): Steps<Wording> {
  let matches = 0;
  // Pieces in turn: stretches that are the same in both, and single pieces that may differ in length.
  const rawStarts = [0];
  const starts = [0];
  const isStretch = [true];
  const pieces: string[] = [];
  let length = 0;
  let done = 0;

  function add(piece: string, rawStart: number, same: boolean): void {
    pieces.push(piece);
    rawStarts.push(rawStart);
    starts.push(length);
    isStretch.push(same);
    length += piece.length;
  }

  for (const match of raw.matchAll(special)) {
    if (++matches % 256 === 0) yield;
    const piece = plain(match[0]);
    if (piece === match[0]) continue;
    add(raw.slice(done, match.index), done, true);
    add(piece, match.index, false);
    done = match.index + match[0].length;
  }
  add(raw.slice(done), done, true);
  const words = pieces.join('');
  let index: Map<string, number[]> | undefined;
  let codePoints: CodePoints | undefined;

  return {
    raw,
    get codePoints() {
      codePoints ??= codePointsOf(raw);
      return codePoints;
    },
    words,
    toRaw(offset) {
      if (offset >= length) return raw.length;
      const at = lastNotAbove(starts, offset);
      return rawStarts[at]! + (isStretch[at] ? offset - starts[at]! : 0);
    },
    fromRaw(offset) {
      if (offset >= raw.length) return length;
      const at = lastNotAbove(rawStarts, offset);
      return starts[at]! + (isStretch[at] ? offset - rawStarts[at]! : 0);
    },
    isEdge(offset) {
      const at = lastNotAbove(starts, Math.min(offset, length));
      const inside = isStretch[at]
        ? /^[\p{M}\u1160-\u11ff\udc00-\udfff]/u.test(words.slice(offset, offset + 1))
        : offset !== starts[at]!;
      return offset >= length || !inside;
    },
    placesOf(word) {
      index ??= indexWords(words);
      return index.get(word) ?? [];
    },
  };
}

/** Every place where `needle` stands, overlapping ones too (Knuth, Morris and Pratt, 1977). Linear in both. */
export function placesOfAny(words: string, needle: string): number[] {
  if (needle === '') return [];
  const fallback = new Int32Array(needle.length);
  for (let at = 1, matched = 0; at < needle.length; at++) {
    while (matched > 0 && needle[at] !== needle[matched]) matched = fallback[matched - 1]!;
    if (needle[at] === needle[matched]) matched++;
    fallback[at] = matched;
  }
  const places: number[] = [];
  for (let at = 0, matched = 0; at < words.length; at++) {
    while (matched > 0 && words[at] !== needle[matched]) matched = fallback[matched - 1]!;
    if (words[at] === needle[matched]) matched++;
    if (matched === needle.length) {
      places.push(at - matched + 1);
      matched = fallback[matched - 1]!;
    }
  }
  return places;
}

const saysNothing = ' "\'.,;:';

/** The wording of words without what stands at their edges and says nothing. */
export function coreOf(text: string): string {
  const { words } = wordingOf(text);
  let start = 0;
  let end = words.length;
  while (start < end && saysNothing.includes(words[start]!)) start++;
  while (start < end && saysNothing.includes(words[end - 1]!)) end--;
  return words.slice(start, end);
}

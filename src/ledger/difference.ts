// What differs between two versions of a text: where each stretch of the one stands in the other, and which words of a
// stretch were exchanged. Words are aligned by what is unique in both (patience difference, Cohen), then what is left is
// looked for elsewhere, as moved.
import { countBelow } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { type Wording, wordingOf } from './wording.ts';

/** Where a stretch of the version before stands now; wording offsets. */
export type Whereabouts =
  /** All of it, word by word one after the other. */
  | { readonly type: 'same'; readonly start: number }
  /** Some of its words, or others between the neighbours it had; `span` is what took its place. */
  | { readonly type: 'changed'; readonly span: Span }
  | { readonly type: 'gone' };

export interface Difference {
  /** @param span wording offsets in the version before. */
  readonly placeOf: (span: Span) => Whereabouts;
  /** The share of a stretch of the present text that came from the version before. Wording offsets. */
  readonly oldShare: (span: Span) => number;
  /** Where a stretch of the present text stood before, where all of it stood together. Wording offsets. */
  readonly sourceOf: (span: Span) => number | undefined;
}

/** Letters and digits in a row, or one other character. */
const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

interface Tokens {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function tokensOf(words: string, numbers: Map<string, number>): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of words.matchAll(token)) {
    let id = numbers.get(piece);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(piece, id);
    }
    ids.push(id);
    starts.push(index);
    ends.push(index + piece.length);
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** How many tokens in a row are looked for, longest first: long runs are rarely unique by chance. */
const runLengths = [8, 4, 2, 1];
/** Ranges that unique runs do not part are taken apart no deeper than this, so that the time stays linear. */
const deepest = 8;
/** Ranges of which the product is smaller are compared word by word with word. */
const smallEnough = 2_500;
/** Tokens in a row that have to be the same for a stretch to have moved. */
const movedRun = 5;

/** Of a stretch of more tokens than this, */
const shortest = 4;
/** this share has to be left for what took its place to be the same stretch, changed. */
const leastKept = 0.3;

/** How many tokens may have come in the place of some at a stretch's edge. */
const slackOf = (gone: number): number => (gone === 0 ? 0 : 2 * gone + 2);

/** A number for `length` tokens from `at`. Runs that share it are compared before they count as one. */
function runHash(ids: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let next = at; next < at + length; next++) hash = (Math.imul(hash, 0x01000193) ^ ids[next]!) | 0;
  return hash;
}

function isSameRun(a: Int32Array, from: number, b: Int32Array, to: number, length: number): boolean {
  for (let next = 0; next < length; next++) if (a[from + next] !== b[to + next]) return false;
  return true;
}

const several = -2;

/** Where each run stands, or `several`. */
function runPlaces(ids: Int32Array, places: Iterable<number>, length: number): Map<number, number> {
  const found = new Map<number, number>();
  for (const at of places) {
    const hash = runHash(ids, at, length);
    found.set(hash, found.has(hash) ? several : at);
  }
  return found;
}

function* range(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at++) yield at;
}

/** Pairs of places of runs that stand once in each. In the order of the first. */
function uniqueRuns(
  a: Int32Array,
  b: Int32Array,
  inA: Iterable<number>,
  inB: Iterable<number>,
  length: number,
): (readonly [number, number])[] {
  const ofB = runPlaces(b, inB, length);
  const pairs: (readonly [number, number])[] = [];
  for (const [hash, at] of runPlaces(a, inA, length)) {
    const to = ofB.get(hash) ?? several;
    if (at !== several && to !== several && isSameRun(a, at, b, to, length)) pairs.push([at, to]);
  }
  return pairs.sort((one, other) => one[0] - other[0]);
}

/** The longest part of the pairs in which the second place rises too (patience sorting, Fredman 1975). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const topPairs: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [index, [, place]] of pairs.entries()) {
    const pile = countBelow(tops, place);
    tops[pile] = place;
    topPairs[pile] = index;
    before[index] = pile > 0 ? topPairs[pile - 1]! : -1;
  }
  const longest: (readonly [number, number])[] = [];
  for (let index = topPairs.at(-1) ?? -1; index >= 0; index = before[index]!) longest.push(pairs[index]!);
  return longest.reverse();
}

/** How well a text parts behind some words: best where a sentence ends. */
function seamBehind(words: string): number {
  if (/[.!?…]["'”’»)\]]*$/.test(words)) return 2;
  return /[\p{L}\p{M}\p{N}]$/u.test(words) ? 0 : 1;
}

/** A sentence's end and what closes it are no longer than this. */
const LONGEST_END = 6;

/** How well a text parts in front of each token: not at all where no white space stands. */
function seamsOf(words: string, { starts, ends }: Tokens): Uint8Array {
  return Uint8Array.from(starts, (start, at) => {
    if (at === 0) return 2;
    const end = ends[at - 1]!;
    return end === start ? 0 : seamBehind(words.slice(Math.max(0, end - LONGEST_END), end));
  });
}

/**
 * Where words were put in or taken out, it often cannot be told which of those that are the same are the old ones: between
 * "The hall fell." and "The mayor spoke." either "The" may be new. Then the sentence is taken to have stayed whole.
 */
function slide(a: Int32Array, b: Int32Array, image: Int32Array, seams: Uint8Array): void {
  for (let at = 1, last = -1; at < a.length; at++) {
    if (image[at - 1]! >= 0) last = at - 1;
    if (last < 0 || image[at]! < 0) continue;
    const gapInA = at - last - 1;
    const gapInB = image[at]! - image[last]! - 1;
    if (gapInA === 0 ? gapInB === 0 : gapInB > 0) continue;
    const isMovable = (back: number): boolean =>
      last - back >= 0 &&
      image[last - back] === image[last]! - back &&
      a[at - 1 - back] === b[image[last]! - back + gapInB];
    let best = 0;
    for (let back = 0; back < gapInA + gapInB && isMovable(back); back++)
      if (seams[at - 1 - back]! > seams[at - best]!) best = back + 1;
    const to = image[last]! + gapInB;
    for (let back = 0; back < best; back++) image[last - back] = -1;
    for (let back = 0; back < best; back++) image[at - 1 - back] = to - back;
  }
}

/**
 * Of each token of `a` its place in `b`, or -1.
 * @param seams how well `a` parts in front of each token.
 */
function align(a: Int32Array, b: Int32Array, seams: Uint8Array): Int32Array {
  const image = new Int32Array(a.length).fill(-1);

  /** Word by word (Wagner and Fischer, 1974). */
  function compare(fromA: number, toA: number, fromB: number, toB: number): void {
    const width = toB - fromB + 1;
    const lengths = new Uint16Array((toA - fromA + 1) * width);
    for (let i = toA - 1; i >= fromA; i--)
      for (let j = toB - 1; j >= fromB; j--) {
        const at = (i - fromA) * width + (j - fromB);
        lengths[at] = a[i] === b[j] ? lengths[at + width + 1]! + 1 : Math.max(lengths[at + width]!, lengths[at + 1]!);
      }
    for (let i = fromA, j = fromB; i < toA && j < toB; ) {
      const at = (i - fromA) * width + (j - fromB);
      if (a[i] === b[j]) image[i++] = j++;
      else if (lengths[at + width]! >= lengths[at + 1]!) i++;
      else j++;
    }
  }

  function within(fromA: number, toA: number, fromB: number, toB: number, depth: number): void {
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) image[fromA++] = fromB++;
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) image[--toA] = --toB;
    if (fromA === toA || fromB === toB) return;
    const isSmall = (toA - fromA) * (toB - fromB) <= smallEnough;
    if (isSmall) compare(fromA, toA, fromB, toB);
    if (isSmall || depth === deepest) return;
    for (const length of runLengths) {
      if (toA - fromA < length || toB - fromB < length) continue;
      const pairs = rising(uniqueRuns(a, b, range(fromA, toA - length + 1), range(fromB, toB - length + 1), length));
      if (pairs.length === 0) continue;
      let [doneA, doneB] = [fromA, fromB];
      for (const [at, to] of pairs) {
        if (at < doneA || to < doneB) continue;
        within(doneA, at, doneB, to, depth + 1);
        for (doneA = at, doneB = to; doneA < toA && doneB < toB && a[doneA] === b[doneB]; ) image[doneA++] = doneB++;
      }
      within(doneA, toA, doneB, toB, depth + 1);
      return;
    }
  }

  within(0, a.length, 0, b.length, 0);
  slide(a, b, image, seams);
  return image;
}

/** Looks for what is left of `a` among what is left of `b`, in any order. */
function findMoved(a: Int32Array, b: Int32Array, image: Int32Array, source: Int32Array): void {
  const freeRuns = (taken: Int32Array): number[] => {
    const places: number[] = [];
    for (let at = 0, free = 0; at < taken.length; at++) {
      free = taken[at]! < 0 ? free + 1 : 0;
      if (free >= movedRun) places.push(at - movedRun + 1);
    }
    return places;
  };
  for (const [at, to] of uniqueRuns(a, b, freeRuns(image), freeRuns(source), movedRun)) {
    if (image[at]! >= 0 || source[to]! >= 0) continue;
    let [i, j] = [at, to];
    while (i > 0 && j > 0 && a[i - 1] === b[j - 1] && image[i - 1]! < 0 && source[j - 1]! < 0) {
      i--;
      j--;
    }
    for (; i < a.length && j < b.length && a[i] === b[j] && image[i]! < 0 && source[j]! < 0; i++, j++) {
      image[i] = j;
      source[j] = i;
    }
  }
}

/** The words of `then` in `now`. Linear in both, but for sorting. */
export function differenceOf(then: Wording, now: Wording): Difference {
  const numbers = new Map<string, number>();
  const before = tokensOf(then.words, numbers);
  const after = tokensOf(now.words, numbers);
  const image = align(before.ids, after.ids, seamsOf(then.words, before));
  const source = new Int32Array(after.ids.length).fill(-1);
  for (const [at, to] of image.entries()) if (to >= 0) source[to] = at;
  findMoved(before.ids, after.ids, image, source);

  /** The tokens that a span touches: the first, and the one after the last. */
  const touched = ({ starts, ends }: Tokens, { start, end }: Span): readonly [number, number] => {
    const first = countBelow(ends, start + 1);
    return [first, Math.max(first, countBelow(starts, end))];
  };
  const isRun = (places: Int32Array, first: number, last: number): boolean => {
    for (let at = first; at < last; at++)
      if (places[at]! < 0 || places[at]! - places[first]! !== at - first) return false;
    return first < last;
  };

  return {
    placeOf(span) {
      const [first, last] = touched(before, span);
      if (isRun(image, first, last)) {
        const start = after.starts[image[first]!]! + span.start - before.starts[first]!;
        if (start >= 0) return { type: 'same', start };
        // The white space that the span began with stood before what now begins the text.
        return { type: 'changed', span: { start: 0, end: after.ends[image[last - 1]!]! } };
      }
      const kept = [...range(first, last)].filter((at) => image[at]! >= 0);
      const own = kept.map((at) => image[at]!);
      if (last - first > shortest && own.length < leastKept * (last - first)) return { type: 'gone' };
      let left = first - 1;
      while (left >= 0 && image[left]! < 0) left--;
      let right = last;
      while (right < image.length && image[right]! < 0) right++;
      // Between the neighbours it had, where they still stand one before the other with nothing else of old between them.
      let from = left < 0 ? 0 : image[left]! + 1;
      let to = right < image.length ? image[right]! : after.ids.length;
      const isOrdered = from <= to && isFree(from, to, first, last);
      if (!isOrdered) {
        if (own.length === 0) return { type: 'gone' };
        from = Math.min(...own);
        to = Math.max(...own) + 1;
        if (to - from > 3 * (last - first) + 8) return { type: 'gone' };
      }
      // What is left of it shows about where it begins and ends, where its neighbours have changed as well.
      if (own.length > 0) {
        from = Math.max(from, own[0]! - slackOf(kept[0]! - first));
        to = Math.min(to, own.at(-1)! + 1 + slackOf(last - 1 - kept.at(-1)!));
      }
      if (from >= to) return { type: 'gone' };
      return { type: 'changed', span: { start: after.starts[from]!, end: after.ends[to - 1]! } };

      function isFree(start: number, end: number, own: number, ownEnd: number): boolean {
        for (let at = start; at < end; at++) {
          const was = source[at]!;
          if (was >= 0 && (was < own || was >= ownEnd)) return false;
        }
        return true;
      }
    },
    oldShare(span) {
      const [first, last] = touched(after, span);
      let old = 0;
      for (let at = first; at < last; at++) if (source[at]! >= 0) old++;
      return last > first ? old / (last - first) : 0;
    },
    sourceOf(span) {
      const [first, last] = touched(after, span);
      return isRun(source, first, last)
        ? before.starts[source[first]!]! + span.start - after.starts[first]!
        : undefined;
    },
  };
}

/** A stretch of words that both have, or that only the one before or only the one now has. */
export interface Piece {
  readonly type: 'same' | 'gone' | 'new';
  readonly words: string;
}

/** Beyond this many words either text is shown as a whole. */
const mostWords = 1_500;

/**
 * Two short texts word by word: what both have in the words of the second, what was exchanged as gone, then new.
 * Words that differ in white space, quotation marks or normal form alone are the same.
 */
export function wordDifference(before: string, now: string): readonly Piece[] {
  const [a, b] = [before, now].map((text) => text.trim().split(/\s+/).filter(Boolean));
  const whole = (words: readonly string[], type: Piece['type']): Piece[] =>
    words.length > 0 ? [{ type, words: words.join(' ') }] : [];
  if (a!.length > mostWords || b!.length > mostWords) return [...whole(a!, 'gone'), ...whole(b!, 'new')];
  const numbers = new Map<string, number>();
  const idsOf = (words: readonly string[]): Int32Array =>
    Int32Array.from(words, (word) => {
      const plain = wordingOf(word).words;
      if (!numbers.has(plain)) numbers.set(plain, numbers.size);
      return numbers.get(plain)!;
    });
  const seams = Uint8Array.from(a!, (_, at) => (at === 0 ? 2 : seamBehind(a![at - 1]!)));
  const image = align(idsOf(a!), idsOf(b!), seams);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a!.length || j < b!.length) {
    const [fromA, fromB] = [i, j];
    while (i < a!.length && image[i]! < 0) i++;
    while (j < (i < a!.length ? image[i]! : b!.length)) j++;
    pieces.push(...whole(a!.slice(fromA, i), 'gone'), ...whole(b!.slice(fromB, j), 'new'));
    const same = j;
    while (i < a!.length && image[i] === j) {
      i++;
      j++;
    }
    pieces.push(...whole(b!.slice(same, j), 'same'));
  }
  return pieces;
}

// Where words that have changed probably are now. A guess: what it finds is only ever shown as changed.
import type { Span } from '../text/span.ts';
import type { Wording } from './wording.ts';

interface Sought {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A word more frequent than this does not tell a place. */
const tooFrequent = 32;
/** Places whose shift differs by less, in characters, are taken to belong together. */
const bucket = 64;
/** How much of the context next to the words shows where they begin or end. */
const seam = 16;

interface Vote {
  /** Where in the text, and where in the words sought; below 0 in the prefix. */
  readonly place: number;
  readonly at: number;
  readonly end: number;
}

function* wordsIn(text: string): Generator<{ readonly word: string; readonly at: number }> {
  for (let at = 0; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    if (end > at) yield { word: text.slice(at, end), at };
    at = end + 1;
  }
}

/** Every place of every telling word of the words and their context. */
function collectVotes(text: Wording, { exact, prefix, suffix }: Sought): Vote[] {
  const votes: Vote[] = [];
  for (const { word, at } of wordsIn(prefix + exact + suffix)) {
    const places = text.placesOf(word);
    if (places.length > tooFrequent) continue;
    for (const place of places) votes.push({ place, at: at - prefix.length, end: place + word.length });
  }
  return votes;
}

/** The shift, from the words sought to the text, that most votes agree on; among equals the nearest to `expected`. */
function bestShift(votes: readonly Vote[], expected: number): number | undefined {
  const counts = new Map<number, number>();
  for (const { place, at } of votes) {
    const key = Math.floor((place - at) / bucket);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let best: { readonly shift: number; readonly count: number; readonly distance: number } | undefined;
  for (const [key, own] of counts) {
    const count = own + (counts.get(key + 1) ?? 0);
    const shift = (key + 1) * bucket;
    const distance = Math.abs(shift - expected);
    if (!best || count > best.count || (count === best.count && distance < best.distance))
      best = { shift, count, distance };
  }
  return best?.shift;
}

/** The share of the words sought that stand in a stretch of the text. */
function sharedWords(exact: string, stretch: string): number {
  const present = new Set(stretch.split(' '));
  const words = exact.split(' ').filter((word) => word !== '');
  return words.length === 0 ? 0 : words.filter((word) => present.has(word)).length / words.length;
}

function trimmed(text: Wording, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && text.words[start] === ' ') start++;
  while (start < end && text.words[end - 1] === ' ') end--;
  return start < end ? { start, end } : undefined;
}

/**
 * Where the words sought probably are now, in wording offsets: the nearest of the places where they stand as they were
 * but cannot be told apart, else where most of their words and context stand together; undefined where they are gone.
 */
export function nearestTo(
  text: Wording,
  sought: Sought,
  expected: number,
  places: readonly number[],
): Span | undefined {
  if (places.length > 0) {
    const start = places.reduce((a, b) => (Math.abs(b - expected) < Math.abs(a - expected) ? b : a));
    return { start, end: start + sought.exact.length };
  }
  const votes = collectVotes(text, sought);
  const shift = bestShift(votes, expected);
  const there = shift === undefined ? undefined : around(text, sought, votes, shift);
  return there ?? around(text, sought, votes, expected);
}

/** Where the words stand that were shifted to about there, told by what is next to them or by their own words. */
function around(
  text: Wording,
  { exact, prefix, suffix }: Sought,
  votes: readonly Vote[],
  shift: number,
): Span | undefined {
  const slack = 2 * bucket;
  const from = Math.max(0, shift - prefix.length - slack);
  const until = shift + exact.length + suffix.length + 2 * slack;
  const stretch = text.words.slice(from, until);
  const head = prefix.slice(-seam);
  const tail = suffix.slice(0, seam);
  const headAt = head === '' ? -1 : stretch.indexOf(head);
  const start = headAt < 0 ? undefined : from + headAt + head.length;
  const tailAt = tail === '' ? -1 : stretch.indexOf(tail, start === undefined ? 0 : start - from);
  const end = tailAt < 0 ? undefined : from + tailAt;

  if (start !== undefined && end !== undefined) {
    const between = trimmed(text, { start, end });
    if (!between) return undefined;
    const shared = sharedWords(exact, text.words.slice(between.start, between.end));
    const isShort = between.end - between.start <= exact.length + 20 && exact.length <= 40;
    return shared >= 0.3 || isShort ? between : undefined;
  }
  const own = votes.filter(({ place, at }) => at >= 0 && at < exact.length && Math.abs(place - at - shift) <= slack);
  if (own.length === 0) return undefined;
  const guess = trimmed(text, {
    start: start ?? own.reduce((first, { place }) => Math.min(first, place), Number.POSITIVE_INFINITY),
    end: end ?? own.reduce((last, vote) => Math.max(last, vote.end), 0),
  });
  return guess && sharedWords(exact, text.words.slice(guess.start, guess.end)) >= 0.5 ? guess : undefined;
}

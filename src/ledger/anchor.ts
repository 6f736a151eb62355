// Where a decision stands: the exact words it is about, their context and position, and how they are found again.
import type { Span } from '../text/span.ts';
import type { Behind } from './behind.ts';
import type { Difference } from './difference.ts';
import { nearestTo } from './near.ts';
import { placesOfAny, type Wording, wordingOf } from './wording.ts';

/** W3C Web Annotation: the words themselves, and what stands before and after them. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C Web Annotation: a half-open range of Unicode code points. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

export interface Selected {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/** What a decision is about; for a claim its words, with its cue and its speaker's mention. */
export interface Anchor extends Selected {
  /** How often the words stood in the version read; `alike`: in the same context too; `number`: which of those, from 1. */
  readonly stood?: { readonly times: number; readonly alike: number; readonly number: number };
  /** Where it is near, its context reaches to the claim's words, so that nothing can come between unnoticed. */
  readonly cue?: Selected;
  readonly speaker?: Selected;
  /** What stood behind the words. */
  readonly behind?: Behind;
}

/** `changed`: here is where the words probably are now. What was said of them may no longer hold. */
export type Attached =
  | { readonly type: 'intact'; readonly span: Span }
  | { readonly type: 'changed'; readonly span: Span }
  | { readonly type: 'lost' };

/** The version of the text that was read, and how it differs from the text as it is now. */
export interface Version {
  readonly wording: Wording;
  readonly difference: Difference;
}

/** Code points of context on either side. */
const contextLength = 32;
/** Characters beyond which nobody looks for what tells copies apart, */
const farthest = 1_000;
/** nor for a sentence's edge. */
const longestSentence = 1_000;
/** What came from other words of the version before, by this share of its own, is not what the words became. */
const mostlyOld = 0.5;
/** The most code points of context that reach from a cue to the claim's words. */
const longestReach = 200;
/** Characters without a space between them and the words that have to stay as they were. */
const longestGlue = 8;
/** Words this long, in characters, are recognised without their context if they stood once and stand once. */
const tellsByItself = 40;
const shortWords = 24;
const someContext = 8;

const isMarkAt = (text: string, offset: number): boolean => /^\p{M}/u.test(text.slice(offset, offset + 2));

/** The text's words in a span, with context that neither cuts a pair of surrogates nor parts a letter from its marks. */
function select(text: Wording, span: Span, before = contextLength, after = contextLength): Selected {
  const { raw, codePoints } = text;
  const start = codePoints.fromUtf16(span.start);
  const end = codePoints.fromUtf16(span.end);
  const exactStart = codePoints.toUtf16(start);
  const exactEnd = codePoints.toUtf16(end);
  let from = codePoints.toUtf16(Math.max(0, start - before));
  for (let marks = 0; marks < 30 && from > 0 && isMarkAt(raw, from); marks++) from--;
  from = codePoints.toUtf16(codePoints.fromUtf16(from));
  let to = Math.min(raw.length, codePoints.toUtf16(end + after));
  for (let marks = 0; marks < 30 && isMarkAt(raw, to); marks++) to += raw.codePointAt(to)! > 0xffff ? 2 : 1;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: raw.slice(exactStart, exactEnd),
      prefix: raw.slice(from, exactStart),
      suffix: raw.slice(exactEnd, to),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

/** A cue or mention, with context that reaches to the claim's words where they are near. */
function selectBeside(text: Wording, words: Span, beside: Span): Selected {
  const { codePoints } = text;
  const reach = (from: number, to: number): number => {
    const gap = codePoints.fromUtf16(to) - codePoints.fromUtf16(from);
    return gap >= 0 && gap <= longestReach ? gap : contextLength;
  };
  if (beside.start >= words.end) return select(text, beside, reach(words.end, beside.start));
  if (beside.end <= words.start) return select(text, beside, contextLength, reach(beside.end, words.start));
  return select(text, beside);
}

/**
 * The anchor of a span of the text that was read.
 * @param span UTF-16 offsets into `text.raw`; one inside a surrogate pair is moved to the pair's start.
 * @param attribution for a claim: who says it; with a cue and a speaker's mention: theirs.
 */
export function makeAnchor(
  text: Wording,
  span: Span,
  attribution: { readonly cue?: Span; readonly speaker?: Span; readonly behind?: Behind } = {},
): Anchor {
  const selected = select(text, span);
  const sought = seek(selected);
  const places = placesOf(text, sought);
  const alike = places.filter((place) => hasWholeContext(text, sought, place));
  const here = text.fromRaw(text.codePoints.toUtf16(selected.position.start));
  const number = alike.indexOf(here) + 1;
  const { cue, speaker, behind } = attribution;
  return {
    ...selected,
    ...(number > 0 ? { stood: { times: places.length, alike: alike.length, number } } : {}),
    ...(cue ? { cue: selectBeside(text, span, cue) } : {}),
    ...(speaker ? { speaker: selectBeside(text, span, speaker) } : {}),
    ...(behind ? { behind } : {}),
  };
}

/** What is looked for, as wording. */
interface Sought {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The text began or ended within the context. */
  readonly first: boolean;
  readonly last: boolean;
  /** What stood next to the words without a space. */
  readonly glueBefore: string;
  readonly glueAfter: string;
}

const codePointCount = (text: string): number => text.length - (text.match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0);

function seek({ quote }: Selected): Sought {
  const prefix = wordingOf(quote.prefix).words;
  const suffix = wordingOf(quote.suffix).words;
  return {
    exact: wordingOf(quote.exact).words,
    prefix,
    suffix,
    first: codePointCount(quote.prefix) < contextLength,
    last: codePointCount(quote.suffix) < contextLength,
    glueBefore: prefix.slice(Math.max(prefix.lastIndexOf(' ') + 1, prefix.length - longestGlue)),
    glueAfter: suffix.slice(0, longestGlue).split(' ', 1)[0]!,
  };
}

const isGap = (text: Wording, offset: number): boolean => {
  const character = text.words[offset];
  return character === undefined || character === ' ';
};

type Places = readonly number[];

/** What was found, by the words and what they are joined to: in a text of refrains the same are looked for often. */
const known = {
  places: new WeakMap<Wording, Map<string, Places>>(),
  newPlaces: new WeakMap<Difference, Map<string, Places>>(),
};

function remembered<K extends object>(
  memory: WeakMap<K, Map<string, Places>>,
  of: K,
  { glueBefore, exact, glueAfter }: Sought,
  find: () => Places,
): Places {
  const key = `${glueBefore} ${exact} ${glueAfter}`;
  const found = memory.get(of) ?? new Map<string, Places>();
  memory.set(of, found);
  const places = found.get(key) ?? find();
  found.set(key, places);
  return places;
}

/** Where the words stand, as whole as they were: what is next to them without a space is the same. Offsets in wording. */
const placesOf = (text: Wording, sought: Sought): Places =>
  remembered(known.places, text, sought, () => findPlaces(text, sought));

/** Those of them that did not stand together in the version before. */
const newPlacesOf = (text: Wording, sought: Sought, difference: Difference): Places =>
  remembered(known.newPlaces, difference, sought, () =>
    placesOf(text, sought).filter(
      (place) => difference.sourceOf({ start: place, end: place + sought.exact.length }) === undefined,
    ),
  );

function findPlaces(text: Wording, sought: Sought): number[] {
  const { exact, glueBefore, glueAfter } = sought;
  if (exact.trim() === '') return [];
  const needle = glueBefore + exact + glueAfter;
  const wholeBefore = glueBefore.length < longestGlue;
  const wholeAfter = glueAfter.length < longestGlue;
  return placesOfNeedle(text, needle, wholeBefore, wholeAfter)
    .filter(
      (at) =>
        (!wholeBefore || exact.startsWith(' ') || isGap(text, at - 1)) &&
        (!wholeAfter || exact.endsWith(' ') || isGap(text, at + needle.length)),
    )
    .map((at) => at + glueBefore.length)
    .filter((at) => text.isEdge(at) && text.isEdge(at + exact.length));
}

/** Looks up the rarest whole word of the needle; where that is no short cut, reads the text. */
function placesOfNeedle(text: Wording, needle: string, wholeBefore: boolean, wholeAfter: boolean): number[] {
  let best: { readonly at: number; readonly places: readonly number[] } | undefined;
  for (let at = 0; at < needle.length; ) {
    const space = needle.indexOf(' ', at);
    const end = space < 0 ? needle.length : space;
    const isWhole = (at > 0 || wholeBefore) && (end < needle.length || wholeAfter);
    if (end > at && isWhole) {
      const places = text.placesOf(needle.slice(at, end));
      if (!best || places.length < best.places.length) best = { at, places };
    }
    at = end + 1;
  }
  if (!best || best.places.length * needle.length > text.words.length + 1000) return placesOfAny(text.words, needle);
  const { at, places } = best;
  return places.map((place) => place - at).filter((place) => place >= 0 && text.words.startsWith(needle, place));
}

function hasWholeContext(text: Wording, sought: Sought, at: number): boolean {
  const { exact, prefix, suffix } = sought;
  const from = at - prefix.length;
  const to = at + exact.length + suffix.length;
  return (
    from >= 0 &&
    text.words.startsWith(prefix, from) &&
    text.words.startsWith(suffix, at + exact.length) &&
    (!sought.first || from === 0) &&
    (!sought.last || to === text.words.length)
  );
}

/** How many characters of the context are the same next to the words, counted from them. */
function sharedContext(text: Wording, sought: Sought, at: number): { readonly before: number; readonly after: number } {
  const { exact, prefix, suffix } = sought;
  let before = 0;
  while (before < prefix.length && text.words[at - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text.words[at + exact.length + after] === suffix[after]) after++;
  return { before, after };
}

/** The context on one side is as it was, and on the other the next words are; for long words one side is enough. */
function isSupported(text: Wording, sought: Sought, at: number): boolean {
  const { before, after } = sharedContext(text, sought, at);
  const { prefix, suffix } = sought;
  const enough = sought.exact.length >= shortWords ? 0 : someContext;
  const wholeBefore = prefix.length >= someContext && before === prefix.length;
  const wholeAfter = suffix.length >= someContext && after === suffix.length;
  return (
    (wholeBefore && after >= Math.min(enough, suffix.length)) ||
    (wholeAfter && before >= Math.min(enough, prefix.length))
  );
}

/** The place that can be told to be the one that was meant, among all where the words stand. */
function placeMeant(text: Wording, sought: Sought, anchor: Anchor, places: readonly number[]): number | undefined {
  const { times, alike, number } = anchor.stood ?? { times: 1, alike: 1, number: 1 };
  const same = places.filter((at) => hasWholeContext(text, sought, at));
  if (same.length > 0) return same.length === alike ? same[number - 1] : undefined;
  // Where fewer are left than there were, the one that is gone may be the one that was meant.
  if (alike > 1 || places.length < times) return undefined;
  const supported = places.filter((at) => isSupported(text, sought, at));
  if (supported.length > 0) return supported.length === 1 ? supported[0] : undefined;
  return times === 1 && places.length === 1 && sought.exact.length >= tellsByItself ? places[0] : undefined;
}

/** The very words in the very place, with their context: nothing has happened near them. */
function isInPlace(raw: string, { exact, prefix, suffix }: TextQuoteSelector, start: number): boolean {
  const end = start + exact.length;
  return (
    raw.startsWith(exact, start) &&
    start >= prefix.length &&
    raw.startsWith(prefix, start - prefix.length) &&
    raw.startsWith(suffix, end) &&
    (codePointCount(suffix) >= contextLength || end + suffix.length === raw.length)
  );
}

/** Whether a cue or mention still stands beside the claim's words as it did. */
function isBesideStill(text: Wording, words: Span, anchor: Anchor, beside: Selected, then?: Version): boolean {
  const { quote, position } = beside;
  if (position.start >= anchor.position.start && position.end <= anchor.position.end) return true;
  const end = text.fromRaw(words.end);
  const start = text.fromRaw(words.start);
  if (position.start - anchor.position.end === codePointCount(quote.prefix))
    return text.words.startsWith(wordingOf(quote.prefix + quote.exact).words, end);
  if (anchor.position.start - position.end === codePointCount(quote.suffix))
    return text.words.slice(0, start).endsWith(wordingOf(quote.exact + quote.suffix).words);
  return attachWords(text, beside, then).type === 'intact';
}

const spanIn = (text: Wording, at: number, length: number): Span => ({
  start: text.toRaw(at),
  end: text.toRaw(at + length),
});

/** Where an anchor's words stood in the version that was read; wording offsets. Undefined where that is not that version. */
function placeThen({ wording }: Version, { position }: Selected, { exact }: Sought): Span | undefined {
  const start = wording.fromRaw(wording.codePoints.toUtf16(position.start));
  return wording.words.startsWith(exact, start) ? { start, end: start + exact.length } : undefined;
}

/** How far two texts are the same before and after two places, at most as far as is worth looking. */
function sharedRound(one: Wording, at: Span, other: Wording, place: number): { before: number; after: number } {
  const length = at.end - at.start;
  let before = 0;
  while (before < farthest && at.start > before && one.words[at.start - 1 - before] === other.words[place - 1 - before])
    before++;
  let after = 0;
  while (
    after < farthest &&
    at.end + after < one.words.length &&
    one.words[at.end + after] === other.words[place + length + after]
  )
    after++;
  return { before, after };
}

/**
 * By the difference between the version that was read and the text as it is: the words are where that leads to, unless
 * a copy that is new fits there as well; where their place was changed, the same words elsewhere are others; where it is
 * gone, they have moved if they stand once more in a sentence of the same words.
 */
function attachByDifference(text: Wording, sought: Sought, then: Version, at: Span, anchor: Selected): Attached {
  const { difference, wording } = then;
  const length = at.end - at.start;
  const intact = (place: number): Attached => ({ type: 'intact', span: spanIn(text, place, length) });
  const changed = (span: Span): Attached => ({
    type: 'changed',
    span: spanIn(text, span.start, span.end - span.start),
  });
  const now = difference.placeOf(at);
  if (now.type === 'same') {
    if (!placesOf(text, sought).includes(now.start)) return changed({ start: now.start, end: now.start + length });
    const own = sharedRound(wording, at, text, now.start);
    const isAsGood = (place: number) => {
      const { before, after } = sharedRound(wording, at, text, place);
      const isWorse = before <= own.before && after <= own.after && before + after < own.before + own.after;
      return !isWorse;
    };
    const others = newPlacesOf(text, sought, difference).filter((place) => place !== now.start);
    return others.some(isAsGood) ? changed({ start: now.start, end: now.start + length }) : intact(now.start);
  }
  if (now.type === 'changed') return changed(now.span);
  const moved = newPlacesOf(text, sought, difference).filter((place) =>
    isSentenceSame(text, spanIn(text, place, length), anchor, then),
  );
  if (moved.length === 1) return intact(moved[0]!);
  const near = nearestTo(text, sought, text.fromRaw(text.codePoints.toUtf16(anchor.position.start)), moved);
  return near && difference.oldShare(near) < mostlyOld ? changed(near) : { type: 'lost' };
}

function attachWords(text: Wording, anchor: Anchor, then?: Version): Attached {
  const { quote, position } = anchor;
  const start = text.codePoints.toUtf16(position.start);
  const isSameText = then === undefined || then.wording.raw === text.raw;
  if (isSameText && isInPlace(text.raw, quote, start))
    return { type: 'intact', span: { start, end: start + quote.exact.length } };
  const sought = seek(anchor);
  const at = then && placeThen(then, anchor, sought);
  if (then && at && at.start < at.end) return attachByDifference(text, sought, then, at, anchor);
  const places = placesOf(text, sought);
  const meant = placeMeant(text, sought, anchor, places);
  if (meant !== undefined) return { type: 'intact', span: spanIn(text, meant, sought.exact.length) };
  const alike = places.length > 0 ? places : placesOfNeedle(text, sought.exact, false, false);
  const near = nearestTo(text, sought, text.fromRaw(start), alike);
  return near ? { type: 'changed', span: spanIn(text, near.start, near.end - near.start) } : { type: 'lost' };
}

/**
 * Finds an anchor's words in a text as it is now. Differences of white space, line wrapping, quotation-mark style and
 * Unicode normal form leave them intact; any other makes them changed, and so does one in a claim's attribution. Words
 * that stand in several places are intact only where the difference to the version read, or without it their context,
 * tells which was meant.
 * @param then the version that was read, where it is kept.
 * Spans are UTF-16 offsets into `text.raw`. Linear in the text's length, and mostly in the anchor's.
 */
export function attach(text: Wording, anchor: Anchor, then?: Version): Attached {
  const attached = attachWords(text, anchor, then);
  if (attached.type !== 'intact') return attached;
  const beside = [anchor.cue, anchor.speaker].filter((selected) => selected !== undefined);
  const stands = beside.every((selected) => isBesideStill(text, attached.span, anchor, selected, then));
  return stands ? attached : { type: 'changed', span: attached.span };
}

const closing = /["'”’»)\]]/;

/** Whether a sentence can end before this offset: after its mark and what closes it, or at a paragraph's end. */
function isSentenceEdge(raw: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && /\s/.test(raw[at - 1]!)) at--;
  if (at === 0 || /\n\s*\n/.test(raw.slice(at, offset))) return true;
  if (at === offset && offset < raw.length) return false;
  for (let marks = 0; marks < 4 && at > 0 && closing.test(raw[at - 1]!); marks++) at--;
  return /[.!?…]/.test(raw[at - 1] ?? '');
}

/** The words from the sentence's beginning to its end round a span, as far as is worth looking; UTF-16 offsets. */
function sentenceRound(raw: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < longestSentence && !isSentenceEdge(raw, from)) from--;
  let to = end;
  while (to < raw.length && to - end < longestSentence && !(to > start && isSentenceEdge(raw, to))) to++;
  return { start: from, end: to };
}

/** Whether the sentence round the words reads as it did in the version that was read. */
export function isSentenceSame(text: Wording, span: Span, anchor: Selected, then: Version | undefined): boolean {
  if (!then) {
    const { exact, prefix, suffix } = anchor.quote;
    return isInPlace(text.raw, { type: 'TextQuoteSelector', exact, prefix, suffix }, span.start);
  }
  const { codePoints, raw } = then.wording;
  const spanThen = { start: codePoints.toUtf16(anchor.position.start), end: codePoints.toUtf16(anchor.position.end) };
  const sentence = (whole: string, words: Span) => {
    const round = sentenceRound(whole, words);
    return wordingOf(whole.slice(round.start, round.end)).words.trim();
  };
  return sentence(text.raw, span) === sentence(raw, spanThen);
}

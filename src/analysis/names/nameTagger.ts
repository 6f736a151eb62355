// Names by a learned tagger: which words begin and continue a name, and of what kind. It sees each word with its
// neighbours, their parts of speech, the lists, the run of capitals that it stands in, and what the rules read there.

import { type Decoded, decodeField, FIELD_STEPS, type Field } from '../../model/field.ts';
import { addScores, type Tagger } from '../../model/tagger.ts';
import { EDGE, featureOf, type Word, wordOf } from '../../model/words.ts';
import { ownString } from '../../text/ownString.ts';
import { lowerOf } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import type { EntityKind } from '../types.ts';
import {
  beginsKnown,
  COUNTRY_VERBS,
  DOMAIN_WORDS,
  EVENT_ENDS,
  FAMILY,
  GIVEN,
  isCommon,
  isCommonAcronym,
  KIN,
  knownKind,
  LONGEST_NAME,
  looksCommon,
  NATIONAL_PEOPLE,
  ORGANISATION,
  ORGANISATION_FOLLOWERS,
  ORGANISATION_NOUNS,
  PERSON_NOUNS,
  PLACE,
  PLACE_BEFORE,
  PLACE_NOUNS,
  PLACE_OWNED,
  PLACES_OF_A_COUNTRY,
  SPEAKING,
  STRONG_PLACE_BEFORE,
  TITLE_ENDS,
  TITLE_PARTS,
  WORK_ENDS,
} from './gazetteer/lookup.ts';
import { knownAs } from './knownNames.ts';
import { PARTICLES } from './nameRuns.ts';
import type { RuledSentence } from './names.ts';
import type { NameWord } from './nameWords.ts';

/** What a word is by itself, each a set of bits. */
interface Facts {
  readonly word: Word;
  /** A person's names and titles. */
  readonly who: number;
  /** Heads and openers of organisations, places, works and events. */
  readonly what: number;
  /** What stands beside names. */
  readonly near: number;
  /** An ordinary word, and how it is written. */
  readonly plain: number;
  /** What its features say by a tagger, place by place, as far as they have been asked. */
  readonly said: { by: Tagger | undefined; places: number; sums: Int16Array };
}

const bits = (...set: readonly boolean[]): number => set.reduce((sum, one, at) => (one ? sum | (1 << at) : sum), 0);

function readFacts({ text, key, folded, shape }: NameWord): Facts {
  const known = knownKind(text, folded);
  return {
    said: nothingSaid(),
    word: wordOf(text, lowerOf(text)),
    who: bits(GIVEN.has(key), FAMILY.has(key), TITLE_ENDS.has(key), TITLE_PARTS.has(key), KIN.has(key)),
    what: bits(
      ORGANISATION.ends.has(key),
      ORGANISATION.opens.has(key),
      PLACE.ends.has(key),
      PLACE.opens.has(key),
      EVENT_ENDS.has(key),
      WORK_ENDS.has(key),
      DOMAIN_WORDS.has(key),
      known === 'place',
      known === 'nationality',
      known === 'organisation',
    ),
    near: bits(
      SPEAKING.has(key),
      PERSON_NOUNS.has(key),
      ORGANISATION_NOUNS.has(key),
      ORGANISATION_FOLLOWERS.has(key),
      PLACE_NOUNS.has(key),
      PLACE_BEFORE.has(key),
      STRONG_PLACE_BEFORE.has(key),
      COUNTRY_VERBS.has(key),
      PLACES_OF_A_COUNTRY.has(key),
      PLACE_OWNED.has(key),
      NATIONAL_PEOPLE.has(key),
    ),
    plain: bits(
      isCommon(key),
      looksCommon(key),
      isCommonAcronym(key),
      PARTICLES.has(key),
      shape === 'lower',
      shape === 'capital',
      shape === 'capitals',
    ),
  };
}

const MOST_KNOWN = 50_000;
const met = new Map<string, Facts>();

function factsOf(word: NameWord): Facts {
  const old = met.get(word.text);
  if (old !== undefined) return old;
  if (met.size >= MOST_KNOWN) met.clear();
  const facts = readFacts(word);
  met.set(ownString(word.text), facts);
  return facts;
}

const nothingSaid = (): Facts['said'] => ({ by: undefined, places: 0, sums: new Int16Array(0) });

const NO_FACTS: Facts = { word: EDGE, who: 0, what: 0, near: 0, plain: 0, said: nothingSaid() };

/** A sentence's words with all that the features are made of. */
export interface NameSentence {
  readonly words: readonly NameWord[];
  /** Of the words where names may be, and the two on either side. */
  readonly facts: readonly Facts[];
  /** Each word's part of speech, as an index into PARTS. */
  readonly parts: Uint8Array;
  /** What the rules read: 0, or 1 and twice the kind, and 1 more inside a name. */
  readonly rules: Uint8Array;
  /** The longest listed name a word is in: its kind, and where in the name the word stands. */
  readonly listed: Uint8Array;
  /** The run of capitals: its first word, and the one behind its last. */
  readonly runs: Int32Array;
  readonly runEnds: Int32Array;
  readonly dated: Uint8Array;
}

/** The kinds of names that are told apart; `other` are laws, works, goods and events. */
export const NAME_KINDS = ['person', 'organisation', 'place', 'nationality', 'other'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** None, then for each kind its first word and the words inside it. */
export const NAME_LABELS: readonly string[] = ['O', ...NAME_KINDS.flatMap((kind) => [`B-${kind}`, `I-${kind}`])];

/** The kind that the rules give just these words. */
export function ruledKind({ rules, words }: NameStretch, { from, to }: Reach): EntityKind | undefined {
  const first = rules[from]!;
  if (first % 2 === 0) return undefined;
  for (let at = from + 1; at < to; at++) if (rules[at] !== first + 1) return undefined;
  return to < words.length && rules[to] === first + 1 ? undefined : KINDS[(first - 1) >> 1];
}

const KINDS: readonly EntityKind[] = ['person', 'organisation', 'place', 'nationality', 'event'];
const LISTED = ['place', 'nationality', 'organisation'] as const;

export const isCapital = ({ shape }: NameWord): boolean => shape === 'capital' || shape === 'capitals';

/** Each word's part of speech; a part of a token has its token's. */
function partsOf({ tokens, learned }: Passage, words: readonly NameWord[]): Uint8Array {
  const parts = new Uint8Array(words.length);
  let low = 0;
  let high = tokens.length;
  const start = words[0]?.start ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  words.forEach((word, i) => {
    while (low + 1 < tokens.length && tokens[low]!.end <= word.start) low++;
    parts[i] = learned?.parts[low] ?? 0;
  });
  return parts;
}

/** Gathers what the features of a sentence are made of. */
export function nameSentence(passage: Passage, { words, names, dated }: RuledSentence): NameSentence {
  const count = words.length;
  const rules = new Uint8Array(count);
  let at = 0;
  for (const { start, end, kind } of names) {
    while (at < count && words[at]!.start < start) at++;
    let own = 1 + 2 * KINDS.indexOf(kind);
    for (; at < count && words[at]!.start < end; at++) {
      rules[at] = own;
      if (own % 2 === 1) own++;
    }
  }
  const listed = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    if (!isCapital(words[at]!) || !beginsKnown(words[at]!.folded)) continue;
    for (let end = Math.min(count, at + LONGEST_NAME); end > at; end--) {
      const kind = knownAs(words, at, end);
      if (kind === undefined) continue;
      const own = 1 + 4 * LISTED.indexOf(kind);
      for (let i = at; i < end; i++) listed[i] = own + (end - at === 1 ? 3 : i === at ? 0 : i === end - 1 ? 2 : 1);
      at = end - 1;
      break;
    }
  }
  const facts: Facts[] = new Array(count).fill(NO_FACTS);
  for (const { from, to } of reachesOf(words))
    for (let near = Math.max(0, from - 2); near < to + 2 && near < count; near++) facts[near] = factsOf(words[near]!);
  const runs = new Int32Array(count);
  const runEnds = new Int32Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    if (isCapital(words[from]!))
      while (to < count && isCapital(words[to]!) && words[to]!.gap === 'space' && !words[to - 1]!.possessive) to++;
    for (let at = from; at < to; at++) {
      runs[at] = from;
      runEnds[at] = to;
    }
    from = to;
  }
  return {
    words,
    facts,
    parts: partsOf(passage, words),
    rules,
    listed,
    runs,
    runEnds,
    dated: Uint8Array.from(dated, (is) => (is ? 1 : 0)),
  };
}

/** The features of a word by itself, and of a word as another's neighbour; each in its own place. */
function ownFeatures(facts: Facts, opens: number, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = featureOf(1, facts.word.lower);
  out[n++] = featureOf(6, facts.word.shape, opens);
  out[n++] = featureOf(9, facts.word.prefix2);
  out[n++] = featureOf(10, facts.word.prefix3);
  out[n++] = featureOf(11, facts.word.suffix2);
  out[n++] = featureOf(12, facts.word.suffix3);
  out[n++] = featureOf(13, facts.word.suffix4);
  out[n++] = featureOf(16, facts.who, opens);
  out[n++] = featureOf(17, facts.what);
  out[n++] = featureOf(18, facts.near);
  out[n++] = featureOf(19, facts.plain, opens);
  return n;
}

/** The templates of a neighbour: its form, its ending, who, what, near and plain. */
const LAST = [2, 14, 20, 21, 22, 23] as const;
const NEXT = [3, 15, 24, 25, 26, 27] as const;

function besideFeatures(facts: Facts, templates: typeof LAST | typeof NEXT, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = featureOf(templates[0], facts.word.lower);
  out[n++] = featureOf(templates[1], facts.word.suffix3);
  out[n++] = featureOf(templates[2], facts.who);
  out[n++] = featureOf(templates[3], facts.what);
  out[n++] = featureOf(templates[4], facts.near);
  out[n++] = featureOf(templates[5], facts.plain);
  return n;
}

/** The templates of a word two away, of which only the form counts. */
const BEFORE_LAST = 4;
const AFTER_NEXT = 5;

function farFeatures(facts: Facts, template: number, out: Int32Array, from: number): number {
  out[from] = featureOf(template, facts.word.lower);
  return from + 1;
}

/** The features of word `at` among its neighbours. */
function amongFeatures(sentence: NameSentence, at: number, out: Int32Array): number {
  const { words, facts, parts, rules, listed, runs, runEnds, dated } = sentence;
  const count = words.length;
  const own = facts[at]!;
  const last = at > 0 ? facts[at - 1]! : NO_FACTS;
  const next = at + 1 < count ? facts[at + 1]! : NO_FACTS;
  const part = parts[at]!;
  const lastPart = at > 0 ? parts[at - 1]! : 99;
  const nextPart = at + 1 < count ? parts[at + 1]! : 99;
  const opens = words[at]!.opens ? 1 : 0;
  const rule = rules[at]!;
  const lastRule = at > 0 ? rules[at - 1]! : 99;
  const nextRule = at + 1 < count ? rules[at + 1]! : 99;
  const list = listed[at]!;
  const lastList = at > 0 ? listed[at - 1]! : 99;
  const nextList = at + 1 < count ? listed[at + 1]! : 99;
  const owned = words[at]!.possessive ? 1 : 0;
  const lastOwned = at > 0 && words[at - 1]!.possessive ? 1 : 0;
  const from = runs[at]!;
  const to = runEnds[at]!;
  const length = Math.min(5, to - from);
  const place = at === from ? (at === to - 1 ? 0 : 1) : at === to - 1 ? 2 : 3;
  const first = facts[from]!;
  const end = facts[to - 1]!;
  const behind = to < count && !words[to - 1]!.possessive ? facts[to]! : NO_FACTS;
  const ahead = from > 0 ? facts[from - 1]! : NO_FACTS;
  let n = 0;
  out[n++] = featureOf(7, own.word.shape, last.word.shape);
  out[n++] = featureOf(8, own.word.shape, next.word.shape);
  out[n++] = featureOf(28, part);
  out[n++] = featureOf(29, part, lastPart);
  out[n++] = featureOf(30, part, nextPart);
  out[n++] = featureOf(31, own.word.lower, last.word.lower);
  out[n++] = featureOf(32, own.word.lower, next.word.lower);
  out[n++] = featureOf(33, list, lastList);
  out[n++] = featureOf(34, list, nextList);
  out[n++] = featureOf(35, list, place);
  out[n++] = featureOf(36, rule);
  out[n++] = featureOf(37, lastRule, rule, nextRule);
  out[n++] = featureOf(38, rule, own.plain);
  out[n++] = featureOf(39, rule, place, length);
  out[n++] = featureOf(40, place, length, opens);
  out[n++] = featureOf(41, place, end.word.lower);
  out[n++] = featureOf(42, place, end.what);
  out[n++] = featureOf(43, place, first.who);
  out[n++] = featureOf(44, place, end.who);
  out[n++] = featureOf(45, place, behind.word.lower);
  out[n++] = featureOf(46, place, behind.near, behind.who);
  out[n++] = featureOf(47, place, ahead.word.lower);
  out[n++] = featureOf(48, place, ahead.near, ahead.who);
  out[n++] = featureOf(49, owned, lastOwned, place);
  out[n++] = featureOf(50, place, first.word.lower);
  out[n++] = featureOf(51, dated[at]!, part);
  out[n++] = featureOf(52, own.word.shape, last.word.lower);
  out[n++] = featureOf(53, own.word.shape, next.word.lower);
  out[n++] = featureOf(54, place, end.word.suffix3);
  return n;
}

const factsAt = (facts: readonly Facts[], at: number): Facts => facts[at] ?? NO_FACTS;

/** All features of word `at`. */
export function nameFeatures(sentence: NameSentence, at: number, out: Int32Array): number {
  const { facts, words } = sentence;
  let n = amongFeatures(sentence, at, out);
  n = ownFeatures(facts[at]!, words[at]!.opens ? 1 : 0, out, n);
  n = besideFeatures(factsAt(facts, at - 1), LAST, out, n);
  n = besideFeatures(factsAt(facts, at + 1), NEXT, out, n);
  n = farFeatures(factsAt(facts, at - 2), BEFORE_LAST, out, n);
  return farFeatures(factsAt(facts, at + 2), AFTER_NEXT, out, n);
}

/** A word's places: itself, itself where it opens a sentence, last, next, the one before the last, the one after the next. */
const PLACES = 6;
const features = new Int32Array(128);
const placeSums = new Int32Array(NAME_LABELS.length);

/** What a word says in one place of each label: read once for a word, as most words come again. */
function addPlace(tagger: Tagger, facts: Facts, place: number, sums: Int32Array, to: number): void {
  const width = NAME_LABELS.length;
  const { said } = facts;
  if (said.by !== tagger) {
    said.by = tagger;
    said.places = 0;
    said.sums = new Int16Array(PLACES * width);
  }
  const at = place * width;
  if ((said.places & (1 << place)) === 0) {
    let n = 0;
    if (place < 2) n = ownFeatures(facts, place, features, 0);
    else if (place === 2) n = besideFeatures(facts, LAST, features, 0);
    else if (place === 3) n = besideFeatures(facts, NEXT, features, 0);
    else if (place === 4) n = farFeatures(facts, BEFORE_LAST, features, 0);
    else n = farFeatures(facts, AFTER_NEXT, features, 0);
    placeSums.fill(0);
    addScores(tagger, features, n, placeSums, 0);
    said.sums.set(placeSums, at);
    said.places |= 1 << place;
  }
  for (let label = 0; label < width; label++) sums[to + label]! += said.sums[at + label]!;
}

/** Adds what all features of word `at` say of each label to `sums[to…]`. */
function addWord(tagger: Tagger, sentence: NameSentence, at: number, sums: Int32Array, to: number): void {
  const { facts, words } = sentence;
  addScores(tagger, features, amongFeatures(sentence, at, features), sums, to);
  addPlace(tagger, facts[at]!, words[at]!.opens ? 1 : 0, sums, to);
  addPlace(tagger, factsAt(facts, at - 1), 2, sums, to);
  addPlace(tagger, factsAt(facts, at + 1), 3, sums, to);
  addPlace(tagger, factsAt(facts, at - 2), 4, sums, to);
  addPlace(tagger, factsAt(facts, at + 2), 5, sums, to);
}

/** Words in small letters, numbers and marks between two capitals that one name may span. */
const LONGEST_GAP = 3;

const BREAKS = new Set(['.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”']);

/** The words from `from` to `to` of a sentence, which are tagged together. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** Where in a sentence names may be: around its capitals. Words outside are in none. */
export function reachesOf(words: readonly NameWord[]): Reach[] {
  const found: Reach[] = [];
  let from = -1;
  let last = -1;
  const close = (end: number): void => {
    if (from >= 0) found.push({ from, to: Math.min(end, last + 2) });
    from = -1;
  };
  words.forEach((word, at) => {
    if (isCapital(word)) {
      if (from < 0) {
        const least = Math.max(at - 2, found[found.length - 1]?.to ?? 0);
        from = at;
        while (from > least && (words[from - 1]!.shape === 'number' || PARTICLES.has(words[from - 1]!.key))) from--;
      }
      last = at;
    } else if (at - last > LONGEST_GAP || (word.shape === 'mark' && BREAKS.has(word.text))) close(at);
  });
  close(words.length);
  return found;
}

/** Words that were tagged together. All offsets of the words are into the passage, which begins at `at`. */
export interface NameStretch {
  readonly at: number;
  readonly words: readonly NameWord[];
  /** For each word the first of its run of capitals, and the one behind the last, as indices into `words`. */
  readonly runs: Uint16Array;
  readonly runEnds: Uint16Array;
  /** What the words themselves say of each label, in steps of FIELD_STEPS, word by word. */
  readonly scores: Int16Array;
  readonly decoded: Decoded;
  /** What the rules read, as in `NameSentence.rules`. */
  readonly rules: Uint8Array;
}

let sums = new Int32Array(0);
let emissions = new Float64Array(0);

/** Tags a sentence's words where names may be. */
export function tagNames(field: Field, sentence: NameSentence): NameStretch[] {
  const width = field.tagger.labels.length;
  return reachesOf(sentence.words).map(({ from, to }) => {
    const size = (to - from) * width;
    if (sums.length < size) {
      sums = new Int32Array(size * 2);
      emissions = new Float64Array(size * 2);
    }
    sums.fill(0, 0, size);
    for (let at = from; at < to; at++) addWord(field.tagger, sentence, at, sums, (at - from) * width);
    for (let i = 0; i < size; i++) emissions[i] = sums[i]! / FIELD_STEPS;
    const runs = new Uint16Array(to - from);
    const runEnds = new Uint16Array(to - from);
    for (let at = from; at < to; at++) {
      runs[at - from] = Math.max(from, sentence.runs[at]!) - from;
      runEnds[at - from] = Math.min(to, sentence.runEnds[at]!) - from;
    }
    return {
      at: 0,
      words: sentence.words.slice(from, to),
      runs,
      runEnds,
      rules: sentence.rules.subarray(from, to),
      scores: new Int16Array(sums.subarray(0, size)),
      decoded: decodeField(field, emissions, to - from),
    };
  });
}

/** A name in tagged words: `words.slice(from, to)`. */
export interface Tagged extends Reach {
  readonly kind: NameKind;
}

/** The names that labels tell, in order; what is marked as no kind of ours is in none. */
export function taggedNames(labels: Uint8Array): Tagged[] {
  const found: Tagged[] = [];
  for (let from = 0; from < labels.length; ) {
    const label = labels[from]!;
    let to = from + 1;
    if (label > 0) {
      const inside = label % 2 === 0 ? label : label + 1;
      while (to < labels.length && labels[to] === inside) to++;
      found.push({ from, to, kind: NAME_KINDS[(label - 1) >> 1]! });
    }
    from = to;
  }
  return found;
}

// A document's names by all that is in it: a word is named alike throughout. A second tagger weighs what each stretch's
// own words say (nameTagger.ts) against what the same words are elsewhere in the document (after Krishnan and Manning 2006).
import { decodeField, FIELD_STEPS, type Field } from '../../model/field.ts';
import { addScores } from '../../model/tagger.ts';
import { featureOf } from '../../model/words.ts';
import type { Span } from '../../text/span.ts';
import { mapped, type Steps } from '../../text/steps.ts';
import type { EntityKind } from '../types.ts';
import {
  isCapital,
  NAME_KINDS,
  NAME_LABELS,
  type NameStretch,
  type Reach,
  ruledKind,
  type Tagged,
  taggedNames,
} from './nameTagger.ts';
import { type NameWord, withoutStop } from './nameWords.ts';

/** What a stretch's own words say counts this much when the document speaks too: a tagger by itself is too sure. */
export const OWN_SHARE = 0.5;

const WIDTH = NAME_LABELS.length;
const KINDS = NAME_KINDS.length;
const kindOf = (label: number): number => (label + 1) >> 1;

/** What a document's words are in it, each a sum of likelihoods. */
interface Lexicon {
  readonly words: ReadonlyMap<string, Seen>;
  /** A whole name: by kind. */
  readonly names: ReadonlyMap<string, Float64Array>;
  /** A word of a longer name: by kind and place (first, last, between). */
  readonly inner: ReadonlyMap<string, Float64Array>;
  /** The initials of longer names: by kind. */
  readonly initials: ReadonlyMap<string, Float64Array>;
  /** What a place is called without its ending, and what its people are: by kind, with none first. */
  readonly places: ReadonlyMap<string, Float64Array>;
  readonly peoples: ReadonlyMap<string, Float64Array>;
}

/** A capitalised word. */
interface Seen {
  /** None of a name, then by kind. */
  readonly kinds: Float64Array;
  /** Without the ending of a place, and of a people. */
  readonly land: string | undefined;
  readonly tribe: string | undefined;
  /** It is written small somewhere. */
  small: boolean;
}

const NOWHERE = 97;
const UNCLEAR = 98;
const ALONE = 99;

const keyOf = (words: readonly NameWord[], from: number, to: number): string => {
  let key = words[from]!.folded;
  for (let at = from + 1; at < to; at++) key += ` ${words[at]!.folded}`;
  return key;
};

function add(sums: Map<string, Float64Array>, key: string, at: number, by: number, size: number): void {
  let own = sums.get(key);
  if (own === undefined) {
    own = new Float64Array(size);
    sums.set(key, own);
  }
  own[at]! += by;
}

/** How likely the words are of their kind, on average. */
function likelihood({ decoded }: NameStretch, { from, to, kind }: Tagged): number {
  const begin = 1 + 2 * NAME_KINDS.indexOf(kind);
  let sum = 0;
  for (let at = from; at < to; at++) sum += decoded.odds[at * WIDTH + begin]! + decoded.odds[at * WIDTH + begin + 1]!;
  return sum / (to - from);
}

const placeIn = ({ from, to }: Tagged, at: number): number => (at === from ? 0 : at === to - 1 ? 1 : 2);

function addInitials(initials: Map<string, Float64Array>, words: readonly NameWord[], name: Tagged, by: number): void {
  let capitals = '';
  let all = '';
  for (let at = name.from; at < name.to; at++) {
    const word = words[at]!;
    if (word.shape === 'mark') continue;
    all += word.folded.charAt(0);
    if (word.shape !== 'lower') capitals += word.folded.charAt(0);
  }
  if (capitals.length < 2) return;
  const kind = NAME_KINDS.indexOf(name.kind);
  add(initials, capitals, kind, by, KINDS);
  if (all !== capitals) add(initials, all, kind, by, KINDS);
}

function seenAs(words: Map<string, Seen>, word: string): Seen {
  let seen = words.get(word);
  if (seen === undefined) {
    seen = { kinds: new Float64Array(KINDS + 1), land: placeStem(word), tribe: peopleStem(word), small: false };
    words.set(word, seen);
  }
  return seen;
}

function* readLexicon(
  stretches: readonly NameStretch[],
  names: readonly (readonly Tagged[])[],
  smallWords: readonly (readonly string[])[],
): Steps<Lexicon> {
  const words = new Map<string, Seen>();
  const whole = new Map<string, Float64Array>();
  const inner = new Map<string, Float64Array>();
  const initials = new Map<string, Float64Array>();
  for (const [i, stretch] of stretches.entries()) {
    if (i % 32 === 31) yield;
    const own = stretch.words;
    for (let at = 0; at < own.length; at++) {
      if (!isCapital(own[at]!)) continue;
      const { kinds } = seenAs(words, own[at]!.folded);
      for (let label = 0; label < WIDTH; label++) kinds[kindOf(label)]! += stretch.decoded.odds[at * WIDTH + label]!;
    }
    for (const name of names[i]!) {
      const kind = NAME_KINDS.indexOf(name.kind);
      const by = likelihood(stretch, name);
      add(whole, keyOf(own, name.from, name.to), kind, by, KINDS);
      if (name.to - name.from < 2) continue;
      for (let at = name.from; at < name.to; at++)
        add(inner, own[at]!.folded, kind * 3 + placeIn(name, at), by, KINDS * 3);
      addInitials(initials, own, name, by);
    }
  }
  yield;
  const places = new Map<string, Float64Array>();
  const peoples = new Map<string, Float64Array>();
  for (const { land, tribe, kinds } of words.values()) {
    addAll(places, land, kinds);
    addAll(peoples, tribe, kinds);
  }
  yield;
  for (const passage of smallWords) {
    for (const word of passage) {
      const seen = words.get(word);
      if (seen !== undefined) seen.small = true;
    }
  }
  return { words, names: whole, inner, initials, places, peoples };
}

/** "Norda" and "Nordan" without their endings: "nord". */
const PLACE_TAIL = /(?:istan|stan|land|ia|ea|a|e|o|y|i|us|as|os|is)$/;
const PEOPLE_TAIL = /(?:ians?|eans?|ans?|ns?|ese|ish|is?|ers?|ic|ites?|s)$/;
const LONGEST_WORD = 40;

function stemOf(word: string, tail: RegExp): string | undefined {
  const stem = word.length > LONGEST_WORD ? word : word.replace(tail, '');
  return stem.length < 3 || stem.length === word.length ? undefined : stem;
}

const placeStem = (word: string): string | undefined =>
  stemOf(word, PLACE_TAIL) ?? (word.length > 3 ? word : undefined);
const peopleStem = (word: string): string | undefined => stemOf(word, PEOPLE_TAIL);

function addAll(sums: Map<string, Float64Array>, key: string | undefined, kinds: Float64Array): void {
  if (key === undefined) return;
  const own = sums.get(key);
  if (own === undefined) sums.set(key, kinds.slice());
  else for (let kind = 0; kind <= KINDS; kind++) own[kind]! += kinds[kind]!;
}

/** What the words that share a stem with `word` mostly are, without the word itself. */
function kinOf(
  sums: ReadonlyMap<string, Float64Array>,
  stem: string | undefined,
  own: Float64Array | undefined,
): number {
  const kin = stem === undefined ? undefined : sums.get(stem);
  if (kin === undefined) return NOWHERE;
  relatives.set(kin);
  if (own !== undefined) for (let kind = 0; kind <= KINDS; kind++) relatives[kind]! -= own[kind]!;
  return sumOf(relatives) < 0.5 ? NOWHERE : mostOf(relatives);
}

const relatives = new Float64Array(KINDS + 1);

/** The index of the most of `sums`, without what is taken away. */
function mostOf(sums: Float64Array): number {
  let most = 0;
  for (let i = 1; i < sums.length; i++) if (sums[i]! > sums[most]!) most = i;
  return most;
}

function sumOf(sums: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) sum += sums[i]!;
  return sum;
}

const shareStep = (share: number): number => (share < 0.4 ? 0 : share < 0.7 ? 1 : share < 0.9 ? 2 : 3);
const countStep = (count: number): number => (count < 0.5 ? 0 : count < 1.5 ? 1 : count < 3.5 ? 2 : 3);

const others = new Float64Array(KINDS + 1);
const otherNames = new Float64Array(KINDS);
const otherInner = new Float64Array(KINDS * 3);

/** A name as the first tagger has it, with what is asked of it for each of its words. */
interface Weighed extends Tagged {
  /** What its words are in the whole document, this name counted. */
  readonly kinds: Float64Array;
  readonly likely: number;
}

/** For each word of a stretch the name that it is part of. */
function namesByWord(lexicon: Lexicon, stretch: NameStretch, names: readonly Tagged[]): (Weighed | undefined)[] {
  const found = new Array<Weighed | undefined>(stretch.words.length).fill(undefined);
  for (const name of names) {
    const kinds = lexicon.names.get(keyOf(stretch.words, name.from, name.to))!;
    const weighed = { ...name, kinds, likely: likelihood(stretch, name) };
    found.fill(weighed, name.from, name.to);
  }
  return found;
}

/** A run of more words than this is no name. */
const LONGEST_RUN = 30;

/** What the document says of word `at` of a stretch: the features of the second tagger. */
function documentFeatures(
  lexicon: Lexicon,
  stretch: NameStretch,
  name: Weighed | undefined,
  at: number,
  out: Int32Array,
): number {
  const { words, runs, runEnds, decoded } = stretch;
  const word = words[at]!;
  const label = decoded.labels[at]!;
  const from = runs[at]!;
  const to = runEnds[at]!;
  let n = 0;
  out[n++] = featureOf(100, label);
  if (!isCapital(word)) out[n++] = featureOf(101, UNCLEAR);
  else {
    const { kinds: own, land, tribe, small } = lexicon.words.get(word.folded)!;
    others.set(own);
    for (let i = 0; i < WIDTH; i++) others[kindOf(i)]! -= decoded.odds[at * WIDTH + i]!;
    const count = sumOf(others);
    const most = mostOf(others);
    const seen = count < 0.5 ? ALONE : most * 4 + shareStep(others[most]! / count);
    out[n++] = featureOf(101, seen, countStep(count));
    out[n++] = featureOf(102, seen, label);
    const place = (at === from ? 1 : 0) + (at + 1 === to ? 2 : 0);
    const inner = lexicon.inner.get(word.folded);
    let within = NOWHERE;
    if (inner !== undefined) {
      otherInner.set(inner);
      if (name !== undefined && name.to - name.from > 1)
        otherInner[NAME_KINDS.indexOf(name.kind) * 3 + placeIn(name, at)]! -= 1;
      const best = mostOf(otherInner);
      within = otherInner[best]! > 0.4 ? best : UNCLEAR;
    }
    out[n++] = featureOf(103, within, place);
    out[n++] = featureOf(104, within, place, label);
    if (word.shape === 'capitals') {
      const initials = lexicon.initials.get(word.folded.replaceAll('.', ''));
      out[n++] = featureOf(105, initials === undefined ? ALONE : mostOf(initials), label);
    }
    out[n++] = featureOf(110, kinOf(lexicon.peoples, land, land === tribe ? own : undefined), label);
    out[n++] = featureOf(111, kinOf(lexicon.places, tribe, land === tribe ? own : undefined), label);
    out[n++] = featureOf(106, small ? 1 : 0, word.opens ? 1 : 0, label);
    if (name === undefined || name.from !== from || name.to !== to) {
      const whole = to - from > LONGEST_RUN ? undefined : lexicon.names.get(keyOf(words, from, to));
      out[n++] = featureOf(109, whole === undefined ? ALONE : mostOf(whole), at === from ? 1 : 0, label);
    }
  }
  if (name !== undefined) {
    otherNames.set(name.kinds);
    otherNames[NAME_KINDS.indexOf(name.kind)]! -= name.likely;
    const count = sumOf(otherNames);
    const most = mostOf(otherNames);
    out[n++] = featureOf(
      107,
      count < 0.3 ? ALONE : most * 4 + shareStep(otherNames[most]! / count),
      label,
      countStep(count),
    );
    out[n++] = featureOf(108, count < 0.3 ? ALONE : most, at === name.from ? 1 : 0, at === name.to - 1 ? 1 : 0);
  }
  return n;
}

/** Fills `out` with what the document says of word `at` of stretch `index`, and tells how many features that are. */
export type DocumentFeatures = (index: number, at: number, out: Int32Array) => number;

/** @param smallWords for each passage the words that it has in small letters, folded */
export function* featuresInDocument(
  stretches: readonly NameStretch[],
  smallWords: readonly (readonly string[])[],
): Steps<DocumentFeatures> {
  const names = yield* mapped(stretches, ({ decoded }) => taggedNames(decoded.labels));
  const lexicon = yield* readLexicon(stretches, names, smallWords);
  const byWord = yield* mapped(stretches, (stretch, i) => namesByWord(lexicon, stretch, names[i]!));
  return (index, at, out) => documentFeatures(lexicon, stretches[index]!, byWord[index]![at], at, out);
}

/** A name as the whole document shows it. */
export interface DecidedName {
  readonly start: number;
  readonly end: number;
  readonly kind: EntityKind;
  /** How likely it is exactly this, 0 to 1. */
  readonly score: number;
}

const features = new Int32Array(64);
let sums = new Int32Array(0);
let emissions = new Float64Array(0);

/** People less likely than this are what the rules say they are. */
const DOUBTFUL = 0.4;

/** A document's names, their offsets into the document, in text order. */
export function* decideNames(
  field: Field,
  stretches: readonly NameStretch[],
  smallWords: readonly (readonly string[])[],
): Steps<DecidedName[]> {
  const featuresAt = yield* featuresInDocument(stretches, smallWords);
  const names = yield* mapped(stretches, (stretch, index) => {
    const count = stretch.words.length;
    const size = count * WIDTH;
    if (sums.length < size) {
      sums = new Int32Array(size * 2);
      emissions = new Float64Array(size * 2);
    }
    sums.fill(0, 0, size);
    for (let at = 0; at < count; at++)
      addScores(field.tagger, features, featuresAt(index, at, features), sums, at * WIDTH);
    for (let i = 0; i < size; i++) emissions[i] = (sums[i]! + OWN_SHARE * stretch.scores[i]!) / FIELD_STEPS;
    const decoded = decodeField(field, emissions, count);
    const decided: NameStretch = { ...stretch, decoded };
    return taggedNames(decoded.labels).flatMap((name): DecidedName[] => {
      if (name.kind === 'other') return [];
      const score = likelihood(decided, name);
      const ruled = name.kind === 'person' && score < DOUBTFUL ? ruledKind(decided, name) : undefined;
      const kind = ruled === undefined || ruled === 'event' ? name.kind : ruled;
      return [{ ...spanOf(decided, name), kind, score }];
    });
  });
  return names.flat();
}

/** Where the words of a name are in the document; a full stop behind its last word is none of its. */
export function spanOf({ at, words }: NameStretch, { from, to }: Reach): Span {
  return { start: at + words[from]!.start, end: at + withoutStop(words[to - 1]!) };
}

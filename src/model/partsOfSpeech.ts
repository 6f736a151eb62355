// Parts of speech: which word is a noun, which a verb and in what form. Common words that are only ever one thing are
// looked up; the rest are decided left to right by a learned tagger.
import type { Steps } from '../text/steps.ts';
import { addScores, slotOf, type Tagger } from './tagger.ts';
import { byteReader, readTable, readTagger } from './weights.ts';
import { EDGE, featureOf, type Word } from './words.ts';

/** Universal parts of speech, nouns and verbs told apart by form as the Penn Treebank does. */
export const PARTS = [
  'NOUN',
  'NOUNS',
  'PROPN',
  'PRON',
  'ADJ',
  'ADV',
  'DET',
  'ADP',
  'NUM',
  'PUNCT',
  'PAST',
  'PRESENT',
  'BASE',
  'ING',
  'PARTICIPLE',
  'AUX',
  'MODAL',
  'TO',
  'PART',
  'CCONJ',
  'SCONJ',
  'X',
] as const;

export type Part = (typeof PARTS)[number];

export interface PartTagger {
  readonly tagger: Tagger;
  /** Pairs of a word's number and its only part of speech, as in `Tagger.table`. */
  readonly certain: Int32Array;
}

/** What stands for "no word" among the parts before a sentence. */
export const NONE = PARTS.length;

/**
 * The features of word `at`: itself, its neighbours and the parts decided before it.
 * @param before indices into PARTS of the words before `at`
 */
export function partFeatures(
  words: readonly Word[],
  from: number,
  to: number,
  at: number,
  before: Uint8Array,
  out: Int32Array,
): number {
  const word = words[at]!;
  const last = at > from ? words[at - 1]! : EDGE;
  const next = at + 1 < to ? words[at + 1]! : EDGE;
  const part = at > from ? before[at - 1]! : NONE;
  const earlier = at - 1 > from ? before[at - 2]! : NONE;
  let n = 0;
  out[n++] = featureOf(1, word.lower);
  out[n++] = featureOf(2, word.suffix4, word.suffix1);
  out[n++] = featureOf(3, word.suffix3);
  out[n++] = featureOf(4, word.suffix2);
  out[n++] = featureOf(5, word.prefix3);
  out[n++] = featureOf(6, word.shape, at === from ? 1 : 0);
  out[n++] = featureOf(7, last.lower);
  out[n++] = featureOf(8, next.lower);
  out[n++] = featureOf(9, at + 2 < to ? words[at + 2]!.lower : EDGE.lower);
  out[n++] = featureOf(10, at - 1 > from ? words[at - 2]!.lower : EDGE.lower);
  out[n++] = featureOf(11, part);
  out[n++] = featureOf(12, part, earlier);
  out[n++] = featureOf(13, part, word.lower);
  out[n++] = featureOf(14, next.suffix3);
  out[n++] = featureOf(15, next.shape, word.shape);
  out[n++] = featureOf(16, word.lower, next.lower);
  out[n++] = featureOf(17, part, next.lower);
  out[n++] = featureOf(18, part, word.suffix3);
  return n;
}

const features = new Int32Array(64);
const scores = new Int32Array(PARTS.length);

/**
 * The parts of speech of a sentence's words, `words[from…to)`, written into `parts` as indices into PARTS.
 */
export function tagParts(
  { tagger, certain }: PartTagger,
  words: readonly Word[],
  from: number,
  to: number,
  parts: Uint8Array,
): void {
  for (let at = from; at < to; at++) {
    const slot = slotOf(certain, words[at]!.lower);
    if (certain[slot] !== 0) {
      parts[at] = certain[slot + 1]!;
      continue;
    }
    scores.fill(0);
    addScores(tagger, features, partFeatures(words, from, to, at, parts, features), scores, 0);
    let best = 0;
    for (let part = 1; part < PARTS.length; part++) if (scores[part]! > scores[best]!) best = part;
    parts[at] = best;
  }
}

/** Unpacks the section "parts": a tagger behind its length, then the certain words and their parts in order of their keys. */
export function* readParts(section: Uint8Array): Steps<PartTagger> {
  const reader = byteReader(section);
  const tagger = yield* readTagger(reader.section());
  return { tagger, certain: yield* readTable(reader, reader.number(), reader.byte) };
}

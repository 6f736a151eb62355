// Trains the part-of-speech tagger from syntax trees: the greedy averaged perceptron, with its own decisions as history.
import { PARTS, type Part, partFeatures } from '../src/model/partsOfSpeech.ts';
import { type Word, wordOf } from '../src/model/words.ts';
import { tokenize } from '../src/text/tokens.ts';
import type { Tree, TreeWord } from './corpora.ts';
import { featureRows } from './featureRows.ts';
import { byteWriter, packTagger, type Trained } from './pack.ts';
import { randomFrom, shuffled } from './random.ts';

const VERBS: Readonly<Record<string, Part>> = {
  VBD: 'PAST',
  VBZ: 'PRESENT',
  VBP: 'PRESENT',
  VB: 'BASE',
  VBG: 'ING',
  VBN: 'PARTICIPLE',
};

export function partOf({ upos, xpos }: TreeWord): Part {
  if (upos === 'VERB') return VERBS[xpos] ?? 'BASE';
  if (upos === 'AUX') return xpos === 'MD' ? 'MODAL' : 'AUX';
  if (upos === 'NOUN') return xpos === 'NNS' ? 'NOUNS' : 'NOUN';
  if (upos === 'PART') return xpos === 'TO' ? 'TO' : 'PART';
  if (upos === 'SYM' || upos === 'INTJ') return 'X';
  return PARTS.find((part) => part === upos) ?? 'X';
}

/** A sentence in our own tokens, each with the part of the tree's word in it (the last where it holds several). */
export interface TaggedSentence {
  readonly words: readonly Word[];
  readonly lowers: readonly string[];
  readonly parts: Uint8Array;
}

export function taggedSentence({ text, words }: Tree): TaggedSentence {
  const tokens = tokenize(text);
  const parts = new Uint8Array(tokens.length);
  let next = 0;
  tokens.forEach((token, at) => {
    while (next < words.length && words[next]!.end <= token.start) next++;
    let part: Part | undefined;
    for (let i = next; i < words.length && words[i]!.start < token.end; i++) {
      const own = partOf(words[i]!);
      // "don't" is its verb, "high-ranking" its adjective.
      if (part === undefined || (own !== 'PART' && own !== 'PUNCT')) part = own;
    }
    parts[at] = PARTS.indexOf(part ?? 'X');
  });
  return {
    words: tokens.map(({ text: form, lower }) => wordOf(form, lower)),
    lowers: tokens.map(({ lower }) => lower),
    parts,
  };
}

const OFTEN = 12;

/** Words that are one part of speech wherever they stand, by their numbers. Capitalised words may be names: only words never seen so. */
function certainWords(sentences: readonly TaggedSentence[]): Map<number, number> {
  const seen = new Map<number, Int32Array>();
  for (const { words, parts } of sentences) {
    words.forEach(({ lower }, at) => {
      const counts = seen.get(lower) ?? new Int32Array(PARTS.length);
      counts[parts[at]!]!++;
      seen.set(lower, counts);
    });
  }
  const certain = new Map<number, number>();
  for (const [lower, counts] of seen) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const most = counts.indexOf(Math.max(...counts));
    if (total >= OFTEN && counts[most]! / total >= 0.995 && PARTS[most] !== 'PROPN') certain.set(lower, most);
  }
  return certain;
}

export interface PartSettings {
  readonly epochs: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** Trains on the sentences and packs the section "parts". */
export function trainParts(sentences: readonly TaggedSentence[], { epochs, seed, log }: PartSettings): Uint8Array {
  const width = PARTS.length;
  const certain = certainWords(sentences);
  const rows = featureRows();
  let weights = new Float64Array(1 << 20);
  let totals = new Float64Array(1 << 20);
  const grown = (old: Float64Array): Float64Array<ArrayBuffer> => {
    const next = new Float64Array(old.length * 2);
    next.set(old);
    return next;
  };
  const random = randomFrom(seed);
  const features = new Int32Array(64);
  const scores = new Float64Array(width);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let asked = 0;
    for (const index of shuffled(sentences.length, random)) {
      const { words, parts: gold } = sentences[index]!;
      const parts = new Uint8Array(words.length);
      for (let at = 0; at < words.length; at++) {
        const known = certain.get(words[at]!.lower);
        if (known !== undefined) {
          parts[at] = known;
          continue;
        }
        step++;
        asked++;
        const count = partFeatures(words, 0, words.length, at, parts, features);
        scores.fill(0);
        for (let f = 0; f < count; f++) {
          const row = rows.rowOf(features[f]!, false) * width;
          if (row >= 0) for (let part = 0; part < width; part++) scores[part]! += weights[row + part]!;
        }
        let best = 0;
        for (let part = 1; part < width; part++) if (scores[part]! > scores[best]!) best = part;
        parts[at] = best;
        const right = gold[at]!;
        if (best === right) continue;
        wrong++;
        for (let f = 0; f < count; f++) {
          const row = rows.rowOf(features[f]!, true) * width;
          while (row + width > weights.length) {
            weights = grown(weights);
            totals = grown(totals);
          }
          weights[row + right]!++;
          totals[row + right]! += step;
          weights[row + best]!--;
          totals[row + best]! -= step;
        }
      }
    }
    log?.(`parts of speech, epoch ${epoch + 1}: ${((100 * wrong) / asked).toFixed(2)} % of what is not certain wrong`);
  }
  const keys = rows.keys();
  const averaged = new Float64Array(keys.length * width).map((_, i) => weights[i]! - totals[i]! / step);
  const trained: Trained = { labels: PARTS, transitions: new Float64Array((width + 1) ** 2), keys, rows: averaged };
  return packParts(trained, certain);
}

const STEPS = 4;
const PRUNE = 6;

function packParts(trained: Trained, certain: ReadonlyMap<number, number>): Uint8Array {
  const writer = byteWriter();
  writer.section(packTagger(trained, STEPS, PRUNE));
  writer.keys(certain.keys(), (key) => writer.byte(certain.get(key)!));
  return writer.bytes();
}

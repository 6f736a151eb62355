// Learned linear taggers: each word's features add up to a score for every label, and the best sequence of labels wins.

/** A trained tagger, unpacked. */
export interface Tagger {
  readonly labels: readonly string[];
  /** Open addressing: pairs of a feature's key (0: none) and its row. The number of pairs is a power of two. */
  readonly table: Int32Array;
  /** Row by row, one weight a label. */
  readonly rows: Int8Array;
  /**
   * What a label adds after another: `[before * (labels + 1) + label]`. As `before`, the number of labels stands for a
   * sequence's start; as `label`, for its end. All zero where the tagger decides word by word.
   */
  readonly transitions: Int16Array;
}

/** Where a key is, or would be put, in a table of pairs. */
export function slotOf(table: Int32Array, key: number): number {
  const mask = table.length - 2;
  let slot = (key << 1) & mask;
  while (table[slot] !== key && table[slot] !== 0) slot = (slot + 2) & mask;
  return slot;
}

const MOST_FEATURES = 256;
const first = new Int32Array(MOST_FEATURES);
const hits = new Int32Array(MOST_FEATURES);

/** Adds what `count` features, at most MOST_FEATURES, say of each label to `scores[at…]`. */
export function addScores(
  { labels, table, rows }: Tagger,
  features: Int32Array,
  count: number,
  scores: Int32Array,
  at: number,
): void {
  const width = labels.length;
  const mask = table.length - 2;
  // The table is larger than the processor's nearest memory: first all its places are asked for, so that the waits for
  // them overlap, then what was found is read.
  for (let f = 0; f < count; f++) first[f] = table[(features[f]! << 1) & mask]!;
  let found = 0;
  for (let f = 0; f < count; f++) {
    const key = features[f]!;
    let met = first[f]!;
    if (met === 0) continue;
    let slot = (key << 1) & mask;
    while (met !== key && met !== 0) {
      slot = (slot + 2) & mask;
      met = table[slot]!;
    }
    if (met !== 0) hits[found++] = table[slot + 1]! * width;
  }
  for (let hit = 0; hit < found; hit++) {
    const row = hits[hit]!;
    for (let label = 0; label < width; label++) scores[at + label]! += rows[row + label]!;
  }
}

/** Fills `out` with the features of word `at` and tells how many they are. */
export type FeaturesAt = (at: number, out: Int32Array) => number;

const features = new Int32Array(MOST_FEATURES);
let scores = new Int32Array(1 << 12);
let back = new Uint8Array(1 << 12);

/** No path takes a word with a label of this score. */
const NEVER = -0x100000;

/**
 * The path that scores most (Viterbi, in place).
 * @param scores what speaks for each label of each word, word by word; afterwards the best path's score up to there
 * @param transitions as in `Tagger`
 * @param back room for as many labels as there are scores
 * @param path the labels are written here
 * @returns the path's score
 */
export function bestPath(
  scores: Int32Array | Float64Array,
  transitions: Int16Array | Float64Array,
  count: number,
  width: number,
  back: Uint8Array,
  path: Uint8Array,
): number {
  const stride = width + 1;
  for (let at = 0; at < count; at++) {
    const own = at * width;
    for (let label = 0; label < width; label++) {
      let best = transitions[width * stride + label]!;
      let from = 0;
      if (at > 0) {
        best = -Infinity;
        for (let before = 0; before < width; before++) {
          const score = scores[own - width + before]! + transitions[before * stride + label]!;
          if (score > best) {
            best = score;
            from = before;
          }
        }
      }
      scores[own + label]! += best;
      back[own + label] = from;
    }
  }
  let label = 0;
  let best = -Infinity;
  for (let last = 0; last < width; last++) {
    const score = scores[(count - 1) * width + last]! + transitions[last * stride + width]!;
    if (score > best) {
      best = score;
      label = last;
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    path[at] = label;
    label = back[at * width + label]!;
  }
  return best;
}

/** The best sequence of labels, and by how much it beats the plain one: every word labelled with the first label. */
export interface Sequence {
  readonly labels: Uint8Array;
  readonly margin: number;
}

/**
 * The best sequence of labels for words 0 to `count`.
 * @param pinned a word that gets the first label whatever its features say
 */
export function bestSequence(tagger: Tagger, count: number, featuresAt: FeaturesAt, pinned: number): Sequence {
  const width = tagger.labels.length;
  const labels = new Uint8Array(count);
  if (count === 0) return { labels, margin: 0 };
  if (scores.length < count * width) {
    scores = new Int32Array(count * width * 2);
    back = new Uint8Array(count * width * 2);
  }
  scores.fill(0, 0, count * width);
  const { transitions } = tagger;
  let plain = transitions[width * (width + 1)]! + transitions[width]! + (count - 1) * transitions[0]!;
  for (let at = 0; at < count; at++) {
    const own = at * width;
    addScores(tagger, features, featuresAt(at, features), scores, own);
    plain += scores[own]!;
    if (at === pinned) scores.fill(NEVER, own + 1, own + width);
  }
  return { labels, margin: bestPath(scores, transitions, count, width, back, labels) - plain };
}

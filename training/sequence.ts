// Trains a tagger that decides a whole sequence at once: the averaged structured perceptron (Collins 2002).
import { bestPath, type FeaturesAt } from '../src/model/tagger.ts';
import { type FeatureRows, featureRows } from './featureRows.ts';
import type { Trained } from './pack.ts';
import { randomFrom, shuffled } from './random.ts';

/** One sequence: each word's feature keys, one word's behind the other's, and its label. */
export interface Example {
  readonly features: Int32Array;
  /** Where each word's features begin; one more than there are words. */
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
}

/** What every training of sequences is told. */
export interface TrainSettings {
  readonly labels: readonly string[];
  readonly follows: Follows;
  readonly epochs: number;
  readonly seed: number;
  /** Features seen less often are left out. */
  readonly rarest: number;
  readonly log?: (line: string) => void;
}

/** Which label may follow which; -1 is a sequence's start (as `before`) or its end (as `label`). */
export type Follows = (before: number, label: number) => boolean;

export interface SequenceSettings extends TrainSettings {
  /** Only these features are used, by key: those that weighed most in an earlier training. */
  readonly chosen?: ReadonlySet<number>;
}

/** Transitions as in `Tagger`, with what may not follow put out of reach. */
export function allowed(transitions: Float64Array, width: number, follows: Follows): Float64Array {
  const stride = width + 1;
  return transitions.map((weight, i) => {
    const before = Math.floor(i / stride);
    const label = i % stride;
    return follows(before === width ? -1 : before, label === width ? -1 : label) ? weight : -Infinity;
  });
}

const one = new Int32Array(256);

/** The example of a sequence with these labels. */
export function exampleOf(labels: Uint8Array, featuresAt: FeaturesAt): Example {
  const features: number[] = [];
  const starts = new Int32Array(labels.length + 1);
  for (let at = 0; at < labels.length; at++) {
    const count = featuresAt(at, one);
    for (let f = 0; f < count; f++) features.push(one[f]!);
    starts[at + 1] = features.length;
  }
  return { features: Int32Array.from(features), starts, labels };
}

/** Trains once for each seed and takes the mean, which owes less to the order in which the examples came. */
export function trainMean(examples: readonly Example[], settings: SequenceSettings, times: number): Trained {
  const runs = Array.from({ length: times }, (_, i) =>
    trainSequence(examples, { ...settings, seed: settings.seed + i }),
  );
  const mean = (of: (run: Trained) => Float64Array): Float64Array =>
    of(runs[0]!).map((_, at) => runs.reduce((sum, run) => sum + of(run)[at]!, 0) / times);
  return { ...runs[0]!, transitions: mean((run) => run.transitions), rows: mean((run) => run.rows) };
}

/** The keys of the features that weigh most. */
export function weightiest({ labels, keys, rows }: Trained, count: number): ReadonlySet<number> {
  const width = labels.length;
  const weight = (row: number): number => {
    let most = 0;
    for (let label = 0; label < width; label++) most = Math.max(most, Math.abs(rows[row * width + label]!));
    return most;
  };
  const weights = Float64Array.from(keys, (_, row) => weight(row));
  const order = [...keys.keys()].sort((a, b) => weights[b]! - weights[a]! || a - b);
  return new Set(order.slice(0, count).map((row) => keys[row]!));
}

/** The same examples with row numbers for keys; features that are too rare are left out. */
export function numbered(
  examples: readonly Example[],
  rarest: number,
  rows: FeatureRows,
  chosen?: ReadonlySet<number>,
): Example[] {
  const all = featureRows();
  let counts = new Int32Array(1 << 20);
  for (const { features } of examples) {
    for (const key of features) {
      const row = all.rowOf(key, true);
      if (row >= counts.length) {
        const grown = new Int32Array(counts.length * 2);
        grown.set(counts);
        counts = grown;
      }
      counts[row]!++;
    }
  }
  return examples.map(({ features, starts, labels }) => {
    const kept: number[] = [];
    const places = new Int32Array(starts.length);
    for (let at = 0; at + 1 < starts.length; at++) {
      for (let f = starts[at]!; f < starts[at + 1]!; f++) {
        if (chosen !== undefined && !chosen.has(features[f]!)) continue;
        if (counts[all.rowOf(features[f]!, false)]! >= rarest) kept.push(rows.rowOf(features[f]!, true));
      }
      places[at + 1] = kept.length;
    }
    return { features: Int32Array.from(kept), starts: places, labels };
  });
}

/** Trains on the examples. The same examples, settings and seed give the same weights, bit for bit. */
export function trainSequence(examples: readonly Example[], settings: SequenceSettings): Trained {
  const { labels, follows, epochs, seed, rarest, chosen, log } = settings;
  const width = labels.length;
  const stride = width + 1;
  const rows = featureRows();
  const data = numbered(examples, rarest, rows, chosen);
  const weights = new Float64Array(rows.count() * width);
  const totals = new Float64Array(weights.length);
  const transitions = allowed(new Float64Array(stride * stride), width, follows);
  const transitionTotals = new Float64Array(transitions.length);
  const longest = data.reduce((most, { labels: gold }) => Math.max(most, gold.length), 0);
  const scores = new Float64Array(longest * width);
  const back = new Uint8Array(longest * width);
  const path = new Uint8Array(longest);
  const random = randomFrom(seed);
  let step = 1;

  const decode = ({ features, starts, labels: gold }: Example): void => {
    scores.fill(0, 0, gold.length * width);
    for (let at = 0; at < gold.length; at++) {
      const own = at * width;
      for (let f = starts[at]!; f < starts[at + 1]!; f++) {
        const row = features[f]! * width;
        for (let label = 0; label < width; label++) scores[own + label]! += weights[row + label]!;
      }
    }
    bestPath(scores, transitions, gold.length, width, back, path);
  };

  const change = (index: number, by: number, kept: Float64Array, sums: Float64Array): void => {
    kept[index]! += by;
    sums[index]! += by * step;
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let words = 0;
    for (const index of shuffled(data.length, random)) {
      const example = data[index]!;
      const { features, starts, labels: gold } = example;
      if (gold.length === 0) continue;
      decode(example);
      step++;
      words += gold.length;
      let before = width;
      let goldBefore = width;
      for (let at = 0; at < gold.length; at++) {
        const label = path[at]!;
        const right = gold[at]!;
        if (label !== right) {
          wrong++;
          for (let f = starts[at]!; f < starts[at + 1]!; f++) {
            const row = features[f]! * width;
            change(row + right, 1, weights, totals);
            change(row + label, -1, weights, totals);
          }
        }
        if (label !== right || before !== goldBefore) {
          change(goldBefore * stride + right, 1, transitions, transitionTotals);
          change(before * stride + label, -1, transitions, transitionTotals);
        }
        before = label;
        goldBefore = right;
      }
      if (before !== goldBefore) {
        change(goldBefore * stride + width, 1, transitions, transitionTotals);
        change(before * stride + width, -1, transitions, transitionTotals);
      }
    }
    log?.(`epoch ${epoch + 1}: ${((100 * wrong) / words).toFixed(2)} % of labels wrong`);
  }
  const averaged = (kept: Float64Array, sums: Float64Array): Float64Array =>
    kept.map((weight, i) => (weight === -Infinity ? weight : weight - sums[i]! / step));
  return {
    labels,
    transitions: averaged(transitions, transitionTotals),
    keys: rows.keys(),
    rows: averaged(weights, totals),
  };
}

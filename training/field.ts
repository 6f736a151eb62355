// Trains a tagger as a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic
// gradient steps sized as AdaGrad does (Duchi, Hazan and Singer 2011). Its scores are log odds: what it says can be
// trusted as far as it says.
import { featureRows } from './featureRows.ts';
import type { Trained } from './pack.ts';
import { randomFrom, shuffled } from './random.ts';
import { allowed, type Example, numbered, type TrainSettings } from './sequence.ts';

export interface FieldExample extends Example {
  /** What speaks for each label of each word already, as natural logarithms. */
  readonly given?: Float64Array;
}

export interface FieldSettings extends TrainSettings {
  readonly rate: number;
  /** The share of features that a step does without. */
  readonly dropout: number;
  /** Where the transitions start from; else from nothing. */
  readonly transitions?: Float64Array;
}

/** Trains on the examples. The same examples, settings and seed give the same weights, bit for bit. */
export function trainField(examples: readonly FieldExample[], settings: FieldSettings): Trained {
  const { labels, follows, epochs, seed, rarest, rate, dropout, log } = settings;
  const width = labels.length;
  const stride = width + 1;
  const rows = featureRows();
  const data = numbered(examples, rarest, rows);
  const weights = new Float64Array(rows.count() * width);
  const squares = new Float64Array(weights.length).fill(1);
  const transitions = allowed(settings.transitions ?? new Float64Array(stride * stride), width, follows);
  const transitionSquares = new Float64Array(stride * stride).fill(1);
  const longest = data.reduce((most, { labels: gold }) => Math.max(most, gold.length), 0);
  const emitted = new Float64Array(longest * width);
  const forward = new Float64Array(longest * width);
  const backward = new Float64Array(longest * width);
  const gradient = new Float64Array(width);
  const moves = new Float64Array(stride * stride);
  const expected = new Float64Array(stride * stride);
  const random = randomFrom(seed);
  let kept = new Uint8Array(1 << 12);

  const step = (kind: Float64Array, sums: Float64Array, at: number, by: number): void => {
    sums[at]! += by * by;
    kind[at]! += (rate * by) / Math.sqrt(sums[at]!);
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    let words = 0;
    for (const index of shuffled(data.length, random)) {
      const { features, starts, labels: gold } = data[index]!;
      const given = examples[index]!.given;
      const count = gold.length;
      if (count === 0) continue;
      words += count;
      if (kept.length < features.length) kept = new Uint8Array(features.length * 2);
      for (let f = 0; f < features.length; f++) kept[f] = dropout > 0 && random() < dropout ? 0 : 1;
      for (let i = 0; i < moves.length; i++) moves[i] = Math.exp(transitions[i]!);
      expected.fill(0);
      let goldScore = 0;
      let total = 0;
      for (let at = 0; at < count; at++) {
        const own = at * width;
        for (let label = 0; label < width; label++) emitted[own + label] = given?.[own + label] ?? 0;
        for (let f = starts[at]!; f < starts[at + 1]!; f++) {
          if (kept[f] === 0) continue;
          const row = features[f]! * width;
          for (let label = 0; label < width; label++) emitted[own + label]! += weights[row + label]!;
        }
        goldScore += emitted[own + gold[at]!]! + transitions[(at === 0 ? width : gold[at - 1]!) * stride + gold[at]!]!;
        let most = -Infinity;
        for (let label = 0; label < width; label++) most = Math.max(most, emitted[own + label]!);
        total += most;
        let sum = 0;
        for (let label = 0; label < width; label++) {
          const score = Math.exp(emitted[own + label]! - most);
          emitted[own + label] = score;
          let reached = 0;
          if (at === 0) reached = moves[width * stride + label]!;
          else
            for (let before = 0; before < width; before++)
              reached += forward[own - width + before]! * moves[before * stride + label]!;
          forward[own + label] = reached * score;
          sum += reached * score;
        }
        total += Math.log(sum);
        for (let label = 0; label < width; label++) forward[own + label]! /= sum;
      }
      let ending = 0;
      const lastOwn = (count - 1) * width;
      for (let label = 0; label < width; label++) {
        backward[lastOwn + label] = moves[label * stride + width]!;
        ending += forward[lastOwn + label]! * backward[lastOwn + label]!;
      }
      total += Math.log(ending);
      goldScore += transitions[gold[count - 1]! * stride + width]!;
      loss += total - goldScore;
      for (let at = count - 1; at >= 0; at--) {
        const own = at * width;
        let sum = 0;
        for (let label = 0; label < width; label++) sum += forward[own + label]! * backward[own + label]!;
        for (let label = 0; label < width; label++)
          gradient[label] = (label === gold[at] ? 1 : 0) - (forward[own + label]! * backward[own + label]!) / sum;
        if (at > 0) {
          let pairs = 0;
          for (let before = 0; before < width; before++) {
            let reached = 0;
            for (let label = 0; label < width; label++)
              reached += moves[before * stride + label]! * emitted[own + label]! * backward[own + label]!;
            backward[own - width + before] = reached;
            pairs += forward[own - width + before]! * reached;
          }
          for (let before = 0; before < width; before++)
            for (let label = 0; label < width; label++)
              expected[before * stride + label]! +=
                (forward[own - width + before]! *
                  moves[before * stride + label]! *
                  emitted[own + label]! *
                  backward[own + label]!) /
                pairs;
          expected[gold[at - 1]! * stride + gold[at]!]! -= 1;
          // Kept near 1.
          for (let before = 0; before < width; before++) backward[own - width + before]! /= pairs;
        }
        for (let f = starts[at]!; f < starts[at + 1]!; f++) {
          if (kept[f] === 0) continue;
          const row = features[f]! * width;
          for (let label = 0; label < width; label++) {
            const by = gradient[label]!;
            if (by > 1e-4 || by < -1e-4) step(weights, squares, row + label, by);
          }
        }
      }
      for (let i = 0; i < expected.length; i++)
        if (expected[i] !== 0 && transitions[i] !== -Infinity) step(transitions, transitionSquares, i, -expected[i]!);
    }
    log?.(`epoch ${epoch + 1}: loss ${(loss / words).toFixed(4)} a word`);
  }
  return { labels, transitions, keys: rows.keys(), rows: weights };
}

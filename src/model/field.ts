// Decoding a linear-chain conditional random field: the likeliest labels of a sequence, and how likely each label is.
import type { Tagger } from './tagger.ts';

/** A tagger whose scores are log odds. */
export interface Field {
  readonly tagger: Tagger;
  /** The tagger's transitions as natural logarithms, and the odds themselves. */
  readonly transitions: Float64Array;
  readonly moves: Float64Array;
}

/** No path takes a transition that costs this much. */
const FORBIDDEN = -0x8000;

/** How many steps of a packed weight make one natural logarithm. */
export const FIELD_STEPS = 64;

export function fieldOf(tagger: Tagger): Field {
  const transitions = Float64Array.from(tagger.transitions, (weight) =>
    weight === FORBIDDEN ? -Infinity : weight / FIELD_STEPS,
  );
  return { tagger, transitions, moves: transitions.map(Math.exp) };
}

export interface Decoded {
  /** The likeliest sequence (Viterbi), as indices into the tagger's labels. */
  readonly labels: Uint8Array;
  /** How likely each label is, word by word (forward-backward). */
  readonly odds: Float32Array;
}

let reached = new Float64Array(0);
let scored = new Float64Array(0);
let best = new Float64Array(0);
let back = new Uint8Array(0);
let after = new Float64Array(0);
let then = new Float64Array(0);

function makeRoom(size: number, width: number): void {
  if (reached.length < size) {
    reached = new Float64Array(size * 2);
    scored = new Float64Array(size * 2);
    best = new Float64Array(size * 2);
    back = new Uint8Array(size * 2);
  }
  if (after.length < width) {
    after = new Float64Array(width);
    then = new Float64Array(width);
  }
}

/** @param emissions what speaks for each label of each word, as natural logarithms, word by word */
export function decodeField({ tagger, transitions, moves }: Field, emissions: Float64Array, count: number): Decoded {
  const width = tagger.labels.length;
  const stride = width + 1;
  const labels = new Uint8Array(count);
  const odds = new Float32Array(count * width);
  if (count === 0) return { labels, odds };
  makeRoom(count * width, width);
  for (let at = 0; at < count; at++) {
    const own = at * width;
    let most = -Infinity;
    for (let label = 0; label < width; label++) most = Math.max(most, emissions[own + label]!);
    let sum = 0;
    for (let label = 0; label < width; label++) {
      let paths = 0;
      let top = -Infinity;
      let from = 0;
      if (at === 0) {
        paths = moves[width * stride + label]!;
        top = transitions[width * stride + label]!;
      } else {
        for (let before = 0; before < width; before++) {
          paths += reached[own - width + before]! * moves[before * stride + label]!;
          const score = best[own - width + before]! + transitions[before * stride + label]!;
          if (score > top) {
            top = score;
            from = before;
          }
        }
      }
      scored[own + label] = Math.exp(emissions[own + label]! - most);
      reached[own + label] = paths * scored[own + label]!;
      sum += reached[own + label]!;
      best[own + label] = top + emissions[own + label]!;
      back[own + label] = from;
    }
    for (let label = 0; label < width; label++) reached[own + label]! /= sum;
  }
  let label = 0;
  let top = -Infinity;
  const last = (count - 1) * width;
  for (let end = 0; end < width; end++) {
    after[end] = moves[end * stride + width]!;
    const score = best[last + end]! + transitions[end * stride + width]!;
    if (score > top) {
      top = score;
      label = end;
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    const own = at * width;
    labels[at] = label;
    label = back[own + label]!;
    let all = 0;
    for (let end = 0; end < width; end++) all += reached[own + end]! * after[end]!;
    for (let end = 0; end < width; end++) odds[own + end] = (reached[own + end]! * after[end]!) / all;
    if (at === 0) break;
    let sum = 0;
    for (let end = 0; end < width; end++) scored[own + end]! *= after[end]!;
    for (let before = 0; before < width; before++) {
      let paths = 0;
      for (let end = 0; end < width; end++) paths += moves[before * stride + end]! * scored[own + end]!;
      then[before] = paths;
      sum += paths;
    }
    for (let before = 0; before < width; before++) after[before] = then[before]! / sum;
  }
  return { labels, odds };
}

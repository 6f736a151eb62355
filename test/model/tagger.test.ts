import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestSequence, slotOf, type Tagger } from '../../src/model/tagger.ts';

const LABELS = ['plain', 'one', 'two'];
const WIDTH = LABELS.length;

/** A tagger in which each word has one feature, its own number, with the weights given. */
function taggerOf(weights: readonly (readonly number[])[], transitions: readonly number[]): Tagger {
  const table = new Int32Array(64);
  weights.forEach((_, word) => {
    const slot = slotOf(table, word + 1);
    table[slot] = word + 1;
    table[slot + 1] = word;
  });
  return { labels: LABELS, table, rows: Int8Array.from(weights.flat()), transitions: Int16Array.from(transitions) };
}

const ownNumber = (word: number, out: Int32Array): number => {
  out[0] = word + 1;
  return 1;
};

function scoreOf({ rows, transitions }: Tagger, labels: readonly number[]): number {
  let score = 0;
  let before = WIDTH;
  labels.forEach((label, word) => {
    score += rows[word * WIDTH + label]! + transitions[before * (WIDTH + 1) + label]!;
    before = label;
  });
  return score + transitions[before * (WIDTH + 1) + WIDTH]!;
}

const sequences = (words: number): number[][] =>
  words === 0 ? [[]] : sequences(words - 1).flatMap((rest) => LABELS.map((_, label) => [...rest, label]));

const byte = fc.integer({ min: -127, max: 127 });
const anyTagger = fc
  .record({
    weights: fc.array(fc.tuple(byte, byte, byte), { minLength: 1, maxLength: 5 }),
    transitions: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ weights, transitions }) => ({ tagger: taggerOf(weights, transitions), words: weights.length }));

test('no sequence of labels scores more than the one chosen', () => {
  fc.assert(
    fc.property(anyTagger, ({ tagger, words }) => {
      const { labels, margin } = bestSequence(tagger, words, ownNumber, -1);
      const best = Math.max(...sequences(words).map((labels) => scoreOf(tagger, labels)));
      expect(scoreOf(tagger, [...labels])).toBe(best);
      expect(margin).toBe(best - scoreOf(tagger, new Array(words).fill(0)));
    }),
  );
});

test('a pinned word gets the first label, and the others the best that goes with it', () => {
  fc.assert(
    fc.property(anyTagger, fc.nat(), ({ tagger, words }, at) => {
      const pinned = at % words;
      const { labels } = bestSequence(tagger, words, ownNumber, pinned);
      const allowed = sequences(words).filter((labels) => labels[pinned] === 0);
      expect(labels[pinned]).toBe(0);
      expect(scoreOf(tagger, [...labels])).toBe(Math.max(...allowed.map((labels) => scoreOf(tagger, labels))));
    }),
  );
});

test('no words have no labels', () => {
  expect(bestSequence(taggerOf([[1, 2, 3]], new Array(16).fill(0)), 0, ownNumber, -1).labels).toHaveLength(0);
});

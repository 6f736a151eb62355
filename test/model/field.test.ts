import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeField, type Field, fieldOf } from '../../src/model/field.ts';

const LABELS = ['O', 'B', 'I'];
const FORBIDDEN = -0x8000;

/** "I" follows neither the start nor "O". */
function field(weights: readonly number[]): Field {
  const transitions = Int16Array.from({ length: 16 }, (_, i) => weights[i] ?? 0);
  transitions[0 * 4 + 2] = FORBIDDEN;
  transitions[3 * 4 + 2] = FORBIDDEN;
  return fieldOf({ labels: LABELS, table: new Int32Array(32), rows: new Int8Array(0), transitions });
}

/** Every sequence of labels with its score. */
function sequences({ transitions }: Field, emissions: readonly number[], count: number): [number[], number][] {
  let all: [number[], number][] = [[[], 0]];
  for (let at = 0; at < count; at++) {
    all = all.flatMap(([path, score]) =>
      LABELS.map((_, label): [number[], number] => [
        [...path, label],
        score + emissions[at * 3 + label]! + transitions[(path[at - 1] ?? 3) * 4 + label]!,
      ]),
    );
  }
  return all.map(([path, score]) => [path, score + transitions[path[count - 1]! * 4 + 3]!]);
}

const problems = fc.tuple(
  fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 16, maxLength: 16 }),
  fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 3, maxLength: 12 }),
);

test('the likeliest sequence is found, and each label’s likelihood is its share of all sequences', () => {
  fc.assert(
    fc.property(problems, ([weights, scores]) => {
      const count = Math.floor(scores.length / 3);
      const own = field(weights);
      const all = sequences(own, scores, count);
      const { labels, odds } = decodeField(own, Float64Array.from(scores), count);
      const best = Math.max(...all.map(([, score]) => score));
      const found = all.find(([path]) => path.every((label, at) => label === labels[at]))!;
      expect(found[1]).toBeCloseTo(best, 6);
      const total = all.reduce((sum, [, score]) => sum + Math.exp(score), 0);
      for (let at = 0; at < count; at++) {
        for (let label = 0; label < 3; label++) {
          const share = all.reduce((sum, [path, score]) => sum + (path[at] === label ? Math.exp(score) : 0), 0) / total;
          expect(odds[at * 3 + label]).toBeCloseTo(share, 5);
        }
      }
    }),
  );
});

test('a label that may not follow never does', () => {
  const { labels } = decodeField(field([]), Float64Array.from([0, 0, 9, 9, 0, 8, 0, 0, 9]), 3);
  expect([...labels]).toEqual([1, 2, 2]);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModels } from '../../src/model/models.ts';
import { addScores } from '../../src/model/tagger.ts';
import { readSections, readTagger } from '../../src/model/weights.ts';
import { finish } from '../../src/text/steps.ts';
import { packSections, packTagger } from '../../training/pack.ts';

const anyTrained = fc
  .uniqueArray(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((key) => key !== 0),
    { maxLength: 40 },
  )
  .chain((keys) =>
    fc.record({
      keys: fc.constant(Int32Array.from(keys)),
      rows: fc
        .array(fc.integer({ min: -127, max: 127 }), { minLength: keys.length * 3, maxLength: keys.length * 3 })
        .map((weights) => Float64Array.from(weights)),
      transitions: fc
        .array(fc.integer({ min: -3000, max: 3000 }), { minLength: 16, maxLength: 16 })
        .map((weights) => Float64Array.from(weights)),
    }),
  )
  .map((trained) => ({ labels: ['a', 'b', 'c'], ...trained }));

test('what is packed is read back: every feature gives every label the weight it had', () => {
  fc.assert(
    fc.property(anyTrained, (trained) => {
      const tagger = finish(readTagger(packTagger(trained, 1, 1)));
      expect([...tagger.transitions]).toEqual([...trained.transitions]);
      trained.keys.forEach((key, row) => {
        const scores = new Int32Array(3);
        addScores(tagger, Int32Array.of(key), 1, scores, 0);
        expect([...scores]).toEqual([...trained.rows.subarray(row * 3, row * 3 + 3)]);
      });
    }),
  );
});

test('a feature that was never trained says nothing', () => {
  const tagger = finish(
    readTagger(
      packTagger(
        { labels: ['a'], transitions: new Float64Array(4), keys: Int32Array.of(7), rows: Float64Array.of(5) },
        1,
        1,
      ),
    ),
  );
  const scores = new Int32Array(1);
  addScores(tagger, Int32Array.of(8), 1, scores, 0);
  expect([...scores]).toEqual([0]);
});

test('sections come back by name, in full', () => {
  const content = (size: number) => Uint8Array.from({ length: size }, (_, i) => i % 251);
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 5 }), fc.nat(300), (names, size) => {
      const sections = new Map(names.map((name, i): [string, Uint8Array] => [name, content(size + i)]));
      expect(new Map([...readSections(packSections(sections))])).toEqual(sections);
    }),
  );
});

test('a damaged file is refused in a plain sentence, wherever it is cut', () => {
  const whole = readFileSync('src/model/weights.bin');
  expect(() => readModels(whole)).not.toThrow();
  expect(() => readModels(new TextEncoder().encode('Not what it says'))).toThrow('This is no file of weights.');
  expect(() => readModels(Uint8Array.of(...whole.subarray(0, 4), 99))).toThrow('The weights are of version 99, not 1.');
  for (const at of [2, 6, 9, 1000, whole.length - 1]) {
    expect(() => readModels(whole.subarray(0, at))).toThrow(/^The weights end too soon\.$/);
  }
});

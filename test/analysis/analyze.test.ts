import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisSteps, analyze, type PassageCache } from '../../src/analysis/analyze.ts';
import type { Analysis } from '../../src/analysis/types.ts';
import { readModels } from '../../src/model/models.ts';
import type { Span } from '../../src/text/span.ts';
import { finish } from '../../src/text/steps.ts';

const FOLDER = new URL('../../seeds/', import.meta.url);
const PARAGRAPHS = readdirSync(FOLDER)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split(/\n{2,}/));

const paragraph = fc.constantFrom(...PARAGRAPHS);
const story = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n\n'));

/** Replaces `cut` of the text, from `at` on (both in parts of the whole), by other words. */
interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly words: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true })),
  words: fc.oneof(
    paragraph,
    paragraph.map((words) => `\n\n${words}\n\n`),
    fc.constantFrom('', 'a', ' ', '\n\n', '"', '”', ' said he', '5 ', 'Monday', 'Harvane '),
  ),
});

function edited(text: string, { at, cut, words }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + words + text.slice(from + Math.floor(cut * text.length));
}

test.each([
  ['rules alone', undefined],
  ['taggers', readModels(readFileSync('src/model/weights.bin'))],
])(
  'after any edits a reading with a cache is the reading from scratch: %s',
  (_, models) => {
    const options = models === undefined ? {} : { models };
    fc.assert(
      fc.property(story, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        const cache: PassageCache = new Map();
        let text = start;
        analyze(text, { ...options, cache });
        for (const next of edits) {
          text = edited(text, next);
          expect(analyze(text, { ...options, cache })).toEqual(analyze(text, options));
        }
      }),
      { numRuns: 40 },
    );
  },
  60_000,
);

test('readings in steps, one between the steps of another and some dropped, are the readings from scratch', () => {
  const options = { models: readModels(readFileSync('src/model/weights.bin')) };
  const turns = fc.array(fc.record({ which: fc.nat(1), steps: fc.nat(12), isDropped: fc.boolean() }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(story, story, turns, (one, other, taken) => {
      const texts = [one, other];
      const caches: readonly PassageCache[] = [new Map(), new Map()];
      const begin = (which: number) => analysisSteps(texts[which]!, { ...options, cache: caches[which]! });
      const readings = [begin(0), begin(1)];
      for (const { which, steps, isDropped } of taken) {
        if (isDropped) readings[which] = begin(which);
        for (let step = 0; step < steps; step++) if (readings[which]!.next().done) readings[which] = begin(which);
      }
      expect(readings.map(finish)).toEqual(texts.map((text) => analyze(text, options)));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('a reading that a cache helped to is not changed by later ones', () => {
  const cache: PassageCache = new Map();
  const text = PARAGRAPHS.slice(0, 12).join('\n\n');
  const first = analyze(text, { cache });
  const before = structuredClone(first);
  analyze(`It began at noon.\n\n${text}`, { cache });
  expect(first).toEqual(before);
});

const spansOf = ({ sentences, entities, dates, figures, quotes, claims }: Analysis): (Span | undefined)[] => [
  ...sentences,
  ...dates,
  ...entities.flatMap(({ mentions, description }) => [...mentions, description]),
  ...figures.flatMap((figure) => [figure, figure.number, figure.counted, figure.happened]),
  ...quotes.flatMap(({ content, parts, cue, speaker }) => [content, ...parts, cue, speaker?.mention]),
  ...claims.flatMap(({ span, parts }) => [span, ...parts]),
];

/** Each list of what was found, by where it begins. */
const orders = ({ sentences, entities, dates, figures, quotes, claims }: Analysis): number[][] => [
  sentences.map(({ start }) => start),
  dates.map(({ start }) => start),
  figures.map(({ start }) => start),
  claims.map(({ span }) => span.start),
  quotes.map(({ content }) => content.start),
  ...entities.map(({ mentions }) => mentions.map(({ start }) => start)),
];

function expectSound(text: string): void {
  const analysis = analyze(text);
  const outside = spansOf(analysis).filter(
    (span) => span !== undefined && !(0 <= span.start && span.start < span.end && span.end <= text.length),
  );
  expect(outside).toEqual([]);
  for (const starts of orders(analysis)) expect(starts).toEqual([...starts].sort((a, b) => a - b));
}

const odd = fc.string({ unit: 'binary', maxLength: 60 });
const lone = fc.constantFrom('\ud800', '\udc00', '\ud83d', '\u200d', '\ufe0f', '\0', '\r', '\u2028', '“', '"', '’');
const scrap = fc.oneof(
  odd,
  lone,
  paragraph.chain((words) => fc.nat(words.length).map((from) => words.slice(from, from + 40))),
);

test('any text is read, and all that is found lies in it, in order', () => {
  fc.assert(
    fc.property(
      fc.array(scrap, { maxLength: 20 }).map((all) => all.join('')),
      expectSound,
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('a text of thousands of equal words is read', () => {
  for (const words of ['Harvane, ', '“', 'said ', '5 ', 'and ', 'A: b\n\n']) expectSound(words.repeat(5000));
}, 60_000);

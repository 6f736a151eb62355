// A sample with mistakes planted in it, beside much that only looks like one.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { questionsAbout, questionsIn } from '../../../src/analysis/questions/questions.ts';
import { readModels } from '../../../src/model/models.ts';

const text = readFileSync('seeds/2031-07-02-market-hall-collapse.txt', 'utf8');
const analysis = analyze(text, { models: readModels(readFileSync('src/model/weights.bin')) });
const questions = questionsIn(analysis);

/** By kind: where what was planted begins. */
const planted: Readonly<Record<string, readonly string[]>> = {
  unattributed: [
    'nine people and burying',
    '2.4 million marks',
    'About 1,900 people',
    '35 people who were',
    '11 people died',
  ],
  unnamedSource: ['Officials said', 'a source close', 'one trader said'],
  openQuote: ['"There was so much', '“We will find out'],
  parts: ['164 stalls', 'Twenty-two ambulances'],
  percent: ['83 percent', '40 percent'],
  weekday: ['Tuesday, 3 March', 'Saturday, July 4', 'July 9, a Thursday'],
  contradiction: ['Fourteen people', '54-year-old'],
};

/** Planted too, and not found: a known limit of each kind. */
const missed = ['It is understood', '15 percent of them', '31 covered markets', '38 workshops', '21 members'];

test.each(Object.entries(planted))('planted and found, and nothing else: %s', (kind, words) => {
  const found = questions.filter((question) => question.kind === kind).map(({ start }) => start);
  expect(found).toEqual(words.map((word) => text.indexOf(word)));
});

test('what is known to be missed stands in the sample, so that docs/questions.md can count it', () => {
  for (const words of missed) {
    const at = text.indexOf(words);
    expect(at).toBeGreaterThan(0);
    expect(questions.filter(({ start, end }) => start < at + words.length && at < end)).toEqual([]);
  }
});

test('the arithmetic is told of every figure that has a part in it', () => {
  const kinds = (words: string) =>
    questionsAbout(questions, { start: text.indexOf(words), end: text.indexOf(words) + words.length }).map(
      ({ kind }) => kind,
    );
  expect(kinds('88')).toEqual(['parts']);
  expect(kinds('nine people')).toEqual(['contradiction']);
  expect(kinds('from 250 marks to 300 marks')).toEqual(['percent']);
  expect(kinds('20 for tailors')).toEqual([]);
});

test('nothing is asked about a document that is not English', () => {
  const russian =
    'Во вторник, 3 марта 2031 года, в городе погибли 14 человек. Мэр сказал, что погибли девять человек. Остальные живы.';
  expect(questionsIn(analyze(russian))).toEqual([]);
});

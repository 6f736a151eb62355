import { expect, test } from 'vitest';
import { annotate } from '../../src/ledger/annotate.ts';
import { uncheckedFrom } from '../../src/ledger/unchecked.ts';
import { about, analysisOf, spanOf, tagged } from './samples.ts';

const text = 'The pier was closed. The cranes stood still. The mayor left. The ships waited.';
const words = ['The pier was closed', 'The cranes stood still', 'The mayor left', 'The ships waited'] as const;
const analysis = analysisOf(
  text,
  words.map((each) => ({ words: each })),
);
const { claims } = annotate(
  analysis,
  about(
    tagged('t1', text, words[1]),
    tagged('t2', text, words[3], 'disputed'),
    tagged('t3', text, words[2], 'for Ann'),
  ),
);
const from = (start: number, end: number, way: 'next' | 'previous') => {
  const claim = uncheckedFrom(claims, { start, end }, way);
  return claim && text.slice(claim.claim.span.start, claim.claim.span.end);
};

test('what is verified or disputed is passed over, both ways and round the end', () => {
  const first = spanOf(text, words[0]);
  expect(from(first.start, first.end, 'next')).toBe(words[2]);
  expect(from(text.length, text.length, 'next')).toBe(words[0]);
  expect(from(0, 0, 'next')).toBe(words[0]);
  expect(from(first.start, first.end, 'previous')).toBe(words[2]);
  expect(from(first.start + 5, first.start + 5, 'previous')).toBe(words[0]);
});

test('where everything is checked there is none', () => {
  const all = words.map((each, place) => tagged(`t${place}`, text, each));
  expect(uncheckedFrom(annotate(analysis, about(...all)).claims, { start: 0, end: 0 }, 'next')).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { AnnotatedClaim } from '../../src/ledger/annotated.ts';
import { elsewhereIn } from '../../src/ledger/elsewhere.ts';
import { analysisOf } from './samples.ts';

const words = ['The bridge is closed', '“The bridge is closed,”', 'the  bridge is CLOSED', 'The bridge is not closed'];
const analysis = analysisOf(
  words.join('\n\n'),
  words.map((each) => ({ words: each })),
);

/** The claims, each with a verdict of the editor named. */
const claimsWith = (verdicts: readonly (readonly [tag: string, by: string] | undefined)[]): readonly AnnotatedClaim[] =>
  analysis.claims.map((claim, index) => ({
    id: `c${index}`,
    claim,
    origin: { type: 'analysis' },
    state: 'open',
    tags: [verdicts[index] ?? []].flatMap(([tag, by]) => (tag && by ? [{ event: 'e', at: '', tag, by }] : [])),
    notes: [],
    evidence: [],
    reviews: [],
    disagreements: [],
  }));

const found = (verdicts: Parameters<typeof claimsWith>[0]) => {
  const claims = claimsWith(verdicts);
  const result = elsewhereIn(analysis, claims, 'Ann')(claims[0]!);
  return result && [result.verdict, ...result.claims.map(({ id }) => id)];
};

test('the same statement is found in whatever case and marks, another is not', () => {
  expect(found([['verified', 'Ann']])).toEqual(['verified', 'c1', 'c2']);
});

test('those that have the verdict already, from whomever, are left out', () => {
  expect(
    found([
      ['disputed', 'Ann'],
      ['disputed', 'Bo'],
      ['verified', 'Bo'],
    ]),
  ).toEqual(['disputed', 'c2']);
  expect(
    found([
      ['disputed', 'Ann'],
      ['disputed', 'Bo'],
      ['disputed', 'Bo'],
    ]),
  ).toBeUndefined();
});

test('without a verdict of the editor’s own there is nothing to be given elsewhere', () => {
  expect(found([['verified', 'Bo']])).toBeUndefined();
  expect(found([['legal', 'Ann']])).toBeUndefined();
  expect(elsewhereIn(analysis, claimsWith([]), undefined)(claimsWith([])[0]!)).toBeUndefined();
});

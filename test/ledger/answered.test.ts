import { expect, test } from 'vitest';
import type { Question } from '../../src/analysis/questions/questions.ts';
import type { AnnotatedClaim } from '../../src/ledger/annotated.ts';
import { unanswered } from '../../src/ledger/answered.ts';

const question: Question = { kind: 'unattributed', start: 20, end: 30 };
const given = { event: 'e', by: 'Ann Moor', at: '2031-03-04T10:00:00Z' };
const claim = (start: number, end: number, said: Partial<AnnotatedClaim> = {}): AnnotatedClaim => ({
  id: 'c',
  claim: {
    span: { start, end },
    parts: [{ start, end }],
    source: { type: 'document' },
    certainty: 'asserted',
    figures: [],
    entities: [],
  },
  origin: { type: 'analysis' },
  state: 'open',
  tags: [],
  notes: [],
  evidence: [],
  reviews: [],
  disagreements: [],
  ...said,
});
const isAsked = (one: AnnotatedClaim): boolean => unanswered([question], [one]).length === 1;

test('a verdict, a note or evidence answers what is asked about the claim', () => {
  expect(isAsked(claim(10, 40))).toBe(true);
  expect(isAsked(claim(10, 40, { tags: [{ ...given, tag: 'disputed' }] }))).toBe(false);
  expect(isAsked(claim(10, 40, { notes: [{ ...given, text: 'asked the mayor' }] }))).toBe(false);
  expect(isAsked(claim(10, 40, { evidence: [{ ...given, evidence: { source: 'budget.pdf' } }] }))).toBe(false);
});

test('a tag of one’s own, another claim’s verdict, or words that changed since do not', () => {
  const verified = { tags: [{ ...given, tag: 'verified' }] };
  expect(isAsked(claim(10, 40, { tags: [{ ...given, tag: 'ask Mira' }] }))).toBe(true);
  expect(isAsked(claim(30, 60, verified))).toBe(true);
  expect(isAsked(claim(10, 40, { ...verified, change: { before: 'x', pieces: [], behind: [] } }))).toBe(true);
});

import { expect, test } from 'vitest';
import { annotate } from '../../src/ledger/annotate.ts';
import { sameElsewhere } from '../../src/ledger/elsewhere.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { analysisOf } from './samples.ts';

test('the same statement is found in whatever case and marks, another is not', () => {
  const words = [
    'The bridge is closed',
    '“The bridge is closed,”',
    'the  bridge is closed',
    'The bridge is not closed',
  ];
  const text = words.join('\n\n');
  const { analysis, claims } = annotate(
    analysisOf(
      text,
      words.map((each) => ({ words: each })),
    ),
    decisionsAbout('fire.txt', foldEvents([])),
  );
  const others = sameElsewhere(analysis, claims);
  expect(claims.map((claim) => others(claim).length)).toEqual([2, 2, 2, 0]);
  expect(others(claims[0]!)).not.toContain(claims[0]);
});

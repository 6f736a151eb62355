import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';

test.each([
  ['LINDEN, Feb 7 (Meridian) - The port closed on Thursday.', '2031-02-08', '2031-02-07', '2031-02-06'],
  ['LINDEN, Dec 31 (Meridian) - The port closed on Monday.', '2032-01-01', '2031-12-31', '2031-12-29'],
  ['The port closed on Thursday.', '2031-02-08', '2031-02-08', '2031-02-06'],
  [
    'date 2031-02-07 LINDEN, February 7. /NORDA/. The port closed on Thursday.',
    '2033-09-09',
    '2031-02-07',
    '2031-02-06',
  ],
])('a likely day dates a document whose head does not: %s', (text, likelyDate, date, thursday) => {
  const analysis = analyze(text, { likelyDate });
  expect(analysis.date).toBe(date);
  expect(analysis.dates.at(-1)?.iso).toBe(thursday);
});

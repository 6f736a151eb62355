import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';

const ruleOf = (why: ReturnType<typeof analyze>['quotes'][number]['why']) => (why?.by === 'rule' ? why.rule : why?.by);

test.each([
  ['“The dam will hold,” Mira Lund said.', 'marks-and-verb', 'high'],
  ['Mira Lund said that the dam would hold.', 'verb-that', 'medium'],
  ['Mira Lund said the dam would hold.', 'say-and-clause', 'medium'],
  ['Mira Lund said the dam “will hold for years”.', 'part-in-marks', 'medium'],
  ['According to the ministry, the dam will hold.', 'according-to', 'high'],
])('a quote says by what it was found: %s', (text, rule, confidence) => {
  expect(analyze(text).quotes.map(({ why }) => why)).toEqual([{ by: 'rule', rule, confidence }]);
});

test('everything found says why, and a claim says what its quote says', () => {
  const text =
    'ORVEL, May 7. /NORDA/. Minister Ilmar Sorv said on Friday that 40 boats were lost. The dam broke on May 3, 2031. ' +
    'LUND: We left.\n\n“It held,” he said, citing police. Dozens of people swam to Orvel Island.';
  const { quotes, entities, figures, dates, claims } = analyze(text);
  const all = [...quotes, ...entities, ...figures, ...dates, ...claims];
  expect(all.length).toBeGreaterThan(10);
  for (const { why } of all) expect(why?.confidence).toMatch(/^(?:high|medium|low)$/);
  for (const { source, why } of claims) if (source.type === 'quote') expect(why).toEqual(quotes[source.quote]?.why);
});

test('figures and dates by what tells them', () => {
  const { figures, dates } = analyze(
    'On May 3, 2031, 40 boats and 12 kilometres of wall were lost to dozens of storms.',
  );
  expect(figures.map(({ why }) => ruleOf(why))).toEqual(['number-and-noun', 'number-and-unit', 'number-words']);
  expect(dates.map(({ why }) => ruleOf(why))).toEqual(['whole-date']);
});

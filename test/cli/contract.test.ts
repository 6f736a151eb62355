import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { toContract } from '../../src/cli/contract.ts';
import { summary } from '../../src/cli/summary.ts';

const text =
  'Two officials told the Orvel Herald that 40 boats would be lost if the dam broke. “I shut the gate,” Mira Lund said.';

test('the JSON says how a statement came, who is not named, who “I” is and why each thing was found', () => {
  const { quotes, claims, figures } = toContract(analyze(text), (offset) => offset);
  const [told, direct] = quotes;
  expect(told?.chain?.map(({ name, unnamed }) => [name, unnamed])).toEqual([
    ['two officials', true],
    ['Orvel Herald', undefined],
  ]);
  expect(told?.speaker?.unnamed).toBe(true);
  expect(direct?.why).toEqual({ by: 'rule', rule: 'marks-and-verb', confidence: 'high' });
  expect(claims.map(({ certainty }) => certainty)).toEqual(['conditional', 'asserted']);
  expect(claims[1]?.references).toEqual([expect.objectContaining({ start: 83, end: 84, name: 'Mira Lund' })]);
  expect(figures[0]?.why?.confidence).toBe('high');
});

test('the summary says so in words', () => {
  const lines = summary('a.txt', analyze(text))
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toContain('from two officials (not named), by way of Orvel Herald');
  expect(lines.some((line) => line.endsWith('would be lost if the dam broke [conditional]'))).toBe(true);
  expect(lines.some((line) => line.includes('“I [Mira Lund] shut the gate'))).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { piecesOf, statementOf } from '../../src/analysis/statement.ts';

const statements = (text: string) => {
  const { claims } = analyze(text);
  return claims.map((claim) => statementOf(text, claim));
};

test('“I” and “my” are the speaker in the speaker’s own words', () => {
  expect(statements('“I shut the gate,” Mira Lund said, “and my men left.”')).toEqual([
    '“I [Mira Lund] shut the gate,” … “and my men left.”',
  ]);
  expect(statements('Mira Lund said the gate that “I have shut with my men” was old.')).toEqual([
    'the gate that “I [Mira Lund] have shut with my men” was old',
  ]);
});

test('a pronoun that names a speaker elsewhere is that speaker in a claim around it', () => {
  const text = 'Mira Lund runs the dam. Police said on May 3 she had told them that it broke.';
  expect(statements(text).find((words) => words.startsWith('she'))).toMatch(/^she \[Mira Lund\]/);
});

test.each([
  ['“We shut the gate,” Mira Lund said.', 'a person’s “we” is more than the person'],
  ['“He told me: ‘I shut the gate,’” Mira Lund said.', 'the “I” of a quotation within'],
  ['“I shut the gate in May,” he said.', 'nobody is named'],
  ['“World War I and the flood took 40 homes,” Mira Lund said.', 'a number'],
])('in doubt nobody: %s (%s)', (text) => {
  expect(statements(text).join(' ')).not.toMatch(/(?:[Ww]e|I) \[/);
});

test('without the names a statement is its claim’s parts, letter for letter', () => {
  const pieces = fc.constantFrom(
    ...'“|”|I|my|we|he|she|Mira Lund|Norda Airways|said|told police|that|the dam broke on May 3|,|.|40 people were hurt|‘|’|"|\n\n|He denied it.|citing the board'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' ')),
      (text) => {
        for (const claim of analyze(text).claims) {
          const all = piecesOf(text, claim).map((part) => part.map(({ words }) => words).join(''));
          expect(all).toEqual(claim.parts.map(({ start, end }) => text.slice(start, end)));
          let from = 0;
          for (const { start, end } of claim.references ?? []) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(claim.parts.some((part) => part.start <= start && end <= part.end)).toBe(true);
            from = end;
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

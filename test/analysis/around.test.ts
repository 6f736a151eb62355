import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { spansAround } from '../../src/analysis/around.ts';

const TEXT =
  'Mira Tolen runs the dam. “We let out 40 tonnes of water. The gate is shut,” Tolen said on Tuesday. Nobody was hurt.\n\n' +
  'The river fell.';

const around = (words: string): readonly string[] =>
  spansAround(analyze(TEXT), TEXT.indexOf(words)).map(({ start, end }) => TEXT.slice(start, end));

test('around a figure: the figure, the sentence, the quote, the quote with who speaks, the paragraph', () => {
  const spans = around('40 tonnes');
  expect(spans[0]).toBe('40 tonnes');
  expect(spans).toContain('“We let out 40 tonnes of water. The gate is shut,”');
  expect(spans).toContain('“We let out 40 tonnes of water. The gate is shut,” Tolen said');
  expect(spans.at(-1)).toBe(TEXT.split('\n')[0]);
});

test('wherever it is asked, each span lies within the next and is smaller', () => {
  const analysis = analyze(TEXT);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: TEXT.length }), (offset) => {
      const spans = spansAround(analysis, offset);
      for (const [index, { start, end }] of spans.entries()) {
        expect(start <= offset && offset <= end).toBe(true);
        const next = spans[index + 1];
        if (next) expect(next.start <= start && end <= next.end && end - start < next.end - next.start).toBe(true);
      }
    }),
  );
});

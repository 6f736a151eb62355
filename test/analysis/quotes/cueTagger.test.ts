import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPassage } from '../../../src/analysis/passage.ts';
import { findQuotes } from '../../../src/analysis/quotes/quotes.ts';
import { readModels } from '../../../src/model/models.ts';

const models = readModels(readFileSync('src/model/weights.bin'));

/** A quote as "parts | cue | speaker". */
function read(text: string): string[] {
  const words = (span: { start: number; end: number } | undefined) =>
    span === undefined ? '-' : text.slice(span.start, span.end);
  return findQuotes(readPassage(text, models), [])
    .filter((quote) => quote.labelled !== true)
    .map(({ parts, cue, speaker }) => [parts.map(words).join(' … '), words(cue), words(speaker)].join(' | '));
}

test.each([
  ['The coastguard said 12 people were missing.', '12 people were missing | said | The coastguard'],
  ['“We had no warning,” Mira Lund said.', '“We had no warning,” | said | Mira Lund'],
  [
    'According to the port office, three ferries were out of service.',
    'three ferries were out of service | According to | the port office',
  ],
  [
    'Lund told reporters that the dam would be rebuilt, but the work has not begun.',
    'the dam would be rebuilt | told | Lund',
  ],
])('with the tagger: %s', (text, ...quotes) => {
  expect(read(text)).toEqual(quotes);
});

test('where the tagger reads otherwise than the rules, it says so', () => {
  const text = 'In between, she testified, she was struck by an officer.';
  const [found] = findQuotes(readPassage(text, models), []);
  const [ruled] = findQuotes(readPassage(text), []);
  expect(text.slice(ruled?.content.start, ruled?.content.end)).toBe(
    'In between, she testified, she was struck by an officer',
  );
  expect(ruled?.why).toBeUndefined();
  expect(found?.why).toMatchObject({ by: 'tagger' });
  expect(text.slice(found?.content.start, found?.content.end)).toBe('she was struck by an officer');
});

test('whatever the text, quotes lie within it, and no cue stands in what it reports', () => {
  const word = fc.constantFrom(
    'said',
    'that',
    'according',
    'to',
    'Lund',
    'the',
    'dam',
    'broke',
    '“',
    '”',
    '"',
    ',',
    '.',
    'told',
    'reporters',
    'and',
    'he',
    'has',
    'claimed',
    'warning',
    ';',
    '(',
    ')',
    'not',
    'Tuesday',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join(' ');
      for (const { content, parts, cue, why } of findQuotes(readPassage(text, models), [])) {
        expect(content.start).toBeGreaterThanOrEqual(0);
        expect(content.end).toBeLessThanOrEqual(text.length);
        parts.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          if (i > 0) expect(parts[i - 1]!.end).toBeLessThanOrEqual(start);
          if (why !== undefined && cue !== undefined) expect(cue.start >= start && cue.start < end).toBe(false);
        });
      }
    }),
  );
});

import { expect, test } from 'vitest';
import { asked } from './asked.ts';

const about = (body: string) => asked('openQuote', body).map(([words]) => words);

test('a quote that nothing closes is asked about from its mark on', () => {
  expect(about('“We heard a bang, said Oda Brandt.\n\nThe road was shut.')).toEqual([
    '“We heard a bang, said Oda Brandt.',
  ]);
  expect(about('"It shook," said Oda Brandt. "Then it fell.\n\nThe road was shut.')).toEqual(['"Then it fell.']);
});

test('a quote over paragraphs is not, be each of them opened or the last one closed', () => {
  expect(about('"It shook," said Oda Brandt. "Then it fell.\n\n"Nobody came."')).toEqual([]);
  expect(about('“It shook and then it fell.\n\nNobody came until the evening.” So Oda Brandt wrote.')).toEqual([]);
});

test('pairs are not, whichever way their marks turn, nor inches', () => {
  expect(about('“It shook,” she said. "Then it fell," he said.')).toEqual([]);
  expect(about('The “old bridge“ was shut.')).toEqual([]);
  expect(about('The rail was 24" wide.')).toEqual([]);
});

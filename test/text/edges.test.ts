import { expect, test } from 'vitest';
import { type Edge, moveEdge } from '../../src/text/edges.ts';

const text = 'It rained.\n\n“About 1,204 workers left,” he said.\nNobody stayed.';
const move = (words: string, edge: Edge, way: 'outward' | 'inward'): string | undefined => {
  const start = text.indexOf(words);
  const moved = moveEdge(text, { start, end: start + words.length }, edge, way);
  return moved && text.slice(moved.start, moved.end);
};

test('an end moves by whole words and takes no mark behind them along', () => {
  expect(move('1,204 workers', 'end', 'outward')).toBe('1,204 workers left');
  expect(move('1,204 workers left', 'end', 'outward')).toBe('1,204 workers left,” he');
  expect(move('1,204 workers left', 'end', 'inward')).toBe('1,204 workers');
  expect(move('About 1,204 workers', 'end', 'inward')).toBe('About 1,204');
});

test('a start does the same to the other side', () => {
  expect(move('1,204 workers', 'start', 'outward')).toBe('About 1,204 workers');
  expect(move('1,204 workers', 'start', 'inward')).toBe('workers');
});

test('a move ends where the line or the words do', () => {
  expect(move('he said', 'end', 'outward')).toBeUndefined();
  expect(move('About', 'start', 'outward')).toBeUndefined();
  expect(move('workers', 'end', 'inward')).toBeUndefined();
  expect(move('workers', 'start', 'inward')).toBeUndefined();
});

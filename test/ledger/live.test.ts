import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edit, followItems } from '../../src/ledger/live.ts';
import { anyText } from './samples.ts';

const text = 'The pier was closed, Ilmar Vessen said. Nobody was hurt, the mayor added. It rained.';
const spans = ['pier was closed', 'Ilmar Vessen', 'said', 'Nobody was hurt', 'the mayor', 'rained'].map((words) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
});
const [closed, vessen, said, hurt, mayor, rained] = spans as [Span, Span, Span, Span, Span, Span];
type Span = (typeof spans)[number];
const items = [[closed, said, vessen], [hurt, mayor], [rained]];

const applied = (before: string, { start, end, text: words }: Edit): string =>
  before.slice(0, start) + words + before.slice(end);

const edits = fc.array(fc.tuple(fc.nat(200), fc.nat(6), anyText(6)), { maxLength: 12 });

test('what no edit has touched reads as it did, where it is said to be', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const followed = followItems(items);
      let now = text;
      for (const [from, length, words] of list) {
        const start = Math.min(from, now.length);
        const edit = { start, end: Math.min(start + length, now.length), text: words };
        followed.take(edit);
        now = applied(now, edit);
      }
      for (const [item, [words]] of items.entries()) {
        if (followed.isTouched(item)) continue;
        const { start, end } = followed.spanOf(item);
        expect(now.slice(start, end)).toBe(text.slice(words!.start, words!.end));
      }
    }),
    { numRuns: 2000 },
  );
});

const edit = (words: string, by: string): Edit => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  text: by,
});

test.each([
  ['its words', edit('closed', 'open'), [0]],
  ['its speaker', edit('Ilmar', 'Arvo'), [0]],
  ['its cue', edit('said', 'denied'), [0]],
  ['a word joined to it', edit('The ', 'The'), [0]],
  ['white space beside it', edit('The ', 'The  '), []],
  ['both', edit('Vessen said. Nobody', ''), [0, 1]],
  ['words between', edit('It ', 'There it '), []],
] as const)('an edit of %s', (_, change, touched) => {
  expect(followItems(items).take(change)).toEqual(touched);
});

test('an item is told of once', () => {
  const followed = followItems(items);
  expect(followed.take(edit('pier', 'quay'))).toEqual([0]);
  expect(followed.take(edit('pier', 'dock'))).toEqual([]);
});

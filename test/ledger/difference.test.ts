import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, wordDifference } from '../../src/ledger/difference.ts';
import { wordingOf } from '../../src/ledger/wording.ts';

const word = fc.constantFrom('the', 'pier', 'was', 'closed', '112', '121', 'people,', 'said.', 'not', 'Vessen');
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

test('words that are said to stand elsewhere stand there', () => {
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (before, now, from, length) => {
      const [then, present] = [wordingOf(before), wordingOf(now)];
      const start = Math.min(from % (before.length + 1), before.length);
      const span = { start, end: Math.min(before.length, start + (length % 40)) };
      const place = differenceOf(then, present).placeOf(span);
      const words = then.words.slice(span.start, span.end).trim();
      if (place.type === 'same' && words !== '') {
        const moved = present.words.slice(place.start, place.start + span.end - span.start);
        expect(moved.split(/\s+/).join(' ').trim()).toBe(words.split(/\s+/).join(' '));
      }
      if (place.type === 'changed') expect(place.span.start).toBeLessThan(place.span.end);
    }),
    { examples: [['said. the the the the', 'the', 17, 2]] },
  );
});

test('a sentence put in or taken out leaves the others whole, whatever words they begin and end with', () => {
  const sentence = fc
    .tuple(
      fc.constantFrom('The', '"The'),
      fc.array(
        word.map((one) => one.replace(/\W/g, '')),
        { maxLength: 8 },
      ),
    )
    .map(([first, rest]) => `${[first, ...rest].join(' ')}.${first.startsWith('"') ? '"' : ''}`);
  const sentences = fc.uniqueArray(sentence, { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(sentences, fc.nat(), (all, which) => {
      const one = which % all.length;
      const fewer = all.filter((_, at) => at !== one);
      const [long, short] = [wordingOf(all.join('\n\n')), wordingOf(fewer.join('\n\n'))];
      for (const [then, now, still] of [
        [short, long, fewer],
        [long, short, fewer],
      ] as const) {
        const difference = differenceOf(then, now);
        const before = then === long ? all : fewer;
        let start = 0;
        for (const words of before) {
          const length = wordingOf(words).words.length;
          if (still.includes(words))
            expect(difference.placeOf({ start, end: start + length })).toMatchObject({ type: 'same' });
          start += length + 1;
        }
      }
    }),
  );
});

test('the pieces of a difference put together are the one text and the other', () => {
  fc.assert(
    fc.property(text, text, (before, now) => {
      const pieces = wordDifference(before, now);
      const only = (...types: readonly string[]) =>
        pieces
          .filter(({ type }) => types.includes(type))
          .map(({ words }) => words)
          .join(' ');
      expect(only('same', 'gone')).toBe(before);
      expect(only('same', 'new')).toBe(now);
    }),
  );
});

test('what was exchanged is shown beside what took its place', () => {
  expect(wordDifference('at least 112 people were hurt', 'at least 121 people were hurt')).toEqual([
    { type: 'same', words: 'at least' },
    { type: 'gone', words: '112' },
    { type: 'new', words: '121' },
    { type: 'same', words: 'people were hurt' },
  ]);
});

test('a moved paragraph is found where it went, a deleted one nowhere', () => {
  const [a, b, c] = ['The pier was closed at dawn by nobody.', 'Oda Brandt went home after the fire.', 'It rained on.'];
  const then = wordingOf(`${a}\n\n${b}\n\n${c}`);
  const moved = differenceOf(then, wordingOf(`${c}\n\n${b}\n\n${a}`));
  expect(moved.placeOf({ start: 0, end: a.length - 1 })).toEqual({ type: 'same', start: c.length + b.length + 2 });
  const gone = differenceOf(then, wordingOf(`${b}\n\n${c}`));
  expect(gone.placeOf({ start: 0, end: a.length - 1 })).toEqual({ type: 'gone' });
});

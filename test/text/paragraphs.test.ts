import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParagraphs } from '../../src/text/paragraphs.ts';

const paragraphs = (text: string): string[] => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

test('blank lines part paragraphs, whatever white space they hold', () => {
  expect(paragraphs('\n  One.\n \t\nTwo.  \n\n\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
});

test('lines wrapped by hand are one paragraph up to the blank line', () => {
  const wrapped =
    'The ferry left the port of Linden at six in the morning with 212 people on\n' +
    'board. The fire broke out below the car deck two hours later, the harbour\n' +
    'master said.\n\n' +
    'Rescuers from three islands reached the ship within the hour, among them the\n' +
    'crew of a trawler.';
  expect(splitParagraphs(wrapped)).toHaveLength(2);
});

test('long lines are a paragraph each', () => {
  const line = `${'The ferry left the port of Linden with 212 people on board. '.repeat(3)}It sank.`;
  expect(paragraphs(`${line}\n${line}\n"Yes," he said.\n${line}`)).toHaveLength(4);
});

test('a short line that ends a sentence ends a paragraph in a wrapped text too', () => {
  const text =
    'The ferry left the port of Linden at six in the morning with 212 people on\n' +
    'board, most of them asleep.\n' +
    'The fire broke out below the car deck two hours later, the harbour master of\n' +
    'Linden said on the radio.';
  expect(splitParagraphs(text)).toHaveLength(2);
});

test('title, byline, list items and turns of a talk are paragraphs of their own', () => {
  expect(
    paragraphs('Ferry burns off Linden\nBy Marta Orel\n- one\n- two\n1. three\nQ: Why?\nA: Nobody knows.'),
  ).toEqual(['Ferry burns off Linden', 'By Marta Orel', '- one', '- two', '1. three', 'Q: Why?', 'A: Nobody knows.']);
});

test('an indent begins a paragraph', () => {
  const text =
    '    The ferry left the port of Linden at six in the morning with 212 people,\n' +
    'most of them asleep, when the watch on the bridge of the ship saw the smoke.\n' +
    '    The fire broke out below the car deck two hours later.';
  expect(splitParagraphs(text)).toHaveLength(2);
});

test('paragraphs are in order, disjoint, and leave out white space alone', () => {
  const pieces = fc.oneof(
    fc.constantFrom('\n', '\n\n', ' ', '\t', '- ', '# ', 'Word. ', 'word '),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      (text) => {
        let end = 0;
        for (const span of splitParagraphs(text)) {
          expect(text.slice(end, span.start)).toMatch(/^[\s\u200b]*$/);
          const words = text.slice(span.start, span.end);
          expect(words).toMatch(/^[^\s\u200b]/);
          expect(words).toMatch(/[^\s\u200b]$/);
          end = span.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\u200b]*$/);
      },
    ),
    { numRuns: 500 },
  );
});

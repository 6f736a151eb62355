import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { tokenize } from '../../src/text/tokens.ts';

const sentences = (text: string): string[] =>
  splitSentences(tokenize(text)).map((sentence) => text.slice(sentence.start, sentence.end));

test.each([
  ['abbreviations', 'Gen. Vell met Dr. A. B. Strand of Orel Corp. on Jan. 5 in St. Anders. They spoke.'],
  ['a time of day before a weekday', 'It ended at 5 p.m. Monday, not at 6 a.m. local time. Nobody came.'],
  ['initials of a country', 'The U.S. Treasury lent 3.5 billion. It waits.'],
  ['a number with a stop before it', 'She read No. 7 in 2.5 minutes. Then she slept.'],
  ['a question inside a quote', '"Why did it burn?" he asked the crew of the ferry. Nobody answered.'],
  ['a question and a named speaker', '“Who pays?” Marta Orel asked. Nobody answered.'],
  ['an exclamation and who laughs', '“Half a point!” Tomas Reik laughed. Nobody else did.'],
  ['an ellipsis within a sentence', 'We were... well, I mean afraid... I think. That was all.'],
  ['a label of a list', '1. The port was closed. It reopened.'],
  ['brackets that go on', 'The firm (formerly Orel & Co. and Sons) closed. It reopened.'],
  ['no. as a word', 'Asked again, he said no. She agreed.'],
])('no cut in two: %s', (_name, text) => {
  expect(sentences(text)).toHaveLength(2);
});

test.each([
  ['the mark that closes a quote', 'He said: "We lost." She left.', ['He said: "We lost."', 'She left.']],
  ['a nested quote', '“He said ‘no.’” She left.', ['“He said ‘no.’”', 'She left.']],
  ['a quote and a deed', '“Go!” He laughed until dawn.', ['“Go!”', 'He laughed until dawn.']],
  ['a bracket', '(It was late.) She left.', ['(It was late.)', 'She left.']],
  [
    'a quote of two sentences',
    '"It burned. We ran," she said. "Then it sank."',
    ['"It burned.', 'We ran," she said.', '"Then it sank."'],
  ],
  ['a quote in single marks', "He left. 'We lost.' She left.", ['He left.', "'We lost.'", 'She left.']],
  ['marks set apart', 'He said: " We lost. " She left. "', ['He said: " We lost. "', 'She left. "']],
  ['an emoji', 'We won! 🎉 Thanks to all.', ['We won!', '🎉 Thanks to all.']],
  ['initials at the end', 'She lives in the U.S. The others left.', ['She lives in the U.S.', 'The others left.']],
  ['a firm at the end', 'He works for Orel Inc. The firm grew.', ['He works for Orel Inc.', 'The firm grew.']],
  ['a missing space', 'It sank."The end', ['It sank."', 'The end']],
  ['an ellipsis before a new sentence', 'He paused… Then he left.', ['He paused…', 'Then he left.']],
])('cut behind %s', (_name, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test.each([
  ['date 2031-02-07 KORSA-VARR, February 7. /NORDA/. The port was closed.'],
  ['LINDEN, Feb 7 (Meridian) - The port was closed.'],
  ['LINDEN, Ostmark (MP) — The port was closed.'],
  ['Linden, Feb 7, 2031 (KPA) - The port was closed.'],
  ['Linden (kpa) - The port was closed.'],
  ['EAST LINDEN. Feb 7 (Interport) – The port was closed.'],
  ['Linden, 7 Feb (EPS).- The port was closed.'],
  ['New Linden, Feb 7 (PTS) The port was closed.'],
  ['(ANS) - LINDEN, FEB 7 - The port was closed.'],
  ['(Meridian) - The port was closed.'],
  ['LINDEN, Feb. 7, NRNA – The port was closed.'],
  ['LINDEN - 7 February 2031: The port was closed.'],
  ['LINDEN — The port was closed.'],
  ['LINDEN/ORSK, Feb 7 (Meridian) - The port was closed.'],
])('a dateline stands apart from the story: %s', (text) => {
  expect(sentences(text)).toEqual([text.replace(' The port was closed.', ''), 'The port was closed.']);
});

test.each([
  ['Marta Orel - a friend of his - left.'],
  ['Marta Orel (Labour) - the only one to speak - left.'],
  ['February 7 (a Monday) was cold.'],
  ['NORDA - the agency - left.'],
  ['Linden (population 4,000) was closed.'],
])('no dateline: %s', (text) => {
  expect(sentences(text)).toEqual([text]);
});

test('sentences follow one another without a gap in tokens', () => {
  const parts = fc.constantFrom(
    '.',
    '...',
    '!',
    '?',
    '"',
    '”',
    '“',
    '(',
    ')',
    'The',
    'and',
    'Gen.',
    'U.S.',
    '7',
    ',',
    '-',
    ' ',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
      const tokens = tokenize(pieces.join(''));
      let next = 0;
      for (const sentence of splitSentences(tokens)) {
        expect(sentence.first).toBe(next);
        expect(sentence.last).toBeGreaterThan(sentence.first);
        expect(sentence.start).toBe(tokens[sentence.first]?.start);
        expect(sentence.end).toBe(tokens[sentence.last - 1]?.end);
        next = sentence.last;
      }
      expect(next).toBe(tokens.length);
    }),
    { numRuns: 500 },
  );
});

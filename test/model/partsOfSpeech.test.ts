import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModels } from '../../src/model/models.ts';
import { PARTS, tagParts } from '../../src/model/partsOfSpeech.ts';
import { wordOf } from '../../src/model/words.ts';
import { tokenize } from '../../src/text/tokens.ts';

const { parts: tagger } = readModels(readFileSync('src/model/weights.bin'));

function partsOf(sentence: string): string {
  const tokens = tokenize(sentence);
  const found = new Uint8Array(tokens.length);
  tagParts(
    tagger!,
    tokens.map(({ text, lower }) => wordOf(text, lower)),
    0,
    tokens.length,
    found,
  );
  return tokens.map(({ text }, i) => `${text}/${PARTS[found[i]!]}`).join(' ');
}

test.each([
  [
    'The mayor said that two ferries left.',
    'The/DET mayor/NOUN said/PAST that/SCONJ two/NUM ferries/NOUNS left/PAST ./PUNCT',
  ],
  [
    'Several reports were delayed by the harbour office.',
    'Several/ADJ reports/NOUNS were/AUX delayed/PARTICIPLE by/ADP the/DET harbour/NOUN office/NOUN ./PUNCT',
  ],
  [
    'She will not claim that her claim is new.',
    'She/PRON will/MODAL not/PART claim/BASE that/SCONJ her/PRON claim/NOUN is/AUX new/ADJ ./PUNCT',
  ],
  ['Velorian officials met Anika Brel.', 'Velorian/ADJ officials/NOUNS met/PAST Anika/PROPN Brel/PROPN ./PUNCT'],
])('%s', (sentence, expected) => {
  expect(partsOf(sentence)).toBe(expected);
});

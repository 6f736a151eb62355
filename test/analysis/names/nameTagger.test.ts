import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, type PassageCache } from '../../../src/analysis/analyze.ts';
import { readModels } from '../../../src/model/models.ts';
import { wordsOf } from '../../../src/text/span.ts';

const models = readModels(readFileSync('src/model/weights.bin'));

/** Each mention of a name as "kind: words", in text order. */
function names(text: string): string[] {
  return analyze(text, { models })
    .entities.flatMap(({ kind, mentions }) => mentions.map((mention) => ({ kind, mention })))
    .sort((a, b) => a.mention.start - b.mention.start)
    .map(({ kind, mention }) => `${kind}: ${wordsOf(text, mention)}`);
}

test('names that no list has are found by what stands beside them', () => {
  const text =
    'Velmora Harbour Trust said on Monday that it had hired Dr. Ilke Brandovar, who lives in the town of Queldrin.';
  expect(names(text)).toEqual(['organisation: Velmora Harbour Trust', 'person: Ilke Brandovar', 'place: Queldrin']);
});

test('a surname alone is a person throughout the document that names them in full', () => {
  const text =
    'Minister Orla Dunvar met fishermen in Denmark.\n\n“We will listen,” Dunvar told reporters.\n\nDunvar left early.';
  expect(names(text).filter((name) => name.endsWith('Dunvar'))).toEqual([
    'person: Orla Dunvar',
    'person: Dunvar',
    'person: Dunvar',
  ]);
});

test('a country that nobody knows is one beside its people', () => {
  const text =
    'Brolvia closed its borders on Monday.\n\nThe Brolvian president spoke to Brolvian reporters in Paris.\n\nTrade with Brolvia has stopped.';
  expect(names(text)).toEqual([
    'place: Brolvia',
    'nationality: Brolvian',
    'nationality: Brolvian',
    'place: Paris',
    'place: Brolvia',
  ]);
});

test('what the rules alone know stays beside what the tagger finds', () => {
  const text = 'Members of KLM/Torvane were held, Ilmar Sorv of the prosecutor general’s office said after the riots.';
  expect(names(text)).toEqual([
    'organisation: KLM/Torvane',
    'person: Ilmar Sorv',
    'organisation: prosecutor general’s office',
    'event: riots',
  ]);
});

test('every name says that the tagger found it, and how sure it is', () => {
  const [entity] = analyze('Prime Minister Orla Dunvar spoke in Paris.', { models }).entities;
  expect(entity?.why).toMatchObject({ by: 'tagger', confidence: 'high' });
});

const phrases = fc.constantFrom(
  'Orla Dunvar',
  'Dunvar',
  'The Velmora Bank (VB)',
  'VB',
  'Brolvia',
  'Brolvian',
  'said',
  'in',
  'the',
  'told reporters',
  'KLM/Torvane',
  'van der Maal',
  '.',
  ',',
  '\n\n',
  'U.S.',
  '“',
  '”',
);

test('names lie in the text, apart from each other, and are the same when paragraphs are read again from a cache', () => {
  const cache: PassageCache = new Map();
  fc.assert(
    fc.property(fc.array(phrases, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      const fresh = analyze(text, { models });
      expect(analyze(text, { models, cache }).entities).toEqual(fresh.entities);
      const mentions = fresh.entities.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start);
      mentions.forEach(({ start, end }, i) => {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        if (mentions[i - 1]?.form === 'name' && mentions[i]?.form === 'name')
          expect(mentions[i - 1]!.end).toBeLessThanOrEqual(start);
      });
    }),
    { numRuns: 150 },
  );
});

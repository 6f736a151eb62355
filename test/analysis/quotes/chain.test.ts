import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { isUnnamed } from '../../../src/analysis/quotes/unnamed.ts';

const chainsOf = (text: string) =>
  analyze(text).quotes.flatMap(({ chain }) => (chain ? [chain.map(({ name }) => name).join(' < ')] : []));

test.each([
  ['The ministry said on Monday, citing police, that 40 boats had been lost.', 'police < the ministry'],
  ['Citing police, the ministry said 40 boats had been lost.', 'police < the ministry'],
  ['Orvel Radio, quoting the mayor, reported that the dam had been shut.', 'the mayor < Orvel Radio'],
  ['“The dam will hold,” police told the Orvel Herald.', 'police < Orvel Herald'],
  ['On Friday police told the newspaper that the dam would hold.', 'police < the newspaper'],
  ['The Orvel Herald quoted the minister as saying that the dam would hold.', 'the minister < Orvel Herald'],
  ['The minister was quoted as saying by Orvel Radio that the dam would hold.', 'the minister < Orvel Radio'],
  ['According to a report cited by the Orvel Herald, 40 boats had been lost.', 'a report < Orvel Herald'],
  ['Orvel Radio reported that police said 40 boats had been lost.', 'police < Orvel Radio'],
])('who had it from whom: %s', (text, chain) => {
  expect(chainsOf(text)).toContain(chain);
});

test.each([
  ['The ministry closed the pier, citing safety concerns, and said it would be rebuilt.'],
  ['“The dam will hold,” the engineer told the court.'],
  ['“The dam will hold,” the engineer told reporters.'],
  ['Mira Lund said she had told the mayor that the dam would hold.'],
  ['The mayor said the dam would hold, and police said the road was open.'],
  ['The minister cited the flood of May as his reason and said he would resign.'],
  ['She said: “I was quoted by nobody,” and left.'],
])('no chain where one alone spoke: %s', (text) => {
  expect(chainsOf(text)).toEqual([]);
});

test('a story of the agency that was told has it straight', () => {
  const story = (agency: string) => `ORVEL, May 7. /${agency}/. “The dam will hold,” police told TASS.`;
  expect(chainsOf(story('TASS'))).toEqual([]);
  expect(chainsOf(story('AFP'))).toEqual(['police < TASS']);
});

test.each([
  'officials',
  'Two diplomats',
  'a source familiar with the talks',
  'people close to the minister',
  'Sources',
  'a senior official at the ministry',
  'local residents',
  'some',
  'an engineer who helped to build it',
  'three anonymous players',
])('%s is unnamed', (phrase) => {
  expect(isUnnamed(phrase)).toBe(true);
});

test.each([
  'police',
  'the ministry',
  'the minister',
  'authorities',
  'a spokesman for the ministry',
  'the army',
  'a report',
  'his lawyer',
  'the engineer',
  'the government',
  'prosecutors',
  'it',
])('%s can be asked', (phrase) => {
  expect(isUnnamed(phrase)).toBe(false);
});

const unnamed = (text: string) => analyze(text).quotes.map(({ speaker }) => speaker?.unnamed === true);

test('who speaks on condition of anonymity is unnamed, whatever else is told of them', () => {
  expect(unnamed('The dam is weak, a coastguard spokesman said on condition of anonymity.')).toEqual([true]);
  expect(unnamed('The dam is weak, said the engineer. The engineer asked not to be named.')).toEqual([true]);
  expect(unnamed('Mira Lund said the source had spoken on condition of anonymity.')).toEqual([false]);
});

test('whatever the text, a chain names its speaker once and lies in the text', () => {
  const pieces = fc.constantFrom(
    ...'citing|quoted by|as saying|told|Orvel Radio|police|officials|said|that|the dam broke|,|.|“it held”|according to|reported by|the mayor|on condition of anonymity|Mira Lund|\n\n'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' ')),
      (text) => {
        for (const { chain } of analyze(text).quotes) {
          if (chain === undefined) continue;
          expect(chain.length).toBeGreaterThan(1);
          expect(new Set(chain.map(({ name }) => name.toLowerCase())).size).toBe(chain.length);
          for (const { mention } of chain) expect(text.slice(mention?.start, mention?.end).trim()).not.toBe('');
        }
      },
    ),
    { numRuns: 200 },
  );
});

// Who speaks, in whole documents as they are read: with the taggers, names and all.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { readModels } from '../../../src/model/models.ts';

const models = readModels(readFileSync('src/model/weights.bin'));

const read = (text: string) => analyze(`KELVANE, June 21 (Norda) - ${text}\n`, { models });

const speakersIn = (text: string): (string | undefined)[] => read(text).quotes.map(({ speaker }) => speaker?.name);

test.each([
  [
    'An inquiry needs 50 votes; the Civic Union holds 46 and the Greens, who said they would support it, hold nine.',
    ['Greens'],
  ],
  ['The dockers, who say they are owed money, walked out on Monday.', ['the dockers']],
  ['Police stopped a bus from Sund. The pilot, who told police he had slept, was held.', ['the pilot']],
  ['She wrote to Ann Lund, a farmer from Sund, who said that she was owed money.', ['Ann Lund']],
  ['The strike was led by Tomas Abel, 51, who said that it would go on.', ['Tomas Abel']],
  ["Tomas Abel made his way to the mother's house, a lawyer and the guard, who said that it was shut.", ['the guard']],
  ['Mira Lund met the Sund harbour master, who said that the pier was shut.', ['the Sund harbour master']],
  ['The World Health Organization (WHO) said the fever had spread.', ['World Health Organization']],
])('“who” is whoever stands before it: %s', (text, names) => {
  expect(speakersIn(text)).toEqual(names);
});

test('“who” is a mention of whom it stands for', () => {
  const { text, entities } = read('The strike was led by Tomas Abel, who said that it would go on.');
  const { mentions = [] } = entities.find(({ name }) => name === 'Tomas Abel') ?? {};
  expect(mentions.map(({ start, end, form }) => `${form}: ${text.slice(start, end)}`)).toEqual([
    'name: Tomas Abel',
    'pronoun: who',
  ]);
});

test.each([
  ['The driver, aged 51, told police that the brakes had failed.', ['the driver']],
  ['The pilot, 44, said the engine had stopped.', ['the pilot']],
  ['A farmer, aged 71 and a widower, said that his cows were gone.', ['A farmer']],
  ['One of the owners, the banker Tomas Reik, said that the yard was shut.', ['Tomas Reik']],
  ['Sund Lines, which runs the ferry, said the vessel was sound.', ['Sund Lines']],
  ['A lawyer for the owners, Tomas Abel, said that the yard was shut.', ['Tomas Abel']],
])('an age or an aside is no part of who speaks: %s', (text, names) => {
  expect(speakersIn(text)).toEqual(names);
});

test('who laughs behind an exclamation has made it, who only acts has not', () => {
  const talks = 'Banker Tomas Reik and union leader Anna Solt met. Solt said the offer was low.';
  expect(speakersIn(`${talks} “Half a point!” Reik laughed.`)).toEqual(['Anna Solt', 'Tomas Reik']);
  expect(speakersIn(`${talks} “Not a mark more!” Reik laughed all the way home.`)).toEqual(['Anna Solt', 'Anna Solt']);
});

const turns = (...labels: readonly string[]): string =>
  labels.map((label, index) => `${label}: The bridge will be open until June ${index + 1}.`).join('\n\n');

const entitiesIn = (text: string): string[] => read(text).entities.map(({ kind, name }) => `${kind} ${name}`);

test('labels in capitals are the people of that surname, or else people', () => {
  const told = `The owner, Birger Naess, spoke first.\n\n${turns('NAESS', 'STRAND', 'NAESS', 'BBC', 'STRAND')}`;
  expect(speakersIn(told)).toEqual(['Birger Naess', 'STRAND', 'Birger Naess', 'BBC', 'STRAND']);
  expect(entitiesIn(told)).toEqual(
    expect.arrayContaining(['person Birger Naess', 'person STRAND', 'organisation BBC']),
  );
  expect(entitiesIn(told)).not.toContain('organisation NAESS');
});

const QA = turns('Q', 'A', 'Q', 'A');

test.each([
  ['Minister Hanne Gulli answered questions from reporters on Friday.', 'Hanne Gulli'],
  ['Reporter Mira Lund spoke to the harbour master, Tomas Abel, about the fire that Ove Strand saw.', 'Tomas Abel'],
  ['Tomas Abel was asked by Mira Lund about the fire.', 'Tomas Abel'],
  ['Mira Lund and Tomas Abel were at the dam on Friday.', 'A'],
  ['Reporters were at the dam on Friday.', 'A'],
])('A answers for whom the text says is asked: %s', (lead, answerer) => {
  expect(speakersIn(`${lead}\n\n${QA}`)).toEqual(['Q', answerer, 'Q', answerer]);
});

test('who asks is not who answers', () => {
  const interview = `By Clara Venn\n\nThe harbour master, Tomas Abel, was at the dam on Friday.\n\n${QA}\n`;
  expect(analyze(interview, { models }).quotes.map(({ speaker }) => speaker?.name)).toEqual([
    ...['Q', 'Tomas Abel', 'Q', 'Tomas Abel'],
  ]);
});

test.each([
  ['Asked by Nordwire whether the government would step in, Minister Hanne Gulli said that it would not.', 1],
  ['Asked by Nordwire whether the government would step in, Minister Hanne Gulli shook her head.', 0],
  ['Reporters asked whether the dam would hold.', 0],
  ['Mira Lund asked the council for 40 boats, and said that 12 were lost.', 1],
])('what is only asked is no statement: %s', (text, claims) => {
  expect(read(text).claims.filter(({ source }) => source.type === 'quote')).toHaveLength(claims);
});

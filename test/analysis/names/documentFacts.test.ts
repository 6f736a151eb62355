import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { readModels } from '../../../src/model/models.ts';

const models = readModels(readFileSync('src/model/weights.bin'));

/** Each entity as "kind name", in the order of the text. */
const entitiesIn = (text: string): string[] =>
  analyze(`${text}\n`, { models }).entities.map(({ kind, name }) => `${kind} ${name}`);

test('a country in the dateline is no person', () => {
  const found = entitiesIn(
    "ORLO, Vestmark, June 21 (Norda) - Vestmark's parliament met on Friday. Vestmark spent 4 million marks.",
  );
  expect(found).toContain('place Vestmark');
  expect(found).not.toContain('person Vestmark');
});

test('whom a people is called after is no person, save where somebody bears the name', () => {
  const told = 'KELVANE, June 21 (Norda) - Nearly a fifth of what Ardenmark spent is gone. ';
  expect(entitiesIn(`${told}Ardenmarkers think that it was stolen.`)).toContain('place Ardenmark');
  const borne = entitiesIn(`${told}Ardenmarkers say Olga Ardenmark stole it.`);
  expect(borne).toContain('person Olga Ardenmark');
  expect(borne).not.toContain('place Ardenmark');
});

test.each([
  ['Karsholm Mining paid half of it. Nobody else in Karsholm did.', 'organisation Karsholm Mining'],
  ['Twelve contracts went to a single builder, Tessin Bau, whose owner left.', 'organisation Tessin Bau'],
  ['The yard was sold to Brekke Bau on Friday.', 'organisation Brekke Bau'],
  ['The farmer Anna Bau said that she was owed money.', 'person Anna Bau'],
])('a firm by its last word: %s', (text, entity) => {
  expect(entitiesIn(`KELVANE, June 21 (Norda) - ${text}`)).toContain(entity);
});

test('a place that a firm is called after stays one', () => {
  const found = entitiesIn(
    'KELVANE, June 21 (Norda) - Fifteen died in the city of Tessin. The contracts went to Tessin Bau, whose owner, Karel ' +
      'Rudin, left. She expects the railway to Tessin to reopen.',
  );
  expect(found.filter((entity) => entity.includes('Tessin'))).toEqual(['place Tessin', 'organisation Tessin Bau']);
});

test('a ship is neither a body nor a place, a name beside it is', () => {
  const found = entitiesIn(
    'KELVANE, June 21 (Norda) - The ferry Halden Star had sunk, Sund Lines said. Captain Ola Brekke of the Halden Star and the ' +
      'ferry operator were sorry.',
  );
  expect(found.join()).not.toContain('Halden Star');
  expect(found).toEqual(expect.arrayContaining(['organisation Sund Lines', 'person Ola Brekke']));
});

import { expect, test } from 'vitest';
import { asked } from './asked.ts';

const about = (body: string) => asked('unnamedSource', body).map(([words]) => words);

test('whoever gives a fact without a name is asked about', () => {
  expect(about('Officials said the bridge was closed on Monday.')).toEqual(['Officials']);
  expect(about('The bridge was closed on Monday, a government official said.')).toEqual(['a government official']);
  expect(about('“The bridge shook for a minute,” one resident told the Norda agency.')).toEqual(['one resident']);
});

test('whoever can be asked is not, nor a crowd, nor what somebody wants', () => {
  expect(about('Police said the bridge was closed on Monday.')).toEqual([]);
  expect(about('The bridge was closed, said Oda Brandt, the mayor of Kelvane.')).toEqual([]);
  expect(about('Some called for a new bridge.')).toEqual([]);
  expect(about('Protesters said that they would stay on the bridge.')).toEqual([]);
  expect(about('Researchers said the bridge was older than the town.')).toEqual([]);
});

test('each mention of a source is asked about once', () => {
  expect(about('Officials said the bridge was closed and that two roads were shut.')).toEqual(['Officials']);
});

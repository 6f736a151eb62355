import { expect, test } from 'vitest';
import { asked } from './asked.ts';

const about = (body: string) => asked('unattributed', body).map(([words]) => words);

test('a figure of the document’s own that nobody gives is asked about', () => {
  expect(about('The town spent 2.4 million marks on the hall last year.')).toEqual(['2.4 million marks']);
  expect(about('Twelve people were killed when the roof came down.')).toEqual(['Twelve people']);
  expect(about('The roof collapsed at noon, killing 14 people.')).toEqual(['14 people']);
  expect(about('About 1,900 people live on the island.')).toEqual(['About 1,900 people']);
  expect(about('Prices rose by 14 percent in the north.')).toEqual(['14 percent']);
});

test('a figure with a source is not: in its sentence, before it, or elsewhere in the document', () => {
  expect(about('Twelve people were killed, police said.')).toEqual([]);
  expect(about('According to the town hall, 1,900 people live on the island.')).toEqual([]);
  expect(about('A survey by the Lumen institute asked the islanders. About 61 percent want a bridge.')).toEqual([]);
  expect(about('The mayor, Oda Brandt, said the hall was old. The town spent 2.4 million marks on it.')).toEqual([]);
  expect(
    about('Twelve people were killed when the roof came down.\n\n“We found 12 people dead,” said Oda Brandt.'),
  ).toEqual([]);
  expect(
    about('Twelve people were killed when the roof came down.\n\nOda Brandt said that 12 people were killed.'),
  ).toEqual([]);
});

test('trifles, ages, votes’ seats, plans and vague numbers are not', () => {
  expect(about('Two men stood at the gate of the hall.')).toEqual([]);
  expect(about('Ilmar Vessen is 58 years old and has two sons.')).toEqual([]);
  expect(about('The Coastal Party won 120 seats on Sunday.')).toEqual([]);
  expect(about('The town would spend 2.4 million marks on it.')).toEqual([]);
  expect(about('Dozens were in the hall at the time.')).toEqual([]);
  expect(about('The two parents were hurt when the roof came down.')).toEqual([]);
});

test('talk written down is its speakers’', () => {
  const turns = [
    'ROTH: How large is it?',
    'VESSEN: It cost 2.4 million marks in all.',
    'ROTH: And now?',
    'VESSEN: Now it is shut.',
  ];
  expect(about(`${turns.join('\n\n')}\n\nThe hall cost 2.4 million marks in all.`)).toEqual([]);
});

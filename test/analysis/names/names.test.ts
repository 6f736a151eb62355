import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../../src/analysis/dates/dates.ts';
import { findNames } from '../../../src/analysis/names/names.ts';
import { readPassage } from '../../../src/analysis/passage.ts';

/** The names of one passage as "kind: words". */
function names(text: string): string[] {
  const passage = readPassage(text);
  return findNames(passage, findDates(passage)).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

test('a title before a name is no part of it, and tells that it is a person', () => {
  expect(names('Deputy Prime Minister Orla Venn-Harrow met Gen. Tobin Asker and Mrs. Quill.')).toEqual([
    'person: Orla Venn-Harrow',
    'person: Tobin Asker',
    'person: Quill',
  ]);
});

test('a nationality before a title or a noun stands apart from the name behind it', () => {
  expect(names('Kenyan President Wanda Kilimo spoke to the French ambassador.')).toEqual([
    'nationality: Kenyan',
    'person: Wanda Kilimo',
    'nationality: French',
  ]);
});

test('an organisation is told by its head word, with what comes before and after it', () => {
  expect(names('She left the Norwegian Herring Council for the Ministry of Water and Herding.')).toEqual([
    'organisation: Norwegian Herring Council',
    'organisation: Ministry of Water and Herding',
  ]);
  expect(names('The University of Dunmorrow and Brill & Tanner Ltd. signed.')).toEqual([
    'organisation: University of Dunmorrow',
    'organisation: Brill & Tanner Ltd',
  ]);
});

test('a place is told by what stands around it', () => {
  expect(names('Roads in Tesmarel and near Ulvik were closed.')).toEqual(['place: Tesmarel', 'place: Ulvik']);
  expect(names('They crossed the Brenna River in the Oskel region.')).toEqual(['place: Brenna River', 'place: Oskel']);
});

test('possessives, articles and sentence openers are left out', () => {
  expect(names('The Tribunal’s staff left. Meanwhile Denmark’s king slept. However, Peru won.')).toContain(
    'place: Denmark',
  );
  expect(names('However, Peru won. Yesterday Chile lost.')).toEqual(['place: Peru', 'place: Chile']);
});

test('particles, apostrophes, hyphens and initials belong to a name', () => {
  expect(names('Witnesses saw Joris van der Maal, N. P. O’Tarrin and Idris bin Yusuf al-Karrani there.')).toEqual([
    'person: Joris van der Maal',
    'person: N. P. O’Tarrin',
    'person: Idris bin Yusuf al-Karrani',
  ]);
});

test('of a hyphenated word only the name is one', () => {
  expect(names('The Lisbon-based group held pro-Kurdish and Israeli-Egyptian talks.')).toEqual([
    'place: Lisbon',
    'nationality: Kurdish',
    'nationality: Israeli',
    'nationality: Egyptian',
  ]);
});

test('two names joined by a slash are one, known ones are two', () => {
  expect(names('Members of the KRT/Zelim outlawed organisation hid.')[0]).toBe('organisation: KRT/Zelim');
  expect(names('A FIFA/UEFA letter arrived.')).toEqual(['organisation: FIFA', 'organisation: UEFA']);
});

test('acronyms that name nobody, months and weekdays are no names', () => {
  expect(names('On Monday the GDP figure and DNA tests arrived in March 2020.')).toEqual([]);
});

test('an office in lower case is an organisation where someone named is of it', () => {
  expect(names('Sanna Orrick of the prosecutor general’s office said so.')).toEqual([
    'person: Sanna Orrick',
    'organisation: prosecutor general’s office',
  ]);
  expect(names('She went to the office.')).toEqual([]);
});

test('no name runs over quotation marks or a sentence’s end', () => {
  expect(names('He met Orla Venn. Tobin Asker left. "Hello, Anna Bell," Karl Dent said.')).toEqual([
    'person: Orla Venn',
    'person: Tobin Asker',
    'person: Anna Bell',
    'person: Karl Dent',
  ]);
});

test('events are nouns with their modifiers, not verbs', () => {
  expect(names('A hybrid attack and mass riots followed an attempted coup.')).toEqual([
    'event: hybrid attack',
    'event: mass riots',
    'event: attempted coup',
  ]);
  expect(names('They will strike and protest if he attacks.')).toEqual([]);
});

test('names lie inside the text, in order, and none overlaps another', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'Orla Venn',
      'U.S.',
      "'s ",
      '’',
      '"',
      ' of the ',
      'Ministry',
      '/',
      '-',
      '(',
      ')',
      '. ',
      'President ',
      ' van ',
      '\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end } of findNames(readPassage(text), [])) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
  );
});

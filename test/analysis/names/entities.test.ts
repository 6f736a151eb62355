import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import type { Entity } from '../../../src/analysis/types.ts';
import { wordsOf } from '../../../src/text/span.ts';

const entities = (text: string): readonly Entity[] => analyze(text).entities;

const mentions = (text: string, { mentions }: Entity): string[] =>
  mentions.filter(({ form }) => form === 'name').map((mention) => wordsOf(text, mention));

/** An entity for each name: its kind, its fullest name and the words of its mentions. */
const summary = (text: string): [string, string, ...string[]][] =>
  entities(text)
    .filter(({ kind }) => kind !== 'event')
    .map((entity) => [entity.kind, entity.name, ...mentions(text, entity)]);

test('a surname alone is the person named in full, also where it opens a sentence', () => {
  expect(
    summary('Reporters met Orla Dunvar in town.\n\nDunvar declined to comment. Asked again, Dunvar left.'),
  ).toEqual([['person', 'Orla Dunvar', 'Orla Dunvar', 'Dunvar', 'Dunvar']]);
});

test('two people of one surname stay two, and the surname alone is the one named last', () => {
  const text = 'Teacher Orla Dunvar spoke. Dunvar smiled. Then Karl Dunvar spoke. Dunvar frowned.';
  expect(summary(text)).toEqual([
    ['person', 'Orla Dunvar', 'Orla Dunvar', 'Dunvar'],
    ['person', 'Karl Dunvar', 'Karl Dunvar', 'Dunvar'],
  ]);
});

test('a surname stays with the one whom the story is about, though a relative is named', () => {
  const text =
    'Teacher Orla Dunvar spoke. Dunvar smiled. Later Dunvar sang. Then Karl Dunvar spoke. In the end Dunvar frowned.';
  expect(summary(text)).toEqual([
    ['person', 'Orla Dunvar', 'Orla Dunvar', 'Dunvar', 'Dunvar', 'Dunvar'],
    ['person', 'Karl Dunvar', 'Karl Dunvar'],
  ]);
});

test('an acronym is the organisation whose initials it is', () => {
  const text = 'The World Herring Bureau (WHB) met. The WHB said stocks fell.';
  expect(summary(text)).toEqual([['organisation', 'World Herring Bureau', 'World Herring Bureau', 'WHB', 'WHB']]);
});

test('a capitalised common noun that opens a sentence is no name', () => {
  expect(summary('Prosecutors said nothing. Dredgers came under fire; the dredgers fled.')).toEqual([]);
});

test('the text’s own words that describe someone are kept', () => {
  const description = (text: string): string | undefined => {
    const [entity] = entities(text);
    return entity?.description && wordsOf(text, entity.description);
  };
  expect(description('Orla Dunvar, a spokeswoman for the harbour, said so.')).toBe('a spokeswoman for the harbour');
  expect(description('Orla Dunvar of the prosecutor general’s office said so.')).toBe(
    'of the prosecutor general’s office',
  );
  expect(description('Deputy Interior Minister Orla Dunvar said so.')).toBe('Deputy Interior Minister');
});

test('a headline gives no names that the story does not bear out', () => {
  const text = 'Heavy Rains Close Roads Across Dunvaria Again\n\nRains closed roads in Dunvaria on Monday.';
  expect(summary(text)).toEqual([['place', 'Dunvaria', 'Dunvaria', 'Dunvaria']]);
});

test('a place stays one beside an organisation that is named after it', () => {
  const text = 'A ferry left for Dunvar. Crews in Dunvar waited. Dunvar Harbour Bank paid them.';
  expect(summary(text)).toEqual([
    ['place', 'Dunvar', 'Dunvar', 'Dunvar'],
    ['organisation', 'Dunvar Harbour Bank', 'Dunvar Harbour Bank'],
  ]);
});

interface Cast {
  readonly country: string;
  readonly people: string;
  readonly given: string;
  readonly surname: string;
  readonly towns: readonly [string, string];
  readonly group: string;
  readonly agency: string;
  readonly president: string;
}

const story = (
  cast: Cast,
): string => `${cast.towns[0].toUpperCase()}, March 3. /${cast.agency}/. ${cast.country} came under a cyber attack, ${cast.given} ${cast.surname} of the prosecutor general’s office said on Thursday.

"Members of the ${cast.group} banned extremist organisation took part," he said.

According to ${cast.surname}, officials in ${cast.towns[0]}, the ${cast.towns[0]} and ${cast.towns[1]} regions did nothing. "We wait," ${cast.surname} added.

Strikes began in several ${cast.people} cities. According to ${cast.people} President ${cast.president}, it was a plot. ${cast.people} authorities counted the wounded.`;

const expected = (cast: Cast): [string, string][] => [
  ['place', cast.towns[0].toUpperCase()],
  ['organisation', cast.agency],
  ['place', cast.country],
  ['person', `${cast.given} ${cast.surname}`],
  ['organisation', 'prosecutor general’s office'],
  ['organisation', cast.group],
  ['person', cast.surname],
  ['place', cast.towns[0]],
  ['place', cast.towns[0]],
  ['place', cast.towns[1]],
  ['person', cast.surname],
  ['nationality', cast.people],
  ['nationality', cast.people],
  ['person', cast.president],
  ['nationality', cast.people],
];

const endings: readonly (readonly [string, string])[] = [
  ['ia', 'ian'],
  ['ar', 'ari'],
  ['', 'ese'],
  ['land', 'ish'],
  ['land', 'lander'],
  ['istan', ''],
];

test('kinds are read off the story, whatever the names are', () => {
  const stem = fc.constantFrom('Velmor', 'Qashv', 'Tondal', 'Skarn', 'Brekh', 'Lorrug', 'Zorm', 'Meshdov');
  const cast = fc.record({
    stem,
    ending: fc.constantFrom(...endings),
    given: fc.constantFrom('Tarbek', 'Ilsemin', 'Obwe', 'Krasl'),
    surname: fc.constantFrom('Ulmasov', 'O’Tarrin', 'al-Harouni', 'Thessing', 'Kwaleni', 'Shehor-Kin'),
    town: fc.constantFrom('Torvel', 'Umbasa', 'Pouchty', 'Kramnik'),
    group: fc.constantFrom('KRT/Zelim', 'GSPD', 'Red Heron', 'Hutrark'),
    agency: fc.constantFrom('NORPA', 'ZNA', 'KANPRESS'),
    president: fc.constantFrom('Ilmar-Josk Dervenin', 'Idriss bin Tarouk', 'Hassor Blenik'),
  });
  fc.assert(
    fc.property(cast, ({ stem, ending: [country, people], town, ...rest }) => {
      const whole = { ...rest, country: stem + country, people: stem + people, towns: [town, 'Brannika'] as const };
      const text = story(whole);
      const found = entities(text)
        .filter(({ kind }) => kind !== 'event')
        .flatMap(({ kind, mentions }) =>
          mentions.filter(({ form }) => form === 'name').map((mention) => ({ ...mention, kind })),
        )
        .sort((a, b) => a.start - b.start)
        .map((mention) => [mention.kind, wordsOf(text, mention)]);
      expect(found).toEqual(expected(whole));
    }),
  );
});

test('every mention lies inside the text, and no two mentions by name overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('Orla Dunvar ', 'Dunvar', '\n\n', ' said ', 'the WHB', '.')), {
        maxLength: 30,
      }),
      (pieces) => {
        const text = pieces.join('');
        const spans = entities(text)
          .flatMap((entity) => entity.mentions.filter(({ form }) => form === 'name'))
          .sort((a, b) => a.start - b.start);
        spans.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : spans[i - 1]!.end);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      },
    ),
  );
});

test.each([
  [
    'The US and Britain met. American aides of the United States, or America, left the U.K. for the U.S.',
    ['United States', 'Britain'],
  ],
  ['The UAE spoke. Later the United Arab Emirates left.', ['United Arab Emirates']],
])('a country is one under all its usual names: %s', (text, names) => {
  expect(
    entities(text)
      .filter(({ kind }) => kind === 'place')
      .map(({ name }) => name),
  ).toEqual(names);
});

test('what stands in brackets after an organisation is its short name, whatever its letters', () => {
  const text = 'The National Grain Reserve Agency (AGRENA) met. AGRENA said stocks fell.';
  expect(summary(text)).toEqual([
    ['organisation', 'National Grain Reserve Agency', 'National Grain Reserve Agency', 'AGRENA', 'AGRENA'],
  ]);
});

test.each([
  ['Deputy Emergency Situations Minister Orla Dunvar said so.', 'Orla Dunvar'],
  ['On Friday Senate Minority Whip Karl Venn said so.', 'Karl Venn'],
  ['On Monday German Chancellor Orla Dunvar met him.', 'Orla Dunvar'],
  ['Ecologist Karl Venn counted the birds.', 'Karl Venn'],
])('a title is no part of the name: %s', (text, name) => {
  const [person] = entities(text).filter(({ kind }) => kind === 'person');
  expect(person?.name).toBe(name);
});

test('a firm with a place’s name is no person of that given name', () => {
  const text =
    'Floods hit the city of Dunvar. Work in Dunvar went to Dunvar Bau, whose owner fled. Dunvar Bau is rich.';
  expect(summary(text).map(([kind, name]) => [kind, name])).toEqual([
    ['place', 'Dunvar'],
    ['organisation', 'Dunvar Bau'],
  ]);
});

test('members of a union own its name', () => {
  expect(summary("The Dunvar Growers' Union met.")).toEqual([
    ['organisation', "Dunvar Growers' Union", "Dunvar Growers' Union"],
  ]);
});

test('a shouted line in quotation marks names nobody', () => {
  expect(entities("'NOT ONE MARK'").filter(({ kind }) => kind === 'person')).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../../src/analysis/dates/dates.ts';
import { type FigureFound, findFigures } from '../../../src/analysis/figures/figures.ts';
import { readPassage } from '../../../src/analysis/passage.ts';
import type { Span } from '../../../src/text/span.ts';

function figuresOf(text: string, names: readonly string[] = []): FigureFound[] {
  const passage = readPassage(text);
  const spans = names.map((name): Span => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  return findFigures(passage, findDates(passage), spans);
}

const amountOf = ({ amount }: FigureFound): string => {
  if (amount.type === 'vague') return 'vague';
  if (amount.type === 'range') return `${amount.low}..${amount.high}`;
  return amount.bound === 'exact' ? `${amount.value}` : `${amount.bound} ${amount.value}`;
};

/** Each figure as "words = amount unit or counted noun". */
function read(text: string, names?: readonly string[]): string[] {
  return figuresOf(text, names).map((figure) => {
    const what = figure.unit ?? (figure.counted && text.slice(figure.counted.start, figure.counted.end)) ?? '-';
    return `${text.slice(figure.start, figure.end)} = ${amountOf(figure)} ${what}`;
  });
}

test.each([
  ['As many as 3,120 rescue workers were taken to camps.', ['As many as 3,120 rescue workers = 3120 rescue workers']],
  ['More than 4,500 people fled.', ['More than 4,500 people = more-than 4500 people']],
  ['At least two dozen villages burned.', ['At least two dozen villages = at-least 24 villages']],
  ['No fewer than ten men were hurt.', ['No fewer than ten men = at-least 10 men']],
  ['Up to 40 jobs are at risk.', ['Up to 40 jobs = at-most 40 jobs']],
  ['Fewer than 90 boats returned.', ['Fewer than 90 boats = less-than 90 boats']],
  ['Some 12,000 asylum seekers wait.', ['Some 12,000 asylum seekers = about 12000 asylum seekers']],
  ['Nearly half of the members voted.', ['Nearly half of the members = about 0.5 members']],
  ['Only 12 of the 20 teams came.', ['Only 12 = 12 teams', '20 teams = 20 teams']],
  ['A hundred or so goats died.', ['A hundred or so goats = about 100 goats']],
  ['50 or more ships waited.', ['50 or more ships = at-least 50 ships']],
  [
    'It has 18+ years to run, with 200-plus staff.',
    ['18+ years = at-least 18 year', '200-plus staff = at-least 200 staff'],
  ],
  [
    'The fund of $2.5T paid GH¢5 million, QR 100 and SR 30 million for 30 g of salt.',
    [
      '$2.5T = 2500000000000 dollar',
      'GH¢5 million = 5000000 cedi',
      'QR 100 = 100 riyal',
      'SR 30 million = 30000000 riyal',
      '30 g = 30 gram',
    ],
  ],
  ['She is five feet six inches tall.', ['five feet six inches = 5.5 foot']],
  ['He is 6 ft 3 in tall, and the wall 9 feet.', ['6 ft 3 in = 6.25 foot', '9 feet = 9 foot']],
  ['It employs 300+ people.', ['300+ people = at-least 300 people']],
  ['The court freed 35 members of banned groups.', ['35 members = 35 members']],
  [
    'The six-member panel met three women police officers.',
    ['six-member = 6 member', 'three women police officers = 3 women police officers'],
  ],
  [
    'Two injured and exhausted climbers waited.',
    ['Two injured and exhausted climbers = 2 injured and exhausted climbers'],
  ],
  [
    'Thousands of people and dozens of dogs got lost.',
    ['Thousands of people = vague people', 'dozens of dogs = vague dogs'],
  ],
  ['Two- to three-year terms await 21,6% of them.', ['Two- to three-year = 2..3 year', '21,6% = 21.6 percent']],
  [
    'It built 6 million homes, including 1.5 million in Orlo.',
    ['6 million homes = 6000000 homes', '1.5 million = 1500000 homes'],
  ],
  ['At least 11 people died and 34 were injured.', ['At least 11 people = at-least 11 people', '34 = 34 people']],
  ['After two blasts, at least 20 were killed.', ['two blasts = 2 blasts', 'at least 20 = at-least 20 -']],
  ['It left about 18,000 homeless.', ['about 18,000 = about 18000 -']],
  ['Rain cut the harvest by a third, she said.', ['a third = 0.3333333333333333 -']],
  ['We had 37 on board, and four more holding on.', ['37 = 37 -', 'four = 4 -']],
  ['Twenty-nine out of 30 charges fell.', ['Twenty-nine = 29 charges', '30 charges = 30 charges']],
  [
    'Six crew members and one new vaccine appears.',
    ['Six crew members = 6 crew members', 'one new vaccine = 1 new vaccine'],
  ],
  ['One in five children reads.', ['One in five children = 0.2 children']],
  ['Only one soldier returned.', ['Only one soldier = 1 soldier']],
])('counts: %s', (text, figures) => {
  expect(read(text)).toEqual(figures);
});

test.each([
  ['The deal is worth US$4.2 billion.', ['US$4.2 billion = 4200000000 dollar']],
  ['It costs $52 a barrel, or €48.', ['$52 a barrel = 52 dollar per barrel', '€48 = 48 euro']],
  [
    'They owe 20 million tenge and 800 Chinese yuan.',
    ['20 million tenge = 20000000 tenge', '800 Chinese yuan = 800 yuan'],
  ],
  ['He paid $US55,931,000 and HK $5.4m.', ['$US55,931,000 = 55931000 dollar', 'HK $5.4m = 5400000 dollar']],
  ['He paid N20,000, R500 and Rs 300.', ['N20,000 = 20000 naira', 'R500 = 500 rand', 'Rs 300 = 300 rupee']],
  ['Fees run from $10 to $15 billion.', ['from $10 to $15 billion = 10000000000..15000000000 dollar']],
  ['Shares closed at 17.40 crowns.', ['17.40 crowns = 17.4 crown']],
  [
    'It set aside 25 million marks for 40 crowns and 3 marks.',
    ['25 million marks = 25000000 mark', '40 crowns = 40 crowns', '3 marks = 3 marks'],
  ],
  [
    'It gave 4.8 billion marks ($1.6 billion): 2.1 billion for housing and 300 million for schools.',
    [
      '4.8 billion marks = 4800000000 mark',
      '$1.6 billion = 1600000000 dollar',
      '2.1 billion = 2100000000 mark',
      '300 million = 300000000 mark',
    ],
  ],
  ['It lost millions of dollars.', ['millions of dollars = vague dollar']],
  ['The rate fell 0.3% to 60 per cent.', ['0.3% = 0.3 percent', '60 per cent = 60 percent']],
  ['It rose by two percentage points.', ['two percentage points = 2 percentage point']],
  ['It rose between 10 and 20 percent.', ['between 10 and 20 percent = 10..20 percent']],
  ['It grew 5-10 per cent.', ['5-10 per cent = 5..10 percent']],
])('money and per cent: %s', (text, figures) => {
  expect(read(text)).toEqual(figures);
});

test.each([
  ['The wall is 3.7 km long and covers 12 sq. km.', ['3.7 km = 3.7 kilometre', '12 sq. km = 12 square kilometre']],
  ['The car hit the wall at 30 km/h.', ['30 km/h = 30 kilometre per hour']],
  ['Winds reached about 155mph.', ['about 155mph = about 155 mile per hour']],
  ['Output is 400,000 barrels a day.', ['400,000 barrels a day = 400000 barrel per day']],
  ['The plant gives 1.2m tonnes and 550 megawatts.', ['1.2m tonnes = 1200000 tonne', '550 megawatts = 550 megawatt']],
  ['It was minus 13 degrees Celsius.', ['minus 13 degrees Celsius = -13 degree celsius']],
  [
    'They marched more than 100 km (60 miles).',
    ['more than 100 km = more-than 100 kilometre', '60 miles = more-than 60 mile'],
  ],
  ['The 24-hour strike lasted nearly an hour longer.', ['24-hour = 24 hour', 'nearly an hour = about 1 hour']],
  ['The lake lost a metre and a half in two years.', ['a metre and a half = 1.5 metre', 'two years = 2 year']],
  ['It took two and a half years.', ['two and a half years = 2.5 year']],
  ['Nearly a year and a half later he left.', ['Nearly a year and a half = about 1.5 year']],
  ['The pit is three metres and a half deep.', ['three metres and a half = 3.5 metre']],
  ['One and a half million tonnes went.', ['One and a half million tonnes = 1500000 tonne']],
  ['They waited two or three days.', ['two or three days = 2..3 day']],
  ['Nine days later the siege ended.', ['Nine days = 9 day']],
  ['A 10-year-old girl and a man aged 33 left.', ['10-year-old = 10 year', 'aged 33 = 33 year']],
  ['Mira Tolen, 45, and Jan Orr (61) spoke.', ['45 = 45 year', '61 = 61 year']],
  ['She was about 57 when it sank.', ['about 57 = about 57 year']],
  ['It died in the last ice age more than 30,000 years ago.', ['more than 30,000 years = more-than 30000 year']],
  ['He was 101 and had seen it all.', ['101 = 101 year']],
  ['They met in four halls over three days.', ['four halls = 4 halls', 'three days = 3 day']],
  ['They were held for over three days.', ['over three days = more-than 3 day']],
  ['Tin costs $470 per metric ton.', ['$470 per metric ton = 470 dollar per metric ton']],
  ['For each 10 percentage-point rise it fell.', ['10 percentage-point = 10 percentage point']],
  ['A man in his 20s was held.', ['20s = 20..29 year']],
])('measures, durations and ages: %s', (text, figures) => {
  expect(read(text)).toEqual(figures);
});

test.each([
  'The vote was on January 7, 2022, at 9:30 or 2 p.m.',
  'Orlo won 3-1 and lost 2–2 on aggregate, 6-4, 6-3.',
  'The 22nd amendment came second in the third round.',
  'Call +7 701 555-01-44 for Section 427, Row 21.',
  'The A320 and COVID-19 met the G20 under Article 5.',
  'She lives at 12 Mill Street.',
  'He is one of the best; no one else, not one, said so one day.',
  'Several ships and many people came, some on 9/11.',
  'The 2014 protests and those of 1998.',
  'Group 4 and Channel 5 met on page 12.',
  'They met from 2 to 4 p.m. and split 4 to 1 at COP26.',
  'The northern half of Orlo and its poorer half lie by the river.',
  'The board 8chan met 4kids.',
  'A 3D printer and a three-dimensional 5G phone.',
  'As no-one knew, children under-five and one Mira Tolen stayed.',
])('no figure: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ['The number will rise from 42 to 60.', true],
  ['The rate slowed from 4.8 percent to 4.7 percent.', true],
  ['He went from 208 pounds to 193.', true],
  ['Fees range from 10 to 15 crowns.', undefined],
  ['The flats cost from $10 to $15.', undefined],
])('a change has two ends and nothing between them: %s', (text, change) => {
  const [figure] = figuresOf(text);
  expect(figure?.amount).toMatchObject({ type: 'range' });
  expect(figure?.amount.type === 'range' && figure.amount.change).toBe(change);
});

test.each([
  [
    'The flood killed 63 people, 15 in the city of Orlo and seven in the hills.',
    ['63 people = 63 people', '15 = 15 people', 'seven = 7 people'],
  ],
  [
    'It had finished 310 of the 340 houses, and the remaining 30 would be ready in May.',
    ['310 = 310 houses', '340 houses = 340 houses', '30 = 30 houses'],
  ],
  [
    'Eighty-eight bridges were washed away; 54 have been rebuilt, 22 are being built and work on the other 12 is late.',
    ['Eighty-eight bridges = 88 bridges', '54 = 54 bridges', '22 = 22 bridges', '12 = 12 bridges'],
  ],
  ['About 112 people were hurt. Seven were in a bad way.', ['About 112 people = about 112 people', 'Seven = 7 people']],
  [
    'The office read 128 contracts. Twelve of them were old.',
    ['128 contracts = 128 contracts', 'Twelve = 12 contracts'],
  ],
  [
    'An inquiry needs 50 of the 150 votes; the Union holds 46 and the Greens hold nine.',
    ['50 = 50 votes', '150 votes = 150 votes', '46 = 46 votes', 'nine = 9 votes'],
  ],
  [
    'Of 22 boats from three towns, 15 went to Orlo and the other six to Sund.',
    ['22 boats = 22 boats', 'three towns = 3 towns', 'six = 6 -'],
  ],
  [
    'It cut off 9,000 households in Orlo, population 21,400, and 300 in Sund.',
    ['9,000 households = 9000 households', '21,400 = 21400 -', '300 = 300 households'],
  ],
  ['It sold 40 papers, with a circulation of about 3,000.', ['40 papers = 40 papers', 'about 3,000 = about 3000 -']],
])('bare numbers carry a count on: %s', (text, figures) => {
  expect(read(text)).toEqual(expect.arrayContaining(figures));
});

test.each([
  'He wore number 12, and seven in the team knew.',
  'She was born in 1980, and in 1999 moved to Orlo.',
  'The ferry leaves at nine, twelve and five on weekdays.',
  'Orlo has seven in its name.',
  'Rooms 12, 15 and 17 have no light.',
  'The other one was late.',
  'It has been said that two can play.',
])('a bare number that carries no count on is no figure: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('what happened to a part did not happen to the whole', () => {
  const text = 'Of its doors, 11 of its 12 emergency doors were destroyed.';
  const words = figuresOf(text).map(({ happened }) => happened && text.slice(happened.start, happened.end));
  expect(words).toEqual(['destroyed', undefined]);
});

test('a number inside a name is no figure', () => {
  expect(read('The Norda 737 fleet has 12 jets.', ['Norda 737'])).toEqual(['12 jets = 12 jets']);
});

test.each([
  ['As many as 20 guards were taken to hospitals with burns.', 'taken to hospitals'],
  ['At least 225 were killed in Orlo.', 'killed'],
  ['The fire killed 12 people.', 'killed'],
  ['A roof came down, killing nine people.', 'killing'],
  ['Storm injures 14 in Orlo', 'injures'],
  ['It could fall, killing 40 people.', undefined],
  ['The storm left 300 people homeless.', 'homeless'],
  ['Some 40 villagers have been evacuated.', 'evacuated'],
  ['More than 50 miners died.', 'died'],
  ['About 30 houses stand on the hill.', undefined],
  ['Rescuers said 40 people had been brought ashore by noon.', 'brought ashore'],
  ['More than 30 people are still unaccounted for, she said.', 'still unaccounted for'],
  ['Some 300 villagers are feared dead.', 'feared dead'],
  ['Ten sailors remain missing.', 'remain missing'],
  ['Another 25 others were injured.', 'injured'],
  ['The blast left at least 42 people dead.', 'dead'],
  ['Nearly 50 guests were killed or injured.', 'killed or injured'],
  ['It left 300 homeless and destroyed 20 houses.', 'homeless'],
  ['More than 20 hikers were seriously hurt.', 'seriously hurt'],
  // Words that tell no fate by themselves.
  ['Four criminal cases were opened.', undefined],
  ['Dozens of freight trains were sent on a detour.', undefined],
  ['The five deaths were caused by smoke.', undefined],
  ['Over 400 firefighters participated.', undefined],
  // Nobody was killed.
  ['None of the 12 passengers was killed.', undefined],
  ['Not all 12 climbers survived.', undefined],
  ['No one was killed among 40 guests.', undefined],
  ['A bomb that could have killed 200 people was found.', undefined],
  ['The guards did not hurt 12 people.', undefined],
  ['All but one of the 16 sailors died.', undefined],
  ['She spoke of the 12 men killed in May.', 'killed'],
])('what happened: %s', (text, happened) => {
  const [figure] = figuresOf(text);
  expect(figure?.happened && text.slice(figure.happened.start, figure.happened.end)).toBe(happened);
});

test.each(['more than ', 'one hundred and ', '1,', 'US$5,', 'half of ', '5-', 'two or '])(
  'a text of nothing but "%s" is read',
  (words) => {
    const text = `${words.repeat(20_000)}. Then 7 men left.`;
    const last = figuresOf(text).at(-1)!;
    expect(text.slice(last.start, last.end)).toBe('7 men');
  },
);

test('any text gives figures that lie inside it, in order, with their parts inside them or before', () => {
  const words = fc.constantFrom(
    '12',
    '3,400',
    '$',
    'US$',
    'million',
    '-',
    'to',
    'and',
    'more',
    'than',
    'people',
    '%',
    'of',
    'the',
    'a',
    'half',
    'km',
    '/',
    'h',
    'aged',
    ',',
    'Anna',
    'Lee',
    '(',
    ')',
    'one',
    'in',
    'years',
    'old',
    'were',
    'killed',
    '5kW',
    '10-year-old',
    "'s",
    '½',
    '+',
    'minus',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
      ),
      (text) => {
        let end = 0;
        for (const figure of figuresOf(text)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          expect(figure.end).toBeLessThanOrEqual(text.length);
          expect(figure.number.start).toBeGreaterThanOrEqual(figure.start);
          expect(figure.number.end).toBeLessThanOrEqual(figure.end);
          for (const part of [figure.counted, figure.happened]) {
            if (part !== undefined) expect(text.slice(part.start, part.end).trim()).not.toBe('');
          }
          end = figure.end;
        }
      },
    ),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../../src/analysis/dates/dates.ts';
import { resolveDates } from '../../../src/analysis/dates/resolveDates.ts';
import { readPassage } from '../../../src/analysis/passage.ts';

const NO_HEAD = { start: 0, end: 0 };

/** The dates of a text as "words = iso". */
function read(text: string, reference?: string): string[] {
  const found = findDates(readPassage(text));
  return resolveDates(found, NO_HEAD, reference).map(
    ({ start, end, iso }) => `${text.slice(start, end)} = ${iso ?? '?'}`,
  );
}

// 18 May 2023 is a Thursday.
const DAY = '2023-05-18';

test.each([
  ['The treaty was signed on March 4, 2021 in Vellmark.', ['March 4, 2021 = 2021-03-04']],
  ['The treaty was signed on 4 March 2021.', ['4 March 2021 = 2021-03-04']],
  ['The treaty was signed on the 4th of March, 2021.', ['the 4th of March, 2021 = 2021-03-04']],
  ['Signed 2021-03-04 in Vellmark.', ['2021-03-04 = 2021-03-04']],
  ['Signed 05-Aug-2016 in Vellmark.', ['05-Aug-2016 = 2016-08-05']],
  ['Signed 04.03.2021 in Vellmark.', ['04.03.2021 = 2021-03-04']],
  ['Signed 25/12/2021 in Vellmark.', ['25/12/2021 = 2021-12-25']],
  ['Signed 04/03/2021 in Vellmark.', ['04/03/2021 = 2021']],
  ['It opened in March 2021.', ['March 2021 = 2021-03']],
  ['It opened in 2008 and closed in late 2019.', ['2008 = 2008', 'late 2019 = 2019']],
  ['The mid-2019 protests lasted until early January 2020.', ['mid-2019 = 2019', 'early January 2020 = 2020-01']],
  ['It was built in the 1990s.', ['the 1990s = ?']],
])('absolute dates need no reference: %s', (text, dates) => {
  expect(read(text)).toEqual(dates);
});

test.each([
  ['The bridge collapsed on May 3.', ['May 3 = 2023-05-03']],
  ['The bridge collapsed on November 3.', ['November 3 = 2022-11-03']],
  ['The bridge collapsed in early November.', ['early November = 2022-11']],
  ['The bridge will reopen on November 3.', ['November 3 = 2023-11-03']],
  ['The bridge will reopen in February.', ['February = 2024-02']],
  ['The talks are to be held from June 2 to June 9.', ['June 2 = 2023-06-02', 'June 9 = 2023-06-09']],
  ['Strikes hit the port on May 2-7.', ['May 2 = 2023-05-02', '7 = 2023-05-07']],
  ['Strikes hit the port from March 2 to April 7, 2019.', ['March 2 = 2019-03-02', 'April 7, 2019 = 2019-04-07']],
  ['The mayor, elected in June last year, resigned.', ['June last year = 2022-06']],
  ['He was held until his next hearing on June 5.', ['June 5 = 2023-06-05']],
  ['In 1987 he moved to Orlo. On June 3, he was arrested.', ['1987 = 1987', 'June 3 = 1987-06-03']],
  // A year that is told by the way says nothing of the next day.
  ['The pier, built in 1987, passed a check in March.', ['1987 = 1987', 'March = 2023-03']],
  ['It broke the Ports Act of 1965. In late April a court said so.', ['1965 = 1965', 'late April = 2023-04']],
  ['The relics stay in Orlo until December.', ['December = 2023-12']],
])('a year that is not told: %s', (text, dates) => {
  expect(read(text, DAY)).toEqual(dates);
});

test.each([
  ['Officials said on Thursday that the road was open.', ['Thursday = 2023-05-18']],
  ['Officials said on Monday that the road was open.', ['Monday = 2023-05-15']],
  ['Officials said on Friday that the road was open.', ['Friday = 2023-05-12']],
  ['Flags were lowered until Tuesday.', ['Tuesday = 2023-05-23']],
  ['Findings published on Monday say they may float.', ['Monday = 2023-05-15']],
  ['Forecasters predict rain on Saturday.', ['Saturday = 2023-05-20']],
  ['The storm was forecast to arrive on Friday.', ['Friday = 2023-05-19']],
  ['The council will meet on Friday.', ['Friday = 2023-05-19']],
  ['The council is expected to vote on Monday.', ['Monday = 2023-05-22']],
  ['It failed on Tuesday of last week.', ['Tuesday of last week = 2023-05-09']],
  ['On Friday, the council will vote.', ['Friday = 2023-05-19']],
  ['She said on Monday that the talks would be held on Saturday.', ['Monday = 2023-05-15', 'Saturday = 2023-05-20']],
  [
    'It happened last Thursday and will happen next Thursday.',
    ['last Thursday = 2023-05-11', 'next Thursday = 2023-05-25'],
  ],
  ['On Tuesday, June 14, 2022, the mine flooded.', ['Tuesday, June 14, 2022 = 2022-06-14']],
])('weekdays follow the tense: %s', (text, dates) => {
  expect(read(text, DAY)).toEqual(dates);
});

test.each([
  [
    'He left yesterday and returns tomorrow; today he is away.',
    ['yesterday = 2023-05-17', 'tomorrow = 2023-05-19', 'today = 2023-05-18'],
  ],
  ['She resigned last year and this month joined a rival.', ['last year = 2022', 'this month = 2023-05']],
  ['Prices rose late last year.', ['late last year = 2022']],
  ['Prices fell last month and last week.', ['last month = 2023-04', 'last week = ?']],
  ['He was jailed two years ago.', ['two years ago = 2021']],
  ['He was jailed three days ago.', ['three days ago = 2023-05-15']],
  [
    'The dam burst on April 30. Two days later the town was empty.',
    ['April 30 = 2023-04-30', 'Two days later = 2023-05-02'],
  ],
  [
    'The dam burst on April 30. A few days later the town was empty.',
    ['April 30 = 2023-04-30', 'A few days later = ?'],
  ],
  ['The dam burst on April 30 and was sealed on the 19th.', ['April 30 = 2023-04-30', 'the 19th = 2023-04-19']],
  ['The dam burst on April 30; the next day it rained.', ['April 30 = 2023-04-30', 'the next day = 2023-05-01']],
])('dates told from another day: %s', (text, dates) => {
  expect(read(text, DAY)).toEqual(dates);
});

test('a dated document without a known day leaves weekdays unresolved', () => {
  expect(read('He said on Monday that it began yesterday.')).toEqual(['Monday = ?', 'yesterday = ?']);
});

test.each([
  'She may march with them in the sun.',
  'The march drew 2000 people and cost $2015.',
  'More than 1950 homes were lost at 9:30.',
  'Flight 1980 to Orlo was late, at 1700 UTC.',
  "Prime Minister Mira May's plan was voted down.",
  'The 22nd amendment has 1,998 words.',
  'Shares fell on Black Friday sales, the Sunday Times reported.',
])('no date: %s', (text) => {
  expect(read(text, DAY)).toEqual([]);
});

test('any text gives dates that lie inside it, in order, without overlap', () => {
  const words = fc.constantFrom(
    'January',
    '7',
    ',',
    '2022',
    'Monday',
    'last',
    'year',
    '-',
    'the',
    '19th',
    'ago',
    'two',
    'days',
    'to',
    '9/11',
    '2018-19',
    "'s",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((list) => list.join(' ')),
      ),
      (text) => {
        let end = 0;
        for (const date of findDates(readPassage(text))) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeGreaterThan(date.start);
          end = date.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

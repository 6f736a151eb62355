import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHead } from '../../src/seed/head.ts';

const BODY = 'The port was closed.';

/** What a head says, in words. */
function told(text: string) {
  const head = readHead(text);
  const words = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
  return {
    date: head.date?.iso,
    place: words(head.place),
    agency: head.agency?.name,
    byline: head.byline?.name,
    title: words(head.title),
    body: text.slice(head.end),
  };
}

test.each([
  ['date 2031-02-07 KORSA-VARR, February 7. /TASS/. ', '2031-02-07', 'KORSA-VARR', 'TASS'],
  [' date 2031-02-07 KORSA-VARR, February 7. /NORDA/. ', '2031-02-07', 'KORSA-VARR', 'NORDA'],
  ['date 2031-02-07\n\n', '2031-02-07', undefined, undefined],
  ['KORSA-VARR, February 7 /ITAR-TASS/. ', undefined, 'KORSA-VARR', 'TASS'],
  ['LINDEN, Feb 7 (Reuters) - ', undefined, 'LINDEN', 'Reuters'],
  ['LINDEN/OSTMARK, Feb 7 (Reuters) - ', undefined, 'LINDEN/OSTMARK', 'Reuters'],
  ['LINDEN (AP) — ', undefined, 'LINDEN', 'AP'],
  ['LINDEN, Ostmark (AP) — ', undefined, 'LINDEN, Ostmark', 'AP'],
  ['Linden, Feb 7, 2031 (AFP) - ', '2031-02-07', 'Linden', 'AFP'],
  ['LINDEN, Feb. 7 (Xinhua) -- ', undefined, 'LINDEN', 'Xinhua'],
  ['Linden (dpa) - ', undefined, 'Linden', 'dpa'],
  ['LINDEN. Feb 7 (Interfax) - ', undefined, 'LINDEN', 'Interfax'],
  ['LINDEN, February 7 (RIA Novosti) – ', undefined, 'LINDEN', 'RIA Novosti'],
  ['East Linden, Feb 7 (PTI) ', undefined, 'East Linden', 'PTI'],
  ['Linden, 7 Feb (EFE).- ', undefined, 'Linden', 'EFE'],
  ['(ANSA) - LINDEN, FEB 7 - ', undefined, 'LINDEN', 'ANSA'],
  ['LINDEN, Feb. 7 (Yonhap) -- ', undefined, 'LINDEN', 'Yonhap'],
  ['(Bloomberg) -- ', undefined, undefined, 'Bloomberg'],
  ['Feb. 7 (UPI) -- ', undefined, undefined, 'UPI'],
  ['LINDEN, Feb. 7, IRNA – ', undefined, 'LINDEN', 'IRNA'],
  ['LINDEN, 7 February (BelTA) – ', undefined, 'LINDEN', 'BelTA'],
  ['LINDEN — ', undefined, 'LINDEN', undefined],
])('dateline %j', (head, date, place, agency) => {
  expect(told(head + BODY)).toEqual({ date, place, agency, byline: undefined, title: undefined, body: BODY });
});

test('title, byline, day and dateline are read in a row', () => {
  expect(told(`Port of Linden closed\n\nBy Marta J. Orel\n\nApril 12, 2031\n\nLINDEN (MP) - ${BODY}`)).toEqual({
    date: '2031-04-12',
    place: 'LINDEN',
    agency: 'MP',
    byline: 'Marta J. Orel',
    title: 'Port of Linden closed',
    body: BODY,
  });
});

test('front matter is read, and the heading that repeats its title belongs to the head', () => {
  const text = `---\ntitle: "Port: closed"\ndate: 2031-04-12T06:30:00Z\nsource: Reuters\nauthor: By Marta Orel\ntags:\n  - port\n---\n\n# Port: closed\n\n${BODY}`;
  expect(told(text)).toEqual({
    date: '2031-04-12',
    place: undefined,
    agency: 'Reuters',
    byline: 'Marta Orel',
    title: 'Port: closed',
    body: BODY,
  });
});

test('a Markdown title and byline are the head', () => {
  expect(told(`# Port closed\n\n*By Marta Orel*\n\n${BODY}`)).toMatchObject({
    title: 'Port closed',
    byline: 'Marta Orel',
    body: BODY,
  });
});

test('labels and letterheads of a statement are passed over', () => {
  const text = `FOR IMMEDIATE RELEASE\nMinistry of Ports\nLinden, 12 April 2031\n\nPort closed\n\n${BODY}`;
  expect(told(text)).toMatchObject({ date: '2031-04-12', place: 'Linden', title: 'Port closed', body: BODY });
});

test('a day that the calendar lacks dates nothing', () => {
  expect(readHead(`date 2031-02-30 LINDEN, February 30. /NORDA/. ${BODY}`).date).toBeUndefined();
});

test.each([
  'The port was closed. It will open on May 2.',
  'By the time the ferry reached the port, it was closed.',
  'Orel - the harbour master - left.',
  '“It was April 12, 2031,” she said.',
  'Dear Marta,\n\nthe port is closed.',
])('no head: %j', (text) => {
  expect(readHead(`  ${text}`)).toEqual({ start: 2, end: 2 });
});

test('a head ends where words begin, and holds what it tells', () => {
  const pieces = fc.constantFrom(
    'date ',
    '2031-02-07 ',
    'LINDEN',
    ', ',
    'Feb 7',
    ' (AP) ',
    '- ',
    '/NORDA/. ',
    '---\n',
    'title: x\n',
  );
  const more = fc.constantFrom(
    'By Marta Orel',
    '\n',
    '\n\n',
    'FOR IMMEDIATE RELEASE',
    '# ',
    'The port was closed. ',
    '👩‍🚒',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, more), { maxLength: 20 }).map((parts) => parts.join('')),
      (text) => {
        const head = readHead(text);
        expect(head.start).toBeLessThanOrEqual(head.end);
        expect(text.slice(head.end)).not.toMatch(/^\s/);
        for (const part of [head.date, head.place, head.agency, head.byline, head.title, head.frontMatter]) {
          if (!part) continue;
          expect(part.start).toBeGreaterThanOrEqual(head.start);
          expect(part.end).toBeGreaterThan(part.start);
          expect(part.end).toBeLessThanOrEqual(head.end);
        }
      },
    ),
    { numRuns: 500 },
  );
});

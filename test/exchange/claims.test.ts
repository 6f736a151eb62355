import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { claimsCsv, csvField } from '../../src/exchange/claimsCsv.ts';
import { claimsJson } from '../../src/exchange/claimsJson.ts';
import { claimsMarkdown, markdownText } from '../../src/exchange/claimsMarkdown.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import type { AnnotatedDocument } from '../../src/ledger/annotated.ts';
import { about, analysisOf, anyText, noted, spanOf, tagged } from '../ledger/samples.ts';

/** Reads comma-separated values as RFC 4180 defines them. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < csv.length; ) {
    let field = '';
    if (csv[at] === '"') {
      for (at++; ; at++) {
        if (csv[at] === '"' && csv[at + 1] === '"') at++;
        else if (csv[at] === '"') break;
        field += csv[at] ?? '';
      }
      at++;
    } else for (; at < csv.length && !',\r\n'.includes(csv[at]!); at++) field += csv[at];
    row.push(field);
    if (csv[at] === ',') at++;
    else {
      if (csv.slice(at, at + 2) !== '\r\n') throw new Error(`no line end at ${at}`);
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const text = [
  '😀 Harbour news, March 3.',
  'At least 112 people, “most of them dockers”, were hurt,\npolice said on Sunday.',
  '=HYPERLINK("x") is what the note read. | It was <b>signed</b>.',
].join('\n\n');

function sample(): AnnotatedDocument {
  const words = 'At least 112 people, “most of them dockers”, were hurt';
  const analysis = analysisOf(text, [
    { words, cue: 'said', speaker: 'police' },
    { words: '=HYPERLINK("x") is what the note read' },
    { words: '| It was <b>signed</b>' },
  ]);
  const figure = {
    ...spanOf(text, 'At least 112 people'),
    kind: 'count',
    number: spanOf(text, '112'),
    amount: { type: 'exact', value: 112, bound: 'at-least' },
    counted: spanOf(text, 'people'),
  } as const;
  const claims = analysis.claims.map((claim, index) => (index === 0 ? { ...claim, figures: [0] } : claim));
  return annotate(
    { ...analysis, figures: [figure], claims },
    about(tagged('t', text, words), noted('n', text, words, 'See\n| the "list", p. 4')),
  );
}

test('the table holds everything that is known of a claim', () => {
  const rows = readCsv(claimsCsv(sample()).replace(/^\ufeff/, ''));
  expect(rows[0]).toEqual([
    ...['Line', 'Speaker', 'Words', 'Kind', 'Certainty', 'Figures', 'State', 'Tags', 'Notes'],
    ...['Words before the change', 'Unnamed source', 'From', 'Statement', 'Found by'],
    ...['Evidence', 'Reviewed by', 'Disagreement'],
  ]);
  expect(rows[1]).toEqual([
    '3',
    'police',
    'At least 112 people, “most of them dockers”, were hurt',
    'indirect',
    'asserted',
    'At least 112 people [at least 112 people]',
    'verified',
    'verified (Ann Moor, 2022-03-03 10:00 UTC)',
    'See\n| the "list", p. 4 (Ann Moor, 2022-03-03 10:00 UTC)',
    '',
    '',
    '',
    'At least 112 people, “most of them dockers”, were hurt',
    '',
    '',
    '',
    '',
  ]);
  expect(rows[2]!.slice(0, 4)).toEqual(['6', 'the document', '\'=HYPERLINK("x") is what the note read', 'own']);
});

test('how a statement came, that its source is unnamed, who “he” is and why it was found stand in every export', () => {
  const he = spanOf(text, 'It');
  const document = sample();
  const [quote] = document.analysis.quotes;
  const officials = { name: 'officials', unnamed: true } as const;
  const chain = [officials, quote!.speaker!];
  const analysis = { ...document.analysis, quotes: [{ ...quote!, speaker: officials, chain }] };
  const claims = document.claims.map((annotated, index) =>
    index === 0
      ? {
          ...annotated,
          claim: { ...annotated.claim, why: { by: 'rule', rule: 'verb-that', confidence: 'medium' } as const },
        }
      : index === 2
        ? { ...annotated, claim: { ...annotated.claim, references: [{ ...he, name: 'the note' }] } }
        : annotated,
  );
  const told = { ...document, analysis, claims };
  const [, first, , third] = readCsv(claimsCsv(told).replace(/^\ufeff/, ''));
  expect(first!.slice(-7, -3)).toEqual([
    'yes',
    'officials (unnamed); police',
    'At least 112 people, “most of them dockers”, were hurt',
    'verb-that (medium)',
  ]);
  expect(third!.at(-5)).toBe('| It [the note] was <b>signed</b>');
  const values = JSON.parse(claimsJson(told, 'a.txt')).items.map((item: { body: { value: string }[] }) =>
    item.body.map(({ value }) => value),
  );
  expect(values[0]).toEqual(
    expect.arrayContaining(['source: unnamed', 'from: officials (unnamed); police', 'found by: verb-that (medium)']),
  );
  expect(values[2]).toContain('statement: | It [the note] was <b>signed</b>');
  expect(claimsMarkdown(told, 'a.txt')).toContain('From\\: officials \\(unnamed\\); police');
  expect(claimsMarkdown(told, 'a.txt')).toContain('It \\[the note\\] was');
});

const figures = (words: string): string => {
  const analysis = analyze(`${words}\n`);
  return readCsv(claimsCsv(annotate(analysis, about())).replace(/^\ufeff/, ''))
    .slice(1)
    .map((row) => row[5])
    .join();
};

test.each([
  ['A third of the boats were lost.', 'A third of the boats [1/3 of boats]'],
  ['Half of the boats were lost.', 'Half of the boats [0.5 of boats]'],
  ['The mast is five feet 11 inches tall.', 'five feet 11 inches [5 11/12 feet]'],
  ['Nearly 50 boats were lost.', 'Nearly 50 boats [nearly 50 boats]'],
  ['Kelvane paid almost US$5 million for it.', 'almost US$5 million [nearly 5000000 dollars]'],
  ['About 50 boats were lost.', 'About 50 boats [about 50 boats]'],
  ['The fire burned for two hours.', 'two hours [2 hours]'],
  ['The fire burned for one hour.', 'one hour [1 hour]'],
  ['It was six degrees Celsius in Kelvane.', 'six degrees Celsius [6 degrees Celsius]'],
  ['Kelvane counted 3,120 guards.', '3,120 guards [3120 guards]'],
  ['Kelvane paid 3.3 million dollars for it.', '3.3 million dollars [3300000 dollars]'],
  ['In Kelvane 45 percent of voters stayed away.', '45 percent of voters [45 per cent of voters]'],
  ['Rates rose by 0.4 to 0.6 percentage points.', '0.4 to 0.6 percentage points [0.4 to 0.6 percentage points]'],
  ['The two-week-old strike ended in Kelvane.', 'two-week-old [2 weeks old]'],
  ['Mira Tolen is a 71-year-old farmer.', '71-year-old [71 years old]'],
  ['Hundreds of people gathered in Kelvane.', 'Hundreds of people [no exact number]'],
])('a figure reads as people write it: %s', (words, told) => {
  expect(figures(words)).toBe(told);
});

test('any field comes back from the table as it was, and none begins a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText(12), fc.constantFrom('=1+1', '+1', '-1', ' @a', '\t=x', '"', ',')), { minLength: 1 }),
      (fields) => {
        const [row] = readCsv(`${fields.map(csvField).join(',')}\r\n`);
        for (const [index, field] of row!.entries()) {
          expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
          expect([fields[index], `'${fields[index]}`]).toContain(field);
          if (/^[\p{L}\d]/u.test(fields[index]!)) expect(field).toBe(fields[index]);
        }
      },
    ),
  );
});

test('the report’s tables keep their columns whatever the document says', () => {
  const report = claimsMarkdown(sample(), 'fire_*1*.txt');
  expect(report).toContain('# fire\\_\\*1\\*\\.txt');
  expect(report).toContain('## police');
  expect(report).toContain('Claims: 3. Checked: 1.');
  const rows = report.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
  expect(report).not.toMatch(/(?<!\\)<b>/);
});

test('document text cannot begin markup', () => {
  expect(markdownText('[a](javascript:x) <img src=x> **b** `c` | d\n# e')).toBe(
    '\\[a\\]\\(javascript\\:x\\) \\<img src\\=x\\> \\*\\*b\\*\\* \\`c\\` \\| d \\# e',
  );
});

test('the annotation page names words and places as the W3C asks, in code points', () => {
  const page = JSON.parse(claimsJson(sample(), 'seeds/fire at the pier#1.txt'));
  expect(page['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
  expect(page.type).toBe('AnnotationPage');
  expect(page.items).toHaveLength(3);
  const [first] = page.items;
  expect(first.target.source).toBe('seeds/fire%20at%20the%20pier%231.txt');
  const [quote, position] = first.target.selector;
  const codePoints = [...text];
  expect(codePoints.slice(position.start, position.end).join('')).toBe(quote.exact);
  expect(codePoints.slice(0, position.start).join('').endsWith(quote.prefix)).toBe(true);
  expect(first.body).toContainEqual({
    type: 'TextualBody',
    purpose: 'tagging',
    format: 'text/plain',
    value: 'verified',
    creator: { type: 'Person', name: 'Ann Moor' },
    created: '2022-03-03T10:00:00Z',
  });
  expect(new Set(page.items.map((item: { id: string }) => item.id)).size).toBe(3);
});

test('evidence, who confirmed it and who disagrees stand in every export', () => {
  const document = sample();
  const given = { event: 'e', by: 'Bo Ek', at: '2022-03-04T09:00:59.123Z' };
  const evidence = { source: 'https://example.org/a.pdf', locator: 'p. 4', passage: '112 were hurt' };
  const sides = [
    { ...given, by: 'Ann Moor', says: 'verified' },
    { ...given, says: 'disputed' },
  ];
  const told = {
    ...document,
    claims: document.claims.map((claim, index) =>
      index === 0
        ? {
            ...claim,
            evidence: [{ ...given, evidence }],
            reviews: [{ ...given, tags: ['t'] }],
            disagreements: [{ about: 'verdict', sides } as const],
          }
        : claim,
    ),
  };
  const [, first] = readCsv(claimsCsv(told).replace(/^\ufeff/, ''));
  expect(first!.slice(-3)).toEqual([
    'https://example.org/a.pdf, p. 4: 112 were hurt (Bo Ek, 2022-03-04 09:00 UTC)',
    'Bo Ek, 2022-03-04 09:00 UTC',
    'verdict: verified (Ann Moor) against disputed (Bo Ek)',
  ]);
  const [item] = JSON.parse(claimsJson(told, 'a.txt')).items;
  expect(item.body.map(({ value }: { value: string }) => value)).toEqual(
    expect.arrayContaining([
      'https://example.org/a.pdf\np. 4\n112 were hurt',
      'reviewed',
      'disagreement: verdict: verified (Ann Moor) against disputed (Bo Ek)',
    ]),
  );
  const report = claimsMarkdown(told, 'a.txt');
  expect(report).toContain('Evidence\\: https\\:');
  expect(report).toContain('reviewed \\(Bo Ek');
});

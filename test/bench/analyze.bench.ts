import { bench, describe } from 'vitest';
import { analyze, type PassageCache } from '../../src/analysis/analyze.ts';
import { figureReading } from '../../src/analysis/reading.ts';
import { detectSeed } from '../../src/seed/detect.ts';
import { tokenize } from '../../src/text/tokens.ts';

const PARAGRAPHS = [
  'HARVANE, March 3. /NORDA/. As many as 3,120 dock workers were sent home after the fire, Anika Brel of the port office said on Tuesday.',
  '"We are looking into every one of the 14 complaints," she said, adding that the Orlan and Veld terminals had lost $4.2 million.',
  'According to the Velorian Ministry of Transport, between 20 and 25 per cent of the berths stay closed until 9 March.',
  'The fire broke out on 1 March and spread to two dozen warehouses. Thousands of people left the old town, the mayor, Tomas Irel, said.',
];

/** A story of about `kilobytes` thousand characters, no two paragraphs the same. */
function story(kilobytes: number): string {
  const paragraphs: string[] = [];
  for (let length = 0, n = 0; length < kilobytes * 1000; n++) {
    const paragraph = `${PARAGRAPHS[n % PARAGRAPHS.length]} It was report ${n} of ${n * 7 + 3} so far.`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

const quotationMarks = (kilobytes: number) => '"'.repeat(kilobytes * 1000);
const oneLine = (kilobytes: number) => story(kilobytes).replaceAll('\n\n', ' ');
const digits = (kilobytes: number) => '1,234 '.repeat((kilobytes * 1000) / 6);

// Every pair "NAME small" and "NAME twice" is compared by growth.mjs: twice the text may take at most 2.2 times the time.
const cases: readonly (readonly [string, (kilobytes: number) => string, (text: string) => unknown])[] = [
  ['tokens of a story', story, tokenize],
  ['analysis of a story', story, (text) => analyze(text, { date: '2031-03-04' })],
  ['analysis of one endless paragraph', oneLine, (text) => analyze(text)],
  ['analysis of nothing but quotation marks', quotationMarks, (text) => analyze(text)],
  ['analysis of nothing but numbers', digits, (text) => analyze(text)],
  ['detection', story, (text) => detectSeed(text, { path: 'story.txt' })],
];

/** Few rounds: the fastest of them is asked, which others on the same machine disturb least. */
const ROUNDS = { time: 1500, iterations: 8, warmupTime: 500, warmupIterations: 4 };

/** For what takes seconds. */
const FEW = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };

for (const [name, make, work] of cases) {
  describe(name, () => {
    const small = make(50);
    const twice = make(100);
    bench(`${name} small`, () => void work(small), ROUNDS);
    bench(`${name} twice`, () => void work(twice), ROUNDS);
  });
}

describe('a keystroke', () => {
  const text = story(1000);
  const cache: PassageCache = new Map();
  analyze(text, { cache });
  let n = 0;
  bench('a whole reading', () => void analyze(text), FEW);
  bench(
    'a reading after one paragraph changed',
    () => void analyze(text.replace('broke out', `broke out ${n++}`), { cache }),
    FEW,
  );
});

describe('a hover', () => {
  const analysis = analyze(story(100));
  bench('a figure explained', () => void figureReading(analysis, analysis.figures.at(-1)!), ROUNDS);
});

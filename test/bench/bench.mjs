// npm run bench: characters a second stage by stage, beside compromise; that twice the text takes at most MOST times as
// long; what a keystroke and a hover cost. Times are CPU times of the whole process, the best of several rounds.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const MOST = 2.2;
/** Characters. Large enough that a text's objects outlive the youngest generation in both sizes. */
const SMALL = 200_000;

const PARAGRAPHS = [
  'HARVANE, March 3. /NORDA/. As many as 3,120 dock workers were sent home after the fire, Anika Brel of the port office said on Tuesday.',
  '"We are looking into every one of the 14 complaints," she said, adding that the Orlan and Veld terminals had lost $4.2 million.',
  'According to the Velorian Ministry of Transport, between 20 and 25 per cent of the berths stay closed until 9 March.',
  'The fire broke out on 1 March and spread to two dozen warehouses. Thousands of people left the old town, the mayor, Tomas Irel, said.',
];

/** A story of about `length` characters, no two paragraphs the same. */
function story(length) {
  const paragraphs = [];
  for (let made = 0, n = 0; made < length; n++) {
    const paragraph = `${PARAGRAPHS[n % PARAGRAPHS.length]} It was report ${n} of ${n * 7 + 3} so far.`;
    paragraphs.push(paragraph);
    made += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

/** The CPU time of one run in milliseconds: the best of `rounds`. */
function timeOf(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/**
 * The longest step of work that is done in steps: each step's best time of several rounds, for what collecting garbage or
 * other programs take is another's.
 */
function stepsOf(begin, rounds) {
  const best = [];
  for (let round = 0; round < rounds; round++) {
    const steps = begin();
    for (let at = 0, isDone = false; !isDone; at++) {
      const begun = performance.now();
      isDone = steps.next().done === true;
      best[at] = Math.min(best[at] ?? Number.POSITIVE_INFINITY, performance.now() - begun);
    }
  }
  return `${best.length.toLocaleString('en')} steps, the longest ${Math.max(...best).toFixed(1)} ms`;
}

await build({
  entryPoints: ['test/bench/stages.ts', 'test/bench/ledger.ts'],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  outdir: '.cache/bench',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const { stagesOf, compromise, analyze, readingSteps, carried, detectSeed, figureReading, modelSteps, readModels } =
  await import(pathToFileURL('.cache/bench/stages.mjs').href);
const { verifyMany, openLong, followAll } = await import(pathToFileURL('.cache/bench/ledger.mjs').href);
const weights = readFileSync('src/model/weights.bin');
const models = readModels(weights);

const perSecond = (characters, ms) =>
  `${(Math.round(characters / ms) * 1000).toLocaleString('en').padStart(12)} characters/s`;

const text = story(100_000);
for (const [name, run] of stagesOf(text, models)) console.log(name.padEnd(34), perSecond(text.length, timeOf(run, 15)));
const part = story(20_000);
console.log(
  'compromise, tags and topics'.padEnd(34),
  perSecond(
    part.length,
    timeOf(() => compromise(part), 6),
  ),
);

/** @type {readonly [string, (length: number) => string, (text: string) => unknown][]} */
const growing = [
  ['a story', story, (text) => analyze(text, { models })],
  ['one endless paragraph', (length) => story(length).replaceAll('\n\n', ' '), (text) => analyze(text, { models })],
  ['nothing but quotation marks', (length) => '"'.repeat(length), (text) => analyze(text, { models })],
  ['nothing but numbers', (length) => '1,234 '.repeat(length / 6), (text) => analyze(text, { models })],
  ['nothing but names', (length) => 'Anika Brel '.repeat(length / 11), (text) => analyze(text, { models })],
  ['nothing but reporting', (length) => 'he said that '.repeat(length / 13), (text) => analyze(text, { models })],
  ['detection', story, (text) => detectSeed(text, { path: 'story.txt' })],
];
console.log();
let failed = 0;
for (const [name, make, work] of growing) {
  const [small, twice] = [make(SMALL), make(2 * SMALL)];
  const growth = timeOf(() => work(twice), 7) / timeOf(() => work(small), 7);
  if (growth > MOST) failed++;
  console.log(`${growth > MOST ? 'TOO STEEP' : 'ok       '} ×${growth.toFixed(2)}  ${name}`);
}

const long = story(1_000_000);
const cache = new Map();
analyze(long, { models, cache });
let n = 0;
const keystroke = timeOf(() => analyze(long.replace('broke out', `broke out ${n++}`), { models, cache }), 5);
const analysis = analyze(text, { models });
const figure = analysis.figures.at(-1);
const hovers = timeOf(() => {
  for (let i = 0; i < 10_000; i++) figureReading(analysis, figure);
}, 5);
console.log(`\none changed paragraph of 1,000,000 characters: ${keystroke.toFixed(0)} ms`);
console.log(`a figure explained: ${(hovers / 10).toFixed(1)} µs`);
const typed = long.replace('broke out', 'broke out again');
console.log(`read for the first time in ${stepsOf(() => readingSteps(long, models, new Map()), 3)}`);
console.log(`read anew in ${stepsOf(() => readingSteps(n++ % 2 ? long : typed, models, cache), 6)}`);
console.log(`weights unpacked in ${stepsOf(() => modelSteps(weights), 3)}`);
const offsets = carried();
const carriedOver = timeOf(() => {
  for (let i = 0; i < 10_000; i++) offsets.take({ start: (i * 7919) % 1_000_000, end: (i * 7919) % 1_000_000 }, 1);
}, 1);
console.log(`an edit carried, among 10,000 others: ${(carriedOver / 10).toFixed(1)} µs`);
const tenKB = story(10_000);
console.log(`10,000 characters read: ${timeOf(() => analyze(tenKB, { models }), 15).toFixed(1)} ms`);

const desk = story(394_000);
const deskAnalysis = analyze(desk, { models });
const kept = verifyMany(deskAnalysis, 5000);
const words = desk.split(/\s+/).length.toLocaleString('en');
const edited = analyze(
  desk.replace('broke out', 'broke, it is said, out').replaceAll(/report (\d*)7 of/g, 'report $18 of'),
  {
    models,
  },
);
const { states } = openLong(kept, edited);
const follow = followAll(deskAnalysis);
const times = 1000;
console.log(`\n${kept.events} annotations on ${words} words`);
console.log(`opened: ${timeOf(() => openLong(kept, deskAnalysis), 5).toFixed(0)} ms`);
console.log(`opened after an edit (${states}): ${timeOf(() => openLong(kept, edited), 5).toFixed(0)} ms`);
const stroke = timeOf(() => {
  for (let i = 0; i < times; i++) follow(i % 2 ? '' : 'x');
}, 5);
console.log(`a keystroke followed: ${(stroke / times).toFixed(3)} ms`);
process.exit(failed ? 1 : 0);

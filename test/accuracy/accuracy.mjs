// npm run accuracy [-- --date YYYY-MM-DD]: what the analyser finds of what people have marked in news, how fast it reads
// and how large its lists and weights are. Prints one table and writes it into docs/accuracy.md, of which everything from
// the heading KEPT on is written by hand. The marked texts are no part of this repository: without them it says so.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const SCORER = '../shared/eval/score.mjs';
const DEV = '../shared/corpora/dev';
const BULK = '../shared/corpora/bulk/bulk_wikinews.jsonl';
const PAGE = 'docs/accuracy.md';
const KEPT = '## What is still wrong';

const { values } = parseArgs({ options: { date: { type: 'string' } } });
const date = values.date ?? new Date().toISOString().slice(0, 10);

/** Task, its line in the scorer's report, and the figure to reach by corpus. In per cent, or F. */
const TARGETS = [
  ['quotes, content overlap', 'quotes (content overlap ≥ .5)', { 'polnear.dev': 86, 'wire.dev': 92, seed: 100 }],
  ['quotes, content exact', 'quotes (content exact)', { 'polnear.dev': 70, 'wire.dev': 80, seed: 100 }],
  ['direct quotes, recall', '  direct: recall', { 'polnear.dev': 98 }],
  ['speaker right, of those found', '  speaker right, of those found', { 'polnear.dev': 91, seed: 100 }],
  ['speaker named', 'speaker named, of all attributions', { 'wire.dev': 85, gum_news: 75, seed: 100 }],
  ['speaker named, where the text has a pronoun', '  where the text has a pronoun', { gum_news: 70 }],
  ['entities, exact', 'entities, exact (PER+ORG+LOC+NORP)', { 'wwn.dev': 88, seed: 97 }],
  ['figures, value', 'figures: value', { 'newsquant.dev': 92, 'wire.dev': 95, seed: 100 }],
  [
    'figures, value and unit or counted',
    'figures: value + unit or counted',
    { 'newsquant.dev': 86, 'wire.dev': 90, seed: 100 },
  ],
  ['figures, value and bound', 'figures: value + bound', { 'newsquant.dev': 88, 'wire.dev': 92, seed: 100 }],
  ['counts with the right counted noun', 'counts with the right counted noun', { gum_news: 85 }],
  ['dates with the right ISO value', 'dates with the right ISO value', { gum_news: 85, seed: 100 }],
  ['dates given, for 100 with a value (at most)', 'dates given, per date with a value', { gum_news: 140 }],
];

const CORPORA = `| corpus | what it is | terms |
|---|---|---|
| polnear.dev | PolNeAR, US news of 2016, sources, cues and contents of attributions | published for research, no licence stated |
| wire.dev | 12 stories of world newswire; quotes, speakers and figures marked for this project | own marks on the texts of wwn |
| gum_news | GUM, news: who speaks, dates, counted nouns | annotation CC BY 4.0, texts CC BY, CC BY-SA or public domain |
| wwn.dev | English newswire of agencies around the world, entities | published with annotations, no licence stated |
| newsquant.dev | CQE NewsQuant, sentences with quantities | no licence stated |
| seed | one given story, marked throughout | given with the task |
| bulk_wikinews | 295 whole stories, for speed | CC BY 2.5 |`;

/** @returns {Map<string, number>} "corpus|line" to the line's F or per cent */
function readReport(report) {
  const figures = new Map();
  let corpus = '';
  for (const line of report.split('\n')) {
    corpus = /^== ([^:]+):/.exec(line)?.[1] ?? corpus;
    const label = line.slice(0, 35).trimEnd();
    const value = /F\s+([\d.]+)/.exec(line)?.[1] ?? /([\d.]+) %/.exec(line)?.[1];
    if (value !== undefined) figures.set(`${corpus}|${label}`, Number(value));
  }
  return figures;
}

/** @returns {[string, string, string, string, string][]} task, corpus, measured, target, reached */
function scores() {
  const files = readdirSync(DEV).map((file) => `${DEV}/${file}`);
  const figures = readReport(
    execFileSync(process.execPath, [SCORER, '--run', 'node dist/cli.js analyze --jsonl', ...files], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  return TARGETS.flatMap(([task, line, targets]) =>
    Object.entries(targets).map(([corpus, target]) => {
      const measured = figures.get(`${corpus}|${line}`);
      if (measured === undefined) throw new Error(`The scorer gave no "${line.trim()}" for ${corpus}.`);
      const reached = task.endsWith('(at most)') ? measured <= target : measured >= target;
      return [task, corpus, measured.toFixed(1), String(target), reached ? 'yes' : 'NO'];
    }),
  );
}

/** Characters a second of the whole analysis, in CPU time of all threads: the first reading, and the median of five more. */
async function speed() {
  const bundle = '.cache/accuracy.mjs';
  await build({
    stdin: {
      contents: `export { analyze } from './src/analysis/analyze.ts'; export { readModels } from './src/model/models.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
    logLevel: 'warning',
  });
  const { analyze, readModels } = await import(pathToFileURL(bundle).href);
  const models = readModels(readFileSync('dist/weights.bin'));
  const texts = readFileSync(BULK, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).text);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const rounds = [];
  for (let round = 0; round < 6; round++) {
    const begun = process.cpuUsage();
    for (const text of texts) analyze(text, { models });
    const { user, system } = process.cpuUsage(begun);
    rounds.push((length / (user + system)) * 1e6);
  }
  const [first, ...warm] = rounds;
  return { first, warm: warm.sort((a, b) => a - b)[2] };
}

const thousands = (value) => (Math.round(value / 1000) * 1000).toLocaleString('en');

execFileSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
const bytes = readdirSync('dist')
  .filter((file) => file.endsWith('.bin'))
  .reduce((sum, file) => sum + brotliCompressSync(readFileSync(`dist/${file}`)).length, 0);
const size = [
  'all weights and lists, compressed',
  '',
  `${(bytes / 1e6).toFixed(2)} MB`,
  '2 MB',
  bytes <= 2e6 ? 'yes' : 'NO',
];

if (!existsSync(SCORER) || !existsSync(DEV) || !existsSync(BULK)) {
  console.log(`${size[0]}: ${size[2]} (at most ${size[3]})`);
  console.log('The marked texts (../shared) are not here: accuracy and speed on news are not measured.');
  process.exit(0);
}

const { first, warm } = await speed();
const rows = [
  ...scores(),
  ['whole analysis, characters a second', 'bulk_wikinews', thousands(warm), '500,000', warm >= 500_000 ? 'yes' : 'NO'],
  ['the same, the first reading of a process', 'bulk_wikinews', thousands(first), '–', ''],
  size,
];
const heads = ['task', 'corpus', 'measured', 'to reach', 'reached'];
const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
for (const row of [heads, ...rows])
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
console.log(`${rows.filter((row) => row[4] === 'NO').length} of ${rows.length - 1} not reached`);

const kept = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
const byHand = kept.includes(KEPT) ? kept.slice(kept.indexOf(KEPT)) : `${KEPT}\n`;
const table = [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
writeFileSync(
  PAGE,
  `# How accurate the analysis is

Measured on ${date} by \`npm run accuracy\`, which writes this page down to "What is still wrong". Scores are F in per cent,
or per cent. Speed is CPU time of all threads on texts in memory, the median of five readings after a first one.

${table}

## The corpora

None of these texts is in the repository.

${CORPORA}

${byHand}`,
);

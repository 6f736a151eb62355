// Reads vitest bench's report: how much longer twice the text takes, and how fast a story is read.
import { readFileSync } from 'node:fs';

const MOST = 2.2;

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const means = new Map(
  report.files.flatMap((file) =>
    file.groups.flatMap((group) => group.benchmarks.map(({ name, median }) => [name, median])),
  ),
);

let failed = 0;
for (const [name, small] of means) {
  if (!name.endsWith(' small')) continue;
  const growth = means.get(name.replace(/ small$/, ' twice')) / small;
  if (growth > MOST) failed++;
  console.log(
    `${growth > MOST ? 'TOO STEEP' : 'ok       '}  ×${growth.toFixed(2)}  ${name.replace(/ small$/, '')}: ${small.toFixed(1)} ms for 100,000 characters`,
  );
}
console.log(
  `one changed paragraph costs ${((100 * means.get('a reading after one paragraph changed')) / means.get('a whole reading')).toFixed(0)} % of a whole reading`,
);
process.exit(failed ? 1 : 0);

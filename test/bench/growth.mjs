// Reads vitest bench's report: how much longer twice the text takes, and how fast it is read. The fastest round counts.
import { readFileSync } from 'node:fs';

const MOST = 2.2;

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const fastest = new Map(
  report.files.flatMap((file) => file.groups.flatMap((group) => group.benchmarks.map(({ name, min }) => [name, min]))),
);

let failed = 0;
for (const [name, small] of fastest) {
  if (!name.endsWith(' small')) continue;
  const twice = fastest.get(name.replace(/ small$/, ' twice'));
  const growth = twice / small;
  if (growth > MOST) failed++;
  console.log(
    [
      growth > MOST ? 'TOO STEEP' : 'ok       ',
      `×${growth.toFixed(2)}`,
      name.replace(/ small$/, '').padEnd(40),
      `${small.toFixed(1).padStart(6)} ms for 50,000 characters`,
      `${Math.round(100_000 / (twice / 1000)).toLocaleString('en')} characters/s`,
    ].join('  '),
  );
}
const edited = fastest.get('a reading after one paragraph changed');
const whole = fastest.get('a whole reading');
console.log(
  `one changed paragraph of 1,000,000 characters: ${edited.toFixed(0)} ms, ${((100 * edited) / whole).toFixed(0)} % of a whole reading`,
);
console.log(`a figure explained: ${(1000 * fastest.get('a figure explained')).toFixed(1)} µs`);
process.exit(failed ? 1 : 0);

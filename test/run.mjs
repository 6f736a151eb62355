// @ts-check
// Runs the suites in turn, goes on after one that fails, and prints the sum as its last line: `N passed, N failed`.
//   node test/run.mjs             all of them, what `npm test` does
//   node test/run.mjs ui vscode   those whose name begins with one of these words
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './host/host.mjs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */
/** @typedef {{ readonly name: string, readonly command: readonly string[], readonly env?: NodeJS.ProcessEnv, readonly counts: 'one' | 'last line' | 'vitest' }} Suite */

const resultsDir = path.join(root, '.cache', 'results');
const ui = ['npx', 'vitest', 'run', '--config', 'test/ui/vitest.config.mts'];
const web = ['test/ui/smoke', 'test/ui/web'];

/** The oldest does not find settings by their keywords; killed writers take long. */
const newestOnly = ['kills', 'settings'].flatMap((name) => ['--exclude', `test/ui/${name}.test.ts`]);

const vsix = { SEEDMARK_VSIX: vsixFile() };

/** @type {readonly Suite[]} */
const suites = [
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'], counts: 'one' },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'], counts: 'one' },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], counts: 'one' },
  { name: 'unit', command: ['npx', 'vitest', 'run'], counts: 'vitest' },
  { name: 'vscode-newest', command: ['node', 'test/vscode/run.mjs'], env: inVSCode('newest'), counts: 'last line' },
  { name: 'vscode-oldest', command: ['node', 'test/vscode/run.mjs'], env: inVSCode('oldest'), counts: 'last line' },
  { name: 'ui-newest', command: [...ui, 'test/ui'], env: inVSCode('newest'), counts: 'vitest' },
  { name: 'ui-oldest', command: [...ui, 'test/ui', ...newestOnly], env: inVSCode('oldest'), counts: 'vitest' },
  { name: 'web-newest', command: [...ui, ...web, 'test/ui/accessibility'], env: inWeb('newest'), counts: 'vitest' },
  { name: 'web-oldest', command: [...ui, ...web], env: inWeb('oldest'), counts: 'vitest' },
  { name: 'vsix-package', command: ['npm', 'run', '--silent', 'package'], counts: 'one' },
  { name: 'vsix-content', command: [...ui, 'test/vsix'], env: vsix, counts: 'vitest' },
  { name: 'vsix-ui', command: [...ui, 'test/ui/smoke'], env: vsix, counts: 'vitest' },
  { name: 'vsix-web', command: [...ui, ...web], env: { ...vsix, SEEDMARK_HOST: 'web' }, counts: 'vitest' },
];

const wanted = process.argv.slice(2);
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  console.error(`no such suite; there are ${suites.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
process.exit((await runAll(chosen)) ? 0 : 1);

function inVSCode(/** @type {'newest' | 'oldest'} */ version) {
  return { SEEDMARK_VSCODE: version, SEEDMARK_BUILT: '1' };
}

function inWeb(/** @type {'newest' | 'oldest'} */ version) {
  return { ...inVSCode(version), SEEDMARK_HOST: 'web' };
}

function vsixFile() {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return `seedmark-${version}.vsix`;
}

/** @param {readonly Suite[]} list */
async function runAll(list) {
  fs.mkdirSync(resultsDir, { recursive: true });
  const lines = [];
  let passed = 0;
  let failed = 0;
  for (const suite of list) {
    console.log(`\n=== ${suite.name}`);
    const start = Date.now();
    const counts = await runSuite(suite);
    passed += counts.passed;
    failed += counts.failed;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    lines.push(`${suite.name.padEnd(13)} ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

/** @param {Suite} suite @returns {Promise<Counts>} a suite that ends badly without telling of a failure counts as one */
async function runSuite(suite) {
  const resultsFile = path.join(resultsDir, `${suite.name}.json`);
  fs.rmSync(resultsFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`];
  const command = suite.counts === 'vitest' ? [...suite.command, ...reporters] : suite.command;
  const { status, lastLine } = await runCommand(command, suite.env);
  const counts = countsOf(suite, status, lastLine, resultsFile);
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {Suite} suite @param {number} status @param {string} lastLine @param {string} resultsFile @returns {Counts} */
function countsOf(suite, status, lastLine, resultsFile) {
  switch (suite.counts) {
    case 'one':
      return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    case 'last line': {
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine) ?? [];
      return failed === undefined ? { passed: 0, failed: 1 } : { passed: Number(passed), failed: Number(failed) };
    }
    case 'vitest':
      return vitestCounts(resultsFile);
  }
}

/** A test file that does not load, and a skipped test, count as failed. @returns {Counts} */
function vitestCounts(/** @type {string} */ resultsFile) {
  if (!fs.existsSync(resultsFile)) return { passed: 0, failed: 1 };
  const results = JSON.parse(fs.readFileSync(resultsFile, 'utf8'));
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = results.testResults;
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const passed = results.numPassedTests;
  return { passed, failed: results.numTotalTests - passed + unloaded || (passed > 0 ? 0 : 1) };
}

/**
 * @param {readonly string[]} command @param {NodeJS.ProcessEnv | undefined} env
 * @returns {Promise<{ status: number, lastLine: string }>}
 */
function runCommand([program, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(program ?? '', args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32', // npm and npx are scripts there
    });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ data) => {
      process.stdout.write(data);
      output = (output + data).slice(-2000);
    });
    child.on('error', (error) => resolve({ status: 1, lastLine: error.message }));
    child.on('close', (code) => resolve({ status: code ?? 1, lastLine: output.trimEnd().split('\n').at(-1) ?? '' }));
  });
}

// @ts-check
// Runs the tests of this folder inside a real VS Code's extension host.
//   SEEDMARK_VSCODE=newest|oldest           which version
//   SEEDMARK_HOST=auto|desktop|server       which kind; auto: desktop where there is a display and it can be had
//   SEEDMARK_CODE=/path/to/code             that very executable
//   SEEDMARK_GREP=words                     only the tests whose title holds these words
// Fails where no VS Code can be had, where no test ran and where the results file is missing, whatever the exit status.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { buildExtension } from '../host/build.mjs';
import { writeSettings } from '../host/environment.mjs';
import { newRunDir, recipeDir, removeRunDir, root } from '../host/host.mjs';

/** @typedef {{ nonce: string, version: string, app: string, node: string, kind: string, passed: number, failed: number }} Results */

const shim = path.join(root, 'test', 'host', 'code.mjs');
buildExtension();
const runDir = newRunDir('vscode');
const testsPath = await compile(path.join(runDir, 'tests'));
const { kind, executable, why } = await pickVSCode();
console.log(`[host] VS Code: ${kind} (${why})`);

const nonce = randomUUID();
const resultsFile = path.join(runDir, 'results.json');
const status = await runIn(executable);
const results = readResults();
const problems = [...problemsOf(results), ...(status === 0 ? [] : [`VS Code ended with: ${status}`])];

if (results) console.log(`[host] ${results.app} ${results.version}, ${results.kind}, Node ${results.node}`);
if (problems.length) console.error(`[host] NOT PASSED: ${problems.join('; ')} (see ${path.relative(root, runDir)})`);
else removeRunDir(runDir);
console.log(`${results?.passed ?? 0} passed, ${results?.failed || (problems.length ? 1 : 0)} failed`);
process.exit(problems.length ? 1 : 0);

/** Bundles each test file for the extension host. It lies inside the repository, where `mocha` can be found. */
async function compile(/** @type {string} */ outdir) {
  const here = path.join(root, 'test', 'vscode');
  const sources = fs.readdirSync(here).filter((name) => name.endsWith('.ts'));
  await build({
    entryPoints: sources.map((name) => path.join(here, name)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.cjs');
}

/** @returns {Promise<{ kind: 'desktop' | 'server', executable: string, why: string }>} */
async function pickVSCode() {
  const named = process.env.SEEDMARK_CODE;
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`SEEDMARK_CODE: no such file: ${named}`);
    return { kind: 'desktop', executable: named, why: 'SEEDMARK_CODE names it' };
  }
  const mode = process.env.SEEDMARK_HOST || 'auto';
  if (!['auto', 'desktop', 'server'].includes(mode)) throw new Error(`SEEDMARK_HOST is "${mode}"`);
  if (mode === 'server') return { kind: 'server', executable: shim, why: 'SEEDMARK_HOST=server' };
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (mode === 'auto' && !hasDisplay) return { kind: 'server', executable: shim, why: 'no display for a desktop one' };
  const version = desktopVersion();
  try {
    const cachePath = path.join(root, '.cache', 'desktop');
    const executable = await downloadAndUnzipVSCode({ version, cachePath });
    return { kind: 'desktop', executable, why: `${version}, downloaded` };
  } catch (error) {
    const reason = `desktop VS Code ${version} cannot be had: ${error instanceof Error ? error.message : error}`;
    if (mode === 'desktop') throw new Error(reason);
    return { kind: 'server', executable: shim, why: reason };
  }
}

/** The desktop version that matches the host: code-server 4.N.P is VS Code 1.N.P. */
function desktopVersion() {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(recipeDir, 'package.json'), 'utf8'));
  return String(dependencies['code-server']).replace(/^4\./, '1.');
}

/** @returns {Promise<number | string>} the exit status, or what went wrong */
async function runIn(/** @type {string} */ vscodeExecutablePath) {
  const seeds = path.join(runDir, 'seeds');
  const workspace = path.join(runDir, 'desk.code-workspace');
  const userDataDir = path.join(runDir, 'user-data');
  fs.cpSync(path.join(root, 'seeds'), seeds, { recursive: true });
  fs.mkdirSync(path.join(runDir, 'second'));
  fs.writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'seeds' }, { path: 'second' }] }));
  writeSettings(userDataDir, { 'seedmark.editorName': 'Ina Verholt' });
  try {
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: testsPath,
      extensionTestsEnv: { SEEDMARK_RESULTS: resultsFile, SEEDMARK_NONCE: nonce },
      launchArgs: [workspace, `--user-data-dir=${userDataDir}`, `--extensions-dir=${path.join(runDir, 'extensions')}`],
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @returns {Results | undefined} */
function readResults() {
  try {
    return JSON.parse(fs.readFileSync(resultsFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function problemsOf(/** @type {Results | undefined} */ found) {
  if (!found) return ['the tests left no results file: they did not run to their end'];
  return [
    ...(found.nonce === nonce ? [] : ['the results file is of another run']),
    ...(found.passed > 0 ? [] : ['no test passed']),
    ...(found.failed === 0 ? [] : [`${found.failed} failed`]),
  ];
}

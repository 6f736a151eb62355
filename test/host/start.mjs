// @ts-check
// npm start [-- FOLDER]: builds Seedmark and opens VS Code with it, on a copy of the sample seeds or on FOLDER itself.
// SEEDMARK_PORT picks another port than 8123.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { buildExtension } from './build.mjs';
import { writeSettings } from './environment.mjs';
import { cacheDir, root, vscodeVersion } from './host.mjs';
import { ensureHost, serverRunsHere } from './install.mjs';
import { startServer } from './server.mjs';
import { linkWorkingCopy } from './workingCopy.mjs';

const demoDir = path.join(cacheDir, 'demo');
const userDataDir = path.join(demoDir, 'user-data');
const extensionsDir = path.join(demoDir, 'extensions');

try {
  const folder = folderToOpen(process.argv[2]);
  buildExtension();
  writeSettings(userDataDir);
  if (serverRunsHere) await serve(folder);
  else await openDesktop(folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @returns {string} the folder named, else a copy of seeds/ with the tags that were given there before */
function folderToOpen(/** @type {string | undefined} */ named) {
  if (named === undefined) return copyOfSeeds();
  const folder = path.resolve(named);
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`not a folder: ${folder}`);
  return folder;
}

function copyOfSeeds() {
  const copy = path.join(demoDir, 'seeds');
  fs.mkdirSync(copy, { recursive: true });
  const kept = new Set(['.seedmark', '.vscode']);
  for (const name of fs.readdirSync(copy)) {
    if (!kept.has(name)) fs.rmSync(path.join(copy, name), { recursive: true });
  }
  fs.cpSync(path.join(root, 'seeds'), copy, { recursive: true });
  return copy;
}

/** The document to begin with: the folder's first story. */
function firstDocument(/** @type {string} */ folder) {
  const names = fs.readdirSync(folder).sort();
  const stories = names.filter((name) => /\.(txt|md)$/.test(name) && !/^readme\./i.test(name));
  const first = stories.find((name) => name.endsWith('.txt')) ?? stories[0];
  return first && path.join(folder, first);
}

async function serve(/** @type {string} */ folder) {
  await ensureHost();
  linkWorkingCopy(extensionsDir);
  const wanted = Number(process.env.SEEDMARK_PORT || 8123);
  const free = await isFree(wanted);
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ userDataDir, extensionsDir, development: false, port: free ? wanted : 0, token });
  if (!free) console.log(`Port ${wanted} is taken by another program; this is on port ${server.port}.`);

  const document = firstDocument(folder);
  const address = server.url(folder, [
    ...(document ? [/** @type {const} */ (['openFile', server.remote(document)])] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]);
  console.log(`\nVS Code ${vscodeVersion()} with Seedmark, on ${folder}`);
  console.log(`Open this in a browser on this machine:\n\n  ${address}\n\nCtrl+C ends it.`);

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  endWithParent(end);
  server.child.on('exit', (code) => {
    if (ending) return;
    console.error(`VS Code's server ended by itself.\n${server.log().slice(-2000)}`);
    process.exit(code || 1);
  });
}

/** npm hands a signal to the shell between, which ends and does not tell: then this process has another parent. */
function endWithParent(/** @type {() => void} */ end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 250);
}

/** @returns {Promise<boolean>} */
function isFree(/** @type {number} */ port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Where the server from npm does not run: desktop VS Code, downloaded once. */
async function openDesktop(/** @type {string} */ folder) {
  const executable = await downloadAndUnzipVSCode({ cachePath: path.join(cacheDir, 'desktop') }).catch((error) => {
    throw new Error(
      `Desktop VS Code cannot be downloaded (${error instanceof Error ? error.message : error}).\n` +
        'With VS Code installed, run:  code --extensionDevelopmentPath=. seeds',
    );
  });
  const document = firstDocument(folder);
  const args = [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${userDataDir}`,
    `--extensions-dir=${extensionsDir}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    folder,
    ...(document ? [document] : []),
  ];
  console.log(`VS Code opens with Seedmark, on ${folder}\nCtrl+C ends it.`);
  const child = spawn(executable, args, { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill());
  child.on('exit', (code) => process.exit(code ?? 0));
}

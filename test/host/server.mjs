// @ts-check
// Starts VS Code's server on this machine's own address, and ends it with everything that it started.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serverEnv } from './environment.mjs';
import { host } from './host.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {boolean} [development] may the page's address name an extension in development? Default true.
 * @property {number} [port] 0, the default: any free one
 * @property {string} [token] what the page's address must carry; none: anybody on this machine may open it
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [trust] whether folders are trusted without asking. Default true.
 * @property {string} [builtinExtensionsDir] in place of the extensions that come with VS Code
 */

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

const startLimitMs = 60_000;

/** What still has to be ended where this process ends early. @type {Set<() => void>} */
const running = new Set();
process.on('exit', () => {
  for (const end of running) end();
});

/** Starts VS Code's server. @param {ServerOptions} options */
export async function startServer(options) {
  // VS Code leaves its sockets behind: it gets a folder that goes with it, a short one as a socket's path has a limit
  const socketsDir = fs.mkdtempSync(path.join(os.tmpdir(), 'seedmark-'));
  const child = spawn(host.node, serverArguments(options), {
    env: serverEnv({ ...options.env, TMPDIR: socketsDir, XDG_RUNTIME_DIR: socketsDir }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that the extension hosts can be ended with it
  });
  const killGroup = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // it has ended already
    }
  };
  const removeSockets = () => fs.rmSync(socketsDir, { recursive: true, force: true, maxRetries: 3 });
  const endNow = () => {
    killGroup('SIGKILL');
    removeSockets();
  };
  running.add(endNow);
  endOnSignals();

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      killGroup('SIGTERM');
      const timer = setTimeout(() => killGroup('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    }
    endNow();
    running.delete(endNow);
  };

  let log = '';
  const keepLog = (/** @type {Buffer} */ data) => {
    log += data;
  };
  child.stdout.on('data', keepLog);
  child.stderr.on('data', keepLog);
  try {
    const port = await listeningPort(child, () => log);
    const authority = `127.0.0.1:${port}`;
    return { child, port, authority, stop, log: () => log, ...addressesOf(authority, options.token) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {ServerOptions} options */
function serverArguments(options) {
  const {
    userDataDir,
    extensionsDir,
    builtinExtensionsDir,
    development = true,
    port = 0,
    token,
    trust = true,
  } = options;
  return [
    host.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--server-data-dir', path.join(userDataDir, '..', 'server-data')],
    ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
    ...(builtinExtensionsDir ? ['--builtin-extensions-dir', builtinExtensionsDir] : []),
    ...['--telemetry-level', 'off', ...(trust ? ['--disable-workspace-trust'] : [])],
    // without it a VS Code since 1.133 silently ignores an extension in development named by the page's address
    ...(development ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** @returns {Promise<number>} @param {import('node:child_process').ChildProcess} child @param {() => string} log */
function listeningPort(child, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server: no answer in 60 s\n${log()}`)), startLimitMs);
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended (${code ?? signal})\n${log()}`));
    });
  });
}

/** The addresses that the page understands. */
function addressesOf(/** @type {string} */ authority, /** @type {string | undefined} */ token) {
  return {
    /** A file of this machine as the page names it. */
    remote: (/** @type {string} */ file) =>
      `vscode-remote://${authority}${file.split('/').map(encodeURIComponent).join('/')}`,
    /** The page for a folder or a .code-workspace file, or for a window with none; `payload` is VS Code's own list of start options. */
    url: (/** @type {string | undefined} */ folder, /** @type {readonly (readonly [string, string])[]} */ payload) => {
      const url = new URL(`http://${authority}/`);
      if (token) url.searchParams.set('tkn', token);
      if (folder) url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
      else url.searchParams.set('ew', 'true');
      url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
  };
}

let signalsHandled = false;

/** A signal ends this process through its exit handlers, so that no server outlives it. */
function endOnSignals() {
  if (signalsHandled) return;
  signalsHandled = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + os.constants.signals[signal]);
    });
  }
}

#!/usr/bin/env node
// @ts-check
// Looks like desktop VS Code's executable to @vscode/test-electron, and runs the tests in the server and a browser:
//   code.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --user-data-dir=DIR --extensions-dir=DIR
// Ends with 0 only where VS Code reports that the tests' run() settled. That alone proves nothing, as VS Code reports 0
// too where its extension host dies: test/vscode/run.mjs wants the results file as well.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { writeSettings } from './environment.mjs';
import { root, vscodeVersion } from './host.mjs';
import { ensureHost } from './install.mjs';
import { startServer } from './server.mjs';

const limitMs = Number(process.env.SEEDMARK_TIMEOUT_S || 300) * 1000;

process.exit((await runTests(readArguments(process.argv.slice(2)))) ? 0 : 1);

/** @typedef {ReturnType<typeof readArguments>} Arguments */

/** @param {readonly string[]} args */
function readArguments(args) {
  const option = (/** @type {string} */ name) => {
    const prefix = `--${name}=`;
    const value = args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
    if (!value) throw new Error(`code.mjs: ${prefix} is missing`);
    return path.resolve(value);
  };
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!folder) throw new Error('code.mjs: the folder is missing');
  return {
    folder: path.resolve(folder),
    extension: option('extensionDevelopmentPath'),
    tests: option('extensionTestsPath'),
    userDataDir: option('user-data-dir'),
    extensionsDir: option('extensions-dir'),
  };
}

/** @param {Arguments} args */
async function runTests(args) {
  await ensureHost();
  fs.mkdirSync(args.extensionsDir, { recursive: true });
  writeSettings(args.userDataDir);
  const preload = path.join(root, 'test', 'host', 'network.cjs');
  const server = await startServer({
    userDataDir: args.userDataDir,
    extensionsDir: args.extensionsDir,
    env: { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` },
  });
  try {
    const browser = await launchBrowser();
    try {
      return await runInPage(await browser.newPage({ viewport: { width: 1280, height: 800 } }), server, args);
    } finally {
      await browser.close();
    }
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    fs.writeFileSync(path.join(args.userDataDir, '..', 'server.log'), server.log());
    await server.stop();
  }
}

/** @param {import('playwright-core').Page} page @param {import('./server.mjs').Server} server @param {Arguments} args */
async function runInPage(page, server, args) {
  const errors = /** @type {string[]} */ ([]);
  /** @type {(result: number | string) => void} */
  let settle = () => {};
  const ended = new Promise((/** @type {(result: number | string) => void} */ resolve) => {
    settle = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
    const line = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    if (line.includes('[test]') || process.env.SEEDMARK_VERBOSE) console.log(line.replace('[test] ', ''));
    else if (type === 'error') errors.push(line); // VS Code's own noise: of interest only where the run fails
  });
  await page.exposeFunction('codeAutomationExit', settle);
  page.on('crash', () => settle('the page crashed'));
  server.child.on('exit', (code, signal) => settle(`the server ended (${code ?? signal})`));

  await page.goto(
    server.url(args.folder, [
      ['extensionDevelopmentPath', server.remote(args.extension)],
      ['extensionTestsPath', server.remote(args.tests)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
  const timer = setTimeout(() => settle(`no end after ${limitMs / 1000} s`), limitMs);
  const result = await ended;
  clearTimeout(timer);
  if (result === 0) return true;

  console.error(`[host] VS Code ${vscodeVersion()}: ${typeof result === 'number' ? `status ${result}` : result}`);
  for (const line of errors.slice(0, 20)) console.error(`  | ${line.replace(/\n/g, '\n  | ')}`);
  const screenshot = path.join(args.userDataDir, '..', 'failed.png');
  await page.screenshot({ path: screenshot, timeout: 5000 }).catch(() => {});
  return false;
}

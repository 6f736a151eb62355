// VS Code's extension host killed while it writes, and what every reader finds afterwards.
import fs from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { diskFiles } from '../../src/cli/ledgerFiles.ts';
import { readVersion } from '../../src/ledger/versions.ts';
import { openLedger } from '../../src/ledger/writer.ts';
import { launchBrowser } from '../host/browser.mjs';
import { writeSettings } from '../host/environment.mjs';
import { newRunDir, removeRunDir } from '../host/host.mjs';
import { ensureHost } from '../host/install.mjs';
import { startServer } from '../host/server.mjs';
import { chance } from './revision.ts';

export interface Killed {
  readonly kills: number;
  /** Events that were told to be kept before a kill. */
  readonly kept: number;
  /** Of those, what no reader finds any more. */
  readonly lost: readonly string[];
  /** Versions of texts that kept events are about and that cannot be read. */
  readonly lostTexts: readonly string[];
  /** Files that a kill cut off, each told of by its name. */
  readonly torn: number;
  /** What is told of files for another reason. */
  readonly otherProblems: readonly string[];
}

/** After this many kills another folder is begun, so that reading what the dead have left does not take ever longer. */
const killsInFolder = 50;
/** Where VS Code has not started its host again after so long, its window is opened anew, */
const patienceMs = 15_000;
/** and after so long it never will. */
const longestMs = 120_000;

/** Kills the host that many times, each at a random moment while it writes. */
export async function killWriters(times: number, seed: number): Promise<Killed> {
  await ensureHost();
  const runDir = newRunDir('kills');
  const workspace = path.join(runDir, 'workspace');
  fs.mkdirSync(workspace);
  fs.mkdirSync(path.join(runDir, 'none'));
  const extensionsDir = path.join(runDir, 'extensions');
  // Installed, not in development: VS Code does not start a killed host of the latter again.
  buildWriter(path.join(extensionsDir, 'seedmark.writer-1.0.0'));
  const userDataDir = path.join(runDir, 'user-data');
  writeSettings(userDataDir);
  const server = await startServer({ userDataDir, extensionsDir, builtinExtensionsDir: path.join(runDir, 'none') });
  const browser = await launchBrowser();
  const told = path.join(workspace, 'told.txt');
  const { below } = chance(seed);
  const desks = [...Array(Math.ceil(times / killsInFolder)).keys()].map((n) => `desk${n}`);
  try {
    fs.writeFileSync(told, '');
    let begun: readonly number[] = [];
    const page = await openWindow(browser, server.url(workspace, [['skipWelcome', 'true']]));
    for (let kill = 0; kill < times; kill++) {
      fs.writeFileSync(path.join(workspace, 'desk.txt'), desks[Math.floor(kill / killsInFolder)]!);
      begun = await moreWriters(told, begun.length, page);
      await new Promise((resolve) => setTimeout(resolve, below(400)));
      process.kill(begun.at(-1)!, 'SIGKILL');
      if (kill % 50 === 49) console.log(`${kill + 1} kills`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const found = await whatIsLeft(
    desks.map((desk) => path.join(workspace, desk)),
    fs.readFileSync(told, 'utf8'),
  );
  if (found.lost.length + found.lostTexts.length + found.otherProblems.length === 0) removeRunDir(runDir);
  return { kills: times, ...found };
}

function buildWriter(folder: string): void {
  buildSync({
    entryPoints: ['test/torture/writer/extension.ts'],
    outfile: path.join(folder, 'extension.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
  });
  const manifest = {
    name: 'writer',
    publisher: 'seedmark',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents: ['*'],
  };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}

/** A window on the workspace. VS Code starts a killed host again three times in five minutes: there they soon pass. */
async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 1000 * performance.now();
  });
  await page.goto(url);
  return page;
}

/** The processes of all writers that have begun, once there are more than so many. */
async function moreWriters(told: string, than: number, page: Page): Promise<readonly number[]> {
  const start = Date.now();
  for (let opened = start; Date.now() - start < longestMs; ) {
    const begun = [...fs.readFileSync(told, 'utf8').matchAll(/^begun (\d+) /gm)];
    if (begun.length > than) return begun.map(([, pid]) => Number(pid));
    if (Date.now() - opened > patienceMs) {
      await page.reload();
      opened = Date.now();
    }
    await page.waitForTimeout(10);
  }
  throw new Error(`no writer began within ${longestMs / 1000} s`);
}

async function whatIsLeft(folders: readonly string[], told: string): Promise<Omit<Killed, 'kills'>> {
  const kept = [...told.matchAll(/^kept (\S+) (\S+)$/gm)].map(([, id, version]) => ({ id: id!, version: version! }));
  const events = new Set<string>();
  const texts = new Set<string>();
  const otherProblems: string[] = [];
  const torn = new Set<string>();
  for (const folder of folders) {
    const files = diskFiles(folder);
    const reader = { editor: 'Reader', writerId: 'reader', newId: () => '', now: () => '' };
    const ledger = await openLedger(files, reader);
    for (const { id } of ledger.events) events.add(id);
    for (const { file, line, cause } of ledger.problems) {
      if (cause.type === 'empty' || cause.type === 'cutOff') torn.add(`${folder}/${file}`);
      else otherProblems.push(`${file}:${line}: ${cause.type}`);
    }
    for (const version of new Set(kept.map(({ version }) => version)))
      if ((await readVersion(files, version)) !== undefined) texts.add(version);
  }
  return {
    kept: kept.length,
    lost: kept.map(({ id }) => id).filter((id) => !events.has(id)),
    lostTexts: [...new Set(kept.map(({ version }) => version).filter((version) => !texts.has(version)))],
    torn: torn.size,
    otherProblems,
  };
}

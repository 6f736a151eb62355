// Loaded by VS Code's extension host: runs every *.test.ts of this folder with mocha and writes the results file.
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import '../host/network.cjs';

/** Rejects where a test fails or is skipped, or none ran. */
export async function run(): Promise<void> {
  const results = {
    nonce: process.env.SEEDMARK_NONCE,
    version: vscode.version,
    app: vscode.env.appName,
    kind: vscode.env.remoteName ? 'server' : 'desktop',
    node: process.version,
    passed: 0,
    failed: 0,
  };
  const say = (line: string) => console.log(`[test] ${line}`);
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: SilentReporter,
    ...(process.env.SEEDMARK_GREP ? { fgrep: process.env.SEEDMARK_GREP } : {}),
  });
  for (const file of testFiles()) mocha.addFile(file);
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      results.passed++;
      say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error) => {
      results.failed++;
      say(`  ✘ ${test.fullTitle()}\n${error.stack ?? error}`);
    });
  });
  const file = process.env.SEEDMARK_RESULTS;
  if (!file) throw new Error('SEEDMARK_RESULTS does not name the results file');
  fs.writeFileSync(file, JSON.stringify(results));
  if (results.failed || !results.passed) throw new Error(`${results.passed} passed, ${results.failed} failed`);
}

/** The network test comes last: it judges what all others caused. */
function testFiles(): string[] {
  const kind = process.env.SEEDMARK_TRACE ? '.trace.cjs' : '.test.cjs';
  const names = fs.readdirSync(__dirname).filter((name) => name.endsWith(kind));
  const last = 'network.test.cjs';
  return [...names.filter((name) => name !== last).sort(), ...names.filter((name) => name === last)].map((name) =>
    path.join(__dirname, name),
  );
}

/** Results are told by the listeners above. */
class SilentReporter extends Mocha.reporters.Base {}

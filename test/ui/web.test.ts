// VS Code for the web: no machine but the browser. SEEDMARK_HOST=web alone runs this, with the smoke tests.
import fs from 'node:fs';
import path from 'node:path';
import type { Worker } from 'playwright-core';
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-04-12-ferry-fire-rising-toll.txt';
const soon = { timeout: 20_000 };
const complaints: string[] = [];
const sockets: string[] = [];

test('the extension runs in a web worker of the page, and there is no other machine', async ({ ui }) => {
  const { page } = ui;
  page.on('websocket', (socket) => sockets.push(socket.url()));
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await ui.open(story);
  await expect.poll(() => highlighted(ui, 'figure'), soon).not.toEqual([]);
  const worker = await extensionHost(ui);
  expect(await worker.evaluate('[self.constructor.name, typeof process, typeof require, typeof document]')).toEqual([
    'DedicatedWorkerGlobalScope',
    ...['undefined', 'undefined', 'undefined'],
  ]);
  expect(sockets).toEqual([]);
});

test('a decision is kept in the folder, in a file of its own', async ({ ui }) => {
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.getByRole('treeitem').and(panel.locator(':focus')).waitFor();
  const claim = panel.locator('[data-claim]:focus');
  for (let row = 0; row < 10 && !(await claim.isVisible()); row++) await ui.page.keyboard.press('ArrowDown');
  await ui.page.keyboard.press('v');
  await expect.poll(() => keptLines(ui.workspace), soon).not.toEqual([]);
  expect(keptLines(ui.workspace).at(-1)).toContain('Ina Verholt');
});

test('what the extension itself asks of another machine is noticed', async ({ ui }) => {
  const worker = await extensionHost(ui);
  await worker.evaluate(`fetch('https://192.0.2.2/').catch(() => {})`);
  expect(ui.takeForeignRequests()).toEqual(['page: https://192.0.2.2/']);
});

test('nothing of the extension has failed or was missing, and a failure would be seen', async ({ ui }) => {
  const ours = () => complaints.filter((line) => /seedmark/i.test(line));
  expect(ours()).toEqual([]);
  const worker = await extensionHost(ui);
  await worker.evaluate(`console.error('seedmark: as if')`);
  await expect.poll(ours, soon).not.toEqual([]);
});

/** The worker that has loaded the extension. */
async function extensionHost(ui: VSCode): Promise<Worker> {
  for (const worker of ui.page.workers()) {
    const loaded = await worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    if (loaded.some((name) => name.endsWith('/seedmark/dist/extension.js'))) return worker;
  }
  throw new Error('no worker of the page has loaded the extension');
}

async function highlighted(ui: VSCode, kind: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${kind}Underline`)).map(({ text }) => text);
}

/** What the folder holds of editors' decisions, a line each. */
function keptLines(workspace: string): readonly string[] {
  const folder = path.join(workspace, '.seedmark');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean));
}

// Restricted Mode: everything works in a folder that is not trusted, but the folder does not choose where decisions go.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVSCode, type VSCode } from './harness.ts';

const soon = { timeout: 20_000 };
let ui: VSCode;

beforeAll(async () => {
  ui = await startVSCode({ viewport: { width: 1280, height: 800 }, trust: false });
}, 60_000);

afterAll(() => ui.close());

test('highlights and hovers are there in a folder that is not trusted', async () => {
  ui.write('.vscode/settings.json', JSON.stringify({ 'seedmark.ledgerFolder': '../elsewhere' }));
  await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
  await ui.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  const figures = async () => (await ui.decorations('seedmark.figureUnderline')).map(({ text }) => text);
  await expect.poll(figures, soon).toContainEqual(expect.stringContaining('14 mobile phones'));
  expect(await ui.hoverOver('27 people')).toContain('27 people, detained, Saturday');
});

test('a verdict by keyboard is kept in the folder, not where the folder’s own settings say', async () => {
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  const claim = panel.locator('[data-claim]').first();
  await panel.locator(':focus').and(panel.getByRole('treeitem')).waitFor();
  while (!(await panel.locator(':focus').and(claim).isVisible())) await ui.page.keyboard.press('ArrowDown');
  await ui.page.keyboard.press('v');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toMatch(/verified by Ina Verholt/);
  await expect.poll(() => fs.existsSync(path.join(ui.workspace, '.seedmark')), soon).toBe(true);
  expect(fs.existsSync(path.join(ui.workspace, '..', 'elsewhere'))).toBe(false);
  await ui.screenshot('restricted');
});

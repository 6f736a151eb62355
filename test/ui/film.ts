// Part of npm run pictures: the README's animation, docs/images/desk.gif. A figure is read, claims are disputed and verified by
// keyboard, and then a figure changes.
import fs from 'node:fs';
import path from 'node:path';
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { root } from '../host/host.mjs';
import { startVSCode, type VSCode } from './harness.ts';

const readMs = 1800;
const keyMs = 700;

test('animation for the README', { timeout: 240_000 }, async () => {
  const ui = await startVSCode({
    viewport: { width: 1000, height: 620 },
    settings: {
      'editor.minimap.enabled': false,
      'editor.occurrencesHighlight': 'off',
      'editor.hover.above': false,
      'editor.cursorBlinking': 'solid',
      'workbench.reduceMotion': 'on',
      'files.autoSave': 'off',
    },
  });
  const encoder = GIFEncoder();
  const show = async (delay: number) => {
    const { data, width, height } = PNG.sync.read(await ui.page.screenshot());
    const palette = quantize(data, 128);
    encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay });
  };
  try {
    await play(ui, show);
    encoder.finish();
    fs.writeFileSync(path.join(root, 'docs', 'images', 'desk.gif'), encoder.bytes());
  } finally {
    await ui.close();
  }
});

async function play(ui: VSCode, show: (delay: number) => Promise<void>): Promise<void> {
  const { keyboard } = ui.page;
  await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.locator('[role=treeitem]:focus').waitFor();
  await show(readMs);
  await ui.hoverOver('27 people');
  const hover = ui.page.locator('.monaco-resizable-hover .monaco-hover:visible');
  await expect.poll(() => hover.evaluate((shown) => getComputedStyle(shown).opacity)).toBe('1');
  await show(2 * readMs);
  await ui.page.mouse.click(700, 140);
  const key = async (pressed: string) => {
    await keyboard.press("Control+'");
    await keyboard.press(pressed);
  };
  await key('ArrowDown');
  await panel.locator('.claim.is-current').waitFor();
  await show(keyMs);
  await key('d');
  await expect.poll(() => ui.decorations('seedmark.disputedForeground')).not.toEqual([]);
  await show(readMs);
  const words = await ui.find('were detained in');
  await ui.page.mouse.click(words.x + words.width / 2, words.y + words.height / 2);
  await panel.locator('.claim.is-current', { hasText: '27 people were detained' }).waitFor();
  await show(keyMs);
  await key('v');
  await expect.poll(() => ui.decorations('seedmark.verifiedForeground')).not.toEqual([]);
  await show(readMs);
  const { x, y, width, height } = await ui.find('27 people');
  await ui.page.mouse.dblclick(x + width * 0.1, y + height / 2);
  await keyboard.type('31');
  await expect.poll(() => ui.decorations('seedmark.changedForeground')).not.toEqual([]);
  await panel.locator('[data-claim] del', { hasText: '27' }).waitFor();
  await show(2 * readMs);
}

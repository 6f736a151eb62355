// Part of npm run pictures: the README's animation, docs/images/desk.gif. A claim is read, verified, proved by its source,
// and then its figure changes.
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
  const focused = panel.locator('[role=treeitem]:focus');
  await focused.waitFor();
  await show(readMs);
  await ui.hoverOver('27 people');
  await show(2 * readMs);
  await ui.page.mouse.move(5, 5);
  await ui.runCommand('Seedmark: Show Claims');
  await focused.waitFor();
  while (!(await focused.getAttribute('aria-label'))?.includes('27 people were detained'))
    await keyboard.press('ArrowDown');
  await show(keyMs);
  await keyboard.press('v');
  const claim = panel.locator('[data-claim]', { hasText: '27 people were detained' });
  await claim.locator('.tag').waitFor();
  await show(readMs);
  await keyboard.press('e');
  for (const [words, next] of [
    ['https://court.example/list', 'Tab'],
    ['p. 4', 'Enter'],
  ] as const) {
    await keyboard.type(words);
    await show(keyMs);
    await keyboard.press(next);
  }
  await claim.getByText('court.example').waitFor();
  await show(readMs);
  const { x, y, width, height } = await ui.find('27 people');
  await ui.page.mouse.dblclick(x + width * 0.1, y + height / 2);
  await keyboard.type('31');
  await expect.poll(() => ui.decorations('seedmark.changedForeground')).not.toEqual([]);
  await panel.locator('[data-claim] del', { hasText: '27' }).waitFor();
  await show(2 * readMs);
}

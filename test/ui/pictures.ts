// npm run pictures: the README's pictures, into docs/images: a story half checked, its panel, and the hover of a figure.
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../host/host.mjs';
import { startVSCode, type Theme, type VSCode } from './harness.ts';

const pictures: readonly (readonly [name: string, Theme])[] = [
  ['story', 'light'],
  ['story-dark', 'dark'],
  ['story-high-contrast', 'hc-dark'],
];

/** Claims in the panel's order, and the keys pressed on each. */
const work: readonly (readonly [words: string, keys: readonly string[]])[] = [
  ['Investigators in Saldania', ['s']],
  ['27 people were detained', ['n', 'The duty officer has read me the list.', 'Enter', 'v']],
];

test('pictures for the README', { timeout: 240_000 }, async () => {
  const ui = await startVSCode({
    viewport: { width: 1160, height: 775 },
    deviceScaleFactor: 1.33,
    settings: {
      'editor.minimap.enabled': false,
      'editor.occurrencesHighlight': 'off',
      'editor.hover.above': false,
    },
  });
  try {
    await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
    await check(ui);
    for (const [name, theme] of pictures) {
      await ui.theme(theme);
      await ui.hoverOver('27 people');
      console.log(await ui.screenshot(name, path.join(root, 'docs', 'images')));
    }
  } finally {
    await ui.close();
  }
});

async function check(ui: VSCode): Promise<void> {
  const { keyboard, mouse } = ui.page;
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  const focused = panel.locator('[role=treeitem]:focus');
  await focused.waitFor();
  for (const [words, keys] of work) {
    while (!(await focused.getAttribute('aria-label'))?.includes(words)) await keyboard.press('ArrowDown');
    for (const key of keys) await (key.includes(' ') ? keyboard.type(key) : keyboard.press(key));
    await panel.locator('[data-claim]', { hasText: words }).locator('.tag').waitFor();
  }
  await panel.locator('.note').waitFor();
  await expect.poll(() => ui.decorations('seedmark.verifiedForeground')).not.toEqual([]);
  await keyboard.press('Home');
  const { x, y, width, height } = await ui.find('were detained in');
  await mouse.click(x + width, y + height / 2); // the cursor chooses the claim in the panel
  await panel.locator('.claim.is-current', { hasText: '27 people were detained' }).waitFor();
}

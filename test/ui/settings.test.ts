// Settings as they are found.
import { expect, test } from './harness.ts';

test('settings are found by the words that a journalist looks for', async ({ ui }) => {
  await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
  await ui.runCommand('Preferences: Open Settings (UI)');
  const found = ui.page.locator('.settings-editor .settings-tree-container .setting-item-label');
  await found.first().waitFor();
  await ui.page.keyboard.type('@ext:seedmark.seedmark amount');
  await expect.poll(() => found.allInnerTexts(), { timeout: 20_000 }).toEqual(['Figures']);
});

// Editors of every kind: one document twice, two versions compared, a file in a window without a folder.
import { expect, startVSCode, test, type VSCode } from './harness.ts';

const soon = { timeout: 20_000 };
const story = '2031-02-09-bridge-sabotage-inquiry.txt';
const wide = { width: 1600, height: 900 };
const cases = 'four criminal cases';

test('a document in two editors is highlighted in both', async ({ ui }) => {
  await ui.page.setViewportSize(wide);
  await ui.open(story);
  await expect.poll(() => count(ui, 'figureUnderline', '14 mobile phones'), soon).toBe(1);
  await ui.runCommand('View: Split Editor');
  await expect.poll(() => count(ui, 'figureUnderline', '14 mobile phones'), soon).toBe(2);
  await ui.runCommand('View: Close All Editors in Group');
});

test('two versions are highlighted side by side', async ({ ui }) => {
  await ui.select(cases);
  await verdict(ui, 'v', 'verifiedForeground', '✓');
  await ui.select('four');
  await ui.page.keyboard.type('five');
  await expect.poll(() => signs(ui, 'changedForeground'), soon).toEqual(['Δ']);
  await compare(ui);
  await expect.poll(() => count(ui, 'figureUnderline', cases), soon).toBe(1);
  await expect.poll(() => count(ui, 'figureUnderline', 'five criminal cases'), soon).toBe(1);
});

test('a verdict on the version that can only be read is kept, and it is said where', async ({ ui }) => {
  await ui.select(cases);
  await verdict(ui, 'd', 'disputedForeground', '✗');
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.getByText('can only be read').waitFor();
  await ui.screenshot('diff');
  await ui.reload(); // VS Code does not open what cannot be edited again
  await expect.poll(() => signs(ui, 'changedForeground'), soon).toEqual(['Δ']);
  await compare(ui);
  await expect.poll(() => signs(ui, 'disputedForeground'), soon).toEqual(['✗']);
});

test('a file in a window without a folder is read and decided about, and it is said where that is kept', async () => {
  const ui = await startVSCode({ viewport: wide, isFolderless: true });
  try {
    await ui.open(story);
    await expect.poll(() => count(ui, 'figureUnderline', '14 mobile phones'), soon).toBe(1);
    await ui.select(cases);
    await verdict(ui, 'v', 'verifiedForeground', '✓');
    await ui.runCommand('Seedmark: Show Claims');
    const panel = await ui.panelFrame();
    await panel.getByText('lies in no open folder').waitFor();
    await panel.locator('[data-claim][aria-label*="verified by Ina Verholt"]').waitFor();
    await ui.screenshot('no-folder');
  } finally {
    await ui.close();
  }
});

/** Shows the text in which the claim was verified beside the text as it is. */
async function compare(ui: VSCode): Promise<void> {
  await ui.select('criminal cases');
  await ui.runCommand('Seedmark: Show the History of This Claim');
  await ui.page.locator('.quick-input-title', { hasText: 'What became of this claim' }).waitFor();
  await ui.page.keyboard.press('Enter');
  await ui.page.locator('.monaco-diff-editor').waitFor();
  await ui.page.locator('.monaco-diff-editor .line-insert').first().waitFor(); // what differs has been found
}

/** Decides about the claim at the cursor by keyboard. */
async function verdict(ui: VSCode, key: string, colour: string, sign: string): Promise<void> {
  await ui.page.keyboard.press("Control+'");
  await ui.page.keyboard.press(key);
  await expect.poll(() => signs(ui, colour), soon).toEqual([sign]);
}

async function count(ui: VSCode, colour: string, words: string): Promise<number> {
  return (await ui.decorations(`seedmark.${colour}`)).filter(({ text }) => text.includes(words)).length;
}

async function signs(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ sign }) => sign).filter(Boolean);
}

// The first minutes: the explorer's badge, commands as they are found, the walkthrough on its sample story.
import { expect, test, type VSCode } from './harness.ts';

const soon = { timeout: 20_000 };
const story = '2031-02-09-bridge-sabotage-inquiry.txt';

/** The commands that the palette offers for what is typed. */
async function offered(ui: VSCode, typed: string): Promise<readonly string[]> {
  await ui.page.keyboard.press('F1');
  const widget = ui.page.locator('.quick-input-widget:visible');
  await widget.locator('.quick-input-box input').fill(`>${typed}`);
  await widget.locator('.monaco-list-row.focused', { hasText: 'Seedmark: ' }).waitFor();
  const titles = await widget.locator('.monaco-list-row .label-name').allInnerTexts();
  await ui.page.keyboard.press('Escape');
  await widget.waitFor({ state: 'hidden' });
  return titles.filter((title) => title.startsWith(typed));
}

test('the explorer counts the unchecked claims', async ({ ui }) => {
  await ui.open(story);
  const file = ui.page.locator('.explorer-folders-view [role=treeitem]', { hasText: story });
  const told = file.locator('[title*="claims unchecked"], [aria-label*="claims unchecked"]');
  await expect.poll(() => told.count(), soon).toBeGreaterThan(0);
});

test('the palette offers what can be done', async ({ ui }) => {
  await expect.poll(() => offered(ui, 'Seedmark: Treat'), soon).toEqual(['Seedmark: Treat as Not a Seed']);
  expect(await offered(ui, 'Seedmark: Mark Selection')).toEqual([]);
  await ui.select('hand-drawn map');
  expect(await offered(ui, 'Seedmark: Mark Selection')).toHaveLength(4);
});

test('the walkthrough opens a sample story beside itself and ticks the step off', async ({ ui }) => {
  // Else a step takes the keyboard a moment after it is clicked, from whatever has it by then.
  await ui.page.emulateMedia({ reducedMotion: 'reduce' });
  await ui.runCommand('View: Toggle Primary Side Bar Visibility');
  await ui.runCommand('Seedmark: Get Started');
  const steps = ui.page.locator('.getting-started-step');
  await expect.poll(() => steps.count(), soon).toBe(7);
  for (const title of ['Check a claim', 'Open a sample story']) {
    await steps.filter({ hasText: title }).click();
    const pictures = () => Promise.all(ui.page.frames().map((frame) => frame.locator('svg > title').count()));
    await expect.poll(async () => (await pictures()).some((count) => count > 0), soon).toBe(true);
  }
  await ui.page.getByRole('button', { name: 'Open a Sample Story', exact: true }).click();
  const tab = ui.page.locator('.editor-group-container.active .tab.active');
  await expect.poll(() => tab.getAttribute('aria-label'), soon).toContain('Untitled');
  const ticked = (title: string) =>
    steps.filter({ hasText: title }).locator('.codicon-getting-started-step-checked').count();
  await expect.poll(() => ticked('Open a sample story'), soon).toBe(1);
  await steps.filter({ hasText: 'Point at a figure' }).click();
  await ui.page.getByRole('button', { name: 'Go to the Next Figure' }).click();
  await expect.poll(() => ticked('Point at a figure'), soon).toBe(1);
  await expect.poll(() => tab.getAttribute('aria-label'), soon).toContain('Untitled');
  await ui.screenshot('walkthrough-beside');
});

// Notes as threads, and the cheat sheet, as they are seen and used.
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-02-09-bridge-sabotage-inquiry.txt';
const soon = { timeout: 20_000 };
const cases = 'four criminal cases';

test('the cheat sheet lists every key, and does what is picked', async ({ ui }) => {
  await ui.open(story);
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  await cursorIn(ui, cases);
  await ui.page.keyboard.press("Control+'");
  await ui.page.keyboard.press('k');
  const list = ui.page.locator('.quick-input-widget:visible');
  await list.locator('.quick-input-title', { hasText: 'Keys in the text' }).waitFor();
  const row = list.locator('.monaco-list-row', { hasText: 'Next Unchecked Claim' });
  expect(await row.innerText()).toContain("Ctrl+' Down");
  await ui.screenshot('cheat-sheet');
  await ui.page.keyboard.type('dispute');
  await list.locator('.monaco-list-row.focused', { hasText: 'Dispute Claim' }).waitFor();
  await ui.page.keyboard.press('Enter');
  await expect.poll(() => signs(ui, 'disputedForeground'), soon).toEqual(['✗']);
});

test('a note stands in a thread beside its claim and is answered, resolved and opened again there', async ({ ui }) => {
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.locator('[role=treeitem]:focus').waitFor();
  await cursorIn(ui, cases);
  await ui.page.keyboard.press("Control+'");
  await ui.page.keyboard.press('n');
  await ui.page.locator('.quick-input-title', { hasText: 'Note on this claim' }).waitFor();
  await ui.page.keyboard.type('Which <b>court</b>?');
  await ui.page.keyboard.press('Enter');
  await openThread(ui);
  const thread = ui.page.locator('.review-widget');
  await thread.getByText('Which <b>court</b>?').waitFor();
  // Older ones show a line to click on first.
  await thread.locator('.review-thread-reply-button:visible, .monaco-editor:visible').first().click();
  await ui.page.keyboard.type('The one in Irtan.');
  // What is written in is a text editor too: the panel goes on with the document.
  expect(await panel.locator('[data-claim]', { hasText: cases }).count()).toBe(1);
  expect(await panel.getByText('Open a source document').count()).toBe(0);
  await ui.page.keyboard.press('Control+Enter');
  await thread.locator('.comment-body', { hasText: 'The one in Irtan.' }).waitFor();
  expect(await ui.hoverOver('criminal')).toContain('The one in Irtan.');
  for (const theme of ['dark', 'hc-dark', 'light'] as const) {
    await ui.theme(theme);
    await ui.screenshot(`thread-${theme}`);
  }
  // VS Code folds what is resolved.
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await thread.getByText('The one in Irtan.').waitFor({ state: 'hidden' });
  await openThread(ui);
  await thread.getByRole('button', { name: 'Open Again' }).click();
  await thread.getByRole('button', { name: 'Resolve' }).waitFor();
});

/** Clicks on the sign beside the line; VS Code makes it anew whenever the line is painted. */
async function openThread(ui: VSCode): Promise<void> {
  const sign = () =>
    ui.page.evaluate(() =>
      document
        .querySelector('.editor-instance .comment-range-glyph[class*=comment-thread]')
        ?.getBoundingClientRect()
        .toJSON(),
    );
  await expect.poll(sign, soon).toBeTruthy();
  const { x, y, width, height } = await sign();
  await ui.page.mouse.click(x + width / 2, y + height / 2);
}

async function cursorIn(ui: VSCode, words: string): Promise<void> {
  const { x, y, width, height } = await ui.find(words);
  await ui.page.mouse.click(x + width / 2, y + height / 2);
}

async function signs(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ sign }) => sign).filter(Boolean);
}

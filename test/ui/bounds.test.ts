// A claim gets other words from the panel: they are selected in the text, and the question stays until it is answered.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-04-12-ferry-fire-rising-toll.txt';
const soon = { timeout: 20_000 };
const read = 'A total of 252 people have been rescued';
const right = '252 people have been rescued';

async function askForBounds(ui: VSCode, words: string) {
  const panel = await ui.panelFrame();
  const claim = panel.locator('[data-claim]', { hasText: words }).first();
  await claim.getByText(words).first().click();
  await claim.getByText('Bounds', { exact: true }).click();
  const question = ui.page.locator('.notification-toast', { hasText: 'Select the right words' });
  await question.waitFor();
  return { panel, question };
}

const quotes = async (ui: VSCode) => (await ui.decorations('seedmark.indirectQuoteBorder')).map(({ text }) => text);

test('dragging over the claim’s words selects them; Escape leaves the claim as it is', async ({ ui }) => {
  await ui.open(story);
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  await ui.runCommand('Seedmark: Show Claims');
  const { panel, question } = await askForBounds(ui, read);
  await ui.select(right);
  await ui.page.locator('.statusbar', { hasText: `(${right.length} selected)` }).waitFor();
  await ui.page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  await panel.locator('[data-claim]', { hasText: read }).waitFor();
  expect(fs.readFileSync(path.join(ui.workspace, story), 'utf8')).toContain(read);
  await expect.poll(() => quotes(ui), soon).toContain(read);
});

test('Enter gives the claim what is selected, in the panel and in the text', async ({ ui }) => {
  const { panel, question } = await askForBounds(ui, read);
  await ui.select(right);
  await ui.page.locator('.statusbar', { hasText: `(${right.length} selected)` }).waitFor();
  await ui.screenshot('bounds');
  await ui.page.keyboard.press('Enter');
  await question.waitFor({ state: 'hidden' });
  await expect.poll(() => quotes(ui), soon).toContain(right);
  expect(await quotes(ui)).not.toContain(read);
  await panel.locator('[data-claim]', { hasText: read }).waitFor({ state: 'detached' });
});

test('the history of the claim tells its new bounds, and that they were taken back and given again', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await ui.runCommand('Seedmark: Take Back the Last Decision');
  await panel.locator('[data-claim]', { hasText: read }).waitFor();
  await ui.runCommand('Seedmark: Redo the Decision Taken Back');
  await panel.locator('[data-claim]', { hasText: read }).waitFor({ state: 'detached' });
  await panel.locator('[data-claim]', { hasText: right }).getByText(right).first().click();
  await panel.locator('[data-claim]', { hasText: right }).getByText('History').click();
  const rows = ui.page.locator('.quick-input-widget:visible .monaco-list-row');
  await rows.first().waitFor();
  const told = await rows.allInnerTexts();
  const deeds = [`Corrected: ${right}`, 'Taken back', 'Done again'];
  expect(told).toEqual(deeds.map((deed) => expect.stringContaining(`${deed}Ina Verholt`)));
  expect(told[1]).toContain('Done again by Ina Verholt');
  await ui.page.keyboard.press('Escape');
});

test('the link in the question takes the selection too, and the button gives up', async ({ ui }) => {
  const { question: first } = await askForBounds(ui, right);
  await first.getByRole('button', { name: 'Cancel' }).click();
  await first.waitFor({ state: 'hidden' });
  expect(await quotes(ui)).toContain(right);
  const { question } = await askForBounds(ui, right);
  await ui.select(read);
  await question.getByText('Use the Selection').click();
  await question.waitFor({ state: 'hidden' });
  await expect.poll(() => quotes(ui), soon).toContain(read);
});

// What editors decided, as it is seen: what has changed since, who disagrees, what proves it, what became of it.
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-02-09-bridge-sabotage-inquiry.txt';
const soon = { timeout: 20_000 };
const cases = 'four criminal cases';

test('one key verifies everything that a speaker says; one command takes all of it back, another does it again', async ({
  ui,
}) => {
  await ui.open(story);
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('Home');
  const checked = () => panel.locator('.checked').textContent();
  await panel.locator('[role=treeitem]:focus', { hasText: 'Temir Askenov' }).getByText('10', { exact: true }).waitFor();
  await ui.page.keyboard.press('v');
  await expect.poll(checked, soon).toBe('10 of 17 checked');
  await ui.runCommand('Seedmark: Take Back the Last Decision');
  await expect.poll(checked, soon).toBe('0 of 17 checked');
  await ui.runCommand('Seedmark: Redo the Decision Taken Back');
  await expect.poll(checked, soon).toBe('10 of 17 checked');
  await ui.runCommand('Seedmark: Take Back the Last Decision');
  await expect.poll(checked, soon).toBe('0 of 17 checked');
});

test('evidence is given by keyboard and shown with its place', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const { keyboard } = ui.page;
  const claim = await goTo(ui, panel, cases);
  await keyboard.press('v');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toContain('verified by Ina Verholt');
  await goTo(ui, panel, cases);
  await keyboard.press('e');
  await keyboard.type('https://court.example/register');
  await keyboard.press('Tab');
  await keyboard.type('p. 4');
  await keyboard.press('Enter');
  await claim.getByText('https://court.example/register, p. 4').waitFor();
});

test('in the text evidence is asked for in steps, with the way back', async ({ ui }) => {
  const { page } = ui;
  const panel = await ui.panelFrame();
  const asked = page.locator('.quick-input-widget:visible');
  await ui.select('criminal');
  await page.keyboard.press('Control+Quote');
  await page.keyboard.press('e');
  await asked.getByText('(1/3)').waitFor();
  await page.keyboard.press('Enter');
  await asked.getByText('Write something').waitFor();
  await page.keyboard.type('court log');
  await page.keyboard.press('Enter');
  await asked.getByText('(2/3)').waitFor();
  await asked.getByRole('button', { name: 'Back' }).click();
  await asked.getByText('(1/3)').waitFor();
  expect(await asked.locator('input').inputValue()).toBe('court log');
  await page.keyboard.press('Enter');
  await asked.getByText('(2/3)').waitFor();
  await page.keyboard.type('p. 9');
  await page.keyboard.press('Enter');
  await asked.getByText('(3/3)').waitFor();
  await page.keyboard.press('Enter');
  await panel.locator('[data-claim]').getByText('court log, p. 9').waitFor();
  await page.locator('.statusbar').getByText('Evidence: court log').waitFor();
});

test('what has changed since it was verified is seen in the panel, in the hover and in the status item', async ({
  ui,
}) => {
  const panel = await ui.panelFrame();
  await ui.select('four');
  await ui.page.keyboard.type('five');
  const claim = panel.locator('[data-claim]', { hasText: 'five criminal cases' });
  await claim.getByText('Changed since verified').waitFor();
  expect(await claim.locator('del').textContent()).toBe('four');
  expect(await claim.locator('ins').textContent()).toBe('five');
  const hover = await ui.hoverOver('criminal');
  expect(hover).toContain('Changed since verified');
  expect(hover).toContain('four → five');
  expect(await statusOf(ui)).toContain('1 changed since tagged (four → five)');
});

test('the history of a claim leads to the text as it was', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await goTo(ui, panel, 'five criminal cases');
  await ui.page.keyboard.press('h');
  const list = ui.page.locator('.quick-input-widget:visible .monaco-list-row');
  await list.filter({ hasText: 'Verified' }).first().waitFor();
  expect(await list.allInnerTexts()).toContainEqual(expect.stringContaining('court.example'));
  await ui.page.keyboard.press('Enter');
  await ui.page.locator('.tab.active', { hasText: 'and now' }).waitFor();
  await ui.page
    .locator('.editor.original .view-line', { hasText: /four\scriminal\scases/ })
    .first()
    .waitFor();
  await ui.runCommand('View: Close Editor');
  await ui.page.locator('.tab.active', { hasText: 'and now' }).waitFor({ state: 'detached' });
});

test('words that another program puts back are verified again', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const saved = () => fs.readFileSync(path.join(ui.workspace, story), 'utf8');
  await expect.poll(saved, soon).toContain('five criminal');
  ui.write(story, fs.readFileSync(path.join('seeds', story), 'utf8'));
  await panel.locator('[data-claim]', { hasText: cases }).and(panel.locator('[aria-label*="verified by"]')).waitFor();
});

test('editors who had not seen what the other decided are both shown; deciding again settles it', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const mine = eventsIn(ui.workspace).find(({ type, target }) => type === 'tagged' && words(target).includes(cases));
  ui.write(
    '.seedmark/bo-ek-00000000/b-1.jsonl',
    `${JSON.stringify({ ...mine, id: 'theirs', by: 'Bo Ek', tag: 'disputed', seen: [] })}\n`,
  );
  const claim = panel.locator('[data-claim]', { hasText: cases });
  await claim.getByText('Bo Ek').first().waitFor();
  await expect.poll(() => signs(ui, 'disagreementForeground'), soon).toEqual(['≠']);
  const hover = await ui.hoverOver('criminal');
  expect(hover).toContain('Ina Verholt');
  expect(hover).toContain('Bo Ek');
  expect(await statusOf(ui)).toContain('editors disagree on 1');
  await goTo(ui, panel, cases);
  await ui.page.keyboard.press('d');
  await expect.poll(() => signs(ui, 'disputedForeground'), soon).toEqual(['✗']);
});

test('what another editor verified is confirmed by one key', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const claim = await goTo(ui, panel, '14 mobile phones');
  await ui.page.keyboard.press('v');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toContain('verified by Ina Verholt');
  await goTo(ui, panel, '14 mobile phones');
  expect(await claim.getByText('Confirm').count()).toBe(0);
  await ui.page.keyboard.press('u');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toContain('unchecked');
  const mine = eventsIn(ui.workspace).find(
    ({ type, target }) => type === 'tagged' && words(target).includes('14 mobile'),
  );
  ui.write(
    '.seedmark/bo-ek-00000000/b-2.jsonl',
    `${JSON.stringify({ ...mine, id: 'theirs2', by: 'Bo Ek', seen: [] })}\n`,
  );
  await claim.getByText('Confirm').waitFor();
  await ui.page.keyboard.press('r');
  await claim.getByText('Reviewed').waitFor();
  await expect.poll(() => signs(ui, 'verifiedForeground'), soon).toEqual(['✓✓']);
});

type Event = Readonly<Record<string, unknown>>;

const words = (target: unknown): string => (target as { quote: { exact: string } }).quote.exact;

/** Everything that is kept in the folder. */
function eventsIn(workspace: string): readonly Event[] {
  const folder = path.join(workspace, '.seedmark');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line));
}

/** What the item in the status bar tells when it is pointed at. */
async function statusOf(ui: VSCode): Promise<string> {
  await ui.page.locator('[id="status.languageStatus"]').hover();
  const told = ui.page.locator('.hover-language-status', { hasText: 'Seed' });
  await told.first().waitFor();
  return (await told.allInnerTexts()).join('\n');
}

async function goTo(ui: VSCode, panel: Frame, of: string) {
  await ui.runCommand('Seedmark: Show Claims');
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('Home');
  const label = () => panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  for (let row = 0; row < 30 && !(await label()).includes(of); row++) await ui.page.keyboard.press('ArrowDown');
  expect(await label()).toContain(of);
  return panel.locator('[data-claim]', { hasText: of });
}

async function signs(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ sign }) => sign).filter(Boolean);
}

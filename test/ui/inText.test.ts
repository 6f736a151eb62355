// What a person sees in the text itself: a figure's hover with its links, the gutter, hints, the quick fixes, statements.
import { expect, test, type VSCode } from './harness.ts';

const soon = { timeout: 20_000 };

/** The pictures in the gutter, by their names. */
const gutter = (ui: VSCode): Promise<readonly string[]> =>
  ui.page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.editor-instance .margin-view-overlays [class*="ced-"], .editor-instance .glyph-margin-widgets [class*="ced-"]',
      ),
    ]
      .map(
        (element) =>
          /media\/gutter\/([\w-]+)\.svg/.exec(decodeURIComponent(getComputedStyle(element).backgroundImage))?.[1] ?? '',
      )
      .filter(Boolean),
  );

/** Takes the pointer off the text, so that the hover goes. */
async function leave({ page }: VSCode): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(200, 600);
  await page.locator('.monaco-resizable-hover .monaco-hover:visible').first().waitFor({ state: 'hidden' });
}

test('a link in a figure’s hover verifies the claim, which the gutter and the ruler then show', async ({ ui }) => {
  await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  expect(await gutter(ui)).toEqual([]);
  const hover = await ui.hoverOver('27 people');
  expect(hover).toMatch(/27 people, detained, Saturday; said by Temir Askenov.*Elsewhere.*Not checked.*Disputed/s);
  const link = ui.page.locator('.monaco-resizable-hover .monaco-hover:visible').getByText('Verified', { exact: true });
  // The hover goes when the text moves aside for the column of comments, soon after a document is opened.
  const verified = async () => {
    if (!(await link.isVisible())) await ui.hoverOver('27 people');
    await link.click({ timeout: 2000 }).catch(() => undefined);
    return gutter(ui);
  };
  await expect.poll(verified, { ...soon, interval: 1000 }).toEqual(['verified']);
  await leave(ui);
  expect(await ui.hoverOver('27 people')).toContain('Verified — Ina Verholt');
  await leave(ui);
});

test('the quick fixes dispute the claim at the cursor', async ({ ui }) => {
  await ui.select('14 mobile phones');
  const menu = ui.page.locator('.action-widget:visible');
  // VS Code asks by itself too, and then drops what was asked by key: whoever sees no menu presses again.
  const opened = async () => {
    if ((await menu.count()) === 0) await ui.page.keyboard.press('Control+Period');
    return menu.count();
  };
  await expect.poll(opened, { ...soon, interval: 1500 }).toBeGreaterThan(0);
  const disputed = menu.getByText('Tag as “Disputed”', { exact: true });
  await disputed.hover({ force: true }); // older ones take no click before the pointer has moved
  await disputed.click();
  await expect.poll(async () => (await gutter(ui)).toSorted(), soon).toEqual(['disputed', 'verified']);
});

test('hints tell who speaks and which day it is, once switched on', async ({ ui }) => {
  // Older ones set a hint off by spaces of no width.
  const hinted = async () =>
    (await ui.page.locator('.editor-instance .view-lines').innerText()).replaceAll(/[\s\p{Cf}]+/gu, ' ');
  expect(await hinted()).not.toMatch(/his ?= Temir Askenov/);
  await ui.runCommand('Seedmark: Show or Hide Hints for Speakers and Dates');
  await expect.poll(hinted, soon).toMatch(/his ?= Temir Askenov ?words/);
  await expect.poll(hinted, soon).toMatch(/Saturday ?= 8 February 2031/);
});

test('all statements of a speaker stand in the References view', async ({ ui }) => {
  await ui.select('Askenov');
  await ui.runCommand('Seedmark: Show All Statements of This Speaker');
  const row = ui.page.locator('.sidebar .monaco-list-row', { hasText: 'four criminal cases' });
  await row.click();
  await expect.poll(() => ui.page.locator('.statusbar').innerText(), soon).toMatch(/Ln 9, /);
});

test('the gutter can be switched off', async ({ ui }) => {
  await ui.set('seedmark.gutter', false);
  await expect.poll(() => ui.decorations('seedmark.verifiedForeground'), soon).not.toEqual([]);
  expect(await gutter(ui)).toEqual([]);
});

test('a figure that something is asked about has no line of its own that would hide the question’s', async ({ ui }) => {
  await ui.open('2031-07-02-market-hall-collapse.txt');
  const lined = async () => (await ui.decorations('seedmark.figureUnderline')).map(({ text }) => text.trim());
  await expect.poll(lined, soon).toContain('41 people');
  await expect.poll(lined, soon).not.toContain('nine people');
  await ui.find('nine people').then(({ x, y, height }) => ui.page.mouse.click(x + 2, y + height / 2));
  await ui.runCommand('Seedmark: Claim Needs a Source');
  await expect.poll(lined, soon).toContain('nine people');
});

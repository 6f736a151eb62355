// What a list does not hold is written: tags and names. What that changes shows in the outline at once.
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-04-12-ferry-fire-rising-toll.txt';
const soon = { timeout: 20_000 };

const list = ({ page }: VSCode) => page.locator('.quick-input-widget:visible');
const rows = (ui: VSCode) => list(ui).locator('.monaco-list-row');

async function press(ui: VSCode, words: string, key: string, title: string): Promise<void> {
  const { x, y, width, height } = await ui.find(words);
  await ui.page.mouse.click(x + width / 2, y + height / 2);
  await ui.page.keyboard.press("Control+'");
  await ui.page.keyboard.press(key);
  await list(ui).getByText(title).waitFor();
  await rows(ui).first().waitFor();
}

test('a tag that is written is given, and offered from then on', async ({ ui }) => {
  await ui.open(story);
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  await press(ui, 'smoke', 't', 'Tag this claim');
  await ui.page.keyboard.type('ask desk');
  await rows(ui).getByText('Use “ask desk”').waitFor();
  await ui.page.keyboard.press('Enter');
  const signs = async () => (await ui.decorations('seedmark.taggedForeground')).map(({ sign }) => sign).filter(Boolean);
  await expect.poll(signs, soon).toEqual(['•']);
  await press(ui, 'sailed', 't', 'Tag this claim');
  await rows(ui).getByText('ask desk', { exact: true }).waitFor();
  await ui.page.keyboard.press('Escape');
});

test('who says it: those who speak come first, a name may be written, and one statement needs no question', async ({
  ui,
}) => {
  await press(ui, 'sailed', 'p', 'Who says it?');
  const told = await rows(ui).allInnerTexts();
  expect(told.slice(0, 2).join()).toMatch(/rescuers.*survivors/s);
  expect(told.filter((row) => row.includes('now')).join()).toContain('the harbour authority of Port Sarnel');
  expect(await list(ui).locator('input').first().getAttribute('placeholder')).toContain('The blaze engulfed');
  await ui.page.keyboard.type('Tessin Bau');
  await rows(ui).getByText('Use “Tessin Bau”').waitFor();
  await ui.page.keyboard.press('Enter');
  await ui.page.locator('.breadcrumbs-control').getByText('Tessin Bau').waitFor();
});

test('who says more is asked about the rest', async ({ ui }) => {
  await press(ui, 'spent', 'p', 'Who says it?');
  await ui.page.keyboard.type('Tessin Bau');
  await rows(ui).getByText('Tessin Bau', { exact: true }).waitFor();
  await ui.page.keyboard.press('Enter');
  await list(ui).getByText('All 2 quotes of Oline Farr').waitFor();
  await rows(ui).getByText('This statement only').click();
  await ui.page.locator('.statusbar').getByText('Speaker: Tessin Bau').waitFor();
  expect(await ui.hoverOver('There was a man')).toContain('Oline Farr');
});

// The main job from end to end. It runs in the newest and in the oldest VS Code, and on the packaged extension.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-02-09-bridge-sabotage-inquiry.txt';
const soon = { timeout: 20_000 };

test('a seed opens with each kind of highlight', async ({ ui }) => {
  await ui.open(story);
  await expect
    .poll(() => texts(ui, 'directQuoteBackground'), soon)
    .toContainEqual(expect.stringContaining('act of sabotage'));
  const seen = async (colour: string) => (await texts(ui, colour)).join(' | ');
  expect(await seen('mixedQuoteBackground')).toContain('break its spine');
  expect(await seen('indirectQuoteBorder')).toContain('27 people were detained');
  expect(await seen('figureUnderline')).toContain('14 mobile phones');
  expect(await seen('vagueFigureUnderline')).toContain('Thousands of passengers');
  expect(await seen('personUnderline')).toContain('Askenov');
  expect(await seen('organisationUnderline')).toContain('Saldan People’s Front');
  expect(await seen('placeUnderline')).toContain('Nor-Talysk');
  expect(await seen('nationalityUnderline')).toContain('Saldan');
  expect(await seen('eventBorder')).toContain('explosion');
  expect(await seen('dateForeground')).toContain('January 24');
});

test('a figure’s hover tells its reading, who gives it, for which date, and where else it stands', async ({ ui }) => {
  const hover = await ui.hoverOver('27 people');
  expect(hover).toContain('27 people, detained, Saturday; said by Temir Askenov (“his”)');
  expect(hover).toContain('“Saturday” is 8 February 2031');
  expect(hover).toMatch(/19 people, .*detained — Interior Ministry/);
});

test('a claim is tagged by keyboard in the panel', async ({ ui }) => {
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  const focused = panel.locator(':focus');
  await focused.and(panel.getByRole('treeitem')).waitFor();
  const claim = panel.locator('[data-claim]', { hasText: '27 people were detained' });
  for (let row = 0; row < 10 && !(await focused.and(claim).isVisible()); row++)
    await ui.page.keyboard.press('ArrowDown');
  await ui.page.keyboard.press('v');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toMatch(/verified by Ina Verholt/);
  await expect.poll(() => signs(ui, 'verifiedForeground'), soon).toEqual(['✓']);
});

test('a selection is marked as a claim', async ({ ui }) => {
  await ui.select('hand-drawn map');
  await ui.runCommand('Seedmark: Mark Selection as Claim');
  await expect.poll(() => texts(ui, 'markedClaimBorder'), soon).toEqual(['hand-drawn map']);
});

/** What the folder holds of editors' decisions. */
function kept(workspace: string): string {
  const folder = path.join(workspace, '.seedmark');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('');
}

test('both are kept in the folder and are there after the window is opened again', async ({ ui }) => {
  await expect.poll(() => kept(ui.workspace), soon).toContain('hand-drawn map');
  await ui.reload();
  await expect.poll(() => signs(ui, 'verifiedForeground'), soon).toEqual(['✓']);
  await expect.poll(() => texts(ui, 'markedClaimBorder'), soon).toEqual(['hand-drawn map']);
  const panel = await ui.panelFrame();
  await panel.locator('[data-claim][aria-label*="verified by Ina Verholt"]').waitFor();
  await panel.locator('[data-claim]', { hasText: 'marked by Ina Verholt' }).waitFor();
});

test('the window reaches nothing but this machine, and an attempt would be seen', async ({ ui }) => {
  expect(ui.takeForeignRequests()).toEqual([]);
  await ui.page.evaluate(() => fetch('https://192.0.2.1/').catch(() => {}));
  expect(ui.takeForeignRequests()).toEqual(['page: https://192.0.2.1/']);
});

async function texts(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ text }) => text);
}

async function signs(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ sign }) => sign).filter(Boolean);
}

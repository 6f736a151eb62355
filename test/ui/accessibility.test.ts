// What assistive technology meets in the panel, looked over by axe-core with colours as they are on the screen.
import axe, { type AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect, type Theme, test } from './harness.ts';

/** The themes, and the class that the panel's page has in them. */
const themes: readonly (readonly [Theme, string])[] = [
  ['light', 'vscode-light'],
  ['dark', 'vscode-dark'],
  ['hc-dark', 'vscode-high-contrast'],
  ['hc-light', 'vscode-high-contrast-light'],
];

test('the panel opens on a story, with a tag, a note and the buttons of the current claim', async ({ ui }) => {
  await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('ArrowDown');
  await ui.page.keyboard.press('v');
  await panel.locator('.tag', { hasText: 'Verified' }).waitFor();
  await panel.locator('[aria-label*="unchecked"]:focus').waitFor();
  await ui.page.keyboard.press('ArrowUp');
  await ui.page.keyboard.press('n');
  await ui.page.keyboard.type('Heard on the recording.');
  await ui.page.keyboard.press('Enter');
  await panel.locator('.note').waitFor();
});

for (const [theme, bodyClass] of themes) {
  test(`nothing in it is amiss in ${theme}`, async ({ ui }) => {
    await ui.theme(theme);
    const panel = await ui.panelFrame();
    await panel.locator(`body.${bodyClass}`).waitFor();
    expect(await violations(panel)).toEqual([]);
  });
}

test('nor while several claims are picked, by state, where nothing is found, and where there is no seed', async ({
  ui,
}) => {
  const panel = await ui.panelFrame();
  await panel.locator('[name=order]').selectOption({ label: 'By state' });
  await panel.locator('[data-claim]').first().locator('.words').click();
  await ui.page.keyboard.press('Control+A');
  await panel.getByRole('region', { name: 'The selected claims' }).waitFor();
  expect(await violations(panel)).toEqual([]);
  await ui.page.keyboard.press('Escape');
  await ui.page.keyboard.press('/');
  await ui.page.keyboard.type('no such words');
  await panel.getByText('No claim matches.').waitFor();
  expect(await violations(panel)).toEqual([]);
  await ui.runCommand('Seedmark: Treat as Not a Seed');
  await panel.getByText('does not look like a source document').waitFor();
  expect(await violations(panel)).toEqual([]);
});

/** "color-contrast: .count, .line" for each rule that is broken. */
async function violations(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axe.source);
  const { violations: found, passes } = await panel.evaluate(inspect);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Runs in the panel's page. */
function inspect(): Promise<AxeResults> {
  const inPage = (window as unknown as { axe: typeof axe }).axe;
  // The page lets the side bar's colour through, which axe cannot see.
  document.documentElement.style.background = 'var(--vscode-sideBar-background)';
  // A claim's name tells in sentences what its text tells in signs and columns.
  return inPage.run({ rules: { 'label-content-name-mismatch': { enabled: false } } });
}

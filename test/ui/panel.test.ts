// A day's work by keyboard alone, in the panel and out of it.
import type { Frame } from 'playwright-core';
import { expect, test, type VSCode } from './harness.ts';

const story = '2031-02-09-bridge-sabotage-inquiry.txt';
const soon = { timeout: 20_000 };

test('the panel takes the keyboard, and arrows walk its list', async ({ ui }) => {
  await ui.open(story);
  await expect.poll(() => texts(ui, 'figureUnderline'), soon).not.toEqual([]);
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await expect.poll(() => focused(panel), soon).toMatch(/^Temir Askenov.* claims$/);
  await ui.page.keyboard.press('ArrowDown');
  expect(await focused(panel)).toContain('Investigators in Saldania');
  await ui.page.keyboard.press('End');
  expect(await focused(panel)).toContain('line 15');
});

test('search and filter cut the list down; Escape gives it back', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const shown = panel.locator('[data-claim]:visible');
  await ui.page.keyboard.press('/');
  await ui.page.keyboard.type('askenov detained');
  await expect.poll(() => shown.count()).toBe(1);
  await panel.getByText('1 claim shown').waitFor();
  await ui.page.keyboard.press('Escape');
  await expect.poll(() => shown.count()).toBeGreaterThan(5);
  await ui.page.keyboard.press('Tab');
  await ui.page.keyboard.type('With');
  await panel.getByText(/^\d+ claims shown$/).waitFor();
  expect(await shown.filter({ hasNot: panel.locator('.figure') }).count()).toBe(0);
  await ui.page.keyboard.press('Home');
  await expect.poll(() => shown.filter({ hasNot: panel.locator('.figure') }).count()).toBeGreaterThan(0);
});

test('the list is read by state or in text order, close together or not, and opens again as it was', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const headings = panel.locator('[data-heading]');
  await panel.locator('[name=order]').selectOption({ label: 'By state' });
  await expect.poll(() => headings.first().getAttribute('aria-label')).toMatch(/^Unchecked, 17 claims$/);
  await panel.locator('[name=order]').selectOption({ label: 'In text order' });
  await panel.locator('.says', { hasText: 'Temir Askenov' }).first().waitFor();
  expect(await headings.count()).toBe(0);
  await panel.getByRole('button', { name: 'Compact list' }).click();
  await panel.locator('.is-compact .says').first().waitFor();
  await ui.runCommand('Explorer: Focus on Folders View');
  await expect.poll(() => panel.isDetached(), soon).toBe(true);
  await ui.runCommand('Seedmark: Show Claims');
  const again = await ui.panelFrame();
  await again.locator('.is-compact .says').first().waitFor();
  await again.getByRole('button', { name: 'Compact list' }).click();
  await again.locator('[name=order]').selectOption({ label: 'By speaker' });
  await again.locator('[data-heading]').first().waitFor();
});

test('several claims are picked by keyboard or mouse, and tagged at once', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const checked = () => panel.locator('.checked').textContent();
  await goTo(ui, panel, 'Investigators in Saldania');
  await ui.page.keyboard.press('Shift+ArrowDown');
  await ui.page.keyboard.press('Shift+ArrowDown');
  const bar = panel.getByRole('region', { name: 'The selected claims' });
  await bar.getByText('3 selected').waitFor();
  await ui.page.keyboard.press('v');
  await expect.poll(checked, soon).toBe('3 of 17 checked');
  await ui.page.keyboard.press('Escape');
  await bar.waitFor({ state: 'hidden' });
  await ui.page.keyboard.press('u');
  await expect.poll(checked, soon).toBe('0 of 17 checked');
  const claims = panel.locator('[data-claim]:visible');
  await claims
    .nth(1)
    .locator('.words')
    .click({ modifiers: ['Control'] });
  await claims
    .nth(3)
    .locator('.words')
    .click({ modifiers: ['Control'] });
  await bar.getByRole('button', { name: 'Disputed' }).click();
  await expect.poll(checked, soon).toBe('2 of 17 checked');
  await bar.getByRole('button', { name: 'Tag' }).click();
  await pick(ui, 'Needs source');
  await expect.poll(checked, soon).toBe('0 of 17 checked');
  await bar.getByRole('button', { name: 'Clear' }).click();
  await ui.page.keyboard.press('u');
  await ui.page.keyboard.press('u');
  await expect.poll(() => panel.locator('[data-claim][aria-label*="needs source"]').count(), soon).toBe(0);
});

test('who says it is put right from the names of the text, and two speakers are made one', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await goTo(ui, panel, '14 mobile phones');
  await ui.page.keyboard.press('p');
  await pick(ui, 'Ermek Dzhuvanov');
  await pick(ui, 'This statement only');
  const moved = panel.locator('[data-claim][aria-label^="Ermek Dzhuvanov"]', { hasText: '14 mobile phones' });
  await moved.waitFor();
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('u');
  await moved.waitFor({ state: 'detached' });
  await ui.page.keyboard.press('Home');
  await ui.page.keyboard.press('m');
  await pick(ui, 'Ermek Dzhuvanov');
  await panel.locator('[role=treeitem]:focus').waitFor();
  await expect
    .poll(() => panel.locator('[data-heading]').first().getAttribute('aria-label'), soon)
    .not.toMatch(/Askenov/);
  await ui.page.keyboard.press('u');
  await expect.poll(() => panel.locator('[data-heading]').first().getAttribute('aria-label'), soon).toMatch(/^Temir/);
});

test('a claim takes the words that are selected in the text', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await goTo(ui, panel, 'four criminal cases');
  await ui.select('four criminal cases had been opened');
  await ui.runCommand('Seedmark: Show Claims');
  await panel.locator('[role=treeitem]:focus', { hasText: 'four criminal cases' }).waitFor();
  await ui.page.keyboard.press('b');
  await ui.page.locator('.notification-toast', { hasText: 'Select the right words' }).waitFor();
  await ui.page.keyboard.press('Enter');
  const cut = panel.locator('[data-claim] .words', { hasText: /^four criminal cases had been opened$/ });
  await cut.waitFor();
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('u');
  await cut.waitFor({ state: 'detached' });
});

test('a tag and a note are given, taken back and had again', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const { keyboard } = ui.page;
  const claim = await goTo(ui, panel, '14 mobile phones');
  await keyboard.press('d');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toContain('disputed by Ina Verholt');
  await expect.poll(() => signs(ui, 'disputedForeground'), soon).toEqual(['✗']);
  await expect.poll(() => focused(panel), soon).toContain('unchecked');
  await goTo(ui, panel, '14 mobile phones');
  await keyboard.press('n');
  await keyboard.type('Counted on the photograph: 13.');
  await keyboard.press('Enter');
  await claim.locator('.note', { hasText: 'Counted on the photograph: 13. Ina Verholt' }).waitFor();
  await keyboard.press('Delete');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toContain('unchecked');
  await keyboard.press('u');
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toContain('disputed by Ina Verholt');
});

test('Enter leads to the words in the text, and the command back to their claim', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await ui.page.keyboard.press('Enter');
  await ui.page.getByText(/^Ln 3, Col \d+ \(\d+ selected\)$/).waitFor();
  await ui.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await ui.runCommand('Seedmark: Show Claims');
  await expect.poll(() => focused(panel), soon).toContain('14 mobile phones');
});

test('the claim that is open is all in view, its buttons too, also once it has grown', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await goTo(ui, panel, '14 mobile phones');
  const { keyboard } = ui.page;
  const isInView = () =>
    panel.evaluate(() => {
      const list = document.querySelector('.list')!.getBoundingClientRect();
      const open = document.querySelector('.claim.is-current')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return open.top >= list.top && open.bottom <= list.bottom + 1;
    });
  for (let row = 0; row < 6; row++) {
    await keyboard.press('ArrowDown');
    await expect.poll(() => isHeading(panel).then((heading) => heading || isInView())).toBe(true);
  }
  await keyboard.press('n');
  await keyboard.type('Heard by two of us, once on the square before the station and once more behind it.');
  await keyboard.press('Enter');
  await panel.locator('.claim.is-current .note').waitFor();
  await expect.poll(isInView).toBe(true);
  await keyboard.press('u');
  await panel.locator('.claim.is-current .note').waitFor({ state: 'detached' });
});

test('a verified claim whose words change says so in the text and in the panel, until they are as before', async ({
  ui,
}) => {
  const panel = await ui.panelFrame();
  await goTo(ui, panel, 'four criminal cases');
  await ui.page.keyboard.press('v');
  await expect.poll(() => signs(ui, 'verifiedForeground'), soon).toEqual(['✓']);
  await ui.select('four');
  await ui.page.keyboard.type('five');
  await expect.poll(() => signs(ui, 'changedForeground'), soon).toEqual(['Δ']);
  expect(await signs(ui, 'verifiedForeground')).toEqual([]);
  const changed = panel.locator('[data-claim]', { hasText: 'five criminal cases' });
  await changed.getByText('Changed since verified').waitFor();
  expect(await changed.locator('del').textContent()).toBe('four');
  expect(await changed.locator('ins').textContent()).toBe('five');
  for (let step = 0; step < 4; step++) await ui.page.keyboard.press('Control+Z');
  await expect.poll(() => signs(ui, 'verifiedForeground'), soon).toEqual(['✓']);
});

test('quotes, figures and names are marked by hand, and a mark is taken back', async ({ ui }) => {
  const marks = [
    ['hand-drawn map', 'Mark Selection as Quote', 'indirectQuoteBorder'],
    ['express', 'Mark Selection as Figure', 'figureUnderline'],
    ['timetable', 'Mark Selection as Name…', 'placeUnderline'],
  ] as const;
  for (const [words, command, colour] of marks) {
    await ui.select(words);
    await ui.runCommand(`Seedmark: ${command}`);
    if (command.includes('Name')) await pick(ui, 'Place');
    await expect.poll(() => texts(ui, colour), soon).toContainEqual(expect.stringContaining(words));
  }
  expect(await ui.hoverOver('timetable')).toContain('Marked by Ina Verholt');
  await ui.runCommand('Seedmark: Remove My Mark');
  await expect.poll(() => texts(ui, 'placeUnderline'), soon).not.toContain('timetable');
});

test('each kind of highlight can be switched off and on', async ({ ui }) => {
  const before = await texts(ui, 'figureUnderline');
  await ui.runCommand('Seedmark: Show or Hide Figures');
  await expect.poll(() => texts(ui, 'figureUnderline'), soon).toEqual([]);
  expect(await texts(ui, 'directQuoteBackground')).not.toEqual([]);
  await ui.runCommand('Seedmark: Show or Hide Figures');
  await expect.poll(() => texts(ui, 'figureUnderline'), soon).toEqual(before);
});

test('a seed says why it is one; picking a reason shows it', async ({ ui }) => {
  await ui.runCommand('Seedmark: Why Is This a Seed?');
  await ui.page.locator('.quick-input-title', { hasText: 'This is a seed, because' }).waitFor();
  await pick(ui, 'It begins with a date: “date 2031-02-09”');
  await ui.page.getByText('Ln 1, Col 16 (15 selected)').waitFor();
});

test('a document can be treated as no seed, and as one again from the panel', async ({ ui }) => {
  const panel = await ui.panelFrame();
  await ui.runCommand('Seedmark: Treat as Not a Seed');
  await panel.getByText('does not look like a source document').waitFor();
  await expect.poll(() => texts(ui, 'figureUnderline'), soon).toEqual([]);
  await ui.runCommand('Seedmark: Show Claims');
  await expect.poll(() => focused(panel), soon).toBe('Treat as seed');
  await ui.page.keyboard.press('Enter');
  await expect.poll(() => texts(ui, 'figureUnderline'), soon).not.toEqual([]);
});

test('claims are exported beside the document, and a message says where', async ({ ui }) => {
  await ui.select('guards');
  await ui.runCommand('Seedmark: Export Claims…');
  await pick(ui, 'CSV');
  await ui.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: '.seedmark' }).waitFor();
  await ui.page.keyboard.press('Enter');
  await ui.page.locator('.notification-toast', { hasText: 'bridge-sabotage-inquiry.claims.csv' }).waitFor();
});

test('a verdict goes to the same words elsewhere by one key', async ({ ui }) => {
  ui.write(
    'wire/twice.txt',
    'date 2031-04-12 KELVANE, April 12. /NORDA/. The bridge was closed on Friday, the mayor said.\n\n"The bridge was closed on Friday," police said.\n',
  );
  await ui.open('wire/twice.txt');
  const panel = await ui.panelFrame();
  await goTo(ui, panel, 'The bridge was closed on Friday');
  await ui.page.keyboard.press('v');
  await panel.getByText('Also elsewhere (1)').waitFor();
  await ui.page.keyboard.press('a');
  await expect.poll(() => panel.locator('.checked').textContent(), soon).toBe('2 of 2 checked');
});

test('5,000 claims are walked from end to end with a page’s worth of them in the page', async ({ ui }) => {
  const statement = (number: number) => `${number + 2} houses were lost in the valley of Orm, the mayor said.`;
  const body = Array.from({ length: 5_000 }, (_, number) => statement(number)).join('\n\n');
  ui.write('wire/long.txt', `date 2031-04-12 KELVANE, April 12. /NORDA/. ${body}\n`);
  await ui.open('wire/long.txt');
  const panel = await ui.panelFrame();
  await expect.poll(() => panel.locator('.checked').textContent(), soon).toBe('0 of 5,000 checked');
  await ui.runCommand('Seedmark: Show Claims');
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('End');
  await expect.poll(() => focused(panel)).toContain('5001 houses');
  const last = panel.locator('[data-claim]:focus');
  expect(await last.getAttribute('aria-setsize')).toBe('5000');
  await ui.page.keyboard.press('v');
  await expect.poll(() => panel.locator('.checked').textContent(), soon).toBe('1 of 5,000 checked');
  await expect.poll(() => focused(panel), soon).toContain('2 houses');
  expect(await panel.locator('[role=treeitem]').count()).toBeLessThan(60);
  await ui.page.keyboard.press('Home');
  await expect.poll(() => focused(panel)).toContain('The mayor');
});

/** What a screen reader says of the element in the panel that has the keyboard. */
async function focused(panel: Frame): Promise<string> {
  return panel.evaluate(() => (document.hasFocus() && document.activeElement?.getAttribute('aria-label')) || '');
}

const isHeading = (panel: Frame): Promise<boolean> =>
  panel.evaluate(() => document.activeElement?.matches('.heading') === true);

/** Goes to a claim in the panel by Show Claims, Home and the arrow keys. */
async function goTo(ui: VSCode, panel: Frame, words: string) {
  await ui.runCommand('Seedmark: Show Claims');
  await panel.locator('[role=treeitem]:focus').waitFor();
  await ui.page.keyboard.press('Home');
  for (let row = 0; row < 20 && !(await focused(panel)).includes(words); row++)
    await ui.page.keyboard.press('ArrowDown');
  expect(await focused(panel)).toContain(words);
  return panel.locator('[data-claim]', { hasText: words });
}

async function pick(ui: VSCode, label: string): Promise<void> {
  const list = ui.page.locator('.quick-input-widget:visible .monaco-list-row');
  const meant = list.filter({ hasText: label });
  await meant.first().waitFor();
  for (let row = 0; row < 20 && !(await meant.and(ui.page.locator('.focused')).isVisible()); row++) {
    await ui.page.keyboard.press('ArrowDown');
  }
  await ui.page.keyboard.press('Enter');
}

async function texts(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ text }) => text);
}

async function signs(ui: VSCode, colour: string): Promise<readonly string[]> {
  return (await ui.decorations(`seedmark.${colour}`)).map(({ sign }) => sign).filter(Boolean);
}

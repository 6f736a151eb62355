// What the claims panel looks like while it is used: nothing is hidden that matters, nothing moves under the mouse.
import { expect, test } from './harness.ts';

const soon = { timeout: 20_000 };

const story = `date 2031-04-12 KELVANE, April 12. /NORDA/. Eleven dockers were hurt on the west quay of Kelvane on Friday, the port said.

The harbour operator denied that the crane had been overloaded. The operator said 14 inspectors had seen it.

"We counted 14 reports," said Ilmar Vessen, the union's secretary. He said the quay employs about 340 people.

Two officials said the crane was last inspected in March. Mayor Ana Torvik said the quay would stay shut for 12 days.
`;

test('a denied claim says so in the compact list too', async ({ ui }) => {
  ui.write('quay.txt', story);
  await ui.open('quay.txt');
  await ui.runCommand('Seedmark: Show Claims');
  const panel = await ui.panelFrame();
  await panel.getByRole('button', { name: 'Compact list' }).click();
  const denied = panel.locator('.is-compact [data-claim]', { hasText: 'overloaded' });
  expect(await denied.locator('.words').innerText()).toBe('Denied: the crane had been overloaded');
  expect(await denied.locator('.certainty').isVisible()).toBe(true);
  await panel.getByRole('button', { name: 'Compact list' }).click();
});

test('nothing moves under the mouse: neither a heading pointed at, nor the buttons once one is pressed, nor the foot', async ({
  ui,
}) => {
  const panel = await ui.panelFrame();
  const heading = panel.locator('[data-heading]:visible').nth(1);
  const foot = panel.locator('.foot');
  const tall = (await heading.boundingBox())?.height;
  await heading.hover();
  await heading.getByRole('button', { name: 'Same as' }).waitFor();
  expect((await heading.boundingBox())?.height).toBe(tall);

  await panel.locator('[data-claim]', { hasText: 'overloaded' }).locator('.words').click();
  const open = panel.locator('.claim.is-current');
  const verify = open.getByRole('button', { name: 'Verified (V)' });
  const [place, below] = [await verify.boundingBox(), await foot.boundingBox()];
  const { x, y } = place!;
  await ui.page.mouse.click(x + 20, y + 10);
  await open.locator('.tag', { hasText: 'Verified' }).waitFor();
  expect((await verify.boundingBox())?.y).toBe(y);
  expect(await foot.boundingBox()).toEqual(below);
  await panel.getByRole('button', { name: 'Undo (U)' }).waitFor();
  await ui.page.mouse.click(x + 20, y + 10);
  await expect.poll(() => open.getAttribute('aria-label'), soon).toContain('unchecked');
  expect((await verify.boundingBox())?.y).toBe(y);
});

test('what was said to be no claim is found again, and taken back', async ({ ui }) => {
  const panel = await ui.panelFrame();
  const checked = panel.locator('.checked');
  const before = await checked.textContent();
  await panel.locator('[data-claim]', { hasText: 'overloaded' }).locator('.words').click();
  await ui.page.keyboard.press('x');
  await expect.poll(() => checked.textContent(), soon).not.toBe(before);
  await panel.locator('[name=filter]').selectOption({ label: 'Not claims (1)' });
  const rejected = panel.getByRole('list', { name: 'Not claims' }).getByRole('listitem');
  await rejected.getByText(/^Not a claim: Ina Verholt, /).waitFor();
  expect(await rejected.innerText()).toContain('the crane had been overloaded');
  await rejected.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => checked.textContent(), soon).toBe(before);
  await panel.locator('[data-claim]', { hasText: 'overloaded' }).waitFor();
});

test('one claim is open: the reader’s in the panel, and the cursor’s again once it moves in the text', async ({
  ui,
}) => {
  const panel = await ui.panelFrame();
  const open = panel.locator('.claim.is-current');
  const clickAt = async (words: string) => {
    const { x, y, height } = await ui.find(words);
    await ui.page.mouse.click(x + 4, y + height / 2);
  };
  await clickAt('employs');
  await open.filter({ hasText: '340 people' }).waitFor();
  await ui.runCommand('Seedmark: Show Claims');
  await panel.locator('.claim.is-current:focus').waitFor();
  await ui.page.keyboard.press('ArrowUp');
  await open.filter({ hasText: '14 reports' }).waitFor();
  expect(await open.count()).toBe(1);
  await clickAt('people.');
  await open.filter({ hasText: '340 people' }).waitFor();
  expect(await open.count()).toBe(1);
});

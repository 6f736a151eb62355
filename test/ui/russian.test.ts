// The interface in Russian, where VS Code's language is Russian.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVSCode, type VSCode } from './harness.ts';

const soon = { timeout: 20_000 };
let ui: VSCode;

beforeAll(async () => {
  ui = await startVSCode({ viewport: { width: 1280, height: 800 }, language: 'ru' });
}, 60_000);

afterAll(() => ui.close());

test('hovers, commands and numbers are in Russian', async () => {
  await ui.open('2031-02-09-bridge-sabotage-inquiry.txt');
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  const file = ui.page.locator('.tab', { hasText: 'bridge-sabotage' });
  const told = file.locator('[title*="Не проверено"], [aria-label*="Не проверено"]');
  await expect.poll(() => told.count(), soon).toBeGreaterThan(0);
  const hover = await ui.hoverOver('27 people');
  await ui.screenshot('russian-hover');
  expect(hover).toContain('говорит Temir Askenov');
  expect(hover).toContain('8 февраля 2031 г.');
  await ui.runCommand('Seedmark: Показать утверждения');
  const panel = await ui.panelFrame();
  const claim = panel.locator('[data-claim]').first();
  await expect.poll(() => claim.getAttribute('aria-label'), soon).toMatch(/не проверено.*строка \d/);
  await ui.screenshot('russian');
});

test('the cheat sheet is in Russian, and does what is picked', async () => {
  const { page } = ui;
  await ui.find('27 people').then(({ x, y, height }) => page.mouse.click(x + 2, y + height / 2));
  await page.keyboard.press('Control+Quote');
  await page.keyboard.press('k');
  const sheet = page.locator('.quick-input-widget:visible');
  await sheet.getByText('Следующее непроверенное утверждение').waitFor();
  await page.keyboard.type('Утверждение проверено');
  await sheet.locator('.monaco-list-row.focused').getByText('Утверждение проверено').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.statusbar').getByText('Проверено').first().waitFor();
});

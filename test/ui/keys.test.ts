// The keys of the manifest against those that VS Code itself has on each system: the page takes the browser's word for it.
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { startVSCode, type VSCode } from './harness.ts';

const story = '2031-02-09-bridge-sabotage-inquiry.txt';

const systems = [
  { name: 'Linux', agent: 'X11; Linux x86_64', key: 'key', control: 'Control' },
  { name: 'macOS', agent: 'Macintosh; Intel Mac OS X 10_15_7', key: 'mac', control: 'Meta' },
  { name: 'Windows', agent: 'Windows NT 10.0; Win64; x64', key: 'key', control: 'Control' },
] as const;

interface Binding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

const declared: readonly Binding[] = JSON.parse(fs.readFileSync('package.json', 'utf8')).contributes.keybindings;
/** While words are asked for, Enter and Escape answer. */
const ours = declared.filter(({ when }) => !when.startsWith('seedmark.isSelecting'));

for (const { name, agent, key, control } of systems) {
  test(`${name}: no key is one of VS Code’s own, and a verdict takes two`, async () => {
    const ui = await startVSCode({
      viewport: { width: 1280, height: 800 },
      userAgent: `Mozilla/5.0 (${agent}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36`,
    });
    try {
      await ui.open(story);
      await expect.poll(() => ui.decorations('seedmark.figureUnderline'), { timeout: 20_000 }).not.toEqual([]);
      // The keys hold once VS Code knows that this is a seed, as this button does.
      await ui.page.locator('.editor-actions').getByRole('button', { name: 'Show Claims' }).waitFor();
      // In the middle of the word: the text moves aside when the column for comments comes.
      const { x, y, width, height } = await ui.find('Investigators');
      await ui.page.mouse.click(x + width / 2, y + height / 2);
      await ui.page.keyboard.press(`${control}+'`);
      await ui.page.keyboard.press('v');
      await expect.poll(() => signs(ui), { timeout: 20_000 }).toEqual(['✓']);

      const theirs = await defaultKeys(ui, control);
      expect(theirs.length).toBeGreaterThan(300);
      const clashes = ours.filter((binding) => theirs.some((other) => isClash(binding[key], other)));
      expect(clashes).toEqual([]);
    } finally {
      await ui.close();
    }
  });
}

/** The same keys, or one the beginning of the other. */
const isClash = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** Every key of "Preferences: Open Default Keyboard Shortcuts (JSON)" that leads to no command of ours. */
async function defaultKeys(ui: VSCode, control: string): Promise<readonly string[]> {
  const { page } = ui;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ui.runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
  const head = page.locator('.view-line', { hasText: 'Override key bindings' }).first();
  await head.click();
  await page.keyboard.press(`${control}+A`);
  await page.keyboard.press('Control+C');
  let text = '';
  const copied = async () => {
    text = await page.evaluate(() => navigator.clipboard.readText());
    return text;
  };
  await expect.poll(copied).toContain('Override key bindings');
  const bindings = text.matchAll(/"key": "([^"]+)",\s+"command": "([^"]+)"/g);
  return [...bindings].flatMap(([, key, command]) => (command?.startsWith('seedmark.') ? [] : [key ?? '']));
}

const signs = async (ui: VSCode): Promise<readonly string[]> =>
  (await ui.decorations('seedmark.verifiedForeground')).map(({ sign }) => sign).filter(Boolean);

// npm run shots: pictures of a story with the panel and a hover, one for each theme, into .cache/shots.
// SEEDMARK_SHOT_FILE names another seed, SEEDMARK_SHOT_WORDS the words to point at.
import fs from 'node:fs';
import { expect, type Theme, test } from './harness.ts';

const themes: readonly Theme[] = ['light', 'dark', 'hc-dark', 'hc-light'];

test('pictures of the story in every theme', { timeout: 240_000 }, async ({ ui }) => {
  const seeds = fs.readdirSync(ui.workspace).filter((name) => /\.(txt|md)$/.test(name));
  const file = process.env.SEEDMARK_SHOT_FILE ?? seeds.sort()[0];
  if (!file) throw new Error('there is no seed to show');
  await ui.open(file);
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), { timeout: 60_000 }).not.toEqual([]);
  const figures = await ui.decorations('seedmark.figureUnderline');
  const words = process.env.SEEDMARK_SHOT_WORDS ?? figures.find(({ box }) => box.y > 300)?.text.trim() ?? 'said';
  await ui.runCommand('Seedmark: Show Claims');
  await (await ui.panelFrame()).locator('[role=treeitem]:focus').waitFor();
  for (const theme of themes) {
    await ui.theme(theme);
    await ui.hoverOver(words);
    console.log(await ui.screenshot(theme));
  }
});

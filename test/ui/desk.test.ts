// A story of sixty claims from nothing checked to everything checked, with evidence on ten of them: by keyboard alone,
// then by mouse. Each step is logged into .cache/results/desk-*.log.
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { cacheDir } from '../host/host.mjs';
import { expect, test, type VSCode } from './harness.ts';

const story = fs.readFileSync('test/ui/stories/dam.txt', 'utf8');
const soon = { timeout: 20_000 };
const claims = 60;
const proofs = 10;

/** Which verdict the claim of that number gets: most hold, some do not. */
const verdictOf = (number: number) => (number % 7 === 3 ? 'Disputed' : 'Verified');
const needsProof = (number: number): boolean => number % 6 === 1 && number <= 6 * proofs;
const proofOf = (number: number) => ({ source: `minutes-${number}.pdf`, locator: `p. ${number}` });

test('by keyboard alone', async ({ ui }) => {
  const log = newLog('keyboard');
  const { keyboard } = ui.page;
  const press = async (key: string, why: string) => {
    await keyboard.press(key);
    log.count('keys', 1);
    log.step(`${key.padEnd(22)}${why}`);
  };
  const chord = async (key: string, why: string) => {
    await keyboard.press("Control+'");
    await keyboard.press(key);
    log.count('keys', 2);
    log.step(`${`Control+' ${key}`.padEnd(22)}${why}`);
  };
  const write = async (words: string, label: string) => {
    await ui.page.locator('.quick-input-widget:visible .quick-input-message', { hasText: label }).waitFor();
    await keyboard.type(words);
    log.count('letters', words.length);
    await press('Enter', `${label}: ${words}`);
  };

  ui.write('dam.txt', story);
  await ui.open('dam.txt');
  await expect.poll(() => ui.decorations('seedmark.figureUnderline'), soon).not.toEqual([]);
  log.start();
  await press('Control+1', 'into the text');
  await press('Control+Home', 'to its start');
  await chord('ArrowDown', 'to the first unchecked claim');
  await said(ui, `0 of ${claims} checked`);
  for (let number = 1; number <= claims; number++) {
    if (needsProof(number)) {
      const { source, locator } = proofOf(number);
      await chord('e', 'evidence');
      await write(source, 'A link, the path of a file');
      await write(locator, 'Where in it');
      await write('', 'The words there');
      await ui.page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
    }
    const verdict = verdictOf(number);
    await chord(verdict === 'Verified' ? 'v' : 'd', `${number}: ${verdict}`);
    await said(
      ui,
      number === claims ? `Everything is checked: ${claims} of ${claims}` : `${number} of ${claims} checked`,
    );
  }
  log.end();
  await ui.page.locator('.statusbar').getByText(`${claims}/${claims}`).waitFor();
  expectAllDecided(ui, 'dam.txt');
});

test('by mouse', async ({ ui }) => {
  const log = newLog('mouse');
  ui.write('dam by mouse.txt', story);
  await ui.open('dam by mouse.txt');
  await ui.runCommand('Seedmark: Show Claims');
  const frame = await ui.panelFrame();
  await frame
    .getByText(new RegExp(`0 of ${claims} .*checked`))
    .first()
    .waitFor();
  const panel = panelByMouse(ui, frame, log);
  log.start();
  for (let number = 1; number <= claims; number++) {
    await panel.choose();
    if (needsProof(number)) await panel.prove(proofOf(number));
    await panel.decide(verdictOf(number), number);
  }
  log.end();
  expectAllDecided(ui, 'dam by mouse.txt');
});

/** What the status bar says of the last step. */
const said = (ui: VSCode, words: string) =>
  ui.page.locator('.statusbar-item', { hasText: new RegExp(`(^|· )${words}`) }).waitFor();

/** The claims panel as a mouse finds it, by what its parts say they are: what knows its page stands here alone. */
function panelByMouse({ page }: VSCode, panel: Frame, log: Log) {
  const claim = panel.locator('[role=treeitem][aria-level="2"]');
  const current = claim.and(panel.locator('[tabindex="0"]'));
  const unchecked = claim.and(panel.locator('[aria-label*="unchecked"]')).first();
  const click = async (name: RegExp) => {
    await current.getByRole('button', { name }).first().click();
    log.count('clicks', 1);
  };
  return {
    /** The first that nobody has checked; a list that makes only what is in view is scrolled to it. */
    choose: async () => {
      for (let turn = 0; turn < 40 && !(await unchecked.count()); turn++) {
        await claim.last().hover();
        await page.mouse.wheel(0, 300);
        log.count('turns of the wheel', 1);
      }
      await unchecked.click({ position: { x: 40, y: 12 } });
      log.count('clicks', 1);
      log.step('click                 a claim');
    },
    prove: async ({ source, locator }: ReturnType<typeof proofOf>) => {
      await click(/evidence/i);
      log.step('click                 evidence');
      const fields = { 'Link or file': source, 'Page, paragraph or time': locator };
      for (const [name, words] of Object.entries(fields)) {
        const field = current.getByRole('textbox', { name });
        await field.click();
        await field.pressSequentially(words);
        log.count('clicks', 1);
        log.count('letters', words.length);
        log.step(`click and write       ${name}: ${words}`);
      }
      await click(/^Save/);
      log.step('click                 save');
      await current.getByText(`${source}, ${locator}`).waitFor();
    },
    decide: async (verdict: string, number: number) => {
      await click(new RegExp(`^${verdict}`));
      log.step(`click                 ${number}: ${verdict}`);
      await current.and(panel.locator(`[aria-label*="${verdict.toLowerCase()} by"]`)).waitFor();
    },
  };
}

type Event = { readonly document?: string; readonly type: string; readonly tag?: string };

/** What is kept says the same as what was seen. */
function expectAllDecided(ui: VSCode, document: string): void {
  const folder = path.join(ui.workspace, '.seedmark');
  const events: readonly Event[] = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line));
  const here = events.filter((event) => event.document === document);
  const numbers = Array.from({ length: claims }, (_, place) => place + 1);
  expect(here.filter(({ type }) => type === 'gaveEvidence')).toHaveLength(proofs);
  expect(here.filter(({ tag }) => tag === 'disputed')).toHaveLength(
    numbers.filter((number) => verdictOf(number) === 'Disputed').length,
  );
  expect(here.filter(({ tag }) => tag === 'verified' || tag === 'disputed')).toHaveLength(claims);
}

type Log = ReturnType<typeof newLog>;

/** Steps as they are done, each with the time, and the sums at the end. */
function newLog(name: string) {
  const lines: string[] = [];
  const sums = new Map<string, number>();
  let began = Date.now();
  return {
    start: () => {
      began = Date.now();
    },
    /** With what it has taken so far, letters of notes and evidence among the keys. */
    step: (words: string) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      const all = [...sums.values()].reduce((sum, number) => sum + number, 0);
      lines.push(`${seconds.padStart(6)} s ${String(all).padStart(5)}  ${words}`);
    },
    count: (what: string, number: number) => void sums.set(what, (sums.get(what) ?? 0) + number),
    end: () => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      const told = [...sums].map(([what, sum]) => `${sum} ${what}`).join(', ');
      const total = `${claims} of ${claims} checked by ${name}, evidence on ${proofs}: ${told}, ${seconds} s`;
      const folder = path.join(cacheDir, 'results');
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, `desk-${name}.log`), `${[...lines, total].join('\n')}\n`);
      console.log(total);
    },
  };
}

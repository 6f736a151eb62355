// VS Code as a person sees it. A test file gets a window of its own, shared by its tests in their order:
//   import { expect, test } from './harness.ts';
//   test('…', async ({ ui }) => { await ui.open('story.txt'); … });
// After each test the harness looks whether anything asked for another machine, and keeps a picture where it failed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { test as base } from 'vitest';
import { launchBrowser } from '../host/browser.mjs';
import { defaultSettings, serverEnv, writeSettings } from '../host/environment.mjs';
import { cacheDir, host, newRunDir, removeRunDir, root } from '../host/host.mjs';
import { startServer } from '../host/server.mjs';
import { startWebServer } from '../host/web.mjs';
import { linkWorkingCopy } from '../host/workingCopy.mjs';

export { expect } from 'vitest';

export type Theme = 'light' | 'dark' | 'hc-dark' | 'hc-light';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of highlighted text on one line in view. */
export interface Decoration {
  readonly text: string;
  /** What the highlight itself writes beside the text: "✓". */
  readonly sign: string;
  readonly box: Box;
}

export type VSCode = Awaited<ReturnType<typeof startVSCode>>;

/** As VS Code's theme picker calls them, and the class that the window then has. */
const themes: Record<Theme, { readonly label: string; readonly baseClass: string }> = {
  light: { label: 'Light Modern', baseClass: 'vs' },
  dark: { label: 'Dark Modern', baseClass: 'vs-dark' },
  'hc-dark': { label: 'Dark High Contrast', baseClass: 'hc-black' },
  'hc-light': { label: 'Light High Contrast', baseClass: 'hc-light' },
};

/** Whether the window is VS Code for the web, whose extension host is a web worker. */
const isWeb = process.env.SEEDMARK_HOST === 'web';

type Server = Awaited<ReturnType<typeof startServer>> | Awaited<ReturnType<typeof startWebServer>>;

/** Workspace trust is asked for, but no question stands in the way. */
const restricted = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

const startLimitMs = 90_000;
const stepLimitMs = 30_000;

interface PerTest {
  readonly watched: undefined;
}

/** A vitest `test` with a VS Code window, `ui`. */
export const test = base.extend<{ $test: PerTest; $file: { readonly ui: VSCode } }>({
  ui: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names in this pattern
    async ({}, use) => {
      const ui = await startVSCode();
      await use(ui);
      await ui.close();
    },
    { scope: 'file' },
  ],
  watched: [
    async ({ ui, task }, use) => {
      await use(undefined);
      const asked = ui.takeForeignRequests();
      if (task.result?.state === 'fail') await ui.keepFailure(task.name);
      if (asked.length) throw new Error(`the network was asked for:\n${asked.join('\n')}`);
    },
    { auto: true },
  ],
});

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  /** Pixels of a picture to one of the page. */
  readonly deviceScaleFactor?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the browser says it is: VS Code goes by it for the keys of a system. */
  readonly userAgent?: string;
  /** Of the window, "ru": VS Code's own texts stay English, as its language packs are not installed. */
  readonly language?: string;
  /** Whether folders are trusted without asking; else the window is in Restricted Mode. */
  readonly trust?: boolean;
  /** Whether the window has no folder: then it shows the first file that is opened. */
  readonly isFolderless?: boolean;
}

/** Opens VS Code on a copy of seeds/ with the extension: the working copy, or the package that SEEDMARK_VSIX names. */
export async function startVSCode(
  { settings, language, trust = true, isFolderless = false, ...look }: Look = {
    viewport: { width: 1280, height: 800 },
  },
) {
  const runDir = newRunDir('ui');
  const workspace = path.join(runDir, 'seeds');
  const networkLog = path.join(runDir, 'network.log');
  const vsix = process.env.SEEDMARK_VSIX;
  const userDataDir = path.join(runDir, 'user-data');
  const extensionsDir = path.join(runDir, 'extensions');
  fs.cpSync(path.join(root, 'seeds'), workspace, { recursive: true });
  fs.mkdirSync(extensionsDir, { recursive: true });
  const own = { 'workbench.colorTheme': 'Default Light Modern', 'seedmark.editorName': 'Ina Verholt' };
  writeSettings(userDataDir, { ...own, ...(trust ? {} : restricted), ...settings });
  if (vsix) installVsix(path.resolve(vsix), extensionsDir, userDataDir);
  else linkWorkingCopy(extensionsDir);

  const server = isWeb
    ? await startWebServer({
        workspace,
        extension: installedIn(extensionsDir),
        settings: { ...defaultSettings, ...own, ...settings },
      })
    : await startServer({ userDataDir, extensionsDir, development: false, trust, env: watchedBy(networkLog) });
  const browser = await launchBrowser().catch(async (error) => {
    await server.stop();
    throw error;
  });
  const page = await browser.newPage(look);
  page.setDefaultTimeout(stepLimitMs);
  // As the texts of a language pack do, which VS Code's page loads before anything else.
  if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  const foreign = await watchRequests(page, server.authority);
  let failed = false;

  return {
    page,
    /** The folder that VS Code shows. */
    workspace,

    /**
     * Opens a file of the workspace and waits for its text. The first call opens the window; on the web every call does,
     * as there nothing finds a file by its name.
     */
    open: async (name: string) => {
      const file = path.join(workspace, name);
      if (!isWeb && page.url() !== 'about:blank') return quickOpen(page, name);
      await openWindow(page, server, isFolderless ? undefined : workspace, file);
      await windowReady(page);
      await showsFile(page, name);
    },

    /** Puts a file into the workspace. */
    write: (name: string, text: string) => {
      const file = path.join(workspace, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    },

    /** Changes a user setting and reloads the window, which alone is sure to read the file again. */
    set: async (name: string, value: unknown) => {
      setSetting(userDataDir, name, value);
      await reload(page);
    },

    /** Reloads the window, as "Developer: Reload Window" does, and waits for its text. */
    reload: () => reload(page),

    /** Runs a command by its title in the command palette: `Seedmark: Show Claims`. */
    runCommand: (title: string) => runCommand(page, title),

    /** Where the words stand on the page; scrolls to them. They must lie on one line of the screen. */
    find: (words: string) => find(page, words),

    /** Selects the words by mouse. */
    select: async (words: string) => {
      const { x, y, width, height } = await find(page, words);
      await page.mouse.move(x + 1, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width - 1, y + height / 2, { steps: 4 });
      await page.mouse.up();
    },

    /** Points at the words and returns the text of the hover that shows. */
    hoverOver: (words: string) => hoverOver(page, words),

    /** The highlights in view that use one contributed colour: `decorations('seedmark.figureUnderline')`. */
    decorations: async (colour: string) =>
      joinTouching(await page.evaluate(decorationsInPage, `--vscode-${colour.replaceAll('.', '-')}`)),

    /** The page inside the claims panel, once it shows something. */
    panelFrame: () => panelFrame(page),

    /** Changes the theme and waits until it is in use. */
    theme: async (theme: Theme) => {
      const { label, baseClass } = themes[theme];
      await runCommand(page, 'Preferences: Color Theme');
      await page.locator('.quick-input-box input[placeholder*="Theme"]').waitFor();
      await pickInQuickInput(page, label, label);
      await page.locator(`.monaco-workbench.${baseClass}`).waitFor();
      await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
    },

    /** Takes a picture, into .cache/shots where no other folder is named. */
    screenshot: async (name: string, folder = path.join(cacheDir, 'shots')) => {
      const file = path.join(folder, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },

    /** Requests of the page and of the extension host for anything but this machine, since last asked. */
    takeForeignRequests: () => [...foreign.splice(0), ...takeLines(networkLog)],

    /** Keeps the run's folder and adds a picture of the window. */
    keepFailure: async (title: string) => {
      failed = true;
      const picture = path.join(runDir, `${title.replace(/\W+/g, '-')}.png`);
      await page.screenshot({ path: picture, timeout: 5000 }).catch(() => {});
      console.error(`[ui] see ${path.relative(root, picture)}`);
    },

    close: async () => {
      fs.writeFileSync(path.join(runDir, 'server.log'), server.log());
      await closeAll(browser, server);
      if (!failed) removeRunDir(runDir);
    },
  };
}

/** The environment of an extension host that writes down what it asks of the network. */
function watchedBy(networkLog: string): NodeJS.ProcessEnv {
  const preload = path.join(root, 'test', 'host', 'network.cjs');
  return { NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, SEEDMARK_NETWORK_LOG: networkLog };
}

async function closeAll(browser: Browser, server: Server): Promise<void> {
  await browser.close().catch(() => {});
  await server.stop();
}

function installVsix(vsix: string, extensionsDir: string, userDataDir: string): void {
  const args = [
    ...[host.serverMain, '--install-extension', vsix, '--accept-server-license-terms'],
    ...['--extensions-dir', extensionsDir, '--user-data-dir', userDataDir],
    ...['--server-data-dir', path.join(userDataDir, '..', 'server-data')],
  ];
  const result = spawnSync(host.node, args, { env: serverEnv(), encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`cannot install ${vsix}: ${result.stdout}${result.stderr}`);
}

/** The extension's folder: the working copy's or the package's. */
function installedIn(extensionsDir: string): string {
  const [name] = fs.readdirSync(extensionsDir).filter((entry) => entry.startsWith('seedmark.'));
  if (!name) throw new Error('the extension is not installed');
  return path.join(extensionsDir, name);
}

/** Lets the page reach this server alone; what else it asks for is refused and lands in the returned list. */
async function watchRequests(page: Page, authority: string): Promise<string[]> {
  const foreign: string[] = [];
  await page.context().route('**', (route) => {
    const { protocol, host: asked } = new URL(route.request().url());
    if (asked === authority || protocol === 'data:' || protocol === 'blob:') return route.continue();
    foreign.push(`page: ${route.request().url()}`);
    return route.abort();
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== authority) foreign.push(`page: ${socket.url()}`);
  });
  return foreign;
}

function takeLines(file: string): readonly string[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  fs.rmSync(file);
  return lines;
}

async function openWindow(page: Page, server: Server, workspace: string | undefined, file: string): Promise<void> {
  await page.goto(
    server.url(workspace, [
      ['openFile', server.remote(file)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await windowReady(page);
}

/** Waits until there is text and VS Code has taken in the extension's manifest. */
async function windowReady(page: Page): Promise<void> {
  await page.locator('.editor-instance .view-line span span').first().waitFor({ timeout: startLimitMs });
  await page.locator('.activitybar .action-label[aria-label^="Seedmark"]').first().waitFor({ timeout: startLimitMs });
}

async function quickOpen(page: Page, name: string): Promise<void> {
  await openQuickInput(page, 'Control+P');
  await pickInQuickInput(page, name, path.basename(name));
  await showsFile(page, name);
}

async function showsFile(page: Page, name: string): Promise<void> {
  await page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`).waitFor();
}

async function runCommand(page: Page, title: string): Promise<void> {
  await openQuickInput(page, 'F1');
  await pickInQuickInput(page, `>${title}`, title);
}

/** Once the one before has gone: a key that comes while it is closing is lost. */
async function openQuickInput(page: Page, key: string): Promise<void> {
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
  await page.keyboard.press(key);
}

/** Types, goes down to the entry meant and takes it. */
async function pickInQuickInput(page: Page, typed: string, label: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible');
  await widget.locator('.quick-input-box input').fill(typed);
  await widget.locator('.label-name').getByText(label, { exact: true }).first().waitFor();
  const meant = widget.locator('.monaco-list-row.focused .label-name').getByText(label, { exact: true });
  for (let row = 0; row < 20 && !(await meant.isVisible()); row++) await page.keyboard.press('ArrowDown');
  await meant.waitFor();
  await page.keyboard.press('Enter');
}

/** Where the words stand once they stand still: a comparison makes room for what the other side has. */
async function find(page: Page, words: string): Promise<Box> {
  for (let box = await findOnce(page, words); ; ) {
    await painted(page);
    const now = await findOnce(page, words);
    if (now.x === box.x && now.y === box.y) return now;
    box = now;
  }
}

async function findOnce(page: Page, words: string): Promise<Box> {
  const inView = await page.evaluate(boxInPage, words);
  if (inView) return inView;
  for (let place = '', before = '?'; place !== before; ) {
    before = place;
    place = await wheel(page, -1000);
  }
  for (let place = ''; ; ) {
    const box = await page.evaluate(boxInPage, words);
    if (box) return box;
    const before = place;
    place = await wheel(page, 400);
    if (place === before) throw new Error(`the editor does not show "${words}"`);
  }
}

/** Turns the wheel beside the text, where no hover can be in the way, and waits until that is painted. Returns the place where the text now stands. */
async function wheel(page: Page, by: number): Promise<string> {
  const box = await page.locator('.editor-instance .margin').first().boundingBox();
  if (!box) throw new Error('no editor is open');
  await page.mouse.move(box.x + 10, 400);
  await page.mouse.wheel(0, by);
  await painted(page);
  return page.evaluate(() => document.querySelector('.editor-instance .margin-view-overlays')?.textContent ?? '');
}

const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function hoverOver(page: Page, words: string): Promise<string> {
  const box = await find(page, words);
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // Only the text's: the hover of a status item may still be fading.
  const hover = page.locator('.monaco-resizable-hover .monaco-hover:visible .monaco-hover-content').first();
  await hover.waitFor();
  return hover.innerText();
}

async function panelFrame(page: Page): Promise<Frame> {
  const end = Date.now() + stepLimitMs;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const isOurs = frame.parentFrame()?.url().includes('extensionId=seedmark.seedmark');
      if (
        isOurs &&
        (await frame
          .locator('body *')
          .count()
          .catch(() => 0))
      )
        return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('the claims panel does not show');
}

function setSetting(userDataDir: string, name: string, value: unknown): void {
  const file = path.join(userDataDir, 'User', 'settings.json');
  const settings = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify({ ...settings, [name]: value }, null, 2));
}

/** Runs in the page: the box of the first occurrence of `words` on a line in view. */
function boxInPage(words: string): Box | undefined {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const text = (line.textContent ?? '').replaceAll('\u00a0', ' ');
    const start = text.indexOf(words);
    if (start < 0) continue;
    const range = document.createRange();
    let offset = 0;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      const end = start + words.length;
      if (start >= offset && start < offset + length) range.setStart(node, start - offset);
      if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
      offset += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    const view = line.closest('.editor-scrollable, .overflow-guard')?.getBoundingClientRect();
    if (view && (y < view.top || y + height > view.bottom)) continue;
    return { x, y, width, height };
  }
  return undefined;
}

/** Runs in the page: what lies under each element whose style uses the colour, by its variable or by its value. */
function decorationsInPage(variable: string): Decoration[] {
  const workbench = document.querySelector('.monaco-workbench');
  const probe = document.createElement('span');
  probe.style.color = workbench ? getComputedStyle(workbench).getPropertyValue(variable) : '';
  const value = probe.style.color || 'no such colour';
  const classes = new Set<string>();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes('.ced-')) continue;
      if (!rule.cssText.includes(`var(${variable})`) && !rule.cssText.includes(value)) continue;
      for (const [name] of rule.selectorText.matchAll(/\.ced-[\w-]+/g)) classes.add(name);
    }
  }
  /** Something else may cover a highlight at the window's edge: then what lies at its corners is none of its text. */
  const isText = (caret: Range | null): caret is Range =>
    Boolean(caret?.startContainer.parentElement?.closest('.view-lines'));
  const found: Decoration[] = [];
  for (const element of document.querySelectorAll([...classes].join(',') || 'none')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width === 0 || !element.closest('.editor-instance') || element.closest('.minimap, .decorationsOverviewRuler'))
      continue;
    const content = getComputedStyle(element, '::after').content;
    const sign = /^"(.*)"$/.exec(content)?.[1] ?? '';
    const from = document.caretRangeFromPoint(x + 1, y + height / 2);
    const to = document.caretRangeFromPoint(x + width - 1, y + height / 2);
    if (!isText(from) || !isText(to)) continue;
    const range = document.createRange();
    range.setStart(from.startContainer, from.startOffset);
    range.setEnd(to.startContainer, to.startOffset);
    found.push({ text: range.toString().replaceAll('\u00a0', ' '), sign, box: { x, y, width, height } });
  }
  return found;
}

/** Other highlights cut a highlight's text into pieces: those that touch on one line are one. */
function joinTouching(pieces: readonly Decoration[]): readonly Decoration[] {
  const sorted = [...pieces].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const joined: Decoration[] = [];
  for (const piece of sorted) {
    const last = joined.at(-1);
    const touches = last && last.box.y === piece.box.y && Math.abs(last.box.x + last.box.width - piece.box.x) < 1;
    if (!touches) {
      joined.push(piece);
      continue;
    }
    const box = { ...last.box, width: last.box.width + piece.box.width };
    joined[joined.length - 1] = { text: last.text + piece.text, sign: last.sign + piece.sign, box };
  }
  return joined;
}

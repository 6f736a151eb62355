import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText);
const words: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const contributes = manifest.contributes;
const editorCode = fs
  .readdirSync(path.join(root, 'src', 'editor'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(path.join('src', 'editor', name)))
  .join('\n');

const commands: readonly { command: string; category?: string; title: string; icon?: string }[] = contributes.commands;
const settings: readonly (readonly [string, Setting])[] = Object.entries(
  [contributes.configuration].flat().reduce((all, section) => Object.assign(all, section?.properties), {}),
);

interface Setting {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly scope?: string;
  readonly order?: number;
}

test('every declared command stands in the code', () => {
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.map(({ command }) => command).filter((id) => !editorCode.includes(`'${id}'`))).toEqual([]);
});

test('every command is listed under Seedmark in the palette', () => {
  expect(commands.filter(({ category }) => category !== 'Seedmark')).toEqual([]);
  expect(new Set(commands.map(({ command }) => command)).size).toBe(commands.length);
});

test('the manifest and its words agree', () => {
  const asked = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
  expect([...asked].filter((key) => !words[key ?? ''])).toEqual([]);
  expect(Object.keys(words).filter((key) => !asked.has(key))).toEqual([]);
});

test('no text of the manifest is left out of its words', () => {
  const shown = [
    ...commands.map(({ title }) => title),
    ...(contributes.colors ?? []).map(({ description }: { description: string }) => description),
    ...settings.map(([, { description, markdownDescription }]) => description ?? markdownDescription ?? ''),
  ];
  expect(shown.filter((text) => !/^%[^%]+%$/.test(text))).toEqual([]);
});

test('every colour is given for dark, light and both high-contrast themes', () => {
  const colours: readonly { id: string; defaults: Record<string, string> }[] = contributes.colors ?? [];
  expect(colours.length).toBeGreaterThan(0);
  const all = ['dark', 'highContrast', 'highContrastLight', 'light'];
  expect(colours.filter(({ defaults }) => Object.keys(defaults).sort().join() !== all.join())).toEqual([]);
  expect(colours.filter(({ id }) => !id.startsWith('seedmark.'))).toEqual([]);
});

test('every setting has a default, a description, a scope and its place', () => {
  expect(settings.length).toBeGreaterThan(0);
  const incomplete = settings.filter(
    ([name, setting]) =>
      !name.startsWith('seedmark.') ||
      setting.default === undefined ||
      !(setting.description ?? setting.markdownDescription) ||
      !setting.scope ||
      setting.order === undefined,
  );
  expect(incomplete.map(([name]) => name)).toEqual([]);
});

test('says what works in untrusted and in virtual workspaces', () => {
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBeDefined();
  expect(manifest.capabilities.virtualWorkspaces).toBeDefined();
});

test('runs on the desktop, on a remote machine and in a browser from the same file', () => {
  expect(manifest.main).toBe('./dist/extension.js');
  expect(manifest.browser).toBe(manifest.main);
});

test('the types are those of the oldest VS Code that is supported', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  const oldest = JSON.parse(read('test/host/oldest/package.json')).dependencies['code-server'];
  const [, minor] = manifest.devDependencies['@types/vscode'].split('.');
  expect(oldest.startsWith(`4.${minor}.`)).toBe(true);
});

test('the pictures of the manifest are there', () => {
  const containers: readonly { icon: string }[] = Object.values(contributes.viewsContainers ?? {}).flat() as never;
  const pictures = [manifest.icon, ...containers.map(({ icon }) => icon)].filter((icon) => !icon.startsWith('$('));
  expect(pictures.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
});

test('the lock files name no registry', () => {
  const locks = ['package-lock.json', 'test/host/newest/package-lock.json', 'test/host/oldest/package-lock.json'];
  for (const lock of locks) expect(read(lock), lock).not.toMatch(/"resolved": "\w+:\/\//);
});

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

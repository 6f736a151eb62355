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
  readonly keywords?: readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Walkthrough {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly {
    readonly title: string;
    readonly description: string;
    readonly media: { readonly svg: string; readonly altText: string };
    readonly completionEvents: readonly string[];
  }[];
}

const walkthroughs: readonly Walkthrough[] = contributes.walkthroughs;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const said = (key: string): string => words[key.slice(1, -1)] ?? '';
/** The commands of the links in a text: "[Show Claims](command:seedmark.openSample?%22seedmark.showClaims%22)". */
const linked = (text: string) =>
  [...text.matchAll(/(?:command:|%22)(seedmark\.[\w.]+)/g)].map(([, command]) => command ?? '');

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
    ...settings.flatMap(([, { enumDescriptions }]) => enumDescriptions ?? []),
    ...contributes.configuration.map(({ title }: { title: string }) => title),
    ...[...walkthroughs, ...steps].flatMap(({ title, description }) => [title, description]),
    ...steps.map(({ media }) => media.altText),
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

test('every setting is found by words of its own, and each of its choices is described', () => {
  const unfindable = settings.filter(([, { keywords }]) => !keywords?.length);
  expect(unfindable.map(([name]) => name)).toEqual([]);
  const undescribed = settings.filter(([, s]) => (s.enum?.length ?? 0) !== (s.enumDescriptions?.length ?? 0));
  expect(undescribed.map(([name]) => name)).toEqual([]);
});

test('settings stand in titled groups, each in an order of its own', () => {
  for (const { title, properties } of contributes.configuration) {
    const orders = Object.values<Setting>(properties).map(({ order }) => order);
    expect(new Set(orders).size, title).toBe(orders.length);
  }
});

test('what the settings and the walkthrough link to is there', () => {
  const texts = Object.keys(words).filter((key) => /^(setting|walkthrough|welcome)\./.test(key));
  const own = new Set([
    ...commands.map(({ command }) => command),
    ...settings.map(([name]) => name),
    'seedmark.highlight',
  ]);
  const asked = texts.flatMap((key) => linked(words[key] ?? ''));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((id) => !own.has(id))).toEqual([]);
  const named = texts.flatMap((key) =>
    [...(words[key] ?? '').matchAll(/#(seedmark\.[\w.]+)#/g)].map(([, name]) => name),
  );
  const known = new Set(settings.map(([name]) => name));
  expect(named.filter((name) => !known.has(name ?? ''))).toEqual([]);
});

test('each step of the walkthrough has a picture with words in its stead, and is ticked off by something that can happen', () => {
  expect(steps.length).toBeGreaterThanOrEqual(5);
  const code = editorCode;
  for (const { title, media, completionEvents } of steps) {
    expect(fs.existsSync(path.join(root, said(media.svg))), title).toBe(true);
    expect(said(media.altText).length, title).toBeGreaterThan(20);
    for (const event of completionEvents) {
      const [kind, what = ''] = event.split(':');
      if (kind === 'onCommand') expect(commands.map(({ command }) => command)).toContain(what);
      else if (kind === 'onContext') expect(code).toContain(`'${what}'`);
      else expect(event).toBe('onStepSelected');
    }
  }
});

test('the menu in the text holds what is done to a claim every day; marking comes with a selection', () => {
  const menu: readonly { command: string; when?: string }[] = contributes.menus['seedmark.editor'];
  const named = (items: typeof menu) => items.map(({ command }) => command.replace('seedmark.', ''));
  expect(named(menu.filter(({ when }) => !when))).toEqual([
    ...['verify', 'dispute', 'needsSource', 'tagClaim', 'addNote', 'addEvidence', 'showHistory'],
    ...['correctSpeaker', 'rejectClaim'],
  ]);
  const marking = menu.filter(({ command }) => command.includes('.annotate'));
  expect(marking.map(({ when }) => when)).toEqual(marking.map(() => 'editorHasSelection'));
  // What the menu leaves out is found in the palette.
  const hidden = contributes.menus.commandPalette.filter(({ when }: { when: string }) => when === 'false');
  for (const command of ['removeTag', 'reviewClaim', 'correctKind', 'mergeNames', 'removeAnnotation'])
    expect(named(hidden)).not.toContain(command);
});

test('says what works in untrusted and in virtual workspaces', () => {
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBeDefined();
  expect(manifest.capabilities.virtualWorkspaces).toBeDefined();
});

test('no setting of an untrusted workspace names a folder to write to', () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  expect(supported).toBe('limited');
  const folders = settings.map(([name]) => name).filter((name) => /folder|path|file|directory/i.test(name));
  expect(folders).toContain('seedmark.ledgerFolder');
  expect(restrictedConfigurations).toEqual(folders);
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

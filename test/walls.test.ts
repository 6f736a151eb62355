// The order of the rooms: who may import whom. biome.json states the same as lint rules; here both are held against it.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Each room with the rooms that it may import from, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  seed: ['text'],
  model: ['text'],
  analysis: ['text', 'seed', 'model'],
  ledger: ['text', 'seed', 'model', 'analysis'],
  corpus: ['text', 'seed', 'model', 'analysis', 'ledger'],
  exchange: ['text', 'seed', 'model', 'analysis', 'ledger', 'corpus'],
  panel: [],
  editor: ['text', 'seed', 'model', 'analysis', 'ledger', 'corpus', 'exchange', 'panel'],
  cli: ['text', 'seed', 'model', 'analysis', 'ledger', 'corpus', 'exchange'],
};
const rooms = Object.keys(mayImport);
const core = ['text', 'seed', 'model', 'analysis', 'ledger', 'corpus', 'exchange'];

const files = rooms.flatMap((room) => sourcesUnder(path.join(root, 'src', room)).map((file) => ({ room, file })));

describe.each(rooms)('src/%s', (room) => {
  const imports = files
    .filter((file) => file.room === room)
    .flatMap(({ file }) => importsOf(file).map((specifier) => ({ file, specifier })));

  test('imports its own files and those of the rooms below', () => {
    const allowed = [room, ...(mayImport[room] ?? [])];
    const wrong = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      const target = path.relative(path.join(root, 'src'), path.resolve(path.dirname(file), specifier));
      return !allowed.includes(target.split(path.sep)[0] ?? '');
    });
    expect(wrong).toEqual([]);
  });

  test('asks VS Code and Node only where that is its business', () => {
    const wrong = imports.filter(
      ({ specifier }) =>
        (specifier === 'vscode' && room !== 'editor') || (specifier.startsWith('node:') && room !== 'cli'),
    );
    expect(wrong).toEqual([]);
  });

  test('has the same walls in biome.json', () => {
    const { overrides } = JSON.parse(fs.readFileSync(path.join(root, 'biome.json'), 'utf8'));
    const rule = overrides.find(({ includes }: { includes: string[] }) => includes.includes(`src/${room}/**`));
    const patterns = rule?.linter.rules.style.noRestrictedImports.options.patterns;
    const groups: string[] = patterns?.flatMap(({ group }: { group: string[] }) => group) ?? [];
    expect(new Set(groups)).toEqual(new Set(forbiddenTo(room)));
  });
});

test.each(core)('src/%s takes time and chance only from its caller', (room) => {
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\.(randomUUID|getRandomValues)\(/;
  const wrong = files.filter((file) => file.room === room && impure.test(fs.readFileSync(file.file, 'utf8')));
  expect(wrong).toEqual([]);
});

/** What the room's lint rule must name. */
function forbiddenTo(room: string): readonly string[] {
  if (room === 'panel') return ['vscode', 'node:*', '../**'];
  const allowed = [room, ...(mayImport[room] ?? [])];
  const above = rooms.filter((other) => !allowed.includes(other)).map((other) => `**/${other}/**`);
  return [...above, ...(room === 'editor' ? [] : ['vscode']), ...(room === 'cli' ? [] : ['node:*'])];
}

function sourcesUnder(dir: string): readonly string[] {
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function importsOf(file: string): readonly string[] {
  const code = fs.readFileSync(file, 'utf8');
  return [...code.matchAll(/(?:^|[;}\s])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier ?? '');
}

// Every text that users see is there in each language of the interface, with the same holes in it.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract, keysFor } from '../l10n/extract.mjs';

const root = path.resolve(import.meta.dirname, '..');
const read = (...file: string[]): Readonly<Record<string, string>> =>
  JSON.parse(fs.readFileSync(path.join(root, ...file), 'utf8'));

const english = extract();
const holes = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
/** "{0} claims" of "{0} claims/few". */
const source = (key: string) => english[key.replace(/\/(?:one|two|few|many)$/, '/other')] ?? '';

test('the English bundle holds what the code asks for: npm run l10n writes it', () => {
  expect(Object.keys(english).length).toBeGreaterThan(200);
  expect(read('l10n', 'bundle.l10n.json')).toEqual(english);
});

describe.each(['ru'])('in %s', (language) => {
  const bundle = read('l10n', `bundle.l10n.${language}.json`);
  const manifest = read(`package.nls.${language}.json`);
  const englishManifest = read('package.nls.json');

  test('every text of the code is there, and none that nobody asks for', () => {
    const keys = keysFor(language, english);
    expect(keys.filter((key) => !bundle[key]?.trim())).toEqual([]);
    expect(Object.keys(bundle).filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('every text of the manifest is there, and none that nobody asks for', () => {
    expect(Object.keys(manifest).sort()).toEqual(Object.keys(englishManifest).sort());
    expect(Object.keys(manifest).filter((key) => !manifest[key]?.trim())).toEqual([]);
  });

  test('what is filled in is the same', () => {
    const other = Object.keys(bundle).filter((key) => holes(bundle[key] ?? '').join() !== holes(source(key)).join());
    expect(other).toEqual([]);
  });

  test('the links and settings that the manifest names are the same', () => {
    const named = (text = '') => text.match(/\(command:[^)]+\)|#[\w.]+#|`[^`]+`/g)?.sort() ?? [];
    const other = Object.keys(manifest).filter(
      (key) => named(manifest[key]).join() !== named(englishManifest[key]).join(),
    );
    expect(other).toEqual([]);
  });

  test('nothing is left in English', () => {
    const signsAlone = /^[\P{L}]*$/u;
    const names = new Set(['displayName', 'view.container']);
    const same = Object.keys(bundle).filter((key) => bundle[key] === source(key) && !signsAlone.test(key));
    expect(same).toEqual([]);
    const sameInManifest = Object.keys(manifest).filter((key) => manifest[key] === englishManifest[key]);
    expect(sameInManifest.filter((key) => !names.has(key))).toEqual([]);
  });
});

test('a number has its forms in Russian', () => {
  const forms = keysFor('ru', english).filter((key) => key.startsWith('{0} claims/'));
  expect(forms.map((key) => key.slice('{0} claims/'.length))).toEqual(['few', 'many', 'one']);
});

import { expect, test } from 'vitest';
import { recognise, type VersionRead } from '../../src/ledger/moves.ts';
import { textVersion } from '../../src/ledger/versions.ts';
import { wordingOf } from '../../src/ledger/wording.ts';

const fire =
  'KELVANE, March 4. As many as 1,204 dock workers were taken to clinics after the fire, the harbour office said. The north pier is closed. About 40 firefighters worked through the night. The harbour will open again on Friday, the mayor said on Tuesday.';
const flood =
  'VENN, June 2. The river rose by three metres in one night, and the lower town stood under water until noon. Nobody was hurt, the brigade said. The bridge will be rebuilt before winter, according to the ministry of transport.';

const read = (text: string): VersionRead => ({ version: textVersion(text), wording: wordingOf(text) });
const seek = (text: string, gone: Readonly<Record<string, readonly VersionRead[]>>) =>
  recognise(wordingOf(text), textVersion(text), new Map(Object.entries(gone)));

test('a document is known by the very version, kept or not', () => {
  expect(seek(fire, { 'old.txt': [read(fire)], 'flood.txt': [read(flood)] })).toBe('old.txt');
  expect(seek(fire, { 'old.txt': [{ version: textVersion(fire) }] })).toBe('old.txt');
});

test('a document that was changed while it was moved is known by what is left', () => {
  const edited = fire.replace('1,204', '1,240').replace(' on Tuesday', '');
  expect(seek(edited, { 'old.txt': [read(fire)], 'flood.txt': [read(flood)] })).toBe('old.txt');
});

test('a new document, and one made from the same form as two others, are not taken for them', () => {
  expect(seek(flood, { 'old.txt': [read(fire)] })).toBeUndefined();
  const monday = fire.replace('Friday', 'Monday');
  const sunday = fire.replace('Friday', 'Sunday');
  expect(seek(fire, { 'a.txt': [read(monday)], 'b.txt': [read(sunday)] })).toBeUndefined();
  expect(seek(fire, { 'a.txt': [read(fire)], 'b.txt': [read(fire)] })).toBeUndefined();
});

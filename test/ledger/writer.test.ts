import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventDraft, LedgerEvent } from '../../src/ledger/events.ts';
import type { LedgerFiles } from '../../src/ledger/files.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { keepVersion, readVersion, textVersion, versionPath } from '../../src/ledger/versions.ts';
import { editorFolder, isEventFile, type Ledger, openLedger, writerPath } from '../../src/ledger/writer.ts';
import { anyText, noted } from './samples.ts';

const text = 'The pier was closed. Nobody was hurt.';

function note(words: string): EventDraft {
  const { document, text: version, target } = noted('', text, 'pier');
  return { type: 'noted', document, text: version, target, note: words };
}

function memoryFiles(disk: Map<string, string>): LedgerFiles {
  return {
    list: async () => ({ paths: [...disk.keys()], unlisted: [] }),
    read: async (path) => {
      const content = disk.get(path);
      if (content === undefined) throw new Error('no such file');
      return content;
    },
    write: async (path, content) => void disk.set(path, content),
    remove: async (path) => {
      if (!disk.delete(path)) throw new Error('no such file');
    },
  };
}

type Effect = 'nothing' | 'half' | 'all';

/** Files whose nth write or removal goes wrong: it does nothing, half or all of it, then rejects, or nothing ever answers again. */
function faulty(disk: Map<string, string>, n: number, effect: Effect, ends: 'rejects' | 'hangs'): LedgerFiles {
  const sound = memoryFiles(disk);
  let step = 0;
  let isDead = false;
  async function act(path: string, whole: () => Promise<void>, half: () => Promise<void>): Promise<void> {
    if (isDead) return new Promise(() => undefined);
    if (step++ !== n) return whole();
    if (effect === 'all') await whole();
    if (effect === 'half') await half();
    if (ends === 'rejects') throw new Error(`disk full at ${path}`);
    isDead = true;
    return new Promise(() => undefined);
  }
  return {
    ...sound,
    write: (path, content) =>
      act(
        path,
        () => sound.write(path, content),
        () => sound.write(path, content.slice(0, content.length / 2)),
      ),
    remove: (path) =>
      act(
        path,
        () => sound.remove(path),
        async () => undefined,
      ),
  };
}

let ids = 0;
const optionsOf = (writerId: string, editor = 'Ann Moor') => ({
  editor,
  writerId,
  newId: () => `id${ids++}`,
  now: () => '2022-03-03T10:00:00Z',
});

async function append(ledger: Ledger, ...drafts: readonly EventDraft[]): Promise<readonly LedgerEvent[]> {
  const added = ledger.add(...drafts);
  await ledger.save();
  return added;
}

const notesOn = async (disk: Map<string, string>): Promise<string[]> => {
  const ledger = await openLedger(memoryFiles(disk), optionsOf('reader'));
  return foldEvents(ledger.events)
    .decisions.map((decision) => (decision.type === 'noted' ? decision.note : ''))
    .sort();
};

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

const steps = Array.from({ length: 9 }, (_, n) => n);
const effects: readonly Effect[] = ['nothing', 'half', 'all'];

test('a crash at any step loses nothing that was acknowledged', async () => {
  for (const n of steps)
    for (const effect of effects) {
      const disk = new Map<string, string>();
      const ledger = await openLedger(faulty(disk, n, effect, 'hangs'), optionsOf('w1'));
      const acknowledged: string[] = [];
      const give = (words: string) => append(ledger, note(words)).then(() => acknowledged.push(words));
      give('one');
      await settle();
      give('two');
      give('three');
      await settle();
      give('four');
      give('five');
      await settle();
      expect(await notesOn(disk), `step ${n}, ${effect}`).toEqual(expect.arrayContaining(acknowledged));
      expect(acknowledged.length).toBeGreaterThanOrEqual(Math.min(5, n === 0 ? 0 : 1));
    }
});

test('a write that fails is told, and the next save makes it good', async () => {
  for (const n of steps)
    for (const effect of effects) {
      const disk = new Map<string, string>();
      const ledger = await openLedger(faulty(disk, n, effect, 'rejects'), optionsOf('w1'));
      const acknowledged: string[] = [];
      for (const words of ['one', 'two', 'three', 'four', 'five']) {
        await append(ledger, note(words)).then(
          () => acknowledged.push(words),
          (error) => expect(String(error)).toContain('disk full'),
        );
        expect(await notesOn(disk)).toEqual(expect.arrayContaining(acknowledged));
      }
      expect(foldEvents(ledger.events).decisions).toHaveLength(5);
      await ledger.save();
      expect(await notesOn(disk)).toEqual(['five', 'four', 'one', 'three', 'two']);
    }
});

test('a save leaves one file of this writer behind, in the editor’s folder', async () => {
  const disk = new Map<string, string>();
  const ledger = await openLedger(memoryFiles(disk), optionsOf('w1'));
  await append(ledger, note('one'));
  await Promise.all([append(ledger, note('two')), append(ledger, note('three'))]);
  expect([...disk.keys()]).toHaveLength(1);
  expect([...disk.keys()][0]).toMatch(/^\.seedmark\/ann-moor-[0-9a-f]{8}\/w1-\d+\.jsonl$/);
});

test('a bulk of decisions is one save', async () => {
  const disk = new Map<string, string>();
  const ledger = await openLedger(memoryFiles(disk), optionsOf('w1'));
  await append(ledger, note('one'), note('two'), note('three'));
  expect([...disk.keys()]).toEqual([writerPath('Ann Moor', 'w1', 1)]);
  expect(await notesOn(disk)).toEqual(['one', 'three', 'two']);
});

test('two windows on one folder touch only their own files and see each other’s after a refresh', async () => {
  const disk = new Map<string, string>();
  const first = await openLedger(memoryFiles(disk), optionsOf('w1'));
  const second = await openLedger(memoryFiles(disk), optionsOf('w2'));
  await append(first, note('from the first'));
  const before = new Map(disk);
  await append(second, note('from the second'));
  for (const [path, content] of before) expect(disk.get(path)).toBe(content);
  await first.refresh();
  expect(first.events).toHaveLength(2);
  const [last] = await append(first, note('seen both'));
  expect(last!.seen).toHaveLength(2);
  const [next] = await append(first, note('seen all'));
  expect(next!.seen).toEqual([last!.id]);
});

test('what is not yet kept survives a refresh; what another branch took away is gone, and a save does not bring it back', async () => {
  const disk = new Map<string, string>();
  const ledger = await openLedger(memoryFiles(disk), optionsOf('w1'));
  await append(ledger, note('on the branch'));
  const branch = new Map(disk);
  disk.clear();
  await ledger.refresh();
  expect(ledger.events).toEqual([]);
  await append(ledger, note('on main'));
  expect(await notesOn(disk)).toEqual(['on main']);
  // Back again, both files merged.
  for (const [path, content] of branch) disk.set(path, content);
  await ledger.refresh();
  expect(await notesOn(disk)).toEqual(['on main', 'on the branch']);
});

test('a file that another window replaces while it is read is found again', async () => {
  const disk = new Map<string, string>();
  const other = await openLedger(memoryFiles(disk), optionsOf('w2'));
  await append(other, note('one'));
  const sound = memoryFiles(disk);
  let isReplaced = false;
  const files = {
    ...sound,
    read: async (path: string) => {
      if (!isReplaced) {
        isReplaced = true;
        await append(other, note('two'));
      }
      return sound.read(path);
    },
  };
  const ledger = await openLedger(files, optionsOf('w1'));
  expect(ledger.events).toHaveLength(2);
  expect(ledger.problems).toEqual([]);
});

test('a torn file is told with its line, and what can be read of it is used', async () => {
  const disk = new Map<string, string>();
  const ledger = await openLedger(memoryFiles(disk), optionsOf('w1'));
  await append(ledger, note('one'), note('two'));
  const [path, content] = [...disk][0]!;
  disk.set(path, content.slice(0, -20));
  const again = await openLedger(memoryFiles(disk), optionsOf('w2'));
  expect(again.events).toHaveLength(1);
  expect(again.problems).toEqual([{ file: path, line: 2, cause: { type: 'cutOff' } }]);
});

test('a folder that cannot be listed or read is a problem, not a failure, and decisions are still written', async () => {
  const disk = new Map<string, string>();
  const files: LedgerFiles = { ...memoryFiles(disk), list: () => Promise.reject(new Error('no permission')) };
  const ledger = await openLedger(files, optionsOf('w1'));
  expect(ledger.problems[0]!.cause).toEqual({ type: 'unlisted', reason: 'no permission' });
  await append(ledger, note('one'));
  await ledger.refresh();
  expect(ledger.events).toHaveLength(1);
  expect(await notesOn(disk)).toEqual(['one']);
});

test('what cannot be read for a while stands as it did, and is told', async () => {
  const disk = new Map<string, string>();
  await append(await openLedger(memoryFiles(disk), optionsOf('w1')), note('by Ann'));
  await append(await openLedger(memoryFiles(disk), optionsOf('w2', 'Bo Ek')), note('by Bo'));
  const sound = memoryFiles(disk);
  const folder = `.seedmark/${editorFolder('Bo Ek')}`;
  let files: LedgerFiles = sound;
  const ledger = await openLedger(
    { ...sound, list: () => files.list(), read: (path) => files.read(path) },
    optionsOf('w3'),
  );
  const own = await append(ledger, note('mine'));
  const isBo = (path: string) => path.startsWith(`${folder}/`);
  const troubles: readonly LedgerFiles[] = [
    { ...sound, read: (path) => (isBo(path) ? Promise.reject(new Error('busy')) : sound.read(path)) },
    { ...sound, list: () => Promise.reject(new Error('busy')) },
    {
      ...sound,
      list: async () => ({
        paths: [...disk.keys()].filter((path) => !isBo(path)),
        unlisted: [{ folder, reason: 'busy' }],
      }),
    },
  ];
  for (const trouble of troubles) {
    files = trouble;
    await ledger.refresh();
    expect(ledger.events).toHaveLength(3);
    expect(ledger.events).toContainEqual(own[0]);
    expect(ledger.problems).toHaveLength(1);
    expect(ledger.problems[0]!.cause).toEqual({ type: expect.stringMatching(/^un(read|listed)$/), reason: 'busy' });
  }
  files = sound;
  await ledger.refresh();
  expect(ledger.problems).toEqual([]);
});

test('what could not be read back is not taken, and nothing with it', async () => {
  const disk = new Map<string, string>();
  const ledger = await openLedger(memoryFiles(disk), optionsOf('w1'));
  const tooLong = note('x'.repeat(1_000_001));
  expect(() => ledger.add(note('one'), tooLong)).toThrow('longer than a million characters');
  expect(() => ledger.add({ ...note('one'), document: '../story.txt' } as EventDraft)).toThrow('"document"');
  expect(ledger.events).toEqual([]);
  await append(ledger, note('two'));
  expect(await notesOn(disk)).toEqual(['two']);
});

// A lone surrogate cannot be written in UTF-8.
const wellFormed = anyText(30).filter((name) => !/\p{Cs}/u.test(name));

test('every editor’s name makes a safe folder of its own', () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, (a, b) => {
      expect(editorFolder(a)).toMatch(/^[a-z0-9][a-z0-9-]{0,40}-[0-9a-f]{8}$/);
      if (a.normalize('NFC') !== b.normalize('NFC')) expect(editorFolder(a)).not.toBe(editorFolder(b));
    }),
  );
  const names = ['Ann', 'ann', 'ANN', '../ann', 'Änn', 'анна', '阿娜', '', 'con', 'texts'];
  expect(new Set(names.map(editorFolder)).size).toBe(names.length);
});

test('only files in editors’ folders are read as events', () => {
  expect(isEventFile(writerPath('Ann', 'w1', 3))).toBe(true);
  for (const path of ['.seedmark/texts/abc.txt', '.seedmark/notes.md', '.seedmark/a/b/c.jsonl', 'seeds/a.jsonl'])
    expect(isEventFile(path)).toBe(false);
});

test('decisions come back for their document alone', async () => {
  const disk = new Map<string, string>();
  const ledger = await openLedger(memoryFiles(disk), optionsOf('w1'));
  await append(ledger, note('one'), { ...note('two'), document: 'seeds/other.txt' } as EventDraft);
  const again = await openLedger(memoryFiles(disk), optionsOf('w2'));
  expect(decisionsAbout('seeds/other.txt', foldEvents(again.events)).decisions).toHaveLength(1);
});

test('the version read is kept once, and repaired where it was torn', async () => {
  const disk = new Map<string, string>();
  const files = memoryFiles(disk);
  const version = await keepVersion(files, text);
  expect(version).toBe(textVersion(text));
  // "abc", as in FIPS 180-2.
  expect(textVersion('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await readVersion(files, version)).toBe(text);
  const unwritable = { ...files, write: () => Promise.reject(new Error('written twice')) };
  expect(await keepVersion(unwritable, text)).toBe(version);
  disk.set(versionPath(version), text.slice(0, 5));
  expect(await readVersion(files, version)).toBeUndefined();
  await keepVersion(files, text);
  expect(await readVersion(files, version)).toBe(text);
});

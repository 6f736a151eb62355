// Where decisions are kept in every kind of workspace, and that they are there again.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { type MemoryFiles, memoryFiles } from './memoryFiles.ts';
import { claimWith, folder, seedmark, select, show, signAs, story, until } from './workspace.ts';

const pier = 'The north pier is closed';

const written = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** The events kept under a folder. */
async function eventsUnder(root: vscode.Uri): Promise<readonly Record<string, unknown>[]> {
  const ledger = vscode.Uri.joinPath(root, '.seedmark');
  const events: Record<string, unknown>[] = [];
  for (const [editor] of await vscode.workspace.fs.readDirectory(ledger).then(undefined, () => [])) {
    for (const [name] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(ledger, editor))) {
      if (!name.endsWith('.jsonl')) continue;
      const lines = (await written(vscode.Uri.joinPath(ledger, editor, name))).split('\n').filter(Boolean);
      events.push(...lines.map((line) => JSON.parse(line)));
    }
  }
  return events;
}

async function tagPier(document: vscode.TextDocument, tag = 'verified'): Promise<void> {
  await until(document.uri, (read) => claimWith(read, pier) !== undefined);
  select(await vscode.window.showTextDocument(document), pier);
  await vscode.commands.executeCommand('seedmark.tagClaim', { tag });
  await until(document.uri, (read) => claimWith(read, pier)?.tags.some((given) => given.tag === tag) === true);
}

/** Closes the document and opens it again. */
async function reopened(uri: vscode.Uri) {
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.window.showTextDocument(uri);
  return until(uri, (read) => claimWith(read, pier)?.tags.length !== 0);
}

/** Comes back when the folder keeps these tags of a document; what is decided stands a moment earlier. */
async function onceWritten(name: string, tags: readonly string[]): Promise<void> {
  const { onDidChange } = await seedmark();
  const areWritten = async () => {
    const events = (await eventsUnder(folder())).filter(({ document }) => document === name);
    return events.map(({ tag, by }) => `${tag} ${by}`).join() === tags.join();
  };
  await new Promise<void>((resolve) => {
    const look = async () => {
      if (!(await areWritten())) return;
      listening.dispose();
      resolve();
    };
    const listening = onDidChange(look);
    void look();
  });
}

const noticeOn = async (uri: vscode.Uri): Promise<string | undefined> => (await seedmark()).notice(uri);

suite('places of decisions', () => {
  const memory = memoryFiles();
  const frozen = memoryFiles();
  const at = (scheme: string, name: string) => vscode.Uri.from({ scheme, path: `/desk/${name}` });
  const put = (files: MemoryFiles, uri: vscode.Uri, text: string) => {
    files.createDirectory(vscode.Uri.joinPath(uri, '..'));
    files.writeFile(uri, new TextEncoder().encode(text), { create: true, overwrite: true });
  };
  const providers: vscode.Disposable[] = [];

  suiteSetup(async () => {
    await signAs('Ann Moor');
    providers.push(
      vscode.workspace.registerFileSystemProvider('memory', memory),
      vscode.workspace.registerFileSystemProvider('frozen', frozen, { isReadonly: true }),
    );
    for (const [scheme, files] of [['memory', memory] as const, ['frozen', frozen] as const]) {
      put(files, at(scheme, 'story.txt'), story);
    }
    const added = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
    vscode.workspace.updateWorkspaceFolders(
      2,
      0,
      { uri: vscode.Uri.from({ scheme: 'memory', path: '/desk' }) },
      { uri: vscode.Uri.from({ scheme: 'frozen', path: '/desk' }) },
    );
    await added;
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const removed = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
    vscode.workspace.updateWorkspaceFolders(2, 2);
    await removed;
    vscode.Disposable.from(...providers).dispose();
  });

  test('each workspace folder keeps the decisions on its own documents', async () => {
    const second = vscode.workspace.workspaceFolders![1]!.uri;
    const uri = vscode.Uri.joinPath(second, 'second story.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(story));
    await tagPier(await vscode.workspace.openTextDocument(uri));
    assert.deepEqual(
      (await eventsUnder(second)).map(({ document, tag }) => [document, tag]),
      [['second story.txt', 'verified']],
    );
    assert.ok(!(await eventsUnder(folder())).some(({ document }) => document === 'second story.txt'));
    assert.equal(await noticeOn(uri), undefined);
  });

  test('a virtual workspace that can be written keeps its own', async () => {
    const uri = at('memory', 'story.txt');
    await tagPier(await vscode.workspace.openTextDocument(uri));
    assert.equal((await eventsUnder(vscode.Uri.joinPath(uri, '..'))).length, 1);
    assert.equal(claimWith(await reopened(uri), pier)?.state, 'verified');
    assert.equal(await noticeOn(uri), undefined);
  });

  test('of a read-only workspace VS Code keeps them, says so, and reads what others wrote there', async () => {
    const uri = at('frozen', 'story.txt');
    const theirs = (await eventsUnder(at('memory', 'story.txt').with({ path: '/desk' })))[0];
    put(frozen, at('frozen', '.seedmark/bo-ek-00000000/b-1.jsonl'), `${JSON.stringify({ ...theirs, by: 'Bo Ek' })}\n`);
    frozen.createDirectory(at('frozen', '.seedmark'));
    const before = frozen.files.size;
    await tagPier(await vscode.workspace.openTextDocument(uri), 'disputed');
    assert.equal(frozen.files.size, before);
    assert.match(
      (await noticeOn(uri)) ?? '',
      /Tags and notes are kept in VS Code’s own storage: the folder desk is read-only/,
    );
    const tags = claimWith(await reopened(uri), pier)?.tags.map(({ tag, by }) => `${tag} ${by}`);
    assert.deepEqual(tags?.sort(), ['disputed Ann Moor', 'verified Bo Ek']);
  });

  test('what a folder refuses is kept by VS Code, and goes home when the folder takes it', async () => {
    const uri = at('memory', 'refused/story.txt');
    put(memory, uri, story);
    memory.refuses = true;
    await tagPier(await vscode.workspace.openTextDocument(uri), 'needs-source');
    assert.match((await noticeOn(uri)) ?? '', /Tags and notes are kept in VS Code’s own storage: .* cannot be written/);
    assert.equal(claimWith(await reopened(uri), pier)?.state, 'needs-source');
    memory.refuses = false;
    await tagPier((await vscode.window.showTextDocument(uri)).document, 'for Monday');
    assert.equal(await noticeOn(uri), undefined);
    const here = (await eventsUnder(at('memory', 'story.txt').with({ path: '/desk' }))).filter(
      ({ document }) => document === 'refused/story.txt',
    );
    assert.deepEqual(here.map(({ tag }) => tag).sort(), ['for Monday', 'needs-source']);
  });

  test('of a document in no folder VS Code keeps them, and says so', async () => {
    const desk = await fs.mkdtemp(path.join(os.tmpdir(), 'seedmark-'));
    const uri = vscode.Uri.file(path.join(desk, 'loose.txt'));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(story));
    await tagPier(await vscode.workspace.openTextDocument(uri));
    assert.match((await noticeOn(uri)) ?? '', /lies in no open folder/);
    assert.equal(claimWith(await reopened(uri), pier)?.state, 'verified');
    assert.deepEqual(await fs.readdir(desk), ['loose.txt']);
    await fs.rm(desk, { recursive: true });
  });

  test('an untitled document takes its decisions along when it is saved', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'was untitled.txt');
    const untitled = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(untitled);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), story));
    await tagPier(untitled);
    assert.match((await noticeOn(untitled.uri)) ?? '', /no file yet/);
    await untitled.save();
    await vscode.window.showTextDocument(uri);
    await until(uri, (read) => claimWith(read, pier)?.state === 'verified');
    await onceWritten('was untitled.txt', ['verified Ann Moor']);
  });

  test('an untitled document that is thrown away leaves nothing to the next of its name', async () => {
    const first = await vscode.workspace.openTextDocument({ content: story });
    await tagPier(first);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const next = await vscode.workspace.openTextDocument(first.uri);
    const editor = await vscode.window.showTextDocument(next);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), story));
    const read = await until(next.uri, (read) => claimWith(read, pier)?.state === 'open');
    assert.deepEqual(read?.lost, []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a path of odd characters keeps its decisions', async () => {
    const { document } = await show('odd #1 100%25/a? & b [x] {y}.txt', story);
    await tagPier(document);
    assert.equal(claimWith(await reopened(document.uri), pier)?.state, 'verified');
    const events = await eventsUnder(folder());
    assert.ok(events.some(({ document: name }) => name === 'odd #1 100%25/a? & b [x] {y}.txt'));
  });

  test('lines that cannot be read are told with their file and place, left as they are, and cost no others', async () => {
    const desk = vscode.Uri.joinPath(folder(), 'garbage');
    const bad = vscode.Uri.joinPath(desk, '.seedmark', 'bo-ek-00000000', 'b-1.jsonl');
    const later = { v: 9, id: 'later1', type: 'weighed', seen: [], weight: 7 };
    const lines = `${JSON.stringify(later)}\n<<<<<<< HEAD\n{"v":1\n`;
    await vscode.workspace.fs.writeFile(bad, new TextEncoder().encode(lines));
    const { document } = await show('garbage/story.txt', story);
    await tagPier(document);
    assert.match(
      (await noticeOn(document.uri)) ?? '',
      /bo-ek-00000000\/b-1\.jsonl, line 2: a conflict marker.* and 1 more/,
    );
    assert.equal(await written(bad), lines);
    assert.equal(claimWith(await reopened(document.uri), pier)?.state, 'verified');
  });
});

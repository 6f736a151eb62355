import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnnotatedDocument } from '../../src/ledger/annotated.ts';
import { claimWith, folder, rangeOf, select, show, signAs, story, until } from './workspace.ts';

const pier = 'The north pier is closed';

const run = (command: string) => vscode.commands.executeCommand(`seedmark.${command}`);
const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection);

/** The story under a name of its own, with the cursor at its start. */
async function open(name: string): Promise<vscode.TextEditor> {
  const editor = await show(name, story);
  await until(editor.document.uri, (document) => claimWith(document, pier) !== undefined);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}

const statesOf = async (editor: vscode.TextEditor) =>
  (await until(editor.document.uri, () => true))?.claims.map(({ state }) => state) ?? [];

suite('the keyboard in the text', () => {
  suiteSetup(() => signAs('Ann Moor'));

  test('verdict after verdict leads through every claim, in text order, until everything is checked', async () => {
    const editor = await open('through.txt');
    await run('nextUnchecked');
    const seen: string[] = [];
    const all = (await statesOf(editor)).length;
    for (let left = all; left > 0; left--) {
      seen.push(selected(editor));
      await run(left % 2 ? 'dispute' : 'verify');
    }
    assert.equal(new Set(seen).size, all);
    const places = seen.map((words) => editor.document.getText().indexOf(words));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.deepEqual(
      await statesOf(editor),
      seen.map((_, place) => ((all - place) % 2 ? 'disputed' : 'verified')),
    );
  });

  test('what needs a source is still to be checked; previous leads back to it', async () => {
    const editor = await open('back.txt');
    await run('nextUnchecked');
    const first = selected(editor);
    await run('needsSource');
    assert.notEqual(selected(editor), first);
    await run('previousUnchecked');
    assert.equal(selected(editor), first);
    assert.equal((await statesOf(editor))[0], 'needs-source');
  });

  test('a claim has one verdict of an editor, however often it changes', async () => {
    const editor = await open('changed mind.txt');
    for (const command of ['needsSource', 'verify', 'dispute']) {
      select(editor, pier);
      await run(command);
    }
    const tags = (document: AnnotatedDocument | undefined) => claimWith(document, pier)?.tags.map(({ tag }) => tag);
    assert.deepEqual(tags(await until(editor.document.uri, () => true)), ['disputed']);
    await run('undo');
    assert.deepEqual(tags(await until(editor.document.uri, () => true)), ['verified']);
  });

  test('a setting lets the cursor stay with the claim', async () => {
    const settings = vscode.workspace.getConfiguration('seedmark');
    await settings.update('advanceAfterVerdict', false, vscode.ConfigurationTarget.Global);
    try {
      const editor = await open('stays.txt');
      await run('nextUnchecked');
      const first = selected(editor);
      await run('verify');
      assert.equal(selected(editor), first);
      assert.equal((await statesOf(editor))[0], 'verified');
    } finally {
      await settings.update('advanceAfterVerdict', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a claim takes in a word more and gives it back, at either end, and undo does so too', async () => {
    const editor = await open('bounds.txt');
    const night = 'about 40 firefighters had worked through the night';
    select(editor, night);
    const steps = [
      ['shrinkClaim', 'about 40 firefighters had worked through the'],
      ['shrinkClaim', 'about 40 firefighters had worked through'],
      ['extendClaim', 'about 40 firefighters had worked through the'],
      ['shrinkClaimStart', '40 firefighters had worked through the'],
      ['extendClaimStart', 'about 40 firefighters had worked through the'],
    ] as const;
    for (const [command, words] of steps) {
      await run(command);
      assert.equal(selected(editor), words);
      const document = await until(editor.document.uri, (read) => claimWith(read, words) !== undefined);
      const spans = document?.claims.map(({ claim: { span } }) => document.analysis.text.slice(span.start, span.end));
      assert.deepEqual(
        spans?.filter((each) => each.includes('firefighters')),
        [words],
      );
    }
    for (const _ of steps) await run('undo');
    await until(editor.document.uri, (read) => claimWith(read, night) !== undefined);
  });

  test('a mark of an editor’s own takes in a word more too', async () => {
    const editor = await open('own mark.txt');
    select(editor, 'open again');
    await run('annotateClaim');
    await until(editor.document.uri, (read) => read?.added.length === 1);
    await run('extendClaim');
    const document = await until(editor.document.uri, (read) => read?.added.length === 1);
    const [mark] = document?.added ?? [];
    assert.equal(document?.analysis.text.slice(mark?.span.start, mark?.span.end), 'open again on');
  });

  test('what is no claim is gone with one command, which goes on to the next, and there again with another', async () => {
    const editor = await open('rejected.txt');
    const { start } = rangeOf(editor.document, 'pier');
    editor.selection = new vscode.Selection(start, start);
    await run('rejectClaim');
    await until(editor.document.uri, (read) => claimWith(read, pier) === undefined);
    assert.equal(selected(editor), 'about 40 firefighters had worked through the night');
    await run('undo');
    await until(editor.document.uri, (read) => claimWith(read, pier) !== undefined);
    assert.match(selected(editor), /The north pier is closed/);
  });

  test('taking back goes to the claim that it is about, and so does doing it again', async () => {
    const editor = await open('gone back.txt');
    await run('nextUnchecked');
    const first = selected(editor);
    await run('verify');
    assert.notEqual(selected(editor), first);
    await run('undo');
    assert.equal(selected(editor), first);
    assert.equal((await statesOf(editor))[0], 'open');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('redo');
    assert.equal(selected(editor), first);
    assert.equal((await statesOf(editor))[0], 'verified');
  });

  test('of claims within each other a verdict is for the one whose words are selected', async () => {
    const editor = await open('within.txt');
    select(editor, 'north pier is closed');
    await run('annotateClaim');
    await until(editor.document.uri, (read) => read?.added.length === 1);
    const outer = claimWith(await until(editor.document.uri, () => true), 'The north pier');
    assert.ok(outer);
    select(editor, pier);
    await run('verify');
    const document = await until(editor.document.uri, (read) => claimWith(read, pier)?.state === 'verified');
    assert.equal(document?.claims.filter(({ state }) => state === 'verified').length, 1);
  });

  test('outside a seed nothing happens but that it is said', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'list.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('eggs\nmilk\n'));
    const editor = await vscode.window.showTextDocument(uri);
    await run('nextUnchecked').then(undefined, () => undefined);
    assert.ok(editor.selection.isEmpty);
  });
});

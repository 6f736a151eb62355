import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimWith, folder, rangeOf, select, show, signAs, story, until } from './workspace.ts';

const pier = 'The north pier is closed';

async function filesUnder(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  const found = entries.map(([name, type]) => {
    const inside = vscode.Uri.joinPath(uri, name);
    return type === vscode.FileType.Directory ? filesUnder(inside) : [inside];
  });
  return (await Promise.all(found)).flat();
}

const textOf = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** The events under a folder, each with the file that holds it. */
async function eventsIn(uri: vscode.Uri): Promise<readonly { file: vscode.Uri; event: Record<string, unknown> }[]> {
  const files = (await filesUnder(vscode.Uri.joinPath(uri, '.seedmark'))).filter(({ path }) => path.endsWith('.jsonl'));
  const lists = files.map(async (file) =>
    (await textOf(file))
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ file, event: JSON.parse(line) })),
  );
  return (await Promise.all(lists)).flat();
}

async function verify(name: string): Promise<vscode.TextEditor> {
  const editor = await show(name, story);
  await until(editor.document.uri, (document) => claimWith(document, pier) !== undefined);
  select(editor, pier);
  await vscode.commands.executeCommand('seedmark.tagClaim', { tag: 'verified' });
  await until(editor.document.uri, (document) => claimWith(document, pier)?.state === 'verified');
  return editor;
}

suite('keeping decisions', () => {
  suiteSetup(() => signAs('Ann Moor'));

  test('a tag is written beside the documents, signed, and there again when the document is opened again', async () => {
    const { document } = await verify('kept.txt');
    const event = (await eventsIn(folder())).find(({ event }) => event.document === 'kept.txt')?.event;
    assert.equal(event?.type, 'tagged');
    assert.equal(event?.tag, 'verified');
    assert.equal(event?.by, 'Ann Moor');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await until(document.uri, (read) => claimWith(read, pier)?.state === 'verified');
    assert.deepEqual(
      claimWith(again, pier)?.tags.map(({ tag, by }) => `${tag} ${by}`),
      ['verified Ann Moor'],
    );
  });

  test('words that have changed are not verified any more', async () => {
    const editor = await verify('changed.txt');
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'north'), 'south'));
    const document = await until(editor.document.uri, (read) => read?.analysis.text.includes('south pier') === true);
    assert.equal(claimWith(document, 'The south pier')?.state, 'changed');
    assert.match(claimWith(document, 'The south pier')?.before ?? '', /north pier/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(editor.document.uri, (read) => claimWith(read, pier)?.state === 'verified');
  });

  test('a tag holds when text is written above it', async () => {
    const editor = await verify('moved.txt');
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'Vessen added').start, 'It rained.\n\n'));
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, '"We counted').start, 'It had rained.\n\n'));
    const document = await until(editor.document.uri, (read) => read?.analysis.text.includes('had rained') === true);
    assert.equal(claimWith(document, pier)?.state, 'verified');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('what another editor writes appears', async () => {
    const editor = await verify('shared.txt');
    const mine = (await eventsIn(folder())).find(({ event }) => event.document === 'shared.txt')?.event;
    const theirs = { ...mine, id: 'theirs1', by: 'Bo Ek', tag: 'disputed', seen: [mine?.id] };
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder(), '.seedmark', 'bo-ek-00000000', 'a1-1.jsonl'),
      new TextEncoder().encode(`${JSON.stringify(theirs)}\n`),
    );
    const document = await until(editor.document.uri, (read) => claimWith(read, pier)?.tags.length === 2);
    assert.equal(claimWith(document, pier)?.state, 'disputed');
  });

  test('a note is kept', async () => {
    const editor = await show('noted.txt', story);
    await until(editor.document.uri, (document) => claimWith(document, pier) !== undefined);
    select(editor, pier);
    await vscode.commands.executeCommand('seedmark.addNote', { note: 'Ask the harbour office.' });
    const document = await until(editor.document.uri, (read) => claimWith(read, pier)?.notes.length === 1);
    assert.equal(claimWith(document, pier)?.notes[0]?.text, 'Ask the harbour office.');
  });

  test('a mark of one’s own is kept and can be taken back', async () => {
    const editor = await show('marked.txt', story);
    await until(editor.document.uri, (document) => document !== undefined);
    const range = select(editor, 'The north pier');
    await vscode.commands.executeCommand('seedmark.annotateName', { kind: 'place' });
    const document = await until(editor.document.uri, (read) => read?.added.length === 1);
    assert.equal(document?.added[0]?.entityKind, 'place');
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('seedmark.removeAnnotation');
    await until(editor.document.uri, (read) => read?.added.length === 0);
  });

  test('the nearest folder with .seedmark keeps the decisions on its documents', async () => {
    const desk = vscode.Uri.joinPath(folder(), 'desk');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(desk, '.seedmark'));
    await verify('desk/today/own.txt');
    const events = await eventsIn(desk);
    assert.deepEqual(
      events.map(({ event }) => event.document),
      ['today/own.txt'],
    );
  });

  test('a document without a file keeps its tags out of the folder', async () => {
    const before = (await eventsIn(folder())).length;
    const untitled = await vscode.workspace.openTextDocument({ content: story });
    const editor = await vscode.window.showTextDocument(untitled);
    await until(untitled.uri, (document) => claimWith(document, pier) !== undefined);
    select(editor, pier);
    await vscode.commands.executeCommand('seedmark.tagClaim', { tag: 'needs-source' });
    await until(untitled.uri, (document) => claimWith(document, pier)?.state === 'needs-source');
    assert.equal((await eventsIn(folder())).length, before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
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
    assert.match(claimWith(document, 'The south pier')?.change?.before ?? '', /north pier/);
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

  const marks = [
    ['quote', 'worked through the night', {}],
    ['figure', 'sixteen ships', {}],
    ['name', 'The north pier', { kind: 'place' }],
    ['claim', 'the harbour will open again', {}],
  ] as const;
  for (const [kind, words, args] of marks) {
    test(`a ${kind} marked by hand is kept and can be taken back`, async () => {
      const editor = await show(`marked ${kind}.txt`, story);
      await until(editor.document.uri, (document) => document !== undefined);
      const range = select(editor, words);
      const command = `seedmark.annotate${kind[0]?.toUpperCase()}${kind.slice(1)}`;
      await vscode.commands.executeCommand(command, args);
      const document = await until(editor.document.uri, (read) => read?.added.length === 1);
      const [mark] = document?.added ?? [];
      assert.equal(mark?.kind, kind);
      assert.equal(mark?.entityKind, kind === 'name' ? 'place' : undefined);
      assert.equal(document?.analysis.text.slice(mark?.span.start, mark?.span.end), words);
      editor.selection = new vscode.Selection(range.start, range.start);
      await vscode.commands.executeCommand('seedmark.removeAnnotation');
      await until(editor.document.uri, (read) => read?.added.length === 0);
    });
  }

  test('a tag can be taken away', async () => {
    const editor = await verify('untagged.txt');
    await vscode.commands.executeCommand('seedmark.tagClaim', { tag: 'for Monday' });
    await vscode.commands.executeCommand('seedmark.removeTag', { tag: 'verified' });
    const document = await until(editor.document.uri, (read) => claimWith(read, pier)?.state === 'tagged');
    assert.deepEqual(
      claimWith(document, pier)?.tags.map(({ tag }) => tag),
      ['for Monday'],
    );
  });

  test('words changed by another program are not verified any more, and are again when they are put back', async () => {
    const editor = await verify('outside.txt');
    const { document } = editor;
    const rewrite = async (text: string) => {
      await fs.writeFile(document.uri.fsPath, text);
      await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, 'Unsaved.'));
      await vscode.commands.executeCommand('workbench.action.files.revert'); // reads the file again
    };
    await rewrite(story.replace('north', 'south'));
    await until(document.uri, (read) => claimWith(read, 'The south pier')?.state === 'changed');
    await rewrite(`${story}It rained.\n`);
    await until(document.uri, (read) => claimWith(read, pier)?.state === 'verified');
  });

  test('an edit elsewhere that makes "he" another person ends what was verified of him', async () => {
    const editor = await verify('he.txt');
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'Ilmar Vessen'), 'Arvo Tamm'));
    const document = await until(editor.document.uri, (read) => claimWith(read, pier)?.state === 'changed');
    assert.deepEqual(claimWith(document, pier)?.change?.behind, [
      { what: 'speaker', before: 'Ilmar Vessen', now: 'Arvo Tamm' },
    ]);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(editor.document.uri, (read) => claimWith(read, pier)?.state === 'verified');
  });

  test('an edit while a tag is being given leaves the tag with the words that were seen', async () => {
    const editor = await show('meanwhile.txt', story);
    await until(editor.document.uri, (document) => claimWith(document, pier) !== undefined);
    select(editor, pier);
    const tagging = vscode.commands.executeCommand('seedmark.tagClaim', { tag: 'verified' });
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'north'), 'south'));
    await tagging;
    const document = await until(editor.document.uri, (read) => read?.claims.some(({ tags }) => tags.length) === true);
    const tagged = document?.claims.find(({ tags }) => tags.length);
    const words = document?.analysis.text.slice(tagged?.claim.span.start, tagged?.claim.span.end) ?? '';
    const [event] = (await eventsIn(folder())).filter(({ event }) => event.document === 'meanwhile.txt');
    const target = event?.event.target as { quote: { exact: string } } | undefined;
    assert.equal(tagged?.state, target?.quote.exact === words ? 'verified' : 'changed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('git’s user name signs where none is set', async () => {
    await vscode.workspace
      .getConfiguration('seedmark')
      .update('editorName', undefined, vscode.ConfigurationTarget.Global);
    try {
      const git = (...args: string[]) => execFileSync('git', args, { cwd: folder().fsPath });
      git('init', '--quiet');
      git('config', 'user.name', 'Ulla Brenn');
      await vscode.commands.executeCommand('git.openRepository', folder().fsPath);
      await verify('by git.txt');
      const event = (await eventsIn(folder())).find(({ event }) => event.document === 'by git.txt')?.event;
      assert.equal(event?.by, 'Ulla Brenn');
    } finally {
      await signAs('Ann Moor');
    }
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

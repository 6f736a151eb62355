import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimWith, rangeOf, seedmark, select, show, signAs, story, until } from './workspace.ts';

const pier = 'The north pier is closed';
const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(`seedmark.${command}`, argument);

async function open(name: string): Promise<vscode.TextEditor> {
  const editor = await show(name, story);
  await until(editor.document.uri, (document) => claimWith(document, pier) !== undefined);
  return editor;
}

const threadsOf = async ({ document }: vscode.TextEditor) => (await seedmark()).threads(document.uri);

/** A thread as VS Code makes one for the words before anything is written in it. */
const draftOn = ({ document }: vscode.TextEditor, words: string) => ({
  uri: document.uri,
  range: rangeOf(document, words),
  dispose: () => undefined,
});

/** What a thread says, a comment a line. */
const said = (thread: vscode.CommentThread | undefined) =>
  thread?.comments.map(({ author, body }) => `${author.name}: ${typeof body === 'string' ? body : body.value}`) ?? [];

const notesOn = async ({ document }: vscode.TextEditor, words: string, count: number) => {
  const read = await until(document.uri, (now) => (claimWith(now, words)?.notes.length ?? 0) === count);
  return claimWith(read, words);
};

suite('notes as threads', () => {
  suiteSetup(() => signAs('Ann Moor'));

  test('a note given to a claim is a thread at its words; a reply is one more note on it', async () => {
    const editor = await open('thread.txt');
    select(editor, 'The north pier');
    await run('addNote', { note: 'Ask *the* harbour.' });
    await notesOn(editor, pier, 1);
    const [thread, ...others] = await threadsOf(editor);
    assert.deepEqual(others, []);
    assert.match(editor.document.getText(thread?.range), /The north pier is closed/);
    // The words bring marks of their own.
    assert.match(thread?.label ?? '', /^On "We counted/);
    assert.deepEqual(said(thread), ['Ann Moor: Ask&nbsp;\\*the\\*&nbsp;harbour.']);
    await run('saveNote', { thread, text: 'They say it is.' });
    await notesOn(editor, pier, 2);
    assert.deepEqual(await threadsOf(editor), [thread]);
    assert.equal(said(thread).length, 2);
  });

  test('a new thread is a note on the claim that is selected, or marks the words as one', async () => {
    const editor = await open('new thread.txt');
    await run('saveNote', { thread: draftOn(editor, 'north pier'), text: 'Which one?' });
    assert.equal((await notesOn(editor, pier, 1))?.notes[0]?.text, 'Which one?');
    await run('saveNote', { thread: draftOn(editor, '/NORDA/'), text: 'Is that so?' });
    const own = await notesOn(editor, '/NORDA/', 1);
    assert.equal(own?.origin.type, 'editor');
    const ranges = (await threadsOf(editor)).map(({ range }) => editor.document.getText(range));
    assert.equal(ranges.length, 2);
    assert.ok(ranges.includes('/NORDA/'), ranges.join(' | '));
    await run('undo');
    await until(editor.document.uri, (now) => now?.added.length === 0 && claimWith(now, '/NORDA/') === undefined);
    assert.equal((await threadsOf(editor)).length, 1);
  });

  test('a thread is resolved and opened again; a note that comes later opens it too; undo takes either back', async () => {
    const editor = await open('resolved.txt');
    await run('saveNote', { thread: draftOn(editor, 'north pier'), text: 'Which one?' });
    await notesOn(editor, pier, 1);
    const [thread] = await threadsOf(editor);
    const isResolved = () => thread?.state === vscode.CommentThreadState.Resolved;
    await run('resolveNotes', thread);
    assert.ok(isResolved());
    assert.equal(thread?.contextValue, 'resolved');
    await run('reopenNotes', thread);
    assert.ok(!isResolved());
    await run('undo');
    assert.ok(isResolved());
    await run('saveNote', { thread, text: 'It is open after all.' });
    await notesOn(editor, pier, 2);
    assert.ok(!isResolved());
  });

  test('one’s own note is written anew and removed; with the last one the thread goes', async () => {
    const editor = await open('edited.txt');
    await run('saveNote', { thread: draftOn(editor, 'north pier'), text: 'Wich *one*?' });
    await notesOn(editor, pier, 1);
    const [thread] = await threadsOf(editor);
    assert.equal(thread?.comments[0]?.contextValue, 'own');
    await run('editNote', thread?.comments[0]);
    const writing = thread?.comments[0];
    assert.equal(writing?.mode, vscode.CommentMode.Editing);
    assert.equal(writing?.body, 'Wich *one*?');
    assert.ok(writing);
    writing.body = 'Which one?';
    await run('saveEditedNote', writing);
    const claim = await notesOn(editor, pier, 1);
    assert.deepEqual(
      claim?.notes.map(({ text }) => text),
      ['Which one?'],
    );
    await run('removeNote', (await threadsOf(editor))[0]?.comments[0]);
    await notesOn(editor, pier, 0);
    assert.deepEqual(await threadsOf(editor), []);
  });

  test('what another editor wrote is shown as theirs', async () => {
    const editor = await open('theirs.txt');
    await run('saveNote', { thread: draftOn(editor, 'north pier'), text: 'Which one?' });
    await notesOn(editor, pier, 1);
    await signAs('Bo Ek');
    try {
      await run('saveNote', { thread: (await threadsOf(editor))[0], text: 'The old one.' });
      await notesOn(editor, pier, 2);
      const [thread] = await threadsOf(editor);
      assert.deepEqual(
        thread?.comments.map(({ author, contextValue }) => `${author.name} ${contextValue ?? ''}`.trim()),
        ['Ann Moor', 'Bo Ek own'],
      );
    } finally {
      await signAs('Ann Moor');
    }
  });
});

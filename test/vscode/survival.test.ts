// What was decided survives all that happens to a file: saving, renaming, another branch, another program, another editor.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { diskFiles } from '../../src/cli/ledgerFiles.ts';
import { makeAnchor } from '../../src/ledger/anchor.ts';
import type { ClaimState } from '../../src/ledger/annotated.ts';
import { textVersion } from '../../src/ledger/versions.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { openLedger } from '../../src/ledger/writer.ts';
import { claimWith, folder, rangeOf, select, show, signAs, story, until } from './workspace.ts';

const pier = 'The north pier is closed';

const uriOf = (name: string) => vscode.Uri.joinPath(folder(), name);

const untilPier = (uri: vscode.Uri, state: ClaimState | undefined, words = pier) =>
  until(uri, (document) => claimWith(document, words)?.state === state);

async function tag(editor: vscode.TextEditor, name: string, words = pier): Promise<void> {
  await until(editor.document.uri, (document) => claimWith(document, words) !== undefined);
  select(editor, words);
  await vscode.commands.executeCommand('seedmark.tagClaim', { tag: name });
}

async function verify(name: string): Promise<vscode.TextEditor> {
  const editor = await show(name, story);
  await tag(editor, 'verified');
  await untilPier(editor.document.uri, 'verified');
  return editor;
}

suite('decisions survive', () => {
  suiteSetup(() => signAs('Ann Moor'));
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('an edit elsewhere, saving, and closing', async () => {
    const editor = await verify('survival/saved.txt');
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'Vessen added').start, 'It rained.\n\n'));
    await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(uriOf('survival/saved.txt'));
    await untilPier(uriOf('survival/saved.txt'), 'verified');
  });

  test('a new name, of the file and of its folder', async () => {
    await verify('survival/old.txt');
    const rename = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(uriOf(from), uriOf(to));
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await rename('survival/old.txt', 'survival/new.txt');
    await vscode.window.showTextDocument(uriOf('survival/new.txt'));
    await untilPier(uriOf('survival/new.txt'), 'verified');
    await verify('survival/inner/deep.txt');
    await rename('survival/inner', 'survival/other');
    await vscode.window.showTextDocument(uriOf('survival/other/deep.txt'));
    await untilPier(uriOf('survival/other/deep.txt'), 'verified');
    await show('survival/old.txt', story);
    await untilPier(uriOf('survival/old.txt'), 'open');
  });

  test('a new name given by another program, and a change with it', async () => {
    await verify('survival/here.txt');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const [here, there] = [uriOf('survival/here.txt').fsPath, uriOf('survival/there.txt').fsPath];
    await fs.rename(here, there);
    await fs.writeFile(there, story.replace('about 40', 'about 41'));
    const editor = await vscode.window.showTextDocument(uriOf('survival/there.txt'));
    await untilPier(editor.document.uri, 'verified');
    await tag(editor, 'disputed', '41 firefighters');
    await untilPier(editor.document.uri, 'disputed', '41 firefighters');
    await untilPier(editor.document.uri, 'verified');
  });

  test('another branch and the way back; what two branches say is both shown when they are merged', async () => {
    const desk = uriOf('survival/branches');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], { cwd: desk.fsPath });
    const commit = (words: string) => {
      git('add', '--all');
      git('commit', '--quiet', '--message', words);
    };
    await fs.mkdir(path.join(desk.fsPath, '.seedmark'), { recursive: true });
    git('init', '--quiet', '--initial-branch', 'main');
    await fs.writeFile(path.join(desk.fsPath, 'story.txt'), story);
    commit('story');
    const editor = await verify('survival/branches/story.txt');
    const { uri } = editor.document;
    commit('verified');
    git('checkout', '--quiet', '-b', 'other', 'HEAD~1');
    await untilPier(uri, 'open');
    await signAs('Bo Ek');
    await tag(editor, 'disputed');
    await untilPier(uri, 'disputed');
    commit('disputed');
    git('checkout', '--quiet', 'main');
    await untilPier(uri, 'verified');
    git('merge', '--quiet', '--no-edit', 'other');
    const merged = await untilPier(uri, 'disagreement');
    assert.deepEqual(
      claimWith(merged, pier)
        ?.disagreements[0]?.sides.map(({ says, by }) => `${says} ${by}`)
        .sort(),
      ['disputed Bo Ek', 'verified Ann Moor'],
    );
    await signAs('Ann Moor');
    await tag(editor, 'disputed');
    await untilPier(uri, 'disputed');
  });

  test('another program that writes at the same time: neither loses a word', async () => {
    const editor = await verify('survival/both.txt');
    const { uri } = editor.document;
    const other = await openLedger(diskFiles(folder().fsPath), {
      editor: 'Bo Ek',
      writerId: 'desk',
      newId: () => crypto.randomUUID(),
      now: () => new Date().toISOString(),
    });
    const target = makeAnchor(wordingOf(story), { start: story.indexOf(pier), end: story.indexOf(pier) + pier.length });
    const theirs = async () => {
      for (let n = 0; n < 15; n++) {
        const about = { document: 'survival/both.txt', text: textVersion(story), target };
        other.add({ type: 'noted', ...about, note: `theirs ${n}` });
        await other.save();
      }
    };
    const ours = async () => {
      for (let n = 0; n < 15; n++) await vscode.commands.executeCommand('seedmark.addNote', { note: `ours ${n}` });
    };
    await Promise.all([theirs(), ours()]);
    const notesIn = (read: Parameters<typeof claimWith>[0]) => read?.claims.flatMap((claim) => claim.notes) ?? [];
    const document = await until(uri, (read) => notesIn(read).length === 30);
    const notes = notesIn(document).map(({ text, by }) => `${by}: ${text}`);
    for (let n = 0; n < 15; n++) {
      assert.ok(notes.includes(`Bo Ek: theirs ${n}`));
      assert.ok(notes.includes(`Ann Moor: ours ${n}`));
    }
  });

  test('taking back and doing again, one deed after the other', async () => {
    const editor = await verify('survival/undone.txt');
    const { uri } = editor.document;
    await tag(editor, 'disputed');
    await untilPier(uri, 'disputed');
    await vscode.commands.executeCommand('seedmark.undo');
    await untilPier(uri, 'verified');
    await vscode.commands.executeCommand('seedmark.undo');
    await untilPier(uri, 'open');
    await vscode.commands.executeCommand('seedmark.redo');
    await vscode.commands.executeCommand('seedmark.redo');
    await untilPier(uri, 'disputed');
    await vscode.commands.executeCommand('seedmark.undo');
    await tag(editor, 'needs-source');
    await untilPier(uri, 'needs-source');
    await vscode.commands.executeCommand('seedmark.redo'); // nothing is left to do again
    await untilPier(uri, 'needs-source');
  });

  test('evidence, and a second editor’s word', async () => {
    const editor = await verify('survival/proof.txt');
    const { uri } = editor.document;
    await vscode.commands.executeCommand('seedmark.addEvidence', {
      source: 'https://harbour.example/log',
      locator: 'p. 4',
    });
    await signAs('Bo Ek');
    await vscode.commands.executeCommand('seedmark.reviewClaim');
    const document = await untilPier(uri, 'reviewed');
    const claim = claimWith(document, pier);
    assert.deepEqual(claim?.evidence[0]?.evidence, { source: 'https://harbour.example/log', locator: 'p. 4' });
    assert.deepEqual([claim?.reviews[0]?.by, claim?.tags[0]?.by], ['Bo Ek', 'Ann Moor']);
    await signAs('Ann Moor');
  });
});

suite('corrections', () => {
  suiteSetup(() => signAs('Ann Moor'));
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const speakerOf = (read: Parameters<typeof claimWith>[0]) => {
    const source = claimWith(read, pier)?.claim.source;
    return source?.type === 'quote' ? read?.analysis.quotes[source.quote]?.speaker?.name : undefined;
  };

  test('a speaker put right stays right when the text is edited and read again, and can be taken back', async () => {
    const editor = await show('corrections/speaker.txt', story);
    const { uri } = editor.document;
    await until(uri, (read) => speakerOf(read) === 'Ilmar Vessen');
    select(editor, pier);
    await vscode.commands.executeCommand('seedmark.correctSpeaker', { name: 'Oda Brandt', reach: 'here' });
    await until(uri, (read) => speakerOf(read) === 'Oda Brandt');
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, '"We counted').start, 'It rained.\n\n'));
    await editor.document.save();
    await until(uri, (read) => read?.analysis.text.includes('It rained') === true && speakerOf(read) === 'Oda Brandt');
    await vscode.commands.executeCommand('seedmark.undo');
    await until(uri, (read) => speakerOf(read) === 'Ilmar Vessen');
  });

  test('a wrong suggestion does not come back, wherever the same words stand', async () => {
    const editor = await show('corrections/rejected.txt', story);
    const { uri } = editor.document;
    const figures = (read: Parameters<typeof claimWith>[0]) =>
      read?.analysis.figures.filter(({ start, end }) => read.analysis.text.slice(start, end).startsWith('1,204'))
        .length;
    await until(uri, (read) => (figures(read) ?? 0) > 0);
    select(editor, '1,204', 2);
    await vscode.commands.executeCommand('seedmark.rejectHere', { what: 'figure', reach: 'everywhere' });
    await until(uri, (read) => figures(read) === 0);
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'Vessen added').start, 'It rained.\n\n'));
    await until(uri, (read) => read?.analysis.text.includes('It rained') === true && figures(read) === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a figure takes the value, a name the kind that it is given', async () => {
    const editor = await show('corrections/value.txt', story);
    const { uri } = editor.document;
    await until(uri, (read) => claimWith(read, pier) !== undefined);
    select(editor, 'sixteen');
    await vscode.commands.executeCommand('seedmark.correctValue', { value: '17 ships' });
    await until(uri, (read) =>
      Boolean(read?.analysis.figures.some(({ amount }) => amount.type === 'exact' && amount.value === 17)),
    );
    select(editor, 'Kelvane');
    await vscode.commands.executeCommand('seedmark.correctKind', { kind: 'organisation', reach: 'everywhere' });
    await until(uri, (read) =>
      Boolean(read?.analysis.entities.some(({ kind, name }) => kind === 'organisation' && name === 'KELVANE')),
    );
  });
});

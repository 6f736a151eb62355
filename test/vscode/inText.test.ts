// What VS Code's own means show in the text: hovers with links, code actions, hints, the outline, folding, selection.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimWith, folder, rangeOf, seedmark, select, show, story, until } from './workspace.ts';

const markdown = (hovers: readonly vscode.Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n\n');

const hoverOn = async ({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> =>
  markdown(await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, position));

/** Runs a link of a hover as a click on it does. */
async function follow(text: string, words: string): Promise<void> {
  const link = new RegExp(String.raw`${words}\]\(command:([\w.]+)\?([^)]+)\)`).exec(text);
  if (!link) throw new Error(`no link “${words}” in:\n${text}`);
  await vscode.commands.executeCommand(link[1]!, ...JSON.parse(decodeURIComponent(decodeURIComponent(link[2]!))));
}

const wordsOf = (document: vscode.TextDocument, ranges: readonly vscode.Range[]) =>
  ranges.map((range) => document.getText(range));

suite('in the text', () => {
  test('a figure tells its reading, then where else, then its state, then what can be done; a link does it', async () => {
    const { document } = await show('figure-hover.txt', story);
    await until(document.uri, (read) => read !== undefined);
    const at = rangeOf(document, '1,204').start;
    const before = await hoverOn(document, at);
    const order = [
      '1,204 dock workers',
      'said by Ilmar Vessen',
      'Elsewhere in this document',
      'Not checked',
      'Verified',
    ];
    const places = order.map((words) => before.replaceAll('\\', '').indexOf(words));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      before,
    );
    assert.ok(
      places.every((place) => place >= 0),
      before,
    );
    assert.doesNotMatch(before, /History/);
    await follow(before, 'Verified');
    const read = await until(document.uri, (now) => claimWith(now, '1,204')?.state === 'verified');
    assert.equal(claimWith(read, '1,204 workers and sixteen')?.state, 'open');
    const after = await hoverOn(document, at);
    assert.match(after, /\*\*Verified\*\*/);
    assert.match(after, /History/);
    assert.doesNotMatch(after, /;Verified\]/);
  });

  test('a correction stands in the hover with who made it, and a link there takes it back; so does a rejection', async () => {
    const editor = await show('corrected-hover.txt', story);
    const { document } = editor;
    await until(document.uri, (read) => read !== undefined);
    const at = select(editor, 'north pier').start;
    await vscode.commands.executeCommand('seedmark.correctSpeaker', { name: 'Tessin Bau', reach: 'here' });
    await until(document.uri, (read) => read?.corrections.length === 1);
    const corrected = await hoverOn(document, at);
    assert.match(corrected.replaceAll('\\', ''), /Speaker corrected by .+, .*\d{4}.*: Tessin Bau/);
    await follow(corrected, 'Take back');
    await until(document.uri, (read) => read?.corrections.length === 0);
    assert.doesNotMatch(await hoverOn(document, at), /Take back/);
    await vscode.commands.executeCommand('seedmark.rejectHere', { what: 'claim', reach: 'here' });
    await until(document.uri, (read) => claimWith(read, 'north pier') === undefined);
    const rejected = await hoverOn(document, at);
    assert.match(rejected.replaceAll('\\', ''), /Direct quote.*Not a claim — /s);
    await follow(rejected, 'Take back');
    await until(document.uri, (read) => claimWith(read, 'north pier') !== undefined);
  });

  test('evidence is a link where it is one or a file of the workspace, and opens that file', async () => {
    const proof = vscode.Uri.joinPath(folder(), 'proof', 'court log.txt');
    await vscode.workspace.fs.writeFile(proof, new TextEncoder().encode('Nothing.\n'));
    const editor = await show('evidence-hover.txt', story);
    const { document } = editor;
    await until(document.uri, (read) => read !== undefined);
    const at = select(editor, 'north pier').start;
    const sources = [
      'https://court.example/a(b)',
      'proof/court log.txt',
      '../../etc/passwd',
      'file:///etc/passwd',
      'a call',
    ];
    for (const source of sources) await vscode.commands.executeCommand('seedmark.addEvidence', { source });
    await until(document.uri, (read) => claimWith(read, 'north pier')?.evidence.length === sources.length);
    const told = (await hoverOn(document, at)).replaceAll('\\', '').replaceAll('&nbsp;', ' ');
    assert.doesNotMatch(told, /Proof/);
    const isLinked = sources.map((source) => told.includes(`[${source}](command:_seedmark.openEvidence`));
    assert.deepEqual(isLinked, [true, true, false, false, false], told);
    for (const source of sources) assert.ok(told.includes(source), told);
    await follow(told, 'court log\\.txt');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), proof.toString());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('in a document of 1 MB a figure is told as soon as in a short one', async () => {
    const { document } = await show('long-hover.txt', story.repeat(1_700));
    await until(document.uri, (read) => read !== undefined);
    const at = rangeOf(document, '1,204', 100).start;
    const times: number[] = [];
    for (let round = 0; round < 15; round++) {
      const began = performance.now();
      await hoverOn(document, at);
      times.push(performance.now() - began);
    }
    // Most of it is the way to VS Code and back.
    assert.ok(Math.min(...times) < 20, times.map((time) => time.toFixed(1)).join(' '));
  });

  test('a link with anything else in it does nothing', async () => {
    const { document } = await show('link.txt', story);
    await until(document.uri, (read) => read !== undefined);
    const { selection } = vscode.window.activeTextEditor!;
    const uri = document.uri.toString();
    for (const args of [
      [],
      [uri, '3', 'verify'],
      [uri, 3, 'toString'],
      [uri, 3, 'constructor'],
      ['file:///x', 3, 'verify'],
    ])
      await vscode.commands.executeCommand('_seedmark.act', ...args);
    assert.ok(vscode.window.activeTextEditor?.selection.isEqual(selection));
    const read = await (await seedmark()).analysed(document.uri);
    assert.ok(read?.claims.every(({ state }) => state === 'open'));
  });

  test('what is shown of a document that is in view twice is shown where one works', async () => {
    const { document } = await show('twice.txt', story);
    await until(document.uri, (read) => read !== undefined);
    const second = await vscode.window.showTextDocument(document, vscode.ViewColumn.Two);
    const [first] = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn === vscode.ViewColumn.One);
    const words = rangeOf(document, 'north pier');
    const at = document.offsetAt(words.start);
    await vscode.commands.executeCommand('_seedmark.reveal', document.uri.toString(), at, at + 5);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, second.viewColumn);
    assert.equal(document.getText(second.selection), 'north');
    assert.ok(first?.selection.isEmpty);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('code actions: verdicts for a claim, corrections for what stands there, marks for a selection', async () => {
    const editor = await show('actions.txt', story);
    const { document } = editor;
    await until(document.uri, (read) => read !== undefined);
    const actionsAt = async (range: vscode.Range, kind?: string): Promise<readonly vscode.CodeAction[]> =>
      vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
    const titles = async (range: vscode.Range, kind?: string) =>
      (await actionsAt(range, kind)).map(({ title }) => title);
    const cursor = rangeOf(document, '1,204').start;
    const here = await titles(new vscode.Range(cursor, cursor));
    assert.deepEqual(here.slice(0, 3), ['Tag as “Verified”', 'Tag as “Disputed”', 'Tag as “Needs source”']);
    assert.ok(
      here.includes('Correct the Number…') && !here.some((title) => title.startsWith('Mark Selection')),
      here.join(),
    );
    const selected = select(editor, 'north pier');
    assert.ok((await titles(selected)).includes('Mark Selection as Name…'));
    const fixes = await titles(selected, vscode.CodeActionKind.QuickFix.value);
    assert.deepEqual(fixes, [
      'Tag as “Verified”',
      'Tag as “Disputed”',
      'Tag as “Needs source”',
      'Add Note…',
      'Add Evidence…',
    ]);
    const disputed = (await actionsAt(selected)).find(({ title }) => title === 'Tag as “Disputed”');
    await vscode.commands.executeCommand(disputed!.command!.command, ...disputed!.command!.arguments!);
    await until(document.uri, (read) => claimWith(read, 'north pier')?.state === 'disputed');
    assert.ok(
      !(await titles(selected)).includes('Tag as “Disputed”') && (await titles(selected)).includes('Remove Tag…'),
    );
    const mark = (await actionsAt(selected)).find(({ title }) => title === 'Mark Selection as Claim');
    await vscode.commands.executeCommand(mark!.command!.command);
    await until(document.uri, (read) => read?.added.length === 1);
  });

  test('hints tell who “he” is and which day Tuesday is, once they are switched on', async () => {
    const { document } = await show('hints.txt', story);
    await until(document.uri, (read) => read !== undefined);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole)
      ).map(
        ({ label, position }) => `${document.getText(new vscode.Range(position.translate(0, -2), position))}: ${label}`,
      );
    assert.deepEqual(await hints(), []);
    await vscode.commands.executeCommand('seedmark.toggleInlayHints');
    const told = await hints();
    assert.ok(told.includes('he: = Ilmar Vessen') && told.includes('ay: = 4 March 2031'), told.join('; '));
    await vscode.commands.executeCommand('seedmark.toggleInlayHints');
    assert.deepEqual(await hints(), []);
  });

  test('the outline goes from speaker to claim to figures and names, each around the next', async () => {
    const { document } = await show('outline.txt', story);
    await until(document.uri, (read) => read !== undefined);
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.equal(symbols[0]?.name, 'Ilmar Vessen');
    assert.ok(
      symbols.some(({ name }) => name === 'Oda Brandt'),
      symbols.map(({ name }) => name).join(),
    );
    const claims = symbols.flatMap(({ children }) => children);
    assert.ok(claims.length >= 4, `${claims.length} claims`);
    const parts = claims.flatMap(({ children }) => children);
    assert.ok(parts.some(({ name }) => name.includes('1,204')));
    for (const { range, selectionRange, children } of [...symbols, ...claims]) {
      assert.ok(range.contains(selectionRange));
      for (const child of children) assert.ok(range.contains(child.range), child.name);
    }
  });

  test('an indirect quote whose claim was rejected does not show, until that is taken back', async () => {
    const editor = await show('painted.txt', story);
    const { document } = editor;
    await until(document.uri, (read) => read !== undefined);
    const { decorated } = await seedmark();
    const { indirectQuote: all = 0 } = await decorated(document.uri);
    select(editor, 'about 40 firefighters');
    await vscode.commands.executeCommand('seedmark.rejectClaim');
    await until(document.uri, (read) => claimWith(read, 'firefighters') === undefined);
    assert.equal((await decorated(document.uri)).indirectQuote, all - 1);
    await vscode.commands.executeCommand('seedmark.undo');
    await until(document.uri, (read) => claimWith(read, 'firefighters') !== undefined);
    assert.equal((await decorated(document.uri)).indirectQuote, all);
  });

  test('all statements of whoever stands at the cursor are listed, “he” and surname included', async () => {
    const editor = await show('statements.txt', story);
    await until(editor.document.uri, (read) => read !== undefined);
    const { start } = rangeOf(editor.document, 'he said');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('seedmark.showStatements');
    const view = await vscode.extensions.getExtension('vscode.references-view')?.activate();
    const { provider, navigation } = await view.getInput().resolve();
    const statements: { readonly location: vscode.Location }[] = provider.getChildren();
    const words = wordsOf(
      editor.document,
      statements.map(({ location: { range } }) => range),
    ).join(' | ');
    assert.match(words, /1,204 dock workers.*sixteen ships.*40 firefighters/s);
    assert.doesNotMatch(words, /open again/);
    assert.equal(navigation.previous(statements[0]), statements.at(-1));
  });

  test('folding keeps a hand-wrapped paragraph and a long quote together; other texts fold as before', async () => {
    const wrapped = story.replaceAll(/(.{50,70}) /g, '$1\n');
    const { document } = await show('folding.txt', wrapped);
    await until(document.uri, (read) => read !== undefined);
    const folds = async (uri: vscode.Uri): Promise<readonly (vscode.FoldingRange | undefined)[] | undefined> =>
      vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', uri);
    const first = (await folds(document.uri))?.[0];
    assert.equal(first?.start, 0);
    assert.ok(first && document.lineAt(first.end + 1).isEmptyOrWhitespace);
    const plain = await show('indented.txt', 'shopping\n  bread\n  milk\nwork\n  call\n');
    await vscode.commands.executeCommand('editor.foldAll');
    assert.equal(plain.visibleRanges.length > 1 || plain.visibleRanges[0]!.end.line < 4, true);
  });

  test('the selection grows from word to figure, quote, sentence, paragraph, document', async () => {
    const { document } = await show('selection.txt', story);
    await until(document.uri, (read) => read !== undefined);
    const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [rangeOf(document, 'firefighters').start],
    );
    const words: string[] = [];
    for (let at: vscode.SelectionRange | undefined = innermost; at; at = at.parent)
      words.push(document.getText(at.range));
    const steps = ['firefighters', 'about 40 firefighters', 'about 40 firefighters had worked through the night'];
    const places = [...steps, story.split('\n\n')[2]!].map((step) => words.findIndex((at) => at.startsWith(step)));
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
      words.join(' | '),
    );
    assert.ok(
      places.every((place) => place >= 0),
      words.join(' | '),
    );
    assert.equal(words.at(-1), document.getText());
  });
});

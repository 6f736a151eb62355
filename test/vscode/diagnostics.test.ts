import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folder, rangeOf, show, signAs } from './workspace.ts';

const head = 'KELVANE, March 4, 2031 (Norda) - ';
const story = `${head}The town spent 2.4 million marks on the hall last year.

The floods killed 63 people: 41 in the valley, 15 in the city and three in the hills, police said.

The hall opened on Tuesday, 3 March 2031, the mayor said.
`;

const questionsAt = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Seedmark');

const kindsAt = (uri: vscode.Uri): readonly unknown[] => questionsAt(uri).map(({ code }) => code);

/** Waits for the questions to be as they should. */
function untilAsked(uri: vscode.Uri, isRight: (kinds: readonly unknown[]) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => end(() => reject(new Error(`asked: ${kindsAt(uri).join()}`))), 20_000);
    const listening = vscode.languages.onDidChangeDiagnostics(() => check());
    const end = (settle: () => void) => {
      clearTimeout(impatience);
      listening.dispose();
      settle();
    };
    const check = () => isRight(kindsAt(uri)) && end(resolve);
    check();
  });
}

const fixesAt = (document: vscode.TextDocument, words: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, words),
    vscode.CodeActionKind.QuickFix.value,
  );

async function fixAt(document: vscode.TextDocument, words: string, title: RegExp): Promise<void> {
  const actions = await fixesAt(document, words);
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action?.command, `no fix ${title} among: ${actions.map((one) => one.title).join(', ')}`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

const set = (kind: string, value: boolean | undefined) =>
  vscode.workspace.getConfiguration('seedmark.questions').update(kind, value, vscode.ConfigurationTarget.Global);

suite('questions about a seed', () => {
  suiteSetup(() => signAs('Ann Moor'));
  teardown(async () => {
    await set('parts', undefined);
  });

  test('are shown as information, each with its kind, its words and the places it is about', async () => {
    const { document } = await show('questions.txt', story);
    await untilAsked(document.uri, (kinds) => kinds.length === 3);
    const [figure, parts, day] = questionsAt(document.uri);
    assert.deepEqual(
      [figure?.code, parts?.code, day?.code],
      ['figures without a source', 'parts and their total', 'weekdays and their dates'],
    );
    assert.equal(parts?.severity, vscode.DiagnosticSeverity.Information);
    assert.deepEqual(parts?.range, rangeOf(document, '63 people'));
    assert.match(parts?.message ?? '', /41 \+ 15 \+ three = 59, not 63 people/);
    assert.deepEqual(
      parts?.relatedInformation?.map(({ location }) => document.getText(location.range)),
      ['41', '15', 'three'],
    );
    assert.match(day?.message ?? '', /That day is a Monday/);
  });

  test('a verdict by quick fix answers one, and it is asked again when the words change', async () => {
    const { document } = await show('answered.txt', story);
    await untilAsked(document.uri, (kinds) => kinds.includes('figures without a source'));
    await fixAt(document, '2.4 million marks', /Needs source/i);
    await untilAsked(
      document.uri,
      (kinds) => !kinds.includes('figures without a source') && kinds.includes('parts and their total'),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '2.4 million'), '2.6 million');
    await vscode.workspace.applyEdit(edit);
    await untilAsked(document.uri, (kinds) => kinds.includes('figures without a source'));
  });

  test('a verdict that answers one is offered once', async () => {
    const { document } = await show('once.txt', story);
    await untilAsked(document.uri, (kinds) => kinds.includes('parts and their total'));
    const verdicts = (await fixesAt(document, '63 people')).filter(({ title }) => title.startsWith('Tag as'));
    assert.deepEqual(verdicts.map(({ title }) => title).sort(), [
      'Tag as “Disputed”',
      'Tag as “Needs source”',
      'Tag as “Verified”',
    ]);
  });

  test('what is no claim is asked about no more', async () => {
    const { document } = await show('no claim.txt', story);
    await untilAsked(document.uri, (kinds) => kinds.includes('figures without a source'));
    await fixAt(document, '2.4 million marks', /not a claim/);
    await untilAsked(
      document.uri,
      (kinds) => !kinds.includes('figures without a source') && kinds.includes('parts and their total'),
    );
  });

  test('a fix goes to the other figure, another switches the kind off', async () => {
    const editor = await show('switch.txt', story);
    const { document } = editor;
    await untilAsked(document.uri, (kinds) => kinds.includes('parts and their total'));
    await fixAt(document, '63 people', /other figure/);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.start, rangeOf(document, '41').start);
    await fixAt(document, '63 people', /Stop asking about parts/);
    await untilAsked(
      document.uri,
      (kinds) => !kinds.includes('parts and their total') && kinds.includes('weekdays and their dates'),
    );
    await set('parts', undefined);
    await untilAsked(document.uri, (kinds) => kinds.includes('parts and their total'));
  });

  test('are at most 200 a document, and none where it is no seed or closed', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => `The town spent ${at + 200} million marks on hall ${at}.`);
    const { document } = await show('many.txt', `${head}${lines.join('\n\n')}\n`);
    await untilAsked(document.uri, (kinds) => kinds.length === 200);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const plain = vscode.Uri.joinPath(folder(), 'plain questions.txt');
    await vscode.workspace.fs.writeFile(plain, new TextEncoder().encode('The town spent 2.4 million marks.\n'));
    await vscode.window.showTextDocument(plain);
    await untilAsked(plain, (kinds) => kinds.length === 0);
  });
});

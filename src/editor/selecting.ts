// Asking for words to be selected in a document. The question stays in view, with the way to take the words and the way to
// give up, until either is done: Enter and Escape in the text, the link and the button in the message.
import * as vscode from 'vscode';
import { editorWorkedIn } from './editorWorkedIn.ts';
import { editorsInView } from './reveal.ts';
import { tell } from './telling.ts';

const { t } = vscode.l10n;

export interface Selecting extends vscode.Disposable {
  /** Undefined where the user gives up, is asked for other words or closes the document. */
  ask(document: vscode.TextDocument): Promise<vscode.Range | undefined>;
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly end: (range?: vscode.Range) => void;
}

const takeCommand = 'seedmark.takeSelection';

export function openSelecting(): Selecting {
  let asked: Asked | undefined;

  /** Elsewhere Enter and Escape do what they always do. */
  const showKeys = () => {
    const isHere = asked !== undefined && editorWorkedIn()?.document === asked.document;
    void vscode.commands.executeCommand('setContext', 'seedmark.isSelecting', isHere);
  };

  function take(): void {
    const editor = editorsInView().find(
      ({ document, selection }) => document === asked?.document && !selection.isEmpty,
    );
    if (editor) asked?.end(editor.selection);
    else tell(t('Select the right words first.'));
  }

  async function ask(document: vscode.TextDocument): Promise<vscode.Range | undefined> {
    asked?.end();
    const taken = new Promise<vscode.Range | undefined>((resolve) => {
      asked = { document, end: resolve };
    });
    const mine = asked;
    showKeys();
    const look = {
      location: vscode.ProgressLocation.Notification,
      title: t('Select the right words, then press Enter (Escape gives up)'),
      cancellable: true,
    };
    void vscode.window.withProgress(look, (progress, token) => {
      progress.report({ message: `[${t('Use the Selection')}](command:${takeCommand})` });
      token.onCancellationRequested(() => mine?.end());
      return taken;
    });
    const range = await taken;
    if (asked === mine) asked = undefined;
    showKeys();
    return range;
  }

  const subscriptions = vscode.Disposable.from(
    vscode.commands.registerCommand(takeCommand, take),
    vscode.commands.registerCommand('seedmark.leaveSelection', () => asked?.end()),
    vscode.window.onDidChangeActiveTextEditor(showKeys),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document === asked?.document) asked.end();
    }),
  );
  return { ask, dispose: () => subscriptions.dispose() };
}

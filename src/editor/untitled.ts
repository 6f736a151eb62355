// Tags and notes on a document without a file go with it into its first file, or go when it is thrown away.
import * as vscode from 'vscode';
import type { Ledgers } from './ledgerStore.ts';

export function followUntitled(ledgers: Ledgers, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidCloseTextDocument((document) => {
    if (document.uri.scheme !== 'untitled') return;
    // In a moment: a new language closes a document and opens it again.
    setTimeout(() => {
      if (isOpen(document.uri)) return;
      const text = document.getText();
      ledgers
        .move(document.uri, fileWith(text)?.uri)
        .catch((error) => log.error(`${document.uri.toString()}: its tags cannot be moved`, error));
    });
  });
}

const isOpen = (uri: vscode.Uri): boolean =>
  vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

/** The document that the text was saved in, which VS Code does not tell: it shows it in the closed one's place. */
function fileWith(text: string): vscode.TextDocument | undefined {
  const shown = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].flatMap((editor) =>
    editor ? [editor.document] : [],
  );
  return shown.find((document) => document.uri.scheme !== 'untitled' && document.getText() === text);
}

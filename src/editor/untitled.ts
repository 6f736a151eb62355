// Tags and notes on a document without a file go with it into its first file, or go when it is thrown away.
import * as vscode from 'vscode';
import type { Ledgers } from './ledgerStore.ts';

export function followUntitled(ledgers: Ledgers, log: vscode.LogOutputChannel): vscode.Disposable {
  /** VS Code does not tell which file an untitled document was saved in: it is the one saved with its words. */
  const savedIn = new Map<string, vscode.Uri>();
  return vscode.Disposable.from(
    vscode.workspace.onDidSaveTextDocument((file) => {
      const untitled = vscode.workspace.textDocuments.filter(isUntitled);
      if (isUntitled(file) || !untitled.length) return;
      const words = wordsOf(file);
      for (const document of untitled) {
        if (wordsOf(document) === words) savedIn.set(document.uri.toString(), file.uri);
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // Saved or thrown away, it is emptied before it is closed.
      if (isUntitled(document) && document.getText()) savedIn.delete(document.uri.toString());
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (!isUntitled(document)) return;
      const key = document.uri.toString();
      // In a moment: a new language closes a document and opens it again.
      setTimeout(() => {
        if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === key)) return;
        ledgers
          .move(document.uri, savedIn.get(key))
          .catch((error) => log.error(`${key}: its tags and notes cannot be moved`, error));
        savedIn.delete(key);
      });
    }),
  );
}

const isUntitled = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'untitled';

/** The document's words, whatever white space saving has changed. */
const wordsOf = (document: vscode.TextDocument): string => document.getText().replace(/\s+/g, ' ').trim();

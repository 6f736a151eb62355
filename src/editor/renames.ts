// What was decided about a file goes with it when it is renamed or moved in this window.
import * as vscode from 'vscode';
import type { Ledgers } from './ledgerStore.ts';

export function followRenames(ledgers: Ledgers, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) {
      try {
        await ledgers.move(oldUri, newUri);
      } catch (error) {
        log.error(`${oldUri.toString()}: what was decided about it cannot go along`, String(error));
      }
    }
  });
}

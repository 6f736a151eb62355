// Taking back what was decided, and doing it again.
import * as vscode from 'vscode';
import type { Documents } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { seedInEditor } from './seedInEditor.ts';

const { t } = vscode.l10n;

export function registerUndoing(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  const inEditor = (work: (uri: vscode.Uri) => Promise<void>) => async () => {
    const found = seedInEditor(documents);
    if (found) await work(found.editor.document.uri);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'seedmark.undo',
      inEditor((uri) => undo(ledgers, uri)),
    ),
    vscode.commands.registerCommand(
      'seedmark.redo',
      inEditor((uri) => redo(ledgers, uri)),
    ),
  );
}

/** Says what was taken back, with the way back; not that it was, where the panel shows it. */
async function undo(ledgers: Ledgers, uri: vscode.Uri): Promise<void> {
  const label = await ledgers.undo(uri);
  if (label === undefined) {
    void vscode.window.showInformationMessage(t('Nothing was decided about this document in this window.'));
    return;
  }
  const again = t('Redo');
  void vscode.window
    .showInformationMessage(t('Taken back: {0}', label), again)
    .then((picked) => (picked ? redo(ledgers, uri) : undefined));
}

async function redo(ledgers: Ledgers, uri: vscode.Uri): Promise<void> {
  const label = await ledgers.redo(uri);
  if (label === undefined) void vscode.window.showInformationMessage(t('Nothing was taken back.'));
  else vscode.window.setStatusBarMessage(t('Done again: {0}', label), 5000);
}

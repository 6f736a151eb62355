import * as vscode from 'vscode';
import type { Documents, SeedReading } from './documents.ts';
import { editorWorkedIn } from './editorWorkedIn.ts';

/** The active editor with its seed; tells in plain words where there is none. */
export function seedInEditor(
  documents: Documents,
): { readonly editor: vscode.TextEditor; readonly reading: SeedReading } | undefined {
  const editor = editorWorkedIn();
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a source document first.'));
    return undefined;
  }
  const reading = documents.seed(editor.document);
  if (!reading) {
    const treat = vscode.l10n.t('Treat as Seed');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('Seedmark does not take this document for a seed.'), treat)
      .then((picked) => picked && vscode.commands.executeCommand('seedmark.treatAsSeed', editor.document.uri));
    return undefined;
  }
  return { editor, reading };
}

/** The same once the document is read as it stands; undefined where the user has gone elsewhere meanwhile. */
export async function settledSeedInEditor(documents: Documents): Promise<ReturnType<typeof seedInEditor>> {
  const editor = editorWorkedIn();
  if (editor) await documents.settled(editor.document);
  return editorWorkedIn() === editor ? seedInEditor(documents) : undefined;
}

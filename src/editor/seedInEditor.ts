import * as vscode from 'vscode';
import type { Documents, SeedReading } from './documents.ts';
import { editorWorkedIn } from './editorWorkedIn.ts';

interface SeedInEditor {
  readonly editor: vscode.TextEditor;
  readonly reading: SeedReading;
}

/** The active editor with its seed; tells in plain words where there is none. */
export const seedInEditor = (documents: Documents): SeedInEditor | undefined => seedIn(documents, editorWorkedIn());

/** The same once the document is read as it stands: it is the editor that was active when this was asked. */
export async function settledSeedInEditor(documents: Documents): Promise<SeedInEditor | undefined> {
  const editor = editorWorkedIn();
  if (editor) await documents.settled(editor.document);
  return seedIn(documents, editor);
}

function seedIn(documents: Documents, editor: vscode.TextEditor | undefined): SeedInEditor | undefined {
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

import * as vscode from 'vscode';
import type { Documents } from './documents.ts';
import { isOurs } from './readable.ts';

/**
 * The active editor, where it is one of a document. What a note, a search or a line to run is written in is a text editor
 * too, and so is the output: meanwhile it is that of the group of editors which was active last.
 */
export function editorWorkedIn(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors, tabGroups } = vscode.window;
  if (!activeTextEditor || isOurs(activeTextEditor.document)) return activeTextEditor;
  const { viewColumn } = tabGroups.activeTabGroup;
  return visibleTextEditors.find((editor) => editor.viewColumn === viewColumn && isOurs(editor.document));
}

/** Calls soon after the start, when another editor may be the one worked in, and when its document is read anew. */
export function followEditorWorkedIn(
  documents: Documents,
  show: (document: vscode.TextDocument | undefined) => void,
): vscode.Disposable {
  const showNow = () => show(editorWorkedIn()?.document);
  const beginning = setTimeout(showNow);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(showNow),
    documents.onDidChange((document) => {
      if (document === editorWorkedIn()?.document) showNow();
    }),
    { dispose: () => clearTimeout(beginning) },
  );
}

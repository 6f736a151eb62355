import * as vscode from 'vscode';
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

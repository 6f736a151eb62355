// Showing a place in a document: from links in hovers, from the panel, from lists.
import * as vscode from 'vscode';
import type { Span } from '../text/span.ts';
import type { Documents } from './documents.ts';
import { editorWorkedIn } from './editorWorkedIn.ts';

/** Not in the manifest: links in hovers run it. */
export const revealCommand = '_seedmark.reveal';

/** Selects a range and brings it into view. `focus`: moves the keyboard there too. */
export async function reveal(uri: vscode.Uri, range: vscode.Range, focus: boolean): Promise<void> {
  const inView = editorsInView().find((editor) => editor.document.uri.toString() === uri.toString());
  const editor = await vscode.window.showTextDocument(
    inView?.document ?? (await vscode.workspace.openTextDocument(uri)),
    {
      preserveFocus: !focus,
      ...(inView?.viewColumn === undefined ? {} : { viewColumn: inView.viewColumn }),
    },
  );
  select(editor, range);
}

/** The one that is worked in first: a document may be in view several times. */
export function editorsInView(): readonly vscode.TextEditor[] {
  const last = editorWorkedIn();
  return [...(last ? [last] : []), ...vscode.window.visibleTextEditors];
}

/** Selects a range in an editor, so that it is seen and a screen reader reads it. */
export function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The address of a link that runs a command with a document and what more it needs. */
export const linkTo = (command: string, uri: vscode.Uri, ...args: readonly (string | number)[]): vscode.Uri =>
  vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([uri.toString(), ...args]))}`);

/** The address of a link that reveals a span. */
export const revealLink = (uri: vscode.Uri, { start, end }: Span): vscode.Uri => linkTo(revealCommand, uri, start, end);

export function registerReveal(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand(revealCommand, async (uri: unknown, start: unknown, end: unknown) => {
    if (typeof uri !== 'string' || typeof start !== 'number' || typeof end !== 'number') return;
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    const reading = open && documents.seed(open);
    if (reading) await reveal(open.uri, reading.positions.range({ start, end }), true);
  });
}

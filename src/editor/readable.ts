// Which documents are read, and which of them at once.
import * as vscode from 'vscode';
import { seedGlobs } from './settings.ts';

/** In UTF-16 code units. */
const longestAtOnce = 20_000;
const largest = 5_000_000;
const longestLine = 20_000;
/** Schemes of texts that nobody writes or reads as a document. */
const foreignSchemes = new Set(['output', 'comment', 'debug', 'search-editor', 'walkThroughSnippet']);
/** Of VS Code's own schemes, those of file systems. */
const fileSchemes = new Set(['vscode-vfs', 'vscode-remote', 'vscode-local', 'vscode-test-web']);

export const isOurs = ({ uri: { scheme } }: vscode.TextDocument): boolean =>
  !foreignSchemes.has(scheme) && (!scheme.startsWith('vscode') || fileSchemes.has(scheme));

/** Whether it is not read at once, within the event that asks for it. A keystroke has no time to join the text's lines. */
export const isLong = (document: vscode.TextDocument): boolean =>
  document.offsetAt(new vscode.Position(document.lineCount, 0)) > longestAtOnce;

export function isTooLarge(text: string): boolean {
  if (text.length > largest) return true;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (end - start > longestLine) return true;
    start = end + 1;
  }
  return text.length - start > longestLine;
}

export function matchesGlob(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return seedGlobs(document.uri).some((glob) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : `**/${glob}`;
    return vscode.languages.match({ pattern }, document) > 0;
  });
}

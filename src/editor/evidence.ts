// What proves a claim, opened: a link in the reader's browser, a file of the workspace here.
import * as vscode from 'vscode';

/** What the reader's browser may be asked to open. */
export const isLink = (source: string): boolean => /^https?:\/\/\S+$/i.test(source);

/** Whether there is anything to open: a link, or a file that lies in the workspace. */
export const canOpen = async (document: vscode.TextDocument, source: string): Promise<boolean> =>
  isLink(source) || (await fileOf(document, source)) !== undefined;

export async function openEvidence(document: vscode.TextDocument, source: string): Promise<void> {
  if (isLink(source)) {
    await vscode.env.openExternal(vscode.Uri.parse(source));
    return;
  }
  const file = await fileOf(document, source);
  if (file) await vscode.commands.executeCommand('vscode.open', file);
}

/** The file of a path that is told from the document's folder or from the workspace's; none outside the workspace. */
async function fileOf({ uri }: vscode.TextDocument, source: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = source.replaceAll('\\', '/');
  if (!folder || path.includes(':') || path.length > 1000) return undefined;
  const places = [vscode.Uri.joinPath(uri, '..', path), vscode.Uri.joinPath(folder.uri, path)];
  for (const file of places) if (vscode.workspace.getWorkspaceFolder(file) && (await isFile(file))) return file;
  return undefined;
}

const isFile = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.File) !== 0,
    () => false,
  );

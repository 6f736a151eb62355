// Where what is decided about a document is kept: one rule, the same as the command line's.
import * as vscode from 'vscode';
import { exists, messageOf } from './ledgerFiles.ts';
import { ledgerFolderSetting } from './settings.ts';

const { t } = vscode.l10n;

const parentOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..');

/** Documents of one folder are kept in one place. */
export const dirKey = (uri: vscode.Uri): string => (uri.scheme === 'untitled' ? 'untitled:' : parentOf(uri).toString());

/** The setting, else the nearest folder above that has `.seedmark/`, else the workspace's; none for what lies in no folder. */
export async function folderFor(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const set = ledgerFolderSetting(uri);
  if (set && uri.scheme !== 'untitled') return folderNamed(set, workspaceFolder ?? parentOf(uri));
  if (!workspaceFolder && !vscode.workspace.fs.isWritableFileSystem(uri.scheme)) return undefined;
  let folder = parentOf(uri);
  for (;;) {
    if (await exists(vscode.Uri.joinPath(folder, '.seedmark'))) return folder;
    const above = parentOf(folder);
    const isTop = folder.path.length <= (workspaceFolder?.path.length ?? 0) || above.path === folder.path;
    if (isTop) return workspaceFolder;
    folder = above;
  }
}

/** A folder by its whole path ("/desk/ledger", "C:\\desk"), or by one from `base`. */
function folderNamed(name: string, base: vscode.Uri): vscode.Uri {
  const path = name.replaceAll('\\', '/').replace(/(.)\/+$/, '$1');
  if (/^[a-z]:\//i.test(path)) return base.with({ path: `/${path}` });
  return path.startsWith('/') ? base.with({ path }) : vscode.Uri.joinPath(base, path);
}

/** The document's path in its ledger, with "/" between folders; for what lies outside the ledger's folder its whole address. */
export function pathIn(folder: vscode.Uri | undefined, uri: vscode.Uri): string {
  const isInside = folder && uri.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
  const path = isInside ? uri.path.slice(folder.path.length) : `${uri.scheme}/${uri.authority}/${uri.path}`;
  return path.split('/').filter(Boolean).join('/');
}

const nameOf = (folder: vscode.Uri): string => folder.path.slice(folder.path.lastIndexOf('/') + 1) || folder.path;

export function placelessWords({ scheme }: vscode.Uri): string {
  if (scheme === 'untitled')
    return t('This document has no file yet: its tags and notes are kept in VS Code’s own storage.');
  return vscode.workspace.fs.isWritableFileSystem(scheme)
    ? t('This document lies in no open folder: its tags and notes are kept in VS Code’s own storage.')
    : t(
        'This version of the text can only be read: tags and notes on it are kept in VS Code’s own storage, apart from the document’s.',
      );
}

export const unwritableWords = (folder: vscode.Uri, error: unknown): string =>
  t(
    'Tags and notes are kept in VS Code’s own storage: the folder {0} cannot be written ({1}).',
    nameOf(folder),
    messageOf(error),
  );

export const readOnlyWords = (folder: vscode.Uri): string =>
  t('Tags and notes are kept in VS Code’s own storage: the folder {0} is read-only.', nameOf(folder));

// Exporting a document's claims: CSV for spreadsheets, Markdown for reading, W3C Web Annotations for programs.
import * as vscode from 'vscode';
import { claimsCsv } from '../exchange/claimsCsv.ts';
import { claimsJson } from '../exchange/claimsJson.ts';
import { claimsMarkdown } from '../exchange/claimsMarkdown.ts';
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import type { Documents } from './documents.ts';
import { seedInEditor } from './seedInEditor.ts';

const { t } = vscode.l10n;

interface Format extends vscode.QuickPickItem {
  readonly extension: string;
  readonly language: string;
  readonly write: (document: AnnotatedDocument, name: string) => string;
}

const formats = (): readonly Format[] => [
  { label: 'CSV', description: t('for a spreadsheet'), extension: 'csv', language: 'plaintext', write: claimsCsv },
  { label: 'Markdown', description: t('to read'), extension: 'md', language: 'markdown', write: claimsMarkdown },
  { label: 'JSON', description: t('W3C Web Annotations'), extension: 'json', language: 'json', write: claimsJson },
];

export function registerExport(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('seedmark.exportClaims', () => exportClaims(documents));
}

async function exportClaims(documents: Documents): Promise<void> {
  const document = seedInEditor(documents)?.editor.document;
  if (!document) return;
  const format = await vscode.window.showQuickPick(formats(), { title: t('Export claims as') });
  if (!format) return;
  await documents.settled(document);
  const reading = documents.seed(document);
  if (!reading) return;
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const content = format.write(reading.annotated, name);
  if (!vscode.workspace.fs.isWritableFileSystem(document.uri.scheme)) {
    const untitled = await vscode.workspace.openTextDocument({ content, language: format.language });
    await vscode.window.showTextDocument(untitled);
    return;
  }
  const bare = name.replace(/(?<=.)\.[^.]*$/, '');
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(document.uri, '..', `${bare}.claims.${format.extension}`),
    filters: { [format.label]: [format.extension] },
    title: t('Export claims'),
  });
  if (file) await write(file, content);
}

async function write(file: vscode.Uri, content: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(t('The claims cannot be written to {0}: {1}', shortPath(file), reason));
    return;
  }
  const open = t('Open');
  const picked = await vscode.window.showInformationMessage(t('The claims are in {0}.', shortPath(file)), open);
  if (picked) await vscode.commands.executeCommand('vscode.open', file);
}

const shortPath = (file: vscode.Uri): string => vscode.workspace.asRelativePath(file);

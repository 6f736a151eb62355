// What the tests of this folder share: documents in the workspace, and waiting for what should come.
import * as vscode from 'vscode';
import type { SeedmarkApi } from '../../src/extension.ts';
import type { AnnotatedClaim, AnnotatedDocument } from '../../src/ledger/annotated.ts';

export const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;

export async function seedmark(): Promise<SeedmarkApi> {
  const extension = vscode.extensions.getExtension<SeedmarkApi>('seedmark.seedmark');
  if (!extension) throw new Error('VS Code does not know the extension');
  return extension.activate();
}

/** A story about nobody, with a head, three quotes, names that come again and figures. */
export const story = [
  'date 2031-03-04 KELVANE, March 4. /NORDA/. As many as 1,204 dock workers were taken to clinics after the fire, Ilmar Vessen of the harbour office said on Tuesday.',
  '"We counted 1,204 workers and sixteen ships," he said. "The north pier is closed."',
  'Vessen added that about 40 firefighters had worked through the night.',
  'According to the mayor of Kelvane, Oda Brandt, the harbour will open again on Friday.',
  '',
].join('\n\n');

/** Writes a document into the workspace and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(uri);
}

/** The range of the words, of their nth occurrence. */
export function rangeOf(document: vscode.TextDocument, words: string, nth = 1): vscode.Range {
  let at = -1;
  for (let left = nth; left > 0; left--) at = document.getText().indexOf(words, at + 1);
  if (at < 0) throw new Error(`the document does not hold "${words}"`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

export function select(editor: vscode.TextEditor, words: string, nth = 1): vscode.Range {
  const range = rangeOf(editor.document, words, nth);
  editor.selection = new vscode.Selection(range.start, range.end);
  return range;
}

const patienceMs = 20_000;

/** The document once it is as it should be; what it is like meanwhile is told when it does not come to that. */
export async function until(
  uri: vscode.Uri,
  isRight: (document: AnnotatedDocument | undefined) => boolean,
): Promise<AnnotatedDocument | undefined> {
  const api = await seedmark();
  let now = await api.analysed(uri);
  if (isRight(now)) return now;
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      listening.dispose();
      clearTimeout(impatience);
      settle();
    };
    const listening = api.onDidChange(async (changed) => {
      if (changed.toString() !== uri.toString()) return;
      now = await api.analysed(uri);
      if (isRight(now)) end(() => resolve(now));
    });
    const impatience = setTimeout(
      () => end(() => reject(new Error(`${uri.path} does not come to be as it should:\n${toldOf(now)}`))),
      patienceMs,
    );
  });
}

function toldOf(document: AnnotatedDocument | undefined): string {
  if (!document) return 'it is no seed';
  const { analysis, claims } = document;
  return claims
    .map(({ claim: { span, source }, state, tags, notes }) => {
      const speaker = source.type === 'quote' ? analysis.quotes[source.quote]?.speaker?.name : 'the document';
      const words = analysis.text.slice(span.start, span.end);
      return `${state}, ${tags.length} tags, ${notes.length} notes, ${speaker}: ${words}`;
    })
    .join('\n');
}

/** The claim in which the words stand. */
export function claimWith(document: AnnotatedDocument | undefined, words: string): AnnotatedClaim | undefined {
  return document?.claims.find(({ claim }) =>
    document.analysis.text.slice(claim.span.start, claim.span.end).includes(words),
  );
}

export async function signAs(name: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('seedmark');
  await settings.update('editorName', name, vscode.ConfigurationTarget.Global);
}

// Which documents are seeds: what users decided of it, why, and the context key that menus and keys look at.
import * as vscode from 'vscode';
import type { Documents, Reading } from './documents.ts';
import { editorWorkedIn, followEditorWorkedIn } from './editorWorkedIn.ts';
import { cueWords } from './wording.ts';

/** What users decided: "treat as seed", "treat as not a seed". Remembered in the workspace. */
export interface Treatments extends vscode.Disposable {
  of(uri: vscode.Uri): boolean | undefined;
  set(uri: vscode.Uri, isSeed: boolean): Promise<void>;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

const memoryKey = 'treatments';

export function openTreatments(memory: vscode.Memento): Treatments {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const all = () => memory.get<Readonly<Record<string, boolean>>>(memoryKey, {});
  const keyOf = (uri: vscode.Uri) => {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder ? `${folder.name}:${vscode.workspace.asRelativePath(uri, false)}` : uri.toString();
  };
  const renames = vscode.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) {
      const { [keyOf(oldUri)]: treated, ...others } = all();
      if (treated === undefined) continue;
      await memory.update(memoryKey, { ...others, [keyOf(newUri)]: treated });
      changed.fire(newUri);
    }
  });
  return {
    of: (uri) => all()[keyOf(uri)],
    set: async (uri, isSeed) => {
      await memory.update(memoryKey, { ...all(), [keyOf(uri)]: isSeed });
      changed.fire(uri);
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(changed, renames).dispose(),
  };
}

/** The commands on detection, and the context key `seedmark.isSeed`. */
export function registerDetection(documents: Documents, treatments: Treatments): vscode.Disposable {
  const setContext = (document: vscode.TextDocument | undefined) => {
    const isSeed = document !== undefined && documents.seed(document) !== undefined;
    void vscode.commands.executeCommand('setContext', 'seedmark.isSeed', isSeed);
  };
  /** From the explorer: the file clicked, then all that are selected. */
  const treat = (isSeed: boolean) => async (clicked: unknown, selected: unknown) => {
    const uris = (Array.isArray(selected) ? selected : [clicked]).filter((uri) => uri instanceof vscode.Uri);
    const active = editorWorkedIn()?.document.uri;
    if (!uris.length && active) uris.push(active);
    if (!uris.length) tellNoDocument();
    for (const uri of uris) await treatments.set(uri, isSeed);
    const [one, ...more] = uris;
    if (!one || more.length > 0 || one.toString() === active?.toString()) return;
    await vscode.commands.executeCommand('vscode.open', one);
  };
  return vscode.Disposable.from(
    followEditorWorkedIn(documents, setContext),
    vscode.commands.registerCommand('seedmark.treatAsSeed', treat(true)),
    vscode.commands.registerCommand('seedmark.treatAsNotSeed', treat(false)),
    vscode.commands.registerCommand('seedmark.whyIsThisASeed', () => explain(documents, treatments)),
  );
}

function tellNoDocument(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a document first.'));
}

interface Reason extends vscode.QuickPickItem {
  readonly range?: vscode.Range;
}

/** Lists the reasons; picking one shows it in the text. */
async function explain(documents: Documents, treatments: Treatments): Promise<void> {
  const editor = editorWorkedIn();
  const reading = editor && documents.read(editor.document);
  if (!editor || !reading) return tellNoDocument();
  const isSeed = reading.type === 'seed';
  const picked = await vscode.window.showQuickPick(reasonsOf(reading, treatments.of(editor.document.uri)), {
    title: isSeed ? vscode.l10n.t('This is a seed, because:') : vscode.l10n.t('This is not a seed, because:'),
    placeHolder: vscode.l10n.t('Pick a reason to see it in the text'),
  });
  if (!picked?.range) return;
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new vscode.Selection(picked.range.start, picked.range.end);
  shown.revealRange(picked.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function reasonsOf(reading: Reading, treated: boolean | undefined): Reason[] {
  if (reading.type === 'failed') return [{ label: vscode.l10n.t('Seedmark could not read it: its log says why') }];
  if (reading.type === 'tooLarge') {
    return [{ label: vscode.l10n.t('It is too large to read: over 5 MB, or with a line of over 20,000 characters') }];
  }
  const decided: Reason[] =
    treated === undefined
      ? []
      : [{ label: treated ? vscode.l10n.t('You said that it is one') : vscode.l10n.t('You said that it is not one') }];
  const text = reading.type === 'seed' ? reading.annotated.analysis.text : reading.document.getText();
  const cues = [...reading.verdict.cues]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ weight, span, ...cue }): Reason => {
      const words = span ? cueWords({ ...cue, weight, span }, text) : cueWords({ ...cue, weight }, text);
      return {
        label: words,
        description: weight < 0 ? vscode.l10n.t('speaks against it') : '',
        ...(span ? { range: reading.positions.range(span) } : {}),
      };
    });
  if (decided.length + cues.length > 0) return [...decided, ...cues];
  return [{ label: vscode.l10n.t('Nothing in it looks like a source document') }];
}

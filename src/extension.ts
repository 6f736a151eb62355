import * as vscode from 'vscode';
import { takeLists } from './analysis/names/gazetteer/listed.ts';
import { registerActing } from './editor/act.ts';
import { registerAnnotating } from './editor/annotate.ts';
import { registerBadges } from './editor/badges.ts';
import { registerBounding } from './editor/bounding.ts';
import { registerCheatSheet } from './editor/cheatSheet.ts';
import { registerChecking } from './editor/checking.ts';
import { registerCodeActions } from './editor/codeActions.ts';
import { registerCorrecting } from './editor/correcting.ts';
import { registerHighlights } from './editor/decorations.ts';
import { openTreatments, registerDetection } from './editor/detection.ts';
import { registerDiagnostics } from './editor/diagnostics.ts';
import { openDocuments } from './editor/documents.ts';
import { registerExport } from './editor/export.ts';
import { registerFirstSteps } from './editor/firstSteps.ts';
import { registerFolding } from './editor/folding.ts';
import { registerHistory } from './editor/history.ts';
import { registerHovers } from './editor/hovers.ts';
import { registerInlayHints } from './editor/inlayHints.ts';
import { openLedgers } from './editor/ledgerStore.ts';
import { registerNavigation } from './editor/navigation.ts';
import { registerPanel } from './editor/panelView.ts';
import { registerProgress } from './editor/progress.ts';
import { registerQuestionFixes } from './editor/questionFixes.ts';
import { registerReferences } from './editor/references.ts';
import { followRenames } from './editor/renames.ts';
import { registerReveal } from './editor/reveal.ts';
import { watchSettings } from './editor/settings.ts';
import { inSlices } from './editor/slices.ts';
import { registerStatements } from './editor/statements.ts';
import { registerStatus } from './editor/status.ts';
import type { Style } from './editor/styles.ts';
import { registerSymbols } from './editor/symbols.ts';
import { registerTagging } from './editor/tagging.ts';
import { registerThreads } from './editor/threads.ts';
import { registerUndoing } from './editor/undoing.ts';
import { followUntitled } from './editor/untitled.ts';
import type { AnnotatedDocument } from './ledger/annotated.ts';
import { type Models, modelSteps } from './model/models.ts';

/** What other extensions and the tests may ask. */
export interface SeedmarkApi {
  /** The document as Seedmark reads it now, with editors' decisions; undefined where it is not a seed. */
  analysed(uri: vscode.Uri): Promise<AnnotatedDocument | undefined>;
  /** How many highlights of each style the document has. */
  decorated(uri: vscode.Uri): Promise<Readonly<Partial<Record<Style, number>>>>;
  /** The threads of notes beside the document. */
  threads(uri: vscode.Uri): Promise<readonly vscode.CommentThread[]>;
  /** Where decisions about the document are kept, when it is not the usual place, or what is wrong with it. */
  notice(uri: vscode.Uri): string | undefined;
  /** A document has been read anew, or what editors decided about it has changed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/** Waits for what is being written. */
let ending: (() => Promise<void>) | undefined;

export const deactivate = (): Promise<void> | undefined => ending?.();

export function activate(context: vscode.ExtensionContext): SeedmarkApi {
  const began = performance.now();
  const log = vscode.window.createOutputChannel('Seedmark', { log: true });
  const treatments = openTreatments(context.workspaceState);
  const ledgers = openLedgers(context, log);
  ending = ledgers.settled;
  const documents = openDocuments(ledgers, treatments, log, {
    lists: readLists(context.extensionUri, log),
    weights: readWeights(context.extensionUri, log),
  });
  const highlights = registerHighlights(documents, context.extensionUri);
  const threads = registerThreads(documents, ledgers);
  const changed = new vscode.EventEmitter<vscode.Uri>();
  context.subscriptions.push(
    log,
    treatments,
    ledgers,
    documents,
    highlights,
    changed,
    documents.onDidChange(({ uri }) => changed.fire(uri)),
    watchSettings(context.extension),
    followUntitled(ledgers, log),
    followRenames(ledgers, log),
    registerDetection(documents, treatments),
    registerHovers(documents),
    registerActing(documents, ledgers),
    registerCodeActions(documents),
    registerInlayHints(documents),
    registerFolding(documents),
    registerStatements(documents),
    registerDiagnostics(documents),
    registerQuestionFixes(documents, ledgers),
    registerSymbols(documents),
    registerReferences(documents),
    registerStatus(documents),
    registerProgress(documents),
    registerNavigation(documents),
    registerReveal(documents),
    registerTagging(documents, ledgers),
    registerAnnotating(documents, ledgers),
    registerCorrecting(documents, ledgers),
    registerUndoing(documents, ledgers),
    registerHistory(documents, ledgers),
    registerChecking(documents, ledgers),
    registerBounding(documents, ledgers),
    threads,
    registerCheatSheet(context.extension),
    registerExport(documents),
    registerPanel(context, documents, ledgers, log),
    registerBadges(context.workspaceState, documents),
    registerFirstSteps(context.extensionUri, documents),
  );
  performance.measure('seedmark: activate', { start: began });
  return {
    analysed: async (uri) => {
      const document = await vscode.workspace.openTextDocument(uri);
      await documents.settled(document);
      return documents.seed(document)?.annotated;
    },
    decorated: async (uri) => highlights.counts(await vscode.workspace.openTextDocument(uri)),
    threads: async (uri) => threads.of(await vscode.workspace.openTextDocument(uri)),
    notice: ledgers.notice,
    onDidChange: changed.event,
  };
}

/** Without the weights the rules alone speak, and find less. */
const readWeights = async (extension: vscode.Uri, log: vscode.LogOutputChannel): Promise<Models> =>
  (await readOwn(
    extension,
    log,
    'weights.bin',
    (file) => inSlices(modelSteps(file)),
    () => vscode.l10n.t('Seedmark cannot read what it has learned and will find less. Installing it again mends that.'),
  )) ?? {};

/** Without its lists Seedmark still reads, but finds fewer names. */
const readLists = (extension: vscode.Uri, log: vscode.LogOutputChannel): Promise<void> =>
  readOwn(
    extension,
    log,
    'lists.bin',
    (file) => takeLists(new TextDecoder().decode(file)),
    () => vscode.l10n.t('Seedmark cannot read its lists of names and will find fewer. Installing it again mends that.'),
  );

/** Reads a file of the extension's own; where that fails the user is warned, and nothing comes of it. */
async function readOwn<T>(
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
  name: string,
  read: (file: Uint8Array) => T | Promise<T>,
  warning: () => string,
): Promise<T | undefined> {
  try {
    return await read(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name)));
  } catch (error) {
    log.error(`${name} cannot be read`, error instanceof Error ? error : String(error));
    void vscode.window.showWarningMessage(warning());
    return undefined;
  }
}

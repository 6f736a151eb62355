// The ledgers of the open documents: where each is kept, what stands in it, and writing down what an editor decides.
import * as vscode from 'vscode';
import type { Analysis } from '../analysis/types.ts';
import { annotate } from '../ledger/annotate.ts';
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import type { ReadDocument } from '../ledger/decide.ts';
import type { EventDraft } from '../ledger/events.ts';
import type { LedgerFiles } from '../ledger/files.ts';
import { type Decision, decisionsAbout, foldEvents } from '../ledger/fold.ts';
import { keepVersion } from '../ledger/versions.ts';
import { type Wording, wordingOf } from '../ledger/wording.ts';
import { type Ledger, openLedger } from '../ledger/writer.ts';
import type { SeedReading } from './documents.ts';
import { editorName } from './editorName.ts';
import { exists, filesWithReserve, folderFiles, storedFiles } from './ledgerFiles.ts';

const { t } = vscode.l10n;

export interface Ledgers extends vscode.Disposable {
  /** Joins an analysis with what is known of editors' decisions by now; more may come with `onDidChange`. */
  annotate(uri: vscode.Uri, analysis: Analysis): AnnotatedDocument;
  /** What editors decided about the document has been read from its place. */
  loaded(uri: vscode.Uri): Promise<void>;
  /** Writes down what an editor decided. False where the user gave up or nothing was to be written. */
  decide(reading: SeedReading, draft: (read: ReadDocument) => EventDraft | undefined): Promise<boolean>;
  /** Where decisions are kept, when it is not the usual place, or what is wrong with it. */
  notice(uri: vscode.Uri): string | undefined;
  /** Decisions have changed about the documents for which the function says so. */
  readonly onDidChange: vscode.Event<(uri: vscode.Uri) => boolean>;
}

/** One `.seedmark/`, or VS Code's own storage in its stead. */
interface Place {
  /** Undefined for VS Code's own storage. */
  readonly folder: vscode.Uri | undefined;
  readonly files: LedgerFiles;
  ledger: Ledger;
  /** Whose decisions the ledger writes; undefined while it is only read. */
  editor: string | undefined;
  decisions: readonly Decision[];
  notice: string | undefined;
  /** One decision after another. */
  queue: Promise<unknown>;
}

const refreshPauseMs = 150;

export function openLedgers(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Ledgers {
  /** By the folder of documents, which may all lead to one place. */
  const ways = new Map<string, Promise<Place>>();
  const arrived = new Map<string, Place>();
  const places = new Map<string, Promise<Place>>();
  const wordings = new WeakMap<Analysis, Wording>();
  const changed = new vscode.EventEmitter<(uri: vscode.Uri) => boolean>();
  const watchers: vscode.Disposable[] = [];

  const wordingFor = (analysis: Analysis): Wording => {
    const wording = wordings.get(analysis) ?? wordingOf(analysis.text);
    wordings.set(analysis, wording);
    return wording;
  };

  function placeFor(uri: vscode.Uri): Promise<Place> {
    const key = dirKey(uri);
    const known = ways.get(key);
    if (known) return known;
    const way = findPlace(uri);
    ways.set(key, way);
    way.then(
      (place) => {
        arrived.set(key, place);
        tell(place);
      },
      (error) => {
        ways.delete(key);
        log.error(`${uri.toString()}: no ledger`, error);
      },
    );
    return way;
  }

  async function findPlace(uri: vscode.Uri): Promise<Place> {
    const folder = await folderFor(uri);
    const key = folder?.toString() ?? '';
    const place = places.get(key) ?? openPlace(folder, uri);
    places.set(key, place);
    return place;
  }

  async function openPlace(folder: vscode.Uri | undefined, uri: vscode.Uri): Promise<Place> {
    const storage = folder ? context.workspaceState : context.globalState;
    const reserve = storedFiles(storage, `ledger ${folder?.toString() ?? ''}`);
    const files = folder
      ? filesWithReserve(folderFiles(folder), reserve, (error) => {
          log.warn(`${folder.toString()} cannot be written`, messageOf(error));
          if (place.notice === undefined) void vscode.window.showWarningMessage(unwritableWords(folder, error));
          place.notice = unwritableWords(folder, error);
        })
      : reserve;
    const ledger = await openLedger(files, { ...unsigned, editor: 'nobody', writerId: newId() });
    const place: Place = {
      folder,
      files,
      ledger,
      editor: undefined,
      decisions: [],
      notice: folder ? await reasonForReserve(folder, reserve) : reasonWithoutFolder(uri),
      queue: Promise.resolve(),
    };
    fold(place);
    if (folder) watchers.push(watch(folder, () => void refresh(place)));
    return place;
  }

  async function refresh(place: Place): Promise<void> {
    try {
      await place.ledger.refresh();
      fold(place);
      tell(place);
    } catch (error) {
      log.error('A ledger cannot be read again', messageOf(error));
    }
  }

  function fold(place: Place): void {
    place.decisions = foldEvents(place.ledger.events);
    for (const { file, line, message } of place.ledger.problems) log.warn(`${file}:${line}: ${message}`);
  }

  const tell = (place: Place) => changed.fire((uri) => arrived.get(dirKey(uri)) === place);

  async function decide(
    place: Place,
    { document, annotated: { analysis } }: SeedReading,
    draft: (read: ReadDocument) => EventDraft | undefined,
  ): Promise<boolean> {
    const name = await editorName(context.globalState, document.uri);
    if (!name) return false;
    if (place.editor !== name) {
      place.ledger = await openLedger(place.files, { ...unsigned, editor: name, writerId: newId() });
      place.editor = name;
    }
    const version = await keepVersion(place.files, analysis.text);
    const event = draft({ document: pathIn(place.folder, document.uri), version, wording: wordingFor(analysis) });
    if (!event) return false;
    await place.ledger.append(event);
    fold(place);
    tell(place);
    return true;
  }

  return {
    annotate: (uri, analysis) => {
      const place = arrived.get(dirKey(uri));
      if (!place) void placeFor(uri).catch(() => undefined);
      const decisions = place ? decisionsAbout(pathIn(place.folder, uri), place.decisions) : [];
      return annotate(analysis, decisions, wordingFor(analysis));
    },
    loaded: async (uri) => {
      await placeFor(uri);
    },
    decide: async (reading, draft) => {
      try {
        const place = await placeFor(reading.document.uri);
        const decided = place.queue.then(() => decide(place, reading, draft));
        place.queue = decided.catch(() => undefined);
        return await decided;
      } catch (error) {
        log.error('A decision cannot be written', error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(t('Seedmark cannot keep this: {0}', messageOf(error)));
        return false;
      }
    },
    notice: (uri) => {
      const place = arrived.get(dirKey(uri));
      return place && (place.notice ?? problemWords(place.ledger));
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(changed, ...watchers).dispose(),
  };
}

const newId = (): string => crypto.randomUUID().replaceAll('-', '');

const unsigned = { newId, now: () => new Date().toISOString() };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const parentOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..');

const dirKey = (uri: vscode.Uri): string => (uri.scheme === 'untitled' ? 'untitled:' : parentOf(uri).toString());

const nameOf = (folder: vscode.Uri): string => folder.path.slice(folder.path.lastIndexOf('/') + 1) || folder.path;

/** The nearest folder above that has `.seedmark/`, else the workspace's; none for what lies in no folder. */
async function folderFor(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!workspaceFolder && !vscode.workspace.fs.isWritableFileSystem(uri.scheme)) return undefined;
  let folder = parentOf(uri);
  for (;;) {
    if (await exists(vscode.Uri.joinPath(folder, '.seedmark'))) return folder;
    const above = parentOf(folder);
    if (folder.path === workspaceFolder?.path || above.path === folder.path) return workspaceFolder;
    folder = above;
  }
}

function reasonWithoutFolder(uri: vscode.Uri): string {
  return uri.scheme === 'untitled'
    ? t('This document has no file yet: its tags and notes are kept in VS Code’s own storage.')
    : t('This document lies in no open folder: its tags and notes are kept in VS Code’s own storage.');
}

const unwritableWords = (folder: vscode.Uri, error: unknown): string =>
  t(
    'The folder {0} cannot be written ({1}): tags and notes are kept in VS Code’s own storage.',
    nameOf(folder),
    messageOf(error),
  );

async function reasonForReserve(folder: vscode.Uri, reserve: LedgerFiles): Promise<string | undefined> {
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    return t('The folder {0} is read-only: tags and notes are kept in VS Code’s own storage.', nameOf(folder));
  }
  if ((await reserve.list()).length === 0) return undefined;
  return t('Some tags and notes are kept in VS Code’s own storage, as {0} could not be written.', nameOf(folder));
}

/** The document's path in its ledger, with "/" between folders. */
function pathIn(folder: vscode.Uri | undefined, uri: vscode.Uri): string {
  const path = folder ? uri.path.slice(folder.path.length) : `${uri.scheme}/${uri.authority}/${uri.path}`;
  return path.split('/').filter(Boolean).join('/');
}

function problemWords({ problems }: Ledger): string | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const where = first.line ? t('{0}, line {1}', first.file, first.line) : first.file;
  const more = problems.length > 1 ? t(' and {0} more', problems.length - 1) : '';
  return t('Something under .seedmark cannot be read and is left alone: {0}: {1}{2}', where, first.message, more);
}

/** Calls when files under `.seedmark/` have come, changed or gone, once for changes close together. */
function watch(folder: vscode.Uri, call: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '.seedmark/**'));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(call, refreshPauseMs);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(soon),
    watcher.onDidChange(soon),
    watcher.onDidDelete(soon),
    { dispose: () => clearTimeout(timer) },
  );
}

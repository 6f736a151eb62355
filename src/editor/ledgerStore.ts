// The ledgers of the open documents: where each is kept, what stands in it, and writing down what an editor decides.
import * as vscode from 'vscode';
import type { Analysis } from '../analysis/types.ts';
import { annotate } from '../ledger/annotate.ts';
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import { type ReadDocument, takeBack } from '../ledger/decide.ts';
import type { EventDraft } from '../ledger/events.ts';
import type { LedgerFiles } from '../ledger/files.ts';
import { type Decision, decisionsAbout, foldEvents } from '../ledger/fold.ts';
import { keepVersion, readVersion, textVersion } from '../ledger/versions.ts';
import { type Wording, wordingOf } from '../ledger/wording.ts';
import { type Ledger, openLedger } from '../ledger/writer.ts';
import type { SeedReading } from './documents.ts';
import { editorName } from './editorName.ts';
import { exists, filesWithReserve, folderFiles, messageOf, moveFiles } from './ledgerFiles.ts';

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
  /** What was decided about a document goes with its text to another, or is taken back where there is none. */
  move(from: vscode.Uri, to: vscode.Uri | undefined): Promise<void>;
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
  /** Why some of what was decided is not kept yet. */
  unsaved: string | undefined;
  /** Texts that were decided about and are not kept yet, by version. */
  readonly texts: Map<string, string>;
  /** What could not be read when it was last said. */
  told: string;
  /** One decision after another. */
  queue: Promise<unknown>;
}

const refreshPauseMs = 150;
/** Problems beyond these are counted, not listed. */
const mostProblems = 20;

export function openLedgers(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Ledgers {
  /** By the folder of documents, which may all lead to one place. */
  const ways = new Map<string, Promise<Place>>();
  const arrived = new Map<string, Place>();
  const places = new Map<string, Promise<Place>>();
  const wordings = new WeakMap<Analysis, Wording>();
  const changed = new vscode.EventEmitter<(uri: vscode.Uri) => boolean>();
  const watchers: vscode.Disposable[] = [];

  // Documents may lie in another folder now, or in none.
  const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => {
    ways.clear();
    arrived.clear();
    changed.fire(() => true);
  });

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
    const key = folder?.toString() ?? (uri.scheme === 'untitled' ? 'untitled' : 'elsewhere');
    const place = places.get(key) ?? openPlace(folder, uri, key);
    places.set(key, place);
    place.catch(() => places.delete(key));
    return place;
  }

  /** VS Code's own storage: for untitled documents that of the workspace, as each window counts its own. */
  function reserveFor(key: string): vscode.Uri {
    const storage = key === 'untitled' ? (context.storageUri ?? context.globalStorageUri) : context.globalStorageUri;
    return vscode.Uri.joinPath(storage, 'ledgers', textVersion(key).slice(0, 16));
  }

  async function openPlace(folder: vscode.Uri | undefined, uri: vscode.Uri, key: string): Promise<Place> {
    const reserveFolder = reserveFor(key);
    const reserve = folderFiles(reserveFolder);
    const own = folder && folderFiles(folder);
    const isReadOnly = folder && vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false;
    let notice = folder ? isReadOnly && readOnlyWords(folder) : placelessWords(uri);
    if (own && !isReadOnly) {
      await moveFiles(reserve, own).catch((error) => {
        notice = unwritableWords(folder, error);
      });
    }
    const files = own ? filesWithReserve(own, reserve, (error) => tellOfReserve(place, error)) : reserve;
    const place: Place = {
      folder,
      files,
      ledger: await openLedger(files, { ...unsigned, editor: 'nobody', writerId: newId() }),
      editor: undefined,
      decisions: [],
      notice: notice || undefined,
      unsaved: undefined,
      texts: new Map(),
      told: '',
      queue: Promise.resolve(),
    };
    fold(place);
    watchers.push(watch(folder ?? reserveFolder, () => void refresh(place)));
    return place;
  }

  function tellOfReserve(place: Place, error: unknown): void {
    if (!place.folder || vscode.workspace.fs.isWritableFileSystem(place.folder.scheme) === false) return;
    const told = place.notice;
    place.notice = error === undefined ? undefined : unwritableWords(place.folder, error);
    if (place.notice === undefined || place.notice === told) return;
    log.warn(`${place.folder.toString()} cannot be written`, messageOf(error));
    void vscode.window.showWarningMessage(place.notice);
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
    const lines = place.ledger.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    const told = lines.slice(0, mostProblems).join('\n');
    if (told === place.told) return;
    place.told = told;
    if (told) log.warn(`${lines.length} problems under .seedmark\n${told}`);
  }

  const tell = (place: Place) => changed.fire((uri) => arrived.get(dirKey(uri)) === place);

  async function decide(
    place: Place,
    { document, annotated: { analysis } }: SeedReading,
    draft: (read: ReadDocument) => EventDraft | undefined,
  ): Promise<boolean> {
    const name = await editorName(context.globalState, document.uri);
    if (!name) return false;
    const version = textVersion(analysis.text);
    const event = draft({ document: pathIn(place.folder, document.uri), version, wording: wordingFor(analysis) });
    if (!event) return false;
    place.texts.set(version, analysis.text);
    await write(place, name, event);
    return true;
  }

  /** What is written stands at once, and is kept as soon as that can be done. */
  async function write(place: Place, editor: string, ...events: readonly EventDraft[]): Promise<void> {
    if (place.editor !== editor) {
      await place.ledger.save(); // the one that follows knows nothing of what this one has not kept
      place.ledger = await openLedger(place.files, { ...unsigned, editor, writerId: newId() });
      place.editor = editor;
    }
    place.ledger.add(...events);
    fold(place);
    tell(place);
    await save(place);
  }

  async function keepTexts({ files, texts }: Place): Promise<void> {
    for (const [version, text] of texts) {
      await keepVersion(files, text);
      texts.delete(version);
    }
  }

  function tellUnsaved(place: Place, error: unknown): void {
    log.error('Decisions are not kept yet', error instanceof Error ? error : String(error));
    place.unsaved = t('Some tags and notes are not saved yet ({0}): keep this window open.', messageOf(error));
    const again = t('Try Again');
    void vscode.window.showErrorMessage(place.unsaved, again).then((picked) => {
      if (picked) inTurn(place, () => save(place));
    });
  }

  async function save(place: Place): Promise<void> {
    try {
      await keepTexts(place);
      await place.ledger.save();
      place.unsaved = undefined;
    } catch (error) {
      tellUnsaved(place, error);
    }
    tell(place);
  }

  function inTurn<T>(place: Place, work: () => Promise<T>): Promise<T> {
    const done = place.queue.then(work);
    place.queue = done.catch(() => undefined);
    return done;
  }

  async function move(from: vscode.Uri, to: vscode.Uri | undefined): Promise<void> {
    const place = await placeFor(from);
    const decisions = decisionsAbout(pathIn(place.folder, from), place.decisions);
    const editor = decisions.length > 0 && (await editorName(context.globalState, from));
    if (!editor) return;
    const goal = to && (await placeFor(to));
    if (goal) {
      for (const version of new Set(decisions.map(({ text }) => text))) {
        const text = await readVersion(place.files, version);
        if (text !== undefined) goal.texts.set(version, text);
      }
      const document = pathIn(goal.folder, to);
      const events = decisions.map((decision): EventDraft => ({ ...decision, document }));
      await inTurn(goal, () => write(goal, editor, ...events));
    }
    await inTurn(place, () => write(place, editor, ...decisions.map(({ id }) => takeBack(id))));
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
        return await inTurn(place, () => decide(place, reading, draft));
      } catch (error) {
        log.error('A decision cannot be written', error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(t('Seedmark cannot keep this: {0}', messageOf(error)));
        return false;
      }
    },
    notice: (uri) => {
      const place = arrived.get(dirKey(uri));
      return place && (place.unsaved ?? place.notice ?? problemWords(place.ledger));
    },
    move,
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(changed, folders, ...watchers).dispose(),
  };
}

const newId = (): string => crypto.randomUUID().replaceAll('-', '');

const unsigned = { newId, now: () => new Date().toISOString() };

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
    const isTop = folder.path.length <= (workspaceFolder?.path.length ?? 0) || above.path === folder.path;
    if (isTop) return workspaceFolder;
    folder = above;
  }
}

function placelessWords(uri: vscode.Uri): string {
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

const readOnlyWords = (folder: vscode.Uri): string =>
  t('The folder {0} is read-only: tags and notes are kept in VS Code’s own storage.', nameOf(folder));

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

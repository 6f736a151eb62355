// One ledger on its files: a folder's `.seedmark/`, or VS Code's own storage in its stead.
import * as vscode from 'vscode';
import type { EventDraft, ProblemCause, StoredEvent } from '../ledger/events.ts';
import type { LedgerFiles } from '../ledger/files.ts';
import { keepVersion, textVersion } from '../ledger/versions.ts';
import { type Ledger, openLedger } from '../ledger/writer.ts';
import { filesWithReserve, folderFiles, messageOf, moveFiles } from './ledgerFiles.ts';
import { placelessWords, readOnlyWords, unwritableWords } from './places.ts';

const { t } = vscode.l10n;

export interface OpenLedger extends vscode.Disposable {
  /** Undefined for VS Code's own storage. */
  readonly folder: vscode.Uri | undefined;
  readonly files: LedgerFiles;
  /** The events as they are known by now. */
  readonly ledger: Ledger;
  /** Takes a text that is decided about; it is kept with the next decision. */
  keep(version: string, text: string): void;
  /**
   * Writes one deed. Resolves to the events' ids when they are kept, or when it has been said that they cannot be: then
   * they stand, and are tried again with the next.
   */
  write(editor: string, drafts: readonly EventDraft[]): Promise<readonly string[]>;
  /** Takes in events of another ledger as they are. */
  adopt(editor: string, events: readonly StoredEvent[]): Promise<void>;
  /** Where decisions are kept, when it is not the usual place, or what is wrong with it. */
  notice(): string | undefined;
}

/** Where a ledger lies: `uri` is a document of its. */
export interface LedgerPlace {
  readonly folder: vscode.Uri | undefined;
  readonly uri: vscode.Uri;
  readonly key: string;
}

const refreshPauseMs = 150;
/** Problems beyond these are counted, not listed. */
const mostProblems = 20;

const newId = (): string => crypto.randomUUID().replaceAll('-', '');

const unsigned = { newId, now: () => new Date().toISOString() };

/** @param changed hears that other writers' events have come, that something is wrong or right again. */
export async function openLedgerAt(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  { folder, uri, key }: LedgerPlace,
  changed: () => void,
): Promise<OpenLedger> {
  // For untitled documents the storage of the workspace, as each window counts its own.
  const storage = key === 'untitled' ? (context.storageUri ?? context.globalStorageUri) : context.globalStorageUri;
  const reserveFolder = vscode.Uri.joinPath(storage, 'ledgers', textVersion(key).slice(0, 16));
  const reserve = folderFiles(reserveFolder);
  const own = folder && folderFiles(folder);
  const isReadOnly = folder && vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false;
  const texts = new Map<string, string>();
  let notice = folder ? (isReadOnly ? readOnlyWords(folder) : undefined) : placelessWords(uri);
  /** Why some of what was decided is not kept yet. */
  let unsaved: string | undefined;
  /** What could not be read when it was last said. */
  let told = '';
  if (own && !isReadOnly) {
    await moveFiles(reserve, own).catch((error) => {
      notice = unwritableWords(folder, error);
    });
  }
  const files = own ? filesWithReserve(own, reserve, tellOfReserve) : reserve;
  let ledger = await openLedger(files, { ...unsigned, editor: 'nobody', writerId: newId() });
  /** Whose decisions the ledger writes; undefined while it is only read. */
  let signedBy: string | undefined;
  tellProblems();

  function tellOfReserve(error: unknown): void {
    if (!folder || isReadOnly) return;
    const before = notice;
    notice = error === undefined ? undefined : unwritableWords(folder, error);
    if (notice === undefined || notice === before) return;
    log.warn(`${folder.toString()} cannot be written`, messageOf(error));
    void vscode.window.showWarningMessage(notice);
  }

  function tellProblems(): void {
    const lines = ledger.problems.map(({ file, line, cause }) => `${file}:${line}: ${causeWords(cause)}`);
    const now = lines.slice(0, mostProblems).join('\n');
    if (now === told) return;
    told = now;
    if (told) log.warn(`${lines.length} problems under .seedmark\n${told}`);
  }

  async function refresh(): Promise<void> {
    try {
      await ledger.refresh();
      tellProblems();
      changed();
    } catch (error) {
      log.error('A ledger cannot be read again', messageOf(error));
    }
  }

  async function save(): Promise<void> {
    try {
      for (const [version, text] of texts) {
        await keepVersion(files, text);
        texts.delete(version);
      }
      await ledger.save();
      unsaved = undefined;
    } catch (error) {
      log.error('Decisions are not kept yet', error instanceof Error ? error : String(error));
      unsaved = t('Some tags and notes are not saved yet ({0}): keep this window open.', messageOf(error));
      const again = t('Try Again');
      void vscode.window.showErrorMessage(unsaved, again).then((picked) => (picked ? save().then(changed) : undefined));
    }
  }

  async function sign(editor: string): Promise<void> {
    if (signedBy === editor) return;
    await ledger.save(); // the one that follows knows nothing of what this one has not kept
    ledger = await openLedger(files, { ...unsigned, editor, writerId: newId() });
    signedBy = editor;
  }

  const watching = watch(folder ?? reserveFolder, () => void refresh());

  return {
    folder,
    files,
    get ledger() {
      return ledger;
    },
    keep: (version, text) => void texts.set(version, text),
    write: async (editor, drafts) => {
      await sign(editor);
      const events = ledger.add(...drafts);
      await save();
      return events.map(({ id }) => id);
    },
    adopt: async (editor, events) => {
      await sign(editor);
      ledger.adopt(events);
      await save();
    },
    notice: () => unsaved ?? notice ?? problemWords(ledger),
    dispose: () => watching.dispose(),
  };
}

function problemWords({ problems }: Ledger): string | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const where = first.line ? t('{0}, line {1}', first.file, first.line) : first.file;
  const more = problems.length > 1 ? t(' and {0} more', problems.length - 1) : '';
  return t(
    'Something under .seedmark cannot be read and is left alone: {0}: {1}{2}.',
    where,
    causeWords(first.cause),
    more,
  );
}

function causeWords(cause: ProblemCause): string {
  switch (cause.type) {
    case 'empty':
      return t('it is empty, cut off while it was written');
    case 'cutOff':
      return t('the last line is cut off');
    case 'tooLong':
      return t('longer than a million characters');
    case 'conflict':
      return t('a conflict marker, left by a merge');
    case 'notJson':
    case 'noEvent':
    case 'tooDeep':
      return t('not written by Seedmark');
    case 'field':
      return t('“{0}” is missing or wrong', cause.name);
    case 'unlisted':
    case 'unread':
      return t('it cannot be read ({0})', cause.reason);
  }
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

// The ledgers of the open documents: what stands in each, and writing down what an editor decides.
import * as vscode from 'vscode';
import type { Analysis } from '../analysis/types.ts';
import { makeAnchor } from '../ledger/anchor.ts';
import { annotationSteps } from '../ledger/annotate.ts';
import type { AnnotatedClaim, AnnotatedDocument } from '../ledger/annotated.ts';
import { correctionsOf } from '../ledger/correctionsOf.ts';
import { type ReadDocument, takeBack } from '../ledger/decide.ts';
import type { EventDraft } from '../ledger/events.ts';
import { type DocumentDecisions, decisionsByDocument, foldEvents, type Standing } from '../ledger/fold.ts';
import { eventsAbout, type HistoryEntry, historyOf } from '../ledger/history.ts';
import { recognise, type VersionRead } from '../ledger/moves.ts';
import { readVersion, textVersion } from '../ledger/versions.ts';
import { type Wording, wordingOf, wordingSteps } from '../ledger/wording.ts';
import { finish, type Steps } from '../text/steps.ts';
import type { SeedReading } from './documents.ts';
import { editorName, knownEditorName } from './editorName.ts';
import { exists, messageOf } from './ledgerFiles.ts';
import { type OpenLedger, openLedgerAt } from './openLedger.ts';
import { dirKey, folderFor, pathIn } from './places.ts';
import { inSlices } from './slices.ts';

const { t } = vscode.l10n;

/** What an editor did last can be taken back, and done again; the labels say what it was. */
export interface Undoable {
  readonly undo?: string;
  readonly redo?: string;
}

export interface Ledgers extends vscode.Disposable {
  /** Joins an analysis with what is known of editors' decisions by now; more may come with `onDidChange`. */
  annotate(uri: vscode.Uri, analysis: Analysis): Steps<AnnotatedDocument>;
  /** What editors decided about the document has been read from its place. */
  loaded(uri: vscode.Uri): Promise<void>;
  /**
   * Writes down one deed of an editor: all of its events or none. They are asked for when it is the deed's turn, with
   * what stands then, so that a key pressed twice does nothing twice; claims are found again by their ids.
   * @param label what is done, in words.
   * @returns when it is written, which is when it shows; false where the user gave up or nothing was to be written.
   */
  decide(
    reading: SeedReading,
    label: string,
    drafts: (read: ReadDocument, now: AnnotatedDocument) => readonly (EventDraft | undefined)[],
  ): Promise<boolean>;
  /** Takes back the last deed of this window about the document; what it was, or undefined where there is none. */
  undo(uri: vscode.Uri): Promise<string | undefined>;
  /** Does again what was taken back last. */
  redo(uri: vscode.Uri): Promise<string | undefined>;
  undoable(uri: vscode.Uri): Undoable;
  /** Everything that was ever decided about a claim, oldest first. */
  history(reading: SeedReading, claim: AnnotatedClaim): Promise<readonly HistoryEntry[]>;
  /** A version of the document that was read, where it is kept. */
  version(uri: vscode.Uri, version: string): Promise<string | undefined>;
  /** Whose decisions this window writes, as far as it is known. */
  editor(): string | undefined;
  /** Where decisions are kept, when it is not the usual place, or what is wrong with it. */
  notice(uri: vscode.Uri): string | undefined;
  /** What was decided about a file or a folder's files goes to its new path; where there is none it is taken back. */
  move(from: vscode.Uri, to: vscode.Uri | undefined): Promise<void>;
  /** Everything that was decided is written, as far as it can be. */
  settled(): Promise<void>;
  /** Decisions have changed about the documents for which the function says so. */
  readonly onDidChange: vscode.Event<(uri: vscode.Uri) => boolean>;
}

/** The text of an analysis. */
interface TextRead {
  readonly wording: Wording;
  readonly version: string;
}

interface Place {
  readonly open: OpenLedger;
  standing: Standing;
  byDocument: ReadonlyMap<string, DocumentDecisions>;
  /** Versions that were read, by name; undefined for those that are not kept. */
  readonly kept: Map<string, Wording | undefined>;
  /** Paths under which decisions about other paths show, because the document was moved where nobody saw it. */
  readonly movedFrom: Map<string, string>;
  /** Documents that were looked for among those whose files are gone. */
  readonly soughtFor: Set<string>;
  /** One decision after another. */
  queue: Promise<unknown>;
}

/** Something an editor did, as it can be taken back. */
interface Deed {
  readonly label: string;
  readonly events: readonly string[];
}

interface Deeds {
  readonly done: Deed[];
  /** Each with the event that took it back. */
  readonly undone: (Deed & { readonly takenBackBy: string })[];
}

/** The files of more documents than this are not looked for. */
const mostMissing = 500;

export function openLedgers(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Ledgers {
  /** By the folder of documents, which may all lead to one place. */
  const ways = new Map<string, Promise<Place>>();
  const arrived = new Map<string, Place>();
  const places = new Map<string, Promise<Place>>();
  const texts = new WeakMap<Analysis, TextRead>();
  const deeds = new Map<string, Deeds>();
  const changed = new vscode.EventEmitter<(uri: vscode.Uri) => boolean>();
  /** Who decided last. */
  let signedAs: string | undefined;

  function forgetWays(): void {
    ways.clear();
    arrived.clear();
    changed.fire(() => true);
  }
  // Documents may lie in another place now, or in none.
  const moves = vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(forgetWays),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.ledgerFolder')) forgetWays();
    }),
  );

  function* textSteps(analysis: Analysis): Steps<TextRead> {
    const known = texts.get(analysis);
    if (known) return known;
    let version: string | undefined;
    const made = {
      wording: yield* wordingSteps(analysis.text),
      get version() {
        version ??= textVersion(analysis.text);
        return version;
      },
    };
    texts.set(analysis, made);
    return made;
  }

  const textOf = (analysis: Analysis): TextRead => finish(textSteps(analysis));

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

  async function openPlace(folder: vscode.Uri | undefined, uri: vscode.Uri, key: string): Promise<Place> {
    const open = await openLedgerAt(context, log, { folder, uri, key }, () => {
      fold(place);
      tell(place);
    });
    const standing = foldEvents(open.ledger.events);
    const place: Place = {
      open,
      standing,
      byDocument: decisionsByDocument(standing),
      kept: new Map(),
      movedFrom: new Map(),
      soughtFor: new Set(),
      queue: Promise.resolve(),
    };
    return place;
  }

  function fold(place: Place): void {
    place.standing = foldEvents(place.open.ledger.events);
    place.byDocument = decisionsByDocument(place.standing);
    place.soughtFor.clear();
  }

  const tell = (place: Place) => changed.fire((uri) => arrived.get(dirKey(uri)) === place);

  function decisionsOn(place: Place, path: string): DocumentDecisions {
    const { byDocument, movedFrom, standing } = place;
    const name = path.normalize('NFC');
    return (
      byDocument.get(name) ?? byDocument.get(movedFrom.get(name) ?? '') ?? { decisions: [], hasSeen: standing.hasSeen }
    );
  }

  /** Reads the versions that decisions about a document were made in. Whether there was anything to read. */
  async function readVersions(place: Place, path: string): Promise<boolean> {
    const { kept, open } = place;
    const names = new Set(decisionsOn(place, path).decisions.map(({ text }) => text));
    const missing = [...names].filter((name) => !kept.has(name));
    const reading = missing.map(async (name) => {
      const text = await readVersion(open.files, name);
      kept.set(name, text === undefined ? undefined : wordingOf(text));
    });
    await Promise.all(reading);
    return missing.length > 0;
  }

  function* annotateAt(place: Place, path: string, analysis: Analysis): Steps<AnnotatedDocument> {
    const text = yield* textSteps(analysis);
    const kept = new Map([...place.kept].flatMap(([name, wording]) => (wording ? [[name, wording] as const] : [])));
    const texts = { wording: text.wording, version: () => text.version, kept };
    return yield* annotationSteps(analysis, decisionsOn(place, path), texts);
  }

  /** Looks whether a document that nobody decided about is one that was moved. */
  async function findMoved(place: Place, uri: vscode.Uri, analysis: Analysis): Promise<void> {
    const path = pathIn(place.open.folder, uri).normalize('NFC');
    const { byDocument, soughtFor, movedFrom, open } = place;
    const others = [...byDocument.keys()];
    if (soughtFor.has(path) || byDocument.has(path) || !open.folder || others.length > mostMissing) return;
    soughtFor.add(path);
    const gone = new Map<string, readonly VersionRead[]>();
    for (const other of others) {
      if (await exists(vscode.Uri.joinPath(open.folder, ...other.split('/')))) continue;
      await readVersions(place, other);
      const names = new Set(decisionsOn(place, other).decisions.map(({ text }) => text));
      gone.set(
        other,
        [...names].map((name) => {
          const read = place.kept.get(name);
          return read ? { version: name, wording: read } : { version: name };
        }),
      );
    }
    const text = textOf(analysis);
    const from = gone.size > 0 ? recognise(text.wording, text.version, gone) : undefined;
    if (from === movedFrom.get(path)) return;
    if (from === undefined) movedFrom.delete(path);
    else movedFrom.set(path, from);
    changed.fire((other) => other.toString() === uri.toString());
  }

  function inTurn<T>(place: Place, work: () => Promise<T>): Promise<T> {
    const done = place.queue.then(work);
    place.queue = done.catch(() => undefined);
    return done;
  }

  /** What is written shows as soon as it is kept, or as it is said that it cannot be. */
  async function write(place: Place, editor: string, drafts: readonly EventDraft[]): Promise<readonly string[]> {
    const events = await place.open.write(editor, drafts);
    fold(place);
    tell(place);
    return events;
  }

  const deedsOf = (uri: vscode.Uri): Deeds => {
    const known = deeds.get(uri.toString()) ?? { done: [], undone: [] };
    deeds.set(uri.toString(), known);
    return known;
  };

  async function decide(
    place: Place,
    { document, annotated: { analysis } }: Pick<SeedReading, 'document' | 'annotated'>,
    label: string,
    draftsOf: (read: ReadDocument, now: AnnotatedDocument) => readonly (EventDraft | undefined)[],
  ): Promise<boolean> {
    const editor = await editorName(context.globalState, document.uri);
    if (!editor) return false;
    signedAs = editor;
    const { wording, version } = textOf(analysis);
    const path = pathIn(place.open.folder, document.uri);
    await readVersions(place, path);
    const read: ReadDocument = { document: path, version, wording, editor };
    const now = await inSlices(annotateAt(place, path, analysis));
    const drafts = now && draftsOf(read, now).filter((draft) => draft !== undefined);
    if (!drafts?.length) return false;
    place.open.keep(version, analysis.text);
    place.kept.set(version, wording);
    const movedFrom = place.movedFrom.get(path.normalize('NFC'));
    if (movedFrom !== undefined) {
      await write(place, editor, [{ type: 'moved', document: movedFrom, to: path }]);
      place.movedFrom.delete(path.normalize('NFC'));
    }
    const { done, undone } = deedsOf(document.uri);
    done.push({ label, events: await write(place, editor, drafts) });
    undone.length = 0;
    return true;
  }

  /** Takes back events of this window, whoever asks for it. */
  async function takeBackAll(uri: vscode.Uri, place: Place, events: readonly string[]): Promise<string | undefined> {
    const editor = await editorName(context.globalState, uri);
    if (!editor) return undefined;
    const [event] = await write(place, editor, [takeBack(events)]);
    return event;
  }

  async function undo(uri: vscode.Uri): Promise<string | undefined> {
    const place = await placeFor(uri);
    return inTurn(place, async () => {
      const { done, undone } = deedsOf(uri);
      const deed = done.at(-1);
      const takenBackBy = deed && (await takeBackAll(uri, place, deed.events));
      if (!deed || takenBackBy === undefined) return undefined;
      done.pop();
      undone.push({ ...deed, takenBackBy });
      tell(place);
      return deed.label;
    });
  }

  async function redo(uri: vscode.Uri): Promise<string | undefined> {
    const place = await placeFor(uri);
    return inTurn(place, async () => {
      const { done, undone } = deedsOf(uri);
      const deed = undone.at(-1);
      if (!deed || (await takeBackAll(uri, place, [deed.takenBackBy])) === undefined) return undefined;
      undone.pop();
      done.push({ label: deed.label, events: deed.events });
      tell(place);
      return deed.label;
    });
  }

  /** Within one ledger a move is an event; into another the events go along as they are. */
  async function moveOne(from: Place, path: string, near: vscode.Uri, to: vscode.Uri | undefined): Promise<void> {
    const { decisions } = decisionsOn(from, path);
    if (decisions.length === 0) return;
    const goal = to && (await placeFor(to));
    if (goal && goal !== from) {
      await readVersions(from, path);
      for (const { text } of decisions) {
        const wording = from.kept.get(text);
        if (wording) goal.open.keep(text, wording.raw);
      }
      const document = pathIn(goal.open.folder, to);
      const events = eventsAbout(path, from.open.ledger.events).map((event) =>
        'document' in event ? { ...event, document } : event,
      );
      const editor = await editorName(context.globalState, near);
      if (!editor) return;
      await inTurn(goal, async () => {
        await goal.open.adopt(editor, events);
        fold(goal);
        tell(goal);
      });
      return;
    }
    const draft: EventDraft = to
      ? { type: 'moved', document: path, to: pathIn(from.open.folder, to) }
      : takeBack(decisions.map(({ id }) => id));
    const editor = await editorName(context.globalState, near);
    if (editor) await inTurn(from, () => write(from, editor, [draft]));
  }

  async function move(from: vscode.Uri, to: vscode.Uri | undefined): Promise<void> {
    const place = await placeFor(from);
    const path = pathIn(place.open.folder, from).normalize('NFC');
    for (const document of [...place.byDocument.keys()]) {
      if (document !== path && !document.startsWith(`${path}/`)) continue;
      const rest = document
        .slice(path.length + 1)
        .split('/')
        .filter(Boolean);
      await moveOne(place, document, from, to && vscode.Uri.joinPath(to, ...rest));
    }
  }

  return {
    *annotate(uri, analysis) {
      const { wording } = yield* textSteps(analysis);
      const place = arrived.get(dirKey(uri));
      if (!place) {
        void placeFor(uri).catch(() => undefined);
        return yield* annotationSteps(analysis, { decisions: [], hasSeen: () => false }, { wording });
      }
      const path = pathIn(place.open.folder, uri);
      // What was decided in versions not read yet may show as changed for a moment, never as more than it is.
      readVersions(place, path)
        .then((isMore) => isMore && changed.fire((other) => other.toString() === uri.toString()))
        .then(() => findMoved(place, uri, analysis))
        .catch((error) => log.error(`${uri.toString()}: versions cannot be read`, messageOf(error)));
      return yield* annotateAt(place, path, analysis);
    },
    loaded: async (uri) => {
      const place = await placeFor(uri);
      await readVersions(place, pathIn(place.open.folder, uri));
    },
    decide: async (reading, label, drafts) => {
      try {
        const place = await placeFor(reading.document.uri);
        return await inTurn(place, () => decide(place, reading, label, drafts));
      } catch (error) {
        log.error('A decision cannot be written', error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(t('Seedmark cannot keep this: {0}', messageOf(error)));
        return false;
      }
    },
    undo,
    redo,
    undoable: (uri) => {
      const known = deeds.get(uri.toString());
      const [undo, redo] = [known?.done.at(-1)?.label, known?.undone.at(-1)?.label];
      return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
    },
    history: async ({ document, annotated }, claim) => {
      const place = await placeFor(document.uri);
      const { tags, notes, evidence, reviews } = claim;
      const corrections = correctionsOf(annotated, claim);
      return historyOf(place.open.ledger.events, {
        document: pathIn(place.open.folder, document.uri),
        events: [...tags, ...notes, ...evidence, ...reviews, ...corrections].map(({ event }) => event),
        words: makeAnchor(textOf(annotated.analysis).wording, claim.claim.span),
      });
    },
    version: async (uri, version) => readVersion((await placeFor(uri)).open.files, version),
    notice: (uri) => arrived.get(dirKey(uri))?.open.notice(),
    move,
    settled: async () => {
      const opened = await Promise.allSettled(places.values());
      await Promise.all(opened.map((place) => place.status === 'fulfilled' && place.value.queue));
    },
    editor: () => knownEditorName(context.globalState) ?? signedAs,
    onDidChange: changed.event,
    dispose: () => {
      moves.dispose();
      changed.dispose();
      for (const place of places.values()) void place.then(({ open }) => open.dispose());
    },
  };
}

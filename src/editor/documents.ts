// The open documents and what reading them yielded. Every feature asks here, so that all speak of the same reading.
import * as vscode from 'vscode';
import { analysisSteps, type PassageCache } from '../analysis/analyze.ts';
import type { Analysis } from '../analysis/types.ts';
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import type { Models } from '../model/models.ts';
import { detectSeed, type SeedVerdict } from '../seed/detect.ts';
import { dateOfPath } from '../seed/pathDate.ts';
import { oneText } from '../text/one.ts';
import { finish, type Steps } from '../text/steps.ts';
import type { Treatments } from './detection.ts';
import type { Ledgers } from './ledgerStore.ts';
import { type Positions, positionsIn } from './positions.ts';
import { isLong, isOurs, isTooLarge, matchesGlob } from './readable.ts';
import { inSlices } from './slices.ts';

interface Read {
  readonly document: vscode.TextDocument;
  /** The document's version that was read. */
  readonly version: number;
}

export type SeedReading = Read & {
  readonly type: 'seed';
  readonly verdict: SeedVerdict;
  readonly annotated: AnnotatedDocument;
  readonly positions: Positions;
};

export type Reading =
  | SeedReading
  | (Read & { readonly type: 'notSeed'; readonly verdict: SeedVerdict; readonly positions: Positions })
  | (Read & { readonly type: 'tooLarge' })
  /** Our own mistake: the log says which. */
  | (Read & { readonly type: 'failed' });

export interface Documents extends vscode.Disposable {
  /**
   * What the document says as it stands, read now where that has not been done; undefined where it is none of ours. A long
   * one is read in slices: until that is done it is what was read last, its positions carried along; at first undefined.
   */
  read(document: vscode.TextDocument): Reading | undefined;
  /** `read`, where the document is a seed. */
  seed(document: vscode.TextDocument): SeedReading | undefined;
  /** What editors decided about the document has been loaded, and it is read as it stands. */
  settled(document: vscode.TextDocument): Promise<void>;
  /** The document has a new reading, or none any more. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

const typingPauseMs = 150;

interface Entry {
  cache: PassageCache;
  /** How many passages the cache held when it was new. */
  fresh: number;
  analysis?: { readonly version: number; readonly value: Analysis; readonly positions: Positions };
  reading?: Reading;
  /** What was decided about the document, or what makes a seed, has changed since. */
  isOutdated: boolean;
  /** The reading that is under way in slices. */
  work?: symbol;
  timer?: ReturnType<typeof setTimeout>;
}

/** What the core reads with, on its way from the extension's own files. */
interface Learning {
  /** Nothing is read before. */
  readonly lists: Promise<unknown>;
  readonly weights: Promise<Models>;
}

/** Reads documents as they are shown and edited. */
export function openDocuments(
  ledgers: Ledgers,
  treatments: Treatments,
  log: vscode.LogOutputChannel,
  { lists, weights }: Learning,
): Documents {
  let hasLists = false;
  let models: Models | undefined;
  const entries = new Map<vscode.TextDocument, Entry>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();

  const isFresh = ({ reading, isOutdated }: Entry, { version }: vscode.TextDocument): boolean =>
    reading?.version === version && !isOutdated;

  function read(document: vscode.TextDocument): Reading | undefined {
    if (!hasLists || document.isClosed || !isOurs(document)) return undefined;
    const entry: Entry = entries.get(document) ?? { cache: new Map(), fresh: 0, isOutdated: false };
    entries.set(document, entry);
    if (isFresh(entry, document)) return entry.reading;
    if (!isLong(document)) readAtOnce(document, entry);
    // What would be read without the weights would be read in vain.
    else if (models && !entry.timer && !entry.work) void readInSlices(document, entry);
    return entry.reading;
  }

  function readAtOnce(document: vscode.TextDocument, entry: Entry): void {
    stop(entry);
    try {
      show(document, entry, finish(readingSteps(document, entry)));
    } catch (error) {
      show(document, entry, failed(document, error));
    }
  }

  async function readInSlices(document: vscode.TextDocument, entry: Entry): Promise<void> {
    const work = Symbol();
    entry.work = work;
    const steps = readingSteps(document, entry);
    const reading = await inSlices(steps, () => entry.work === work).catch((error) => failed(document, error));
    if (entry.work !== work || !reading) return;
    delete entry.work;
    show(document, entry, reading);
  }

  function stop(entry: Entry): void {
    clearTimeout(entry.timer);
    delete entry.timer;
    delete entry.work;
  }

  function show(document: vscode.TextDocument, entry: Entry, reading: Reading): void {
    entry.reading = reading;
    entry.isOutdated = false;
    changed.fire(document);
  }

  function failed(document: vscode.TextDocument, error: unknown): Reading {
    log.error(`${document.uri.toString()} cannot be read`, error instanceof Error ? error : String(error));
    return { type: 'failed', document, version: document.version };
  }

  function* readingSteps(document: vscode.TextDocument, entry: Entry): Steps<Reading> {
    const { version } = document;
    const one = oneText(document.getText());
    const { text } = one;
    if (isTooLarge(text)) return { type: 'tooLarge', document, version };
    const treated = treatments.of(document.uri);
    const path = vscode.workspace.asRelativePath(document.uri, false);
    const verdict = detectSeed(text, {
      path,
      matchesGlob: matchesGlob(document),
      languageId: document.languageId,
    });
    if (!(treated ?? verdict.isSeed)) {
      return { type: 'notSeed', document, version, verdict, positions: positionsIn(document, one) };
    }
    if (entry.analysis?.version !== version) {
      const began = performance.now();
      const likelyDate = dateOfPath(path);
      const known = { models: models ?? {}, cache: entry.cache, ...(likelyDate && { likelyDate }) };
      const value = yield* analysisSteps(text, known);
      entry.analysis = { version, value, positions: positionsIn(document, one) };
      trim(entry);
      log.debug(`${document.uri.toString()} v${version}: read in ${(performance.now() - began).toFixed(1)} ms`);
    }
    const { value, positions } = entry.analysis;
    const annotated = yield* ledgers.annotate(document.uri, value);
    return { type: 'seed', document, version, verdict, annotated, positions };
  }

  /** Reads again what is in view, without analysing again texts that are the same. */
  function refresh(concerns: (document: vscode.TextDocument) => boolean): void {
    for (const [document, entry] of entries) {
      if (!concerns(document)) continue;
      entry.isOutdated = true;
      const isBeingRead = entry.work !== undefined;
      delete entry.work;
      if (isBeingRead) read(document);
    }
    readVisible();
  }

  function readVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) read(document);
  }

  function follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = entries.get(document);
    if (!entry || entry.reading?.version === document.version) return;
    const { reading } = entry;
    if (reading && 'positions' in reading) for (const change of contentChanges) reading.positions.take(change);
    stop(entry);
    entry.timer = setTimeout(() => {
      delete entry.timer;
      read(document);
    }, typingPauseMs);
  }

  function forget(document: vscode.TextDocument): void {
    const entry = entries.get(document);
    if (!entry) return;
    stop(entry);
    entries.delete(document);
    changed.fire(document);
  }

  void weights.then((arrived) => {
    models = arrived;
    for (const entry of entries.values()) {
      forgetPassages(entry);
      delete entry.analysis;
    }
    refresh(() => true);
  });

  void lists.then(() => {
    hasLists = true;
    readVisible();
  });
  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(readVisible),
    vscode.workspace.onDidOpenTextDocument(readVisible),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeTextDocument(follow),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.seeds')) refresh(() => true);
    }),
    treatments.onDidChange((uri) => refresh((document) => document.uri.toString() === uri.toString())),
    ledgers.onDidChange((concerns) => refresh(({ uri }) => concerns(uri))),
    changed,
  );

  return {
    read,
    seed: (document) => {
      const reading = read(document);
      return reading?.type === 'seed' ? reading : undefined;
    },
    settled: async (document) => {
      await Promise.all([lists, weights, ledgers.loaded(document.uri)]);
      for (;;) {
        read(document);
        const entry = entries.get(document);
        if (!entry || isFresh(entry, document)) return;
        await new Promise<void>((resolve) => {
          const listening = changed.event(() => {
            listening.dispose();
            resolve();
          });
        });
      }
    },
    onDidChange: changed.event,
    dispose: () => {
      for (const entry of entries.values()) stop(entry);
      subscriptions.dispose();
    },
  };
}

/** Lets go of passages that edits have left behind. */
function trim(entry: Entry): void {
  if (entry.fresh === 0) entry.fresh = entry.cache.size;
  if (entry.cache.size > 2 * entry.fresh + 100) forgetPassages(entry);
}

function forgetPassages(entry: Entry): void {
  entry.cache = new Map();
  entry.fresh = 0;
}

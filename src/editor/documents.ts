// The open documents and what reading them yielded. Every feature asks here, so that all speak of the same reading.
import * as vscode from 'vscode';
import { analyze, type PassageCache } from '../analysis/analyze.ts';
import type { Analysis } from '../analysis/types.ts';
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import type { Models } from '../model/models.ts';
import { detectSeed, type SeedVerdict } from '../seed/detect.ts';
import { dateOfPath } from '../seed/pathDate.ts';
import { oneText } from '../text/one.ts';
import type { Treatments } from './detection.ts';
import type { Ledgers } from './ledgerStore.ts';
import { type Positions, positionsIn } from './positions.ts';
import { seedGlobs } from './settings.ts';

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
  /** What the document says as it stands, read now where that has not been done; undefined where it is none of ours. */
  read(document: vscode.TextDocument): Reading | undefined;
  /** `read`, where the document is a seed. */
  seed(document: vscode.TextDocument): SeedReading | undefined;
  /** What editors decided about the document has been loaded. */
  settled(document: vscode.TextDocument): Promise<void>;
  /** The document has a new reading, or none any more. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

const largest = 5_000_000;
const longestLine = 20_000;
const typingPauseMs = 150;

/** Schemes of texts that nobody writes or reads as a document. */
const foreignSchemes = new Set(['output', 'comment', 'debug', 'search-editor', 'walkThroughSnippet']);
/** Of VS Code's own schemes, those of file systems. */
const fileSchemes = new Set(['vscode-vfs', 'vscode-remote', 'vscode-local', 'vscode-test-web']);

const isOurs = ({ uri: { scheme } }: vscode.TextDocument): boolean =>
  !foreignSchemes.has(scheme) && (!scheme.startsWith('vscode') || fileSchemes.has(scheme));

interface Entry {
  cache: PassageCache;
  /** How many passages the cache held when it was new. */
  fresh: number;
  analysis?: { readonly version: number; readonly value: Analysis; readonly positions: Positions };
  reading?: Reading;
  /** How long the last reading took. */
  tookMs: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** Reads documents as they are shown and edited. */
export function openDocuments(
  ledgers: Ledgers,
  treatments: Treatments,
  log: vscode.LogOutputChannel,
  weights: Promise<Models>,
): Documents {
  let models: Models = {};
  const entries = new Map<vscode.TextDocument, Entry>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();

  function read(document: vscode.TextDocument): Reading | undefined {
    if (document.isClosed || !isOurs(document)) return undefined;
    const entry: Entry = entries.get(document) ?? { cache: new Map(), fresh: 0, tookMs: 0 };
    entries.set(document, entry);
    if (entry.reading?.version === document.version) return entry.reading;
    clearTimeout(entry.timer);
    try {
      entry.reading = readNow(document, entry);
    } catch (error) {
      log.error(`${document.uri.toString()} cannot be read`, error instanceof Error ? error : String(error));
      entry.reading = { type: 'failed', document, version: document.version };
    }
    changed.fire(document);
    return entry.reading;
  }

  function readNow(document: vscode.TextDocument, entry: Entry): Reading {
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
      return { type: 'notSeed', document, version, verdict, positions: positionsIn(one) };
    }
    if (entry.analysis?.version !== version) {
      const began = performance.now();
      const likelyDate = dateOfPath(path);
      const value = analyze(text, { models, cache: entry.cache, ...(likelyDate && { likelyDate }) });
      entry.analysis = { version, value, positions: positionsIn(one) };
      trim(entry);
      entry.tookMs = performance.now() - began;
      log.debug(`${document.uri.toString()} v${version}: read in ${entry.tookMs.toFixed(1)} ms`);
    }
    const { value, positions } = entry.analysis;
    return { type: 'seed', document, version, verdict, annotated: ledgers.annotate(document.uri, value), positions };
  }

  /** Reads again what is in view, without analysing again texts that are the same. */
  function refresh(concerns: (document: vscode.TextDocument) => boolean): void {
    for (const [document, entry] of entries) if (concerns(document)) delete entry.reading;
    readVisible();
  }

  function readVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) read(document);
  }

  function readSoon(document: vscode.TextDocument): void {
    const entry = entries.get(document);
    if (!entry) return;
    clearTimeout(entry.timer);
    // A document that takes long is read at longer pauses, so that typing stays smooth.
    entry.timer = setTimeout(() => read(document), Math.max(typingPauseMs, 3 * entry.tookMs));
  }

  function forget(document: vscode.TextDocument): void {
    clearTimeout(entries.get(document)?.timer);
    if (entries.delete(document)) changed.fire(document);
  }

  void weights.then((arrived) => {
    models = arrived;
    for (const entry of entries.values()) {
      forgetPassages(entry);
      delete entry.analysis;
    }
    refresh(() => true);
  });

  const beginning = setTimeout(readVisible);
  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(readVisible),
    vscode.workspace.onDidOpenTextDocument(readVisible),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length) readSoon(document);
    }),
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
      await Promise.all([weights, ledgers.loaded(document.uri)]);
    },
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(beginning);
      for (const { timer } of entries.values()) clearTimeout(timer);
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

function isTooLarge(text: string): boolean {
  if (text.length > largest) return true;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (end - start > longestLine) return true;
    start = end + 1;
  }
  return text.length - start > longestLine;
}

function matchesGlob(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return seedGlobs(document.uri).some((glob) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : `**/${glob}`;
    return vscode.languages.match({ pattern }, document) > 0;
  });
}

// Files together with what editors decided about them.
import { randomUUID } from 'node:crypto';
import { join, relative, resolve, sep } from 'node:path';
import { analyze } from '../analysis/analyze.ts';
import { annotate } from '../ledger/annotate.ts';
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import type { HasSeen } from '../ledger/causality.ts';
import type { StoredEvent } from '../ledger/events.ts';
import type { LedgerFiles } from '../ledger/files.ts';
import { type DocumentDecisions, decisionsByDocument, foldEvents, type Standing } from '../ledger/fold.ts';
import { recognise, type VersionRead } from '../ledger/moves.ts';
import { causeWords } from '../ledger/problems.ts';
import { readVersion, textVersion } from '../ledger/versions.ts';
import { type Wording, wordingOf } from '../ledger/wording.ts';
import { type Ledger, openLedger } from '../ledger/writer.ts';
import type { Models } from '../model/models.ts';
import { detectSeed } from '../seed/detect.ts';
import { dateOfPath } from '../seed/pathDate.ts';
import { oneText } from '../text/one.ts';
import { filesIn, readText } from './files.ts';
import { diskFiles } from './ledgerFiles.ts';
import { isFolder, isThere, pathIn, placeOf } from './place.ts';
import { printable } from './printable.ts';

/** A file as it reads now, with what was decided about it. */
export interface Decided {
  /** As it was named. */
  readonly file: string;
  /** In the ledger. */
  readonly document: string;
  /** The path under which it was decided about, where that was another. */
  readonly movedFrom?: string;
  readonly wording: Wording;
  readonly version: string;
  readonly annotated: AnnotatedDocument;
  readonly hasSeen: HasSeen;
  readonly ledger: Ledger;
  readonly files: LedgerFiles;
}

/** Says on standard error what went wrong. */
export function complain(message: string): void {
  const lines = message.split('\n').map(printable);
  process.stderr.write(`seedmark: ${lines.join('\n')}\n`);
}

/** What an error says, in a line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const newId = (): string => randomUUID().replaceAll('-', '');

/** A ledger as it was when it was opened. */
interface Opened {
  readonly ledger: Ledger;
  readonly files: LedgerFiles;
  readonly standing: Standing;
  readonly byDocument: ReadonlyMap<string, DocumentDecisions>;
}

const ledgers = new Map<string, Promise<Opened>>();

/** The ledger of a place, opened once a run for one editor; what cannot be read in it is told. */
function ledgerAt(place: string, editor: string): Promise<Opened> {
  const key = JSON.stringify([place, editor]);
  const known = ledgers.get(key);
  if (known) return known;
  const files = diskFiles(place);
  const opening = openLedger(files, { editor, writerId: newId(), newId, now: () => new Date().toISOString() }).then(
    (ledger) => {
      for (const { file, line, cause } of ledger.problems)
        complain(`${join(place, file)}${line > 0 ? `, line ${line}` : ''}: ${causeWords(cause)}. It is left alone.`);
      const standing = foldEvents(ledger.events);
      return { ledger, files, standing, byDocument: decisionsByDocument(standing) };
    },
  );
  ledgers.set(key, opening);
  return opening;
}

async function versionsRead(
  files: LedgerFiles,
  about: DocumentDecisions | undefined,
  known: Map<string, Wording>,
): Promise<VersionRead[]> {
  const names = [...new Set(about?.decisions.map(({ text }) => text))];
  for (const name of names) {
    const text = known.has(name) ? undefined : await readVersion(files, name);
    if (text !== undefined) known.set(name, wordingOf(text));
  }
  return names.map((version) => {
    const wording = known.get(version);
    return wording ? { version, wording } : { version };
  });
}

export interface Reading {
  readonly root: string | undefined;
  readonly models: Models;
  /** Who decides; nobody where it is only read. */
  readonly editor?: string;
}

/** Who reads and does not decide. */
const nobody = 'nobody';

/** A file that is named, analysed, with what was decided about it; undefined where it cannot be read, which is told. */
export async function readDecided(file: string, reading: Reading): Promise<Decided | undefined> {
  const content = await readText(file);
  if (content.type === 'text') return withDecisions(file, oneText(content.text).text, reading);
  complain(content.message);
  return undefined;
}

async function withDecisions(file: string, text: string, { root, models, editor = nobody }: Reading): Promise<Decided> {
  const place = placeOf(file, root);
  const { ledger, files, standing, byDocument } = await ledgerAt(place, editor);
  const document = pathIn(place, file);
  const wording = wordingOf(text);
  const version = textVersion(text);
  const kept = new Map<string, Wording>([[version, wording]]);
  let about = byDocument.get(document.normalize('NFC'));
  let movedFrom: string | undefined;
  if (!about && byDocument.size > 0) {
    const gone = new Map<string, readonly VersionRead[]>();
    for (const [path, decisions] of byDocument)
      if (!isThere(place, path)) gone.set(path, await versionsRead(files, decisions, kept));
    movedFrom = recognise(wording, version, gone);
    about = movedFrom === undefined ? undefined : byDocument.get(movedFrom);
  }
  await versionsRead(files, about, kept);
  const likelyDate = dateOfPath(file);
  const analysis = analyze(text, { models, ...(likelyDate && { likelyDate }) });
  const annotated = annotate(analysis, about ?? { decisions: [], hasSeen: standing.hasSeen }, {
    wording,
    version: () => version,
    kept,
  });
  return {
    file,
    document,
    ...(movedFrom === undefined ? {} : { movedFrom }),
    wording,
    version,
    annotated,
    hasSeen: standing.hasSeen,
    ledger,
    files,
  };
}

/** Whether a file that is met in a folder is meant: a source document, or what was decided about whatever it is now. */
async function isMeant(path: string, text: string, { root }: Reading): Promise<boolean> {
  if (detectSeed(text, { path }).isSeed) return true;
  const place = placeOf(path, root);
  const { byDocument } = await ledgerAt(place, nobody);
  return byDocument.has(pathIn(place, path).normalize('NFC'));
}

/** A file that is met in a folder, read once; `other` where it is not meant. */
async function readMet(path: string, reading: Reading): Promise<Decided | 'other'> {
  const content = await readText(path);
  const text = content.type === 'text' ? oneText(content.text).text : undefined;
  return text !== undefined && (await isMeant(path, text, reading)) ? withDecisions(path, text, reading) : 'other';
}

/** Documents at or below a path whose files are gone, though something was decided about them; by the path as it was named. */
async function goneIn(path: string, { root }: Reading, moved: ReadonlySet<string>): Promise<readonly string[]> {
  const place = placeOf(isFolder(path) ? join(path, 'any') : path, root);
  const { byDocument } = await ledgerAt(place, nobody);
  return [...byDocument.keys()]
    .filter((document) => !isThere(place, document) && !moved.has(join(place, document)))
    .map((document) => relative(resolve(path), join(place, document)))
    .filter((below) => below !== '..' && !below.startsWith(`..${sep}`))
    .map((below) => join(path, below));
}

/**
 * The files that are named, and in folders the source documents, each once with what was decided about it. Of what is
 * there no more all that was decided is lost: it reads as an empty text.
 */
export async function* decidedFiles(
  paths: readonly string[],
  reading: Reading,
): AsyncGenerator<Decided | 'unreadable'> {
  const met = new Set<string>();
  const moved = new Set<string>();
  for (const path of paths) {
    for await (const found of filesIn(path)) {
      if (found.type !== 'file') {
        if (found.named) {
          complain(found.message);
          yield 'unreadable';
        }
        continue;
      }
      const whole = resolve(found.path);
      if (met.has(whole)) continue;
      const decided = found.named ? await readDecided(found.path, reading) : await readMet(found.path, reading);
      if (decided === 'other') continue;
      met.add(whole);
      if (decided?.movedFrom !== undefined) moved.add(join(placeOf(found.path, reading.root), decided.movedFrom));
      yield decided ?? 'unreadable';
    }
    for (const gone of await goneIn(path, reading, moved)) {
      if (met.has(resolve(gone))) continue;
      met.add(resolve(gone));
      yield withDecisions(gone, '', reading);
    }
  }
}

/** The events of a ledger by their ids. */
export const eventsById = ({ ledger }: Decided): ReadonlyMap<string, StoredEvent> =>
  new Map(ledger.events.map((event) => [event.id, event]));

// Writing decisions down. A writer (a window, a command-line run) writes only files that it created: a save makes a
// complete new file, then removes the writer's older one. Readers take the union of all files by event id.
import {
  type EventDraft,
  FORMAT,
  type LedgerEvent,
  type LedgerProblem,
  parseEvents,
  type StoredEvent,
  serialiseEvents,
  unreadable,
} from './events.ts';
import type { LedgerFiles, Listing } from './files.ts';
import { headsOf, uniteEvents } from './fold.ts';
import { causeWords } from './problems.ts';
import { textVersion } from './versions.ts';

export interface LedgerOptions {
  /** The editor's name. */
  readonly editor: string;
  /** Random letters and digits that no other window and no other run has. */
  readonly writerId: string;
  /** A new random id at each call. */
  readonly newId: () => string;
  /** The time as ISO 8601 in UTC. */
  readonly now: () => string;
}

export interface Ledger {
  /** All events, of all editors, each once; those not yet saved too. */
  readonly events: readonly StoredEvent[];
  /** What could not be read. */
  readonly problems: readonly LedgerProblem[];
  /**
   * Adds the decisions of one deed, which stand in `events` at once and are kept by the next save.
   * @throws where one is so large or so wrong that it could not be read back; then none is added.
   */
  add(...drafts: readonly EventDraft[]): readonly LedgerEvent[];
  /** The same for a deed of another editor, whom this writer writes for. */
  addFor(editor: string, ...drafts: readonly EventDraft[]): readonly LedgerEvent[];
  /** Adds events as others wrote them, to go with a document from another ledger. */
  adopt(events: readonly StoredEvent[]): void;
  /** Writes what is not yet kept. Rejects where that cannot be done: it stays, and the next save tries again. */
  save(): Promise<void>;
  /** Reads the files again: what other writers have written, what another branch holds. */
  refresh(): Promise<void>;
}

/** A folder name for an editor: readable where the name is in Latin letters, and different for different names. */
export function editorFolder(editor: string): string {
  const plain = editor.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const readable = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  const hash = textVersion(editor.normalize('NFC')).slice(0, 8);
  return `${readable || 'editor'}-${hash}`;
}

/** Where a writer's nth save goes. */
export const writerPath = (editor: string, writerId: string, n: number): string =>
  `.seedmark/${editorFolder(editor)}/${writerId}-${n}.jsonl`;

/** Files that hold events: those of all editors' folders. */
export const isEventFile = (path: string): boolean => /^\.seedmark\/[^/]+\/[^/]+\.jsonl$/.test(path);

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** With more events than this in it a writer's file is closed, so that a long day's saves stay small. */
const mostInFile = 200;

/** A file that another writer replaces while it is read is looked for again this often. */
const rounds = 3;

interface FileContent extends ReturnType<typeof parseEvents> {
  readonly text: string;
}

interface Contents {
  readonly files: ReadonlyMap<string, FileContent>;
  readonly problems: readonly LedgerProblem[];
  /** Whether a file that was there is there no more, as far as can be told. */
  isGone(path: string): boolean;
}

const isUnlisted = ({ unlisted }: Listing, path: string): boolean =>
  unlisted.some(({ folder }) => path.startsWith(`${folder}/`));

/** @param before what was read the last time: it holds for what cannot be read now. */
async function readAll(files: LedgerFiles, before: Contents['files']): Promise<Contents> {
  const read = new Map<string, FileContent>();
  let listing: Listing = { paths: [], unlisted: [] };
  let failed: LedgerProblem[] = [];
  for (let round = 0; round === 0 || (round < rounds && failed.length > 0); round++) {
    listing = await files
      .list()
      .catch((error) => ({ paths: [], unlisted: [{ folder: '.seedmark', reason: reason(error) }] }));
    failed = listing.unlisted.map(({ folder, reason }) => ({
      file: folder,
      line: 0,
      cause: { type: 'unlisted', reason },
    }));
    const unread = listing.paths.filter((path) => isEventFile(path) && !read.has(path));
    const reading = unread.map(async (path) => {
      try {
        const text = await files.read(path);
        const known = before.get(path);
        read.set(path, known?.text === text ? known : { text, ...parseEvents(text, path) });
      } catch (error) {
        failed.push({ file: path, line: 0, cause: { type: 'unread', reason: reason(error) } });
      }
    });
    await Promise.all(reading);
  }
  const unreadNow = new Set(failed.map(({ file }) => file));
  for (const [path, content] of before) {
    if (!read.has(path) && (unreadNow.has(path) || isUnlisted(listing, path))) read.set(path, content);
  }
  const problems = [...[...read.values()].flatMap((content) => content.problems), ...failed];
  const present = new Set(listing.paths);
  return {
    files: read,
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
    isGone: (path) => !present.has(path) && !isUnlisted(listing, path),
  };
}

const eventsOf = ({ files }: Contents): StoredEvent[] => [...files.values()].flatMap(({ events }) => events);

/**
 * Reads all editors' events and readies a writer of one editor's.
 * What cannot be read is told in `problems`: opening does not reject.
 */
export async function openLedger(files: LedgerFiles, options: LedgerOptions): Promise<Ledger> {
  const { editor, writerId, newId, now } = options;
  let read = await readAll(files, new Map());
  let events = uniteEvents(eventsOf(read));
  let heads: readonly string[] = headsOf(events);
  /** This writer's events; the first `kept` of them are in the file `latest`. */
  let own: StoredEvent[] = [];
  let kept = 0;
  let latest: string | undefined;
  /** Files that this writer has begun and not yet removed. */
  const begun = new Set<string>();
  let saves = 0;
  let queue: Promise<void> = Promise.resolve();

  /** Runs work on the files when what was asked for before is done, so that no two touch them at once. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  async function writeOwn(): Promise<void> {
    if (kept === own.length) return;
    const count = own.length;
    const path = writerPath(editor, writerId, ++saves);
    const older = [...begun];
    begun.add(path);
    await files.write(path, serialiseEvents(own));
    kept = count;
    latest = path;
    for (const old of older) {
      // One that stays holds events that the new file holds too: the next save tries again.
      const isGone = await files.remove(old).then(
        () => true,
        () => false,
      );
      if (isGone) begun.delete(old);
    }
    if (kept > mostInFile) {
      own = own.slice(kept);
      kept = 0;
      begun.delete(path);
      latest = undefined;
    }
  }

  async function readAgain(): Promise<void> {
    read = await readAll(files, read.files);
    if (latest !== undefined && read.isGone(latest)) {
      // Another branch was checked out, or someone removed the file: what it held is not to come back by the next save.
      own = own.slice(kept);
      kept = 0;
      latest = undefined;
    }
    events = uniteEvents([...eventsOf(read), ...own]);
    heads = headsOf(events);
  }

  function addFor(by: string, ...drafts: readonly EventDraft[]): readonly LedgerEvent[] {
    const added: LedgerEvent[] = [];
    const act = drafts.length > 1 ? { act: newId() } : {};
    let seen: readonly string[] = heads;
    for (const draft of drafts) {
      const event = { ...draft, v: FORMAT, id: newId(), at: now(), by, seen, ...act };
      const wrong = unreadable(event);
      if (wrong) throw new Error(causeWords(wrong));
      added.push(event);
      seen = [event.id];
    }
    heads = seen;
    events.push(...added);
    own.push(...added);
    return added;
  }

  return {
    get events() {
      return events;
    },
    get problems() {
      return read.problems;
    },
    add: (...drafts) => addFor(editor, ...drafts),
    addFor,
    adopt(adopted) {
      own.push(...adopted);
      events = uniteEvents([...events, ...adopted]);
      heads = headsOf(events);
    },
    save: () => inTurn(writeOwn),
    refresh: () => inTurn(readAgain),
  };
}

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
} from './events.ts';
import type { LedgerFiles } from './files.ts';
import { headsOf, uniteEvents } from './fold.ts';
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
   * Writes down decisions, in one save. They stand in `events` at once.
   * Resolves when they are kept; rejects when they could not be written: they stay and the next save tries again.
   */
  append(...drafts: readonly EventDraft[]): Promise<readonly LedgerEvent[]>;
  /** Tries again to write what is not yet kept. */
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

/** A file that another writer replaces while it is read is looked for again this often. */
const rounds = 3;

interface Contents extends ReturnType<typeof parseEvents> {
  /** Absent where the folder could not be listed. */
  readonly paths?: readonly string[];
}

async function readAll(files: LedgerFiles): Promise<Contents> {
  const contents = new Map<string, ReturnType<typeof parseEvents>>();
  let paths: readonly string[] = [];
  let failed: LedgerProblem[] = [];
  for (let round = 0; round === 0 || (round < rounds && failed.length > 0); round++) {
    failed = [];
    try {
      paths = (await files.list()).filter(isEventFile).sort();
    } catch (error) {
      return { events: [], problems: [{ file: '.seedmark', line: 0, message: `cannot be listed: ${reason(error)}` }] };
    }
    const unread = paths.filter((path) => !contents.has(path));
    const reading = unread.map(async (path) => {
      try {
        contents.set(path, parseEvents(await files.read(path), path));
      } catch (error) {
        failed.push({ file: path, line: 0, message: `cannot be read: ${reason(error)}` });
      }
    });
    await Promise.all(reading);
  }
  const read = [...contents.values()];
  const problems = [...read.flatMap((content) => content.problems), ...failed];
  return {
    paths,
    events: read.flatMap((content) => content.events),
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
  };
}

/**
 * Reads all editors' events and readies a writer of one editor's.
 * What cannot be read is told in `problems`: opening does not reject.
 */
export async function openLedger(files: LedgerFiles, options: LedgerOptions): Promise<Ledger> {
  const { editor, writerId, newId, now } = options;
  let read = await readAll(files);
  let events = uniteEvents(read.events);
  /** This writer's events; the first `kept` of them are in the file `latest`. */
  let own: LedgerEvent[] = [];
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
  }

  async function readAgain(): Promise<void> {
    read = await readAll(files);
    if (read.paths === undefined) return;
    if (latest !== undefined && !read.paths.includes(latest)) {
      // Another branch was checked out, or someone removed the file: what it held is not to come back by the next save.
      own = own.slice(kept);
      kept = 0;
      latest = undefined;
    }
    events = uniteEvents([...read.events, ...own]);
  }

  return {
    get events() {
      return events;
    },
    get problems() {
      return read.problems;
    },
    async append(...drafts) {
      const added: LedgerEvent[] = [];
      let seen = headsOf(events);
      for (const draft of drafts) {
        const event = { ...draft, v: FORMAT, id: newId(), at: now(), by: editor, seen };
        added.push(event);
        seen = [event.id];
      }
      events = [...events, ...added];
      own.push(...added);
      await inTurn(writeOwn);
      return added;
    },
    save: () => inTurn(writeOwn),
    refresh: () => inTurn(readAgain),
  };
}

// Writing decisions down. A writer (a window, a command-line run) writes only files that it created: a save makes a
// complete new file, then removes the writer's older one. Readers take the union of all files by event id.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type EventDraft,
  FORMAT,
  type LedgerEvent,
  type LedgerProblem,
  parseEvents,
  type StoredEvent,
  serialiseEvents,
} from './events.ts';
import { headsOf, uniteEvents } from './fold.ts';

/** Access to the folder that holds `.seedmark/`. Paths are relative to it, with "/". Every function may reject. */
export interface LedgerFiles {
  /** The paths of all files under `.seedmark/`; none where it does not exist. */
  list(): Promise<readonly string[]>;
  read(path: string): Promise<string>;
  /** Makes the folders on the way. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
}

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
  /** Reads what other writers have written since. */
  refresh(): Promise<void>;
}

/** A folder name for an editor: readable where the name is in Latin letters, and different for different names. */
export function editorFolder(editor: string): string {
  const plain = editor.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const readable = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  const hash = bytesToHex(sha256(utf8ToBytes(editor.normalize('NFC')))).slice(0, 8);
  return `${readable || 'editor'}-${hash}`;
}

/** Where a writer's nth save goes. */
export const writerPath = (editor: string, writerId: string, n: number): string =>
  `.seedmark/${editorFolder(editor)}/${writerId}-${n}.jsonl`;

/** Files that hold events: those of all editors' folders. */
export const isEventFile = (path: string): boolean => /^\.seedmark\/[^/]+\/[^/]+\.jsonl$/.test(path);

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Contents = Omit<ReturnType<typeof parseEvents>, never>;

async function readAll(files: LedgerFiles): Promise<Contents> {
  const events: StoredEvent[] = [];
  const problems: LedgerProblem[] = [];
  let paths: readonly string[] = [];
  try {
    paths = (await files.list()).filter(isEventFile);
  } catch (error) {
    problems.push({ file: '.seedmark', line: 0, message: `cannot be listed: ${reason(error)}` });
  }
  for (const path of [...paths].sort()) {
    try {
      const read = parseEvents(await files.read(path), path);
      events.push(...read.events);
      problems.push(...read.problems);
    } catch (error) {
      problems.push({ file: path, line: 0, message: `cannot be read: ${reason(error)}` });
    }
  }
  return { events, problems };
}

/** Reads all editors' events and readies a writer of one editor's. A folder that cannot be read is a problem, not an error. */
export async function openLedger(files: LedgerFiles, options: LedgerOptions): Promise<Ledger> {
  const { editor, writerId, newId, now } = options;
  const own: LedgerEvent[] = [];
  const ownPaths = new Set<string>();
  let saves = 0;
  let kept = 0;
  let queue: Promise<void> = Promise.resolve();
  let read = await readAll(files);
  let events = uniteEvents(read.events);

  async function write(): Promise<void> {
    if (kept === own.length) return;
    const count = own.length;
    const path = writerPath(editor, writerId, ++saves);
    const older = [...ownPaths];
    ownPaths.add(path);
    await files.write(path, serialiseEvents(own.slice(0, count)));
    kept = count;
    for (const old of older) {
      try {
        await files.remove(old);
        ownPaths.delete(old);
      } catch {
        // Left over, it holds events that the new file holds too: the next save tries again.
      }
    }
  }

  function save(): Promise<void> {
    const saved = queue.then(write);
    queue = saved.catch(() => undefined);
    return saved;
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
      for (const draft of drafts) {
        const event = { ...draft, v: FORMAT, id: newId(), at: now(), by: editor, seen: headsOf(events) };
        added.push(event);
        events = [...events, event];
      }
      own.push(...added);
      await save();
      return added;
    },
    save,
    async refresh() {
      read = await readAll(files);
      events = uniteEvents([...read.events, ...own]);
    },
  };
}

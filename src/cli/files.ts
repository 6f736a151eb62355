import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface Unreadable {
  /** `notText`: nothing is wrong with it, it is another kind of file. */
  readonly type: 'unreadable' | 'notText';
  /** In plain words, naming the file. */
  readonly message: string;
}

/** `named`: on the command line itself, not met in a folder. */
type Found = ({ readonly type: 'file' } | Unreadable) & { readonly path: string; readonly named: boolean };

/** Larger files are refused, in bytes. */
const LARGEST = 64 * 1024 * 1024;

const SKIPPED_FOLDERS = new Set(['node_modules']);

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  if (code === 'EISDIR') return 'it is a folder; name a file';
  return 'it cannot be read';
}

/** The files that a path stands for: itself, or those in the folder and its subfolders in the order of their names. */
export async function* filesIn(path: string, named = true): AsyncGenerator<Found> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield { type: 'file', path, named };
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name)) continue;
      if (entry.isDirectory()) yield* filesIn(join(path, entry.name), false);
      else if (entry.isFile()) yield { type: 'file', path: join(path, entry.name), named: false };
    }
  } catch (error) {
    yield { type: 'unreadable', path, named: true, message: `${path}: ${reason(error)}.` };
  }
}

/** Decodes as VS Code does by default: UTF-8, or UTF-16 where a byte order mark says so. Refuses what is neither. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

export async function readText(path: string): Promise<{ readonly type: 'text'; readonly text: string } | Unreadable> {
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).size > LARGEST)
      return { type: 'unreadable', message: `${path}: it is larger than 64 MB; split it and try again.` };
    bytes = await readFile(path);
  } catch (error) {
    return { type: 'unreadable', message: `${path}: ${reason(error)}.` };
  }
  const text = decode(bytes);
  return text === undefined
    ? { type: 'notText', message: `${path}: it is not text in UTF-8 or UTF-16; save it in UTF-8 and try again.` }
    : { type: 'text', text };
}

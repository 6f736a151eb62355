// Where ledgers lie: a folder's .seedmark/, or VS Code's own storage where there is no folder that can be written.
import * as vscode from 'vscode';
import type { LedgerFiles, Listing } from '../ledger/files.ts';

type Unlisted = Listing['unlisted'][number];

const { fs } = vscode.workspace;

/** The files under `.seedmark/` in a folder. */
export function folderFiles(folder: vscode.Uri): LedgerFiles {
  const uriOf = (path: string) => vscode.Uri.joinPath(folder, ...path.split('/'));

  async function list(): Promise<Listing> {
    const paths: string[] = [];
    const unlisted: Unlisted[] = [];
    /** The folders in a folder; links are not followed: they may lead anywhere, or round and round. */
    async function listIn(path: string): Promise<string[]> {
      const entries = await fs.readDirectory(uriOf(path));
      paths.push(...entries.filter(([, type]) => type & vscode.FileType.File).map(([name]) => `${path}/${name}`));
      return entries.filter(([, type]) => type === vscode.FileType.Directory).map(([name]) => `${path}/${name}`);
    }
    const reasoned = (path: string) => (error: unknown) => {
      if (isThere(error)) unlisted.push({ folder: path, reason: messageOf(error) });
      return [];
    };
    const folders = await listIn('.seedmark').catch(reasoned('.seedmark'));
    await Promise.all(folders.map((path) => listIn(path).catch(reasoned(path))));
    return { paths, unlisted };
  }

  return {
    list,
    read: async (path) => new TextDecoder().decode(await fs.readFile(uriOf(path))),
    write: async (path, text) => {
      await fs.createDirectory(uriOf(path.slice(0, path.lastIndexOf('/'))));
      await fs.writeFile(uriOf(path), new TextEncoder().encode(text));
    },
    remove: async (path) => fs.delete(uriOf(path)),
  };
}

/**
 * `first`, and `reserve` for what `first` does not take: nothing an editor decides is lost where a folder cannot be
 * written. `told` hears at each write why the reserve was taken, or that it was not.
 */
export function filesWithReserve(
  first: LedgerFiles,
  reserve: LedgerFiles,
  told: (error: unknown | undefined) => void,
): LedgerFiles {
  let inReserve = new Set<string>();
  return {
    list: async () => {
      const [here, there] = await Promise.all([first.list(), reserve.list()]);
      inReserve = new Set(there.paths);
      return {
        paths: [...new Set([...here.paths, ...there.paths])],
        unlisted: [...here.unlisted, ...there.unlisted],
      };
    },
    read: (path) => (inReserve.has(path) ? reserve : first).read(path),
    write: async (path, text) => {
      try {
        await first.write(path, text);
      } catch (error) {
        await reserve.write(path, text);
        inReserve.add(path);
        told(error);
        return;
      }
      told(undefined);
    },
    remove: async (path) => {
      await (inReserve.has(path) ? reserve : first).remove(path);
      inReserve.delete(path);
    },
  };
}

/** Moves files to where they should have been. Where one cannot be written, it and the rest stay. */
export async function moveFiles(from: LedgerFiles, to: LedgerFiles): Promise<void> {
  for (const path of (await from.list()).paths) {
    await to.write(path, await from.read(path));
    await from.remove(path);
  }
}

/** The error is not that there is nothing. */
const isThere = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && ['NoPermissions', 'FileNotADirectory', 'Unavailable'].includes(error.code);

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

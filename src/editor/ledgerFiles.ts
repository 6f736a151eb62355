// Where ledgers lie: a folder's .seedmark/, or VS Code's own storage where there is no folder that can be written.
import * as vscode from 'vscode';
import type { LedgerFiles } from '../ledger/files.ts';

/** The files under `.seedmark/` in a folder. */
export function folderFiles(folder: vscode.Uri): LedgerFiles {
  const { fs } = vscode.workspace;
  const uriOf = (path: string) => vscode.Uri.joinPath(folder, ...path.split('/'));

  async function list(path: string): Promise<string[]> {
    const entries = await fs.readDirectory(uriOf(path));
    const lists = entries.map(([name, type]) => {
      const inside = `${path}/${name}`;
      if (type & vscode.FileType.Directory) return list(inside);
      return Promise.resolve(type & vscode.FileType.File ? [inside] : []);
    });
    return (await Promise.all(lists)).flat();
  }

  return {
    list: async () => ((await exists(uriOf('.seedmark'))) ? list('.seedmark') : []),
    read: async (path) => new TextDecoder().decode(await fs.readFile(uriOf(path))),
    write: async (path, text) => {
      await fs.createDirectory(uriOf(path.slice(0, path.lastIndexOf('/'))));
      await fs.writeFile(uriOf(path), new TextEncoder().encode(text));
    },
    remove: async (path) => fs.delete(uriOf(path)),
  };
}

/** Files kept in VS Code's own storage. */
export function storedFiles(storage: vscode.Memento, key: string): LedgerFiles {
  const all = () => storage.get<Readonly<Record<string, string>>>(key, {});
  return {
    list: async () => Object.keys(all()),
    read: async (path) => {
      const text = all()[path];
      if (text === undefined) throw new Error(`not kept: ${path}`);
      return text;
    },
    write: async (path, text) => storage.update(key, { ...all(), [path]: text }),
    remove: async (path) => {
      const { [path]: _, ...others } = all();
      await storage.update(key, others);
    },
  };
}

/**
 * `first`, and `second` for what `first` could not take: nothing an editor decides is lost where a folder cannot be
 * written. `told` hears why.
 */
export function filesWithReserve(first: LedgerFiles, second: LedgerFiles, told: (error: unknown) => void): LedgerFiles {
  return {
    list: async () => [...new Set([...(await first.list()), ...(await second.list())])],
    read: async (path) => {
      if ((await second.list()).includes(path)) return second.read(path);
      return first.read(path);
    },
    write: async (path, text) => {
      try {
        await first.write(path, text);
      } catch (error) {
        told(error);
        await second.write(path, text);
      }
    },
    remove: async (path) => {
      if ((await second.list()).includes(path)) await second.remove(path);
      else await first.remove(path);
    },
  };
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

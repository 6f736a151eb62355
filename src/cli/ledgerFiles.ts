import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LedgerFiles, Listing } from '../ledger/files.ts';

/** The files under a folder's `.seedmark/`, on disk. */
export function diskFiles(folder: string): LedgerFiles {
  const at = (path: string) => join(folder, ...path.split('/'));

  async function list(): Promise<Listing> {
    const paths: string[] = [];
    const unlisted: { folder: string; reason: string }[] = [];
    /** The folders in a folder; links are not followed: they may lead anywhere, or round and round. */
    async function listIn(path: string): Promise<string[]> {
      try {
        const entries = await readdir(at(path), { withFileTypes: true });
        paths.push(...entries.filter((entry) => entry.isFile()).map(({ name }) => `${path}/${name}`));
        return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${path}/${name}`);
      } catch (error) {
        const isThere = (error as NodeJS.ErrnoException).code !== 'ENOENT';
        if (isThere) unlisted.push({ folder: path, reason: error instanceof Error ? error.message : String(error) });
        return [];
      }
    }
    for (const path of await listIn('.seedmark')) await listIn(path);
    return { paths, unlisted };
  }

  return {
    list,
    read: (path) => readFile(at(path), 'utf8'),
    write: async (path, text) => {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), text);
    },
    remove: (path) => rm(at(path)),
  };
}

// Where what is decided about a file is kept: one rule, the same as the editor's.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The nearest folder above, itself too, for which the test holds. */
function nearest(folder: string, holds: (folder: string) => boolean): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (holds(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** `root`, else the nearest folder above the file that has `.seedmark/`, else git's root, else the file's own folder. */
export function placeOf(file: string, root: string | undefined): string {
  if (root !== undefined) return resolve(root);
  const own = dirname(resolve(file));
  return (
    nearest(own, (folder) => isFolder(join(folder, '.seedmark'))) ??
    nearest(own, (folder) => existsSync(join(folder, '.git'))) ??
    own
  );
}

/** Undefined for a file outside. */
function pathInside(place: string, file: string): string | undefined {
  const path = relative(place, file).split(sep).join('/');
  return path.startsWith('../') || path === '..' || /^[a-z]:/i.test(path) ? undefined : path;
}

/** With links in the path followed. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The file's path in the ledger of a place, with "/"; for a file outside it the whole path after "file/". */
export function pathIn(place: string, file: string): string {
  const whole = resolve(file);
  // One and the same folder may have been named by two ways that lead to it.
  const inside = pathInside(place, whole) ?? pathInside(real(place), join(real(dirname(whole)), basename(whole)));
  return inside ?? ['file', ...whole.split(sep)].filter(Boolean).join('/');
}

/** Whether the file of a path in the ledger of a place is there. */
export function isThere(place: string, document: string): boolean {
  const [first, ...rest] = document.split('/');
  const outside = rest.join(sep);
  return (
    existsSync(join(place, ...document.split('/'))) ||
    (first === 'file' && existsSync(/^[a-z]:/i.test(outside) ? outside : sep + outside))
  );
}

// Where what is decided about a file is kept: one rule, the same as the editor's.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The nearest folder above, itself too, for which the test holds. */
function nearest(folder: string, holds: (folder: string) => boolean): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (holds(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** `root`, else the nearest folder above the file that has `.seedmark/`, else git's root, else the file's own folder. */
export function placeOf(file: string, root: string | undefined): string {
  if (root !== undefined) return resolve(root);
  const own = dirname(resolve(file));
  return (
    nearest(own, (folder) => existsSync(join(folder, '.seedmark'))) ??
    nearest(own, (folder) => existsSync(join(folder, '.git'))) ??
    own
  );
}

/** The file's path in the ledger of a place, with "/"; for a file outside it the whole path after "file/". */
export function pathIn(place: string, file: string): string {
  const path = relative(place, resolve(file)).split(sep).join('/');
  const isOutside = path.startsWith('../') || path === '..' || /^[a-z]:/i.test(path);
  return isOutside ? ['file', ...resolve(file).split(sep)].filter(Boolean).join('/') : path;
}

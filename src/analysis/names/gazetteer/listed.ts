import { LISTS, type ListName } from './lists.ts';

let lists: Partial<Readonly<Record<ListName, readonly string[]>>> = LISTS;

/**
 * Takes the lists from the file that the build writes them into (dist/lists.bin): the extension's bundle holds none.
 * Before the first document is read.
 */
export function takeLists(file: string): void {
  lists = JSON.parse(file);
}

export const listed = (name: ListName): readonly string[] => lists[name] ?? [];

// Recognising a document that was renamed or moved where nobody could see it, by what it says.
import type { Wording } from './wording.ts';

/** A version of a document that was decided about; its text where it is kept. */
export interface VersionRead {
  readonly version: string;
  readonly wording?: Wording;
}

/** Words in a row that hardly stand in two stories by chance. */
const run = 5;
/** The share of runs that two versions of one document have in common, at least. */
const enough = 0.6;
/** How much more than the next document, so that stories made from one form are not taken for each other. */
const clearly = 0.15;

function runsOf({ words }: Wording): Set<string> {
  const all = words.trim().toLowerCase().split(/ +/);
  const runs = new Set<string>();
  for (let at = 0; at + run <= Math.max(all.length, run); at++) runs.add(all.slice(at, at + run).join(' '));
  return runs;
}

/** The share of runs that both have, of those that either has (Jaccard). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const words of one) if (other.has(words)) both++;
  return both / (one.size + other.size - both);
}

/**
 * Which of the documents whose files are gone this text was: the one of which a version was the same, else the one that
 * shares most with it, if that is much and clearly more than any other does. Linear in the texts together.
 * @param gone by path, the versions of each that were decided about.
 */
export function recognise(
  text: Wording,
  version: string,
  gone: ReadonlyMap<string, readonly VersionRead[]>,
): string | undefined {
  const same = [...gone].filter(([, versions]) => versions.some((read) => read.version === version));
  if (same.length > 0) return same.length === 1 ? same[0]![0] : undefined;
  const runs = runsOf(text);
  const ranked = [...gone]
    .map(([path, versions]) => ({
      path,
      likeness: Math.max(0, ...versions.map(({ wording }) => (wording ? likeness(runs, runsOf(wording)) : 0))),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = ranked;
  if (!best || best.likeness < enough || best.likeness - (next?.likeness ?? 0) < clearly) return undefined;
  return best.path;
}

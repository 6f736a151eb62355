// Documents whose countries, cities and peoples are replaced by invented ones, so that a tagger learns what names look
// like and stand among, not only which there are.
import { fold } from '../src/analysis/names/gazetteer/fold.ts';
import { knownKind } from '../src/analysis/names/gazetteer/lookup.ts';
import type { CorpusDocument } from './corpora.ts';

const OPENINGS = 'B|Br|Ch|D|Dr|F|G|Gr|H|J|K|Kr|L|M|N|P|Qu|R|S|Sh|St|T|Tr|V|Y|Z|'.split('|');
const VOWELS = 'a|e|i|o|u|aa|ai|ou'.split('|');
const MIDDLES = 'b|d|g|k|l|ll|lm|m|n|nd|ng|nt|r|rd|rn|rv|s|sk|st|t|v|z'.split('|');

/** "Kazakh" of "Kazakhstan" and "Kazakh": how much two words must share to be of one country. */
const SHARED = 4;
/** How long an ending a name by itself keeps. */
const ENDING = 3;

/** The same document with other names for the listed places and peoples in its annotated names; one name for one throughout. */
export function withInventedPlaces(document: CorpusDocument, random: () => number): CorpusDocument {
  const { text, spans } = document;
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const syllables = (): string => {
    const stem = pick(OPENINGS) + pick(VOWELS) + pick(MIDDLES) + (random() < 0.5 ? pick(VOWELS) + pick(MIDDLES) : '');
    return stem.charAt(0).toUpperCase() + stem.slice(1);
  };
  const named = spans.filter(({ type }) => /^(?:LOC|NORP|ORG|FAC)$/.test(type));
  const found = [...text.matchAll(/\p{Lu}\p{L}{3,}/gu)].filter(({ 0: word, index }) => {
    const kind = word === word.toUpperCase() ? undefined : knownKind(word, fold(word));
    return (
      (kind === 'place' || kind === 'nationality') && named.some(({ start, end }) => start <= index && index < end)
    );
  });
  const stems = new Map<string, { readonly old: string; readonly stem: string }>();
  const replaced = (word: string): string => {
    const root = word.slice(0, SHARED);
    const known = stems.get(root);
    if (known === undefined) {
      const of = found.map(({ 0: other }) => other).filter((other) => other.startsWith(root));
      let shared = Math.min(...of.map(({ length }) => length));
      while (of.some((other) => other.slice(0, shared) !== word.slice(0, shared))) shared--;
      const length = new Set(of).size > 1 ? shared : Math.max(1, word.length - ENDING);
      stems.set(root, { old: word.slice(0, length), stem: syllables() });
    }
    const { old, stem } = stems.get(root)!;
    return stem + word.slice(old.length);
  };
  let changed = '';
  let from = 0;
  /** Where each replacement ends in the old text, and by how much what follows has moved. */
  const moves: (readonly [number, number])[] = [];
  for (const { 0: word, index } of found) {
    changed += text.slice(from, index) + replaced(word);
    from = index + word.length;
    moves.push([from, changed.length - from]);
  }
  changed += text.slice(from);
  const moved = (at: number): number => {
    let by = 0;
    for (const [end, move] of moves) {
      if (end > at) break;
      by = move;
    }
    return at + by;
  };
  return {
    ...document,
    text: changed,
    spans: spans.map((span) => {
      const start = moved(span.start);
      const end = moved(span.end);
      return { ...span, start, end, text: changed.slice(start, end) };
    }),
  };
}

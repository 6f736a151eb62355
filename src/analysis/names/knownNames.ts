import {
  beginsKnown,
  FAMILY,
  GIVEN,
  type KnownKind,
  knownKind,
  LONGEST_NAME,
  TITLE_ENDS,
  TITLE_PARTS,
} from './gazetteer/lookup.ts';
import type { NameWord } from './nameWords.ts';

/** What the words from `from` to `to` are by the lists, taken as one name. */
export function knownAs(words: readonly NameWord[], from: number, to: number): KnownKind | undefined {
  if (to - from > LONGEST_NAME || from >= to || !beginsKnown(words[from]!.folded)) return undefined;
  if (to - from === 1) return knownKind(words[from]!.text, words[from]!.folded);
  const own = words.slice(from, to);
  return knownKind(own.map(({ text }) => text).join(' '), own.map(({ folded }) => folded).join(' '));
}

export interface KnownPrefix {
  readonly kind: KnownKind;
  readonly to: number;
}

/** The longest listed name that begins at `from`. */
export function knownPrefix(words: readonly NameWord[], from: number, to: number): KnownPrefix | undefined {
  for (let end = Math.min(to, from + LONGEST_NAME, words.length); end > from; end--) {
    const kind = knownAs(words, from, end);
    if (kind !== undefined) return { kind, to: end };
  }
  return undefined;
}

export const isTitle = (word: NameWord): boolean => TITLE_ENDS.has(word.key) && !word.possessive;
export const isTitlePart = (word: NameWord): boolean =>
  isTitle(word) || (TITLE_PARTS.has(word.key) && !word.possessive);
export const isPersonWord = ({ key }: NameWord): boolean => GIVEN.has(key) || FAMILY.has(key);

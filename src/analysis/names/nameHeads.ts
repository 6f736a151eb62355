import { EVENT_ENDS, GIVEN, ORGANISATION, PLACE, WORK_ENDS } from './gazetteer/lookup.ts';
import { isPersonWord } from './knownNames.ts';
import type { NameWord } from './nameWords.ts';

/** Words before "of" that are no organisation or place by themselves, but begin the name of one. */
const MORE_OPENERS = new Set(
  'bank|house|voice|lord|hall|city|republic|state|states|sea|straits|horn|isles|duchy|principality|sons|children|church|heart|union|friends'.split(
    '|',
  ),
);

/** Heads of both organisations and places that are oftener places. */
const BOTH_HEADS_PLACE = new Set(
  'hospital|museum|mosque|theatre|station|prison|tower|line|field|complex|hotel|library|garden|gardens|region|area|port'.split(
    '|',
  ),
);

export type HeadKind = 'organisation' | 'place' | 'event' | 'work';

/** The kind that a name's head word gives it: its last word, or the one before "of". */
export function headKind(words: readonly NameWord[], from: number, to: number): HeadKind | undefined {
  const last = words[to - 1]!;
  for (let i = from + 1; i < to - 1; i++) {
    if (words[i]!.shape !== 'lower' || !/^(?:of|for|on)$/.test(words[i]!.key)) continue;
    const before = words[i - 1]!.key;
    if (ORGANISATION.opens.has(before) && !BOTH_HEADS_PLACE.has(before)) return 'organisation';
    if (before === 'state' && /^(?:emergency|exception|siege|alarm|affairs)$/.test(last.key)) return 'work';
    if (PLACE.opens.has(before) || ORGANISATION.opens.has(before)) return 'place';
    if (before === 'bank' || before === 'house' || before === 'voice') return 'organisation';
    return MORE_OPENERS.has(before) ? 'place' : undefined;
  }
  const { key } = last;
  const opener = words[from]!.key;
  if (to - from > 1 && /^(?:lake|mount|fort|camp|cape|port|gulf|isle|hotel|ministry|university|team)$/.test(opener))
    return opener === 'ministry' || opener === 'university' || opener === 'team' ? 'organisation' : 'place';
  if (isPersonWord(last) && to - from === 2 && GIVEN.has(opener)) return undefined;
  if (BOTH_HEADS_PLACE.has(key)) return 'place';
  if (ORGANISATION.ends.has(key)) return 'organisation';
  if (PLACE.ends.has(key)) return 'place';
  if (EVENT_ENDS.has(key)) return 'event';
  if (WORK_ENDS.has(key)) return 'work';
  return undefined;
}

/** Does a word begin a name that goes on with this preposition: "Bank of", "Council for"? */
export const opensWith = (key: string, preposition: string): boolean =>
  ORGANISATION.opens.has(key) || (preposition === 'of' && (PLACE.opens.has(key) || MORE_OPENERS.has(key)));

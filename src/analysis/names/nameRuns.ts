import { POSSESSIVES, SUBJECT_PRONOUNS } from '../words.ts';
import { DOMAIN_WORDS, isCommon, knownKind, LONGEST_NAME, looksCommon, ORGANISATION } from './gazetteer/lookup.ts';
import { isPersonWord, isTitle, knownAs, knownPrefix } from './knownNames.ts';
import { opensWith } from './nameHeads.ts';
import type { NameWord } from './nameWords.ts';

/** Words of a sentence that can be one name: `words.slice(from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Lower-case words inside names of people and places. */
export const PARTICLES = new Set(
  'de|da|do|dos|das|di|del|della|du|van|von|der|den|la|le|el|al|bin|ibn|bint|ben|y|e|af|av|ter|ten|zu|zur|ould|wa|binti|abu'.split(
    '|',
  ),
);
/** Those that begin a surname that stands alone. */
const SURNAME_PARTICLES = new Set('van|von|bin|ibn|della|dos|di|de|da|del|du|al|el|ould|ter'.split('|'));
/** Words whose possessive goes on in a name: "People's Party". */
const OWNERS = new Set(
  'people|women|children|workers|farmers|men|veterans|teachers|students|king|queen|st|world|writers|journalists|prime|minister|president|girls|boys|players|employers|lawyers|doctors|patients|consumers|governor|general|mayor|nurses|youth'.split(
    '|',
  ),
);
/** Words that are numbered in names: "Channel 4". */
const NUMBERED = new Set(
  'channel|area|sector|highway|route|radio|terminal|unit|prison|ward|block|camp|zone|canal|formula|france|studio'.split(
    '|',
  ),
);
/** Longest run of words read as one name. */
const LONGEST_RUN = 14;

/** The runs of capitalised words and the words that connect them. `dated`: which words belong to dates; `loud`: see isLoud. */
export function nameRuns(words: readonly NameWord[], dated: readonly boolean[], loud: boolean): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; ) {
    const begins = !dated[from] && (isNameable(words[from]!) || opensWithParticle(words, from));
    const to = begins && !(loud && isHeadlineWord(words, from)) ? runEnd(words, from, dated, loud) : from;
    if (to > from) runs.push({ from, to });
    from = Math.max(to, from + 1);
  }
  return runs;
}

/** A headline or shouting, where capitals say little. */
export function isLoud(words: readonly NameWord[]): boolean {
  if (words.slice(-2).some(({ text }) => text === '.')) return false;
  const long = words.filter(({ shape, text }) => shape !== 'mark' && shape !== 'number' && text.length > 3);
  if (long.length > 1 && long.every(({ shape }) => shape === 'capitals')) return true;
  if (long.length < 4) return false;
  const capitals = long.filter(({ shape }) => shape !== 'lower').length;
  const common = long.filter(({ shape, key, opens }) => shape !== 'lower' && !opens && isCommon(key)).length;
  return capitals / long.length > 0.85 && common >= 2;
}

/** "It's", "They'd". */
const CONTRACTED = /^(?:i|it|he|she|we|you|they|that|there|who|what)'/;
const isNameable = ({ shape, text, key }: NameWord): boolean =>
  shape === 'capital'
    ? !SUBJECT_PRONOUNS.has(key) && !POSSESSIVES.has(key) && !CONTRACTED.test(key)
    : shape === 'capitals' && text.length > 1;

/** Is the word at `i` next to the one before it, so that both can be one name's? */
const follows = (words: readonly NameWord[], i: number): boolean =>
  (words[i]!.gap === 'space' || /^(?:\p{Lu}\.)+$/u.test(words[i - 1]!.text)) &&
  (!words[i - 1]!.possessive || OWNERS.has(words[i - 1]!.key) || isUnionOf(words[i - 1]!, words[i]!)) &&
  !words[i]!.opens;

/** "Beet Growers' Union" */
const isUnionOf = (owner: NameWord, head: NameWord): boolean =>
  /[^s]s$/.test(owner.key) &&
  owner.shape === 'capital' &&
  head.shape === 'capital' &&
  knownKind(owner.text, owner.folded) === undefined &&
  /^(?:union|association|federation|council|league|party|alliance|club|guild|society|confederation|front|trust)$/.test(
    head.key,
  );

/** A word that has its capital from the headline that it stands in. */
const isHeadlineWord = (words: readonly NameWord[], at: number): boolean =>
  looksCommon(words[at]!.key) && !isTitle(words[at]!) && knownPrefix(words, at, at + LONGEST_NAME) === undefined;

/** "van der Sorv", a surname alone. */
export function opensWithParticle(words: readonly NameWord[], at: number): boolean {
  if (words[at]!.shape !== 'lower' || !SURNAME_PARTICLES.has(words[at]!.key)) return false;
  let past = at + 1;
  while (past < at + 3 && past < words.length && PARTICLES.has(words[past]!.key) && words[past]!.gap === 'space')
    past++;
  return past < words.length && words[past]!.gap === 'space' && isNameable(words[past]!);
}

function runEnd(words: readonly NameWord[], from: number, dated: readonly boolean[], loud: boolean): number {
  let to = from + 1;
  while (to < words.length && to - from < LONGEST_RUN && !dated[to] && follows(words, to)) {
    const word = words[to]!;
    if (loud && isHeadlineWord(words, to) && !ORGANISATION.ends.has(word.key)) break;
    if (isNameable(word)) {
      to++;
      continue;
    }
    const next = connectorEnd(words, from, to);
    if (next === to || dated[next - 1]) break;
    to = next;
  }
  return to;
}

/** Past the connector at `at` and the capitalised word that it joins to the name that began at `from`; or `at`. */
function connectorEnd(words: readonly NameWord[], from: number, at: number): number {
  const { key, shape, text } = words[at]!;
  const before = words[at - 1]!;
  const capitalAt = (i: number): boolean => i < words.length && follows(words, i) && isNameable(words[i]!);
  if (shape === 'number') return NUMBERED.has(before.key) && /^\d{1,3}$/.test(text) ? at + 1 : at;
  if (text === '&') return capitalAt(at + 1) ? at + 2 : at;
  if (shape !== 'lower') return at;
  if (key === 'of' || key === 'for' || key === 'on') {
    if (before.shape === 'lower' || !opensWith(before.key, key)) return at;
    const past = words[at + 1]?.key === 'the' && follows(words, at + 1) ? at + 2 : at + 1;
    if (!capitalAt(past)) return at;
    return key !== 'of' && ORGANISATION.opens.has(words[past]!.key) ? at : past + 1;
  }
  if (key === 'and') {
    if (!capitalAt(at + 1)) return at;
    if (knownWith(words, from, at + 2)) return at + 2;
    const next = words[at + 1]!;
    const domain = DOMAIN_WORDS.has(before.key);
    if (domain && DOMAIN_WORDS.has(next.key)) return at + 2;
    return (domain || !isPersonWord(next)) &&
      knownKind(next.text, next.key) === undefined &&
      isOfDomains(words, from, at)
      ? at + 2
      : at;
  }
  if (PARTICLES.has(key)) {
    let past = at + 1;
    while (
      past < at + 3 &&
      past < words.length &&
      PARTICLES.has(words[past]!.key) &&
      words[past]!.shape === 'lower' &&
      follows(words, past)
    )
      past++;
    return capitalAt(past) ? past + 1 : at;
  }
  return at;
}

/** "Ministry of Water (and Herding)": an office whose domains are being listed. */
function isOfDomains(words: readonly NameWord[], from: number, to: number): boolean {
  for (let i = to - 1; i > from && i > to - 5; i--)
    if (/^(?:of|for)$/.test(words[i]!.key))
      return /^(?:ministry|department|cent(?:er|re)s?|directorate|faculty|college|school|institute|bureau)$/.test(
        words[i - 1]!.key,
      );
  return false;
}

/** A listed name from some word at or after `from` to `to`. */
function knownWith(words: readonly NameWord[], from: number, to: number): boolean {
  for (let start = Math.max(from, to - LONGEST_NAME); start < to - 2; start++)
    if (knownAs(words, start, to) !== undefined) return true;
  return false;
}

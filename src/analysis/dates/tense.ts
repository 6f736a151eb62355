// Whether the clause around a date looks back or ahead, from its nearest verb. A light judgement from word lists and endings.
import type { Token } from '../../text/tokens.ts';
import { MODALS, wordSet } from '../words.ts';

export type Direction = 'past' | 'ahead' | 'open';

const AHEAD =
  wordSet(`will shall 'll won't would upcoming coming forthcoming scheduled slated due expected planned plans
  plan planning hopes intends aims deadline tomorrow next predict predicts expect expects forecast forecasts`);
const PAST =
  wordSet(`was were had did has have said told took went left made came got gave saw found felt held kept lost
  met paid ran sat sent stood thought won wrote began broke brought built bought caught chose drew drove ate fell fled
  flew forgot fought grew hid heard knew led rose sang sank sold spoke spent stole struck swore threw wore became
  shook shot fed lit wound dug bore beat bent bound swung hung lent sought slid slept split quit set shut hit cut put
  read been done gone taken given seen known shown written launched opened`);
const BE = wordSet("is are am 's 're be");
const BE_PAST = wordSet('was were been had');

const endsInEd = (word: string): boolean => /[a-z]{2}ed$/.test(word) && !NOT_PAST.has(word);
const NOT_PAST =
  wordSet(`need feed seed speed weed breed indeed exceed proceed succeed bleed greed deed shed sled bed embed
  seabed flatbed watershed hundred kindred sacred naked wicked united`);
const isClauseMark = ({ text, kind }: Token): boolean => kind === 'mark' && /^[;:—–"“”]$/.test(text);

/** How far to look for a verb, in pieces: bounds the work per date. */
const REACH = 16;

/**
 * Judges a date at pieces `first` to `last` (after its last) by the verbs of its sentence, `from` to `to`.
 * The nearest verb before it counts; where there is none, the nearest after it. "Until" looks ahead.
 */
export function directionAt(
  pieces: readonly Token[],
  first: number,
  last: number,
  from: number,
  to: number,
): Direction {
  if (/^(?:until|till|through)$/.test(pieces[first - 1]?.lower ?? '')) return 'ahead';
  for (let at = first - 1; at >= Math.max(from, first - REACH); at--) {
    if (isClauseMark(pieces[at]!)) break;
    const found = directionOf(pieces, at, from);
    if (found !== undefined) return found;
  }
  for (let at = last; at < Math.min(to, last + REACH); at++) {
    if (isClauseMark(pieces[at]!)) break;
    const found = directionOf(pieces, at, from);
    if (found !== undefined) return found;
  }
  return 'open';
}

/** Undefined where the word at `at` tells nothing, or is a participle whose auxiliary has the word. */
function directionOf(pieces: readonly Token[], at: number, from: number): Direction | undefined {
  const word = pieces[at]!.lower;
  if (pieces[at]!.text === 'May') return undefined;
  const before = at > from ? (pieces[at - 1]?.lower ?? '') : '';
  if (AHEAD.has(word))
    return BE_PAST.has(before) && !/^(?:due|scheduled|expected|slated|forecast)$/.test(word) ? 'past' : 'ahead';
  if (MODALS.has(word)) return word === 'could' || word === 'might' ? undefined : 'ahead';
  if (word === 'to' && pieces[at + 1]?.kind === 'word') return infinitive(pieces, at, from);
  if (BE.has(word))
    return word !== 'be' && /^(?:to|set|about|going)$/.test(pieces[at + 1]?.lower ?? '') ? 'ahead' : undefined;
  if (PAST.has(word) || endsInEd(word)) {
    if (/^(?:be|been|being|is|are)$/.test(before)) return before === 'been' ? 'past' : undefined;
    return 'past';
  }
  return undefined;
}

/** "is to meet", "set to open", "plans to visit", but not "failed to appear" or "went to Paris". */
function infinitive(pieces: readonly Token[], at: number, from: number): Direction | undefined {
  const before = at > from ? (pieces[at - 1]?.lower ?? '') : '';
  const verb = pieces[at + 1]!;
  if (/^\p{Lu}/u.test(verb.text) || /^(?:the|a|an|his|her|their|its|this|that)$/.test(verb.lower)) return undefined;
  return /^(?:is|are|'s|'re|set|due|about|scheduled|expected|likely|going|plans?|planned|planning|hopes?|intends?|aims?|agreed|vow(?:s|ed)?|pledged?|wants?|prepar\w+)$/.test(
    before,
  )
    ? 'ahead'
    : undefined;
}

// What a number counts: the noun phrase after it, its head noun last. A light judgement from word lists and endings.
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { isHyphen } from '../pieces.ts';
import {
  ARTICLES,
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  MONTHS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
  wordSet,
} from '../words.ts';
import { readNumber } from './numbers.ts';

export interface CountedRead {
  readonly span: Span;
  /** Index of the first piece after the noun phrase, or of "of" where another number stands in it ("two of its 15 boats"). */
  readonly next: number;
  /** Index of the first piece after the noun phrase, whatever stands in it. */
  readonly phraseEnd: number;
  /** The head noun can be killed or arrested. */
  readonly persons: boolean;
}

const PLURALS = wordSet(`people men women children police troops staff personnel feet teeth mice cattle sheep aircraft
  spacecraft media data criteria alumni folk clergy poultry livestock wives lives knives wolves halves leaves
  policemen policewomen firefighters servicemen servicewomen fishermen businessmen congressmen gunmen seamen statesmen
  spokesmen salesmen craftsmen countrymen grandchildren schoolchildren youth infantry bacteria viruses buses gases
  fungi geese oxen crew series species offspring pieces`);

const NO_PLURAL = wordSet(`this was has his us its is as yes across plus always perhaps thus less unless gas bus virus
  campus crisis basis analysis status bonus focus census versus chaos tennis process congress success access business
  progress press class glass grass loss boss mass pass address illness witness happiness wilderness previous various
  serious religious famous dangerous numerous enormous anonymous continuous consecutive indigenous precious mrs ms
  says goes does vs corps afterwards besides sometimes towards upwards overseas whereas 's`);

/** Plural forms that modify the noun after them: "women police officers", "sports clubs". */
const MODIFYING_PLURALS =
  wordSet(`women crew staff police sports sales arms human goods news services veterans customs savings
  operations communications systems aircraft  media data troops emergency species youth series railways
  defence weapons drugs games jobs rights   teeth livestock cattle poultry states`);

const ADVERBS = wordSet(`already also still just only together ever never too again instead alike each apiece altogether
  well respectively annually daily overall abroad away back here there elsewhere home alone soon yet else nationwide
  worldwide online so such not both either twice once even now then ago well long-term ahead aboard downtown overseas
  indoors outdoors aloft afterwards thereafter straightaway anymore nowadays maybe perhaps almost nearly about`);

const NOT_ADVERBS =
  wordSet(`family supply ally assembly early elderly monthly weekly daily yearly friendly likely lonely
  deadly rally reply bully holy ugly anomaly monopoly fly only hourly quarterly costly lovely lively orderly unruly
  timely scholarly womanly chilly hilly silly butterfly jelly belly lily bodily homily`);

/** Past forms not in -ed, and other verbs that follow what is counted. */
const VERBS =
  wordSet(`said says say told tells took taken went gone left made came got gave given saw seen found felt held
  kept lost met paid put ran read sat sent set shot stood taught thought won wrote written began begun broke broken
  brought built bought caught chose chosen drew drawn drove drank ate fell fallen fled flew forgot fought grew grown hid
  hidden hit hung heard knew known led lay lain let meant rode rose risen sang sank sold shook shown slept spoke spoken
  spent stole stolen struck swam swore threw thrown wore worn became become cut hurt quit shut split spread cost burnt
  need want think believe live work attend die get go make take come give see know use include remain contain face`);

/** Before a noun adjectives of it, after it what is said of it. */
const STATES =
  wordSet(`dead missing homeless unaccounted alive present eligible able unable likely due available worth responsible
  free safe absent awake ready`);

/** Determiners that may stand between a number and its noun. */
const LEADING = wordSet('more most other additional such own');

const ADJECTIVE_HEADS = wordSet(`more other others straight consecutive additional further extra new such same different
  fewer least most unhurt`);

/** Nouns of persons, by word and ending. */
export const PERSONS =
  /(?:people|persons?|m[ae]n|child(?:ren)?|boys?|girls?|adults?|youths?|staff|crew(?:members)?|personnel|police|troops|guards?|students?|residents?|patients?|victims?|nationals?|relatives|friends|families|others|members?|pupils?|migrants?|immigrants?|recruits?|monks?|nuns?|priests?|nurses?|aides?|wives|sons|daughters|deaths|dead|casualties|[a-z]{3}ers|[a-z]{2}ors|ists|[aei]ans|[a-z]ees|militants?|combatants?|occupants?|inhabitants?|participants?|applicants?|attendants?|civilians?)$/;

const isVerbEnding = (word: string): boolean => /[a-z]{2}ed$/.test(word) && !NOT_VERBS.has(word);
const NOT_VERBS =
  wordSet(`need feed seed speed weed breed steed reed deed shed sled bed seabed flatbed watershed hundred
  kindred woodshed`);
const isIng = (word: string): boolean =>
  /[a-z]{3}ing$/.test(word) &&
  !/(?:building|meeting|hearing|killing|shooting|bombing|wedding|painting|drawing|ring|king|wing|string|thing|spring|sibling|ceiling|offering|opening|reading|ruling|beginning|warning|listing|posting|recording|sitting|holding|filing|housing|clothing|training|parking|outing|crossing|landing|evening|morning|being)$/.test(
    word,
  );

/** A plural noun by its form. */
export function looksPlural(word: string): boolean {
  if (PLURALS.has(word)) return true;
  if (NO_PLURAL.has(word)) return false;
  return /[a-z]{2}s$/.test(word) && !/(?:ss|us|is|ous)$/.test(word);
}

const isAdverb = (word: string): boolean => ADVERBS.has(word) || (/[a-z]{3}ly$/.test(word) && !NOT_ADVERBS.has(word));

/** A word of a closed class, or of time: it ends a noun phrase. */
export function closesPhrase(piece: Token): boolean {
  const word = piece.lower;
  if (piece.text === 'US' || piece.text === 'IT') return false;
  return (
    piece.kind !== 'word' ||
    PREPOSITIONS.has(word) ||
    SUBORDINATORS.has(word) ||
    COORDINATORS.has(word) ||
    AUXILIARIES.has(word) ||
    ARTICLES.has(word) ||
    DETERMINERS.has(word) ||
    SUBJECT_PRONOUNS.has(word) ||
    TIME_WORDS.has(word) ||
    /^(?:him|her|them|me|us|itself|themselves|last|next|minus|plus|ago|off|out|up|down|not|old|o'clock|am|pm|a\.m\.|p\.m\.|gmt|est|et)$/.test(
      word,
    ) ||
    (/^\p{Lu}/u.test(piece.text) && (WEEKDAYS.has(word) || MONTHS.has(word)))
  );
}

/** After "of": "the", "these", "its", "the 20". */
function skipDeterminers(pieces: readonly Token[], at: number, end: number): number {
  let next = at;
  while (next < end && next < at + 3) {
    const { lower, kind } = pieces[next]!;
    if (!(DETERMINERS.has(lower) || POSSESSIVES.has(lower) || kind === 'number')) break;
    next++;
  }
  return next;
}

/**
 * Reads the noun phrase that a number counts.
 * @param at first piece after the number
 * @param end index after the sentence's last piece
 * @param number "one" is followed by a singular, a share ("half the") by a determiner
 */
export function readCounted(
  pieces: readonly Token[],
  at: number,
  end: number,
  number: 'one' | 'share' | 'many',
): CountedRead | undefined {
  if (isHyphen(pieces[at])) return hyphened(pieces, at, end);
  const of = pieces[at]?.lower === 'of';
  const open = number === 'share' && pieces[at]?.kind === 'word';
  let first = of ? skipDeterminers(pieces, at + 1, end) : open ? skipDeterminers(pieces, at, end) : at;
  // "two of its 15 engineers": the second number is a figure of its own.
  const second = first > at && pieces[first - 1]!.kind === 'number';
  if (second && /^(?:hundred|thousand|million|billion|trillion|per|percent|%)$/.test(pieces[first]?.lower ?? ''))
    return undefined;
  if (first < end && /^["“‘']$/.test(pieces[first]!.text)) first++;
  let start = first;
  let last = -1;
  let joined = false;
  let next = first;
  for (; next < end && next < first + 8; next++) {
    const piece = pieces[next]!;
    const word = piece.lower;
    if (isHyphen(piece) && !piece.spaced && next > first && pieces[next + 1]?.spaced === false) continue;
    if (word === "'s" || word === '’s' || word === "'") continue;
    if (word === 'and' || word === 'or' || word === '/') {
      joined = last < 0 ? joinsAdjectives(pieces, next, end) : joinsNouns(pieces, next, end);
      if (joined) continue;
      break;
    }
    if (last < 0 && LEADING.has(word)) {
      start = next + 1;
      continue;
    }
    if (isModelNumber(pieces, next, first)) continue;
    if (closesPhrase(piece) || isCode(pieces, next)) break;
    if (isAdverb(word)) {
      if (last >= 0) break;
      continue;
    }
    const plural = looksPlural(word);
    // "one vaccine appears"
    if (number === 'one' && last >= 0 && !of && plural && !PLURALS.has(word) && /^\p{Ll}/u.test(piece.text)) break;
    if (
      last >= 0 &&
      !joined &&
      looksPlural(pieces[last]!.lower) &&
      !(number === 'one' && !PLURALS.has(pieces[last]!.lower))
    ) {
      const modifies =
        (MODIFYING_PLURALS.has(pieces[last]!.lower) || /^\p{Lu}/u.test(pieces[last]!.text)) &&
        !/^\p{Lu}/u.test(piece.text) &&
        !VERBS.has(word) &&
        nounFollows(pieces, next, end);
      const possessive =
        pieces[last + 1]?.lower === "'s" || pieces[last + 1]?.lower === "'" || pieces[last + 1]?.lower === '’s';
      if (
        !possessive &&
        !modifies &&
        !(
          plural &&
          next === last + 1 &&
          !PLURALS.has(pieces[last]!.lower) &&
          !VERBS.has(word) &&
          pluralPair(pieces, next, end)
        )
      )
        break;
    }
    if (VERBS.has(word) || STATES.has(word) || isVerbEnding(piece.text) || isIng(word)) {
      if ((last >= 0 && !joined) || !nounFollows(pieces, next + 1, end)) break;
      continue;
    }
    joined = false;
    last = next;
  }
  if (last < 0 || (last === start && ADJECTIVE_HEADS.has(pieces[last]!.lower))) return undefined;
  // "eight of Norda's 25 towns" counts towns, not Norda.
  if (of && /^'s?$/.test(pieces[last + 1]?.lower ?? '')) return undefined;
  if (pieces[last]!.lower.length < 2) return undefined;
  // "four more holding on": nothing that is counted in the singular.
  if (number === 'many' && /[a-z]{2}ing$/.test(pieces[last]!.text)) return undefined;
  return {
    span: { start: pieces[start]!.start, end: pieces[last]!.end },
    next: second ? at : last + 1,
    phraseEnd: last + 1,
    persons: PERSONS.test(pieces[last]!.lower),
  };
}

/** "60 per cent of the JD 105 million": a currency, not a noun. */
const isCode = (pieces: readonly Token[], at: number): boolean =>
  /^\p{Lu}{1,4}$/u.test(pieces[at]!.text) && /^(?:number|symbol)$/.test(pieces[at + 1]?.kind ?? '');

/** "two new 737 Max jets". */
const isModelNumber = (pieces: readonly Token[], at: number, first: number): boolean =>
  at > first && /^\d{1,4}$/.test(pieces[at]!.text) && /^\p{Lu}/u.test(pieces[at + 1]?.text ?? '');

/** "sports clubs", but not "officials tours": a second plural only where it ends the phrase. */
function pluralPair(pieces: readonly Token[], at: number, end: number): boolean {
  const after = pieces[at + 1];
  return (
    at + 1 >= end ||
    after === undefined ||
    (closesPhrase(after) && !ARTICLES.has(after.lower) && !POSSESSIVES.has(after.lower))
  );
}

/** "Kia and Hyundai vehicles", "ministers and officials": what follows the "and" goes on with the phrase. */
function joinsNouns(pieces: readonly Token[], at: number, end: number): boolean {
  if (at + 1 >= end) return false;
  const before = pieces[at - 1]!.lower;
  const after = pieces[at + 1]!;
  if (closesPhrase(after) || isVerbEnding(after.lower) || VERBS.has(after.lower) || isAdverb(after.lower)) return false;
  if (readNumber(pieces, at + 1) !== undefined) return false;
  if (looksPlural(before)) return looksPlural(after.lower) && pluralPair(pieces, at + 1, end);
  return nounFollows(pieces, at + 1, end);
}

/** "two injured and exhausted climbers". */
const joinsAdjectives = (pieces: readonly Token[], at: number, end: number): boolean => {
  const after = pieces[at + 1]?.text ?? '';
  return (isVerbEnding(after) || isIng(after)) && nounFollows(pieces, at + 2, end);
};

/** A plural noun stands within the next words of the same phrase. */
function nounFollows(pieces: readonly Token[], at: number, end: number): boolean {
  for (let index = at; index < end && index < at + 4; index++) {
    const piece = pieces[index]!;
    if (piece.lower === 'and' && joinsAdjectives(pieces, index, end)) return true;
    if (closesPhrase(piece)) return false;
    if (looksPlural(piece.lower)) return true;
    if (isVerbEnding(piece.lower)) return false;
  }
  return false;
}

/** "six-member team": the member. */
function hyphened(pieces: readonly Token[], at: number, end: number): CountedRead | undefined {
  // "six - member" is an old agency's habit; "94 - jci" is not.
  if (pieces[at]!.spaced && pieces[at - 1]?.kind !== 'word') return undefined;
  const piece = pieces[at + 1];
  if (piece === undefined || at + 1 >= end || piece.kind !== 'word' || closesPhrase(piece)) return undefined;
  if (isVerbEnding(piece.lower) || /^(?:strong|fold)$|(?:ional|ical|ary)$/.test(piece.lower)) return undefined;
  return {
    span: { start: piece.start, end: piece.end },
    next: at + 2,
    phraseEnd: at + 2,
    persons: PERSONS.test(piece.lower),
  };
}

/** The head noun of a counted phrase in its singular, lower case: "asylum seekers" gives "seeker". */
export function headNoun(phrase: string): string {
  const word = /[\p{L}\p{M}]+$/u.exec(phrase.toLowerCase())?.[0] ?? '';
  if (!looksPlural(word) || PLURALS.has(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/s$/, '');
}

// What the lists know of a name. Keys are folded: lower case, straight apostrophes, no diacritics. Each list is read
// when it is first asked, so that none costs anything before a document is.
import { isAcronym } from './fold.ts';
import { listed } from './listed.ts';
import type { ListName } from './lists.ts';

export type KnownKind = 'place' | 'nationality' | 'organisation';

/** The most words that a listed name has. */
export const LONGEST_NAME = 5;

function once<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

interface Known {
  readonly names: Map<string, KnownKind>;
  /** Names in capitals alone: "US" is one, "us" is none. */
  readonly acronyms: Map<string, KnownKind>;
  /** The first words of all names: most words are none. */
  readonly firstWords: Set<string>;
}

/** A name is of the first kind that a list gives it. */
function addNames(
  kinds: Map<string, KnownKind>,
  firstWords: Set<string>,
  list: readonly string[],
  kind: KnownKind,
): void {
  for (const name of list) {
    if (!kinds.has(name)) kinds.set(name, kind);
    const space = name.indexOf(' ');
    firstWords.add(space < 0 ? name : name.slice(0, space));
  }
}

const plurals = (nationalities: readonly string[]): string[] =>
  nationalities.filter((name) => !/(?:s|sh|ch|ese)$/.test(name)).map((name) => `${name}s`);

const known = once((): Known => {
  const names = new Map<string, KnownKind>();
  const acronyms = new Map<string, KnownKind>();
  const firstWords = new Set<string>();
  const nationalities = listed('nationalities');
  addNames(names, firstWords, listed('countries'), 'place');
  addNames(names, firstWords, nationalities, 'nationality');
  addNames(names, firstWords, plurals(nationalities), 'nationality');
  addNames(names, firstWords, listed('places'), 'place');
  addNames(names, firstWords, listed('organisations'), 'organisation');
  addNames(acronyms, firstWords, listed('placeAcronyms'), 'place');
  addNames(acronyms, firstWords, listed('nationalityAcronyms'), 'nationality');
  addNames(acronyms, firstWords, listed('organisationAcronyms'), 'organisation');
  return { names, acronyms, firstWords };
});

/** What a name is, by the lists. `text`: the name as written, which tells "US" from "us"; `key`: the same, folded. */
export function knownKind(text: string, key: string): KnownKind | undefined {
  const { names, acronyms } = known();
  return names.get(key) ?? (isAcronym(text) ? acronyms.get(key) : undefined);
}

export const beginsKnown = (key: string): boolean => known().firstWords.has(key);

/** A list of words, asked by folded key. */
export interface WordList {
  has(key: string): boolean;
}

function wordList(name: ListName): WordList {
  const words = once(() => new Set(listed(name)));
  return { has: (key) => words().has(key) };
}

export const GIVEN = wordList('givenNames');
export const FAMILY = wordList('surnames');
export const TITLE_ENDS = wordList('titles');
export const TITLE_PARTS = wordList('titleModifiers');
export const DOMAIN_WORDS = wordList('domains');
export const EVENT_ENDS = wordList('eventHeads');
export const WORK_ENDS = wordList('workHeads');

// What stands beside a name.
export const SPEAKING = wordList('speaking');
export const PERSON_NOUNS = wordList('personNouns');
export const ORGANISATION_NOUNS = wordList('organisationNouns');
export const ORGANISATION_FOLLOWERS = wordList('organisationFollowers');
export const PLACE_NOUNS = wordList('placeNouns');
export const COUNTRY_VERBS = wordList('countryVerbs');
export const PLACES_OF_A_COUNTRY = wordList('placesOfACountry');
export const PLACE_BEFORE = wordList('placeBefore');
export const STRONG_PLACE_BEFORE = wordList('strongPlaceBefore');
export const KIN = wordList('kin');
export const PLACE_OWNED = wordList('placeOwned');
export const NATIONAL_PEOPLE = wordList('nationalPeople');

/** Words that end a name of this kind, and those among them that open one with "of". */
interface Heads {
  readonly ends: WordList;
  readonly opens: WordList;
}

export const ORGANISATION: Heads = { ends: wordList('organisationEnds'), opens: wordList('organisationOpens') };
export const PLACE: Heads = { ends: wordList('placeEnds'), opens: wordList('placeOpens') };

const COMMON = wordList('commonWords');
const ACRONYMS = wordList('commonAcronyms');

export const isCommonAcronym = (key: string): boolean => ACRONYMS.has(key) || ACRONYMS.has(key.replace(/s$/, ''));

/** "twenty-two", of which the tens stand among the common words. */
const NUMERAL = /^([a-z]+ty)-(?:one|two|three|four|five|six|seven|eight|nine)$/;

/** A word that is capitalised at the start of a sentence for no other reason. */
export function isCommon(key: string): boolean {
  if (COMMON.has(key) || COMMON.has(NUMERAL.exec(key)?.[1] ?? '')) return true;
  if (!key.endsWith('s')) return false;
  return COMMON.has(key.slice(0, -1)) || COMMON.has(key.slice(0, -2)) || COMMON.has(key.replace(/ies$/, 'y'));
}

/** An English noun, adverb or participle by its ending alone. */
export const looksCommon = (key: string): boolean =>
  isCommon(key) || (key.length > 5 && /(?:ing|ly|tions?|ments?|ness|ities|ists|[iy]sation|ization)$/.test(key));

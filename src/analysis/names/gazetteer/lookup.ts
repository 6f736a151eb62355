// What the lists know of a name. Keys are folded: lower case, straight apostrophes, no diacritics. Each list is read
// when it is first asked, so that none costs anything before a document is.
import { COMMON_ACRONYMS, COMMON_WORDS } from './commonWords.ts';
import { DOMAINS, EVENT_HEADS, ORGANISATION_HEADS, ORGANISATIONS, PLACE_HEADS, WORK_HEADS } from './organisations.ts';
import { GIVEN_NAMES, SURNAMES, TITLE_MODIFIERS, TITLES } from './people.ts';
import { CITIES, COUNTRIES, NATIONALITIES, REGIONS } from './places.ts';

export type KnownKind = 'place' | 'nationality' | 'organisation';

/** The most words that a listed name has. */
export const LONGEST_NAME = 5;

const MARKS = /\p{M}/gu;

/** A word as the lists have it. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  let ascii = true;
  for (let i = 0; ascii && i < lower.length; i++) ascii = lower.charCodeAt(i) < 128;
  return ascii ? lower : lower.replaceAll('’', "'").normalize('NFD').replace(MARKS, '');
}

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

const isAcronym = (name: string): boolean => name === name.toUpperCase();

function addName({ names, acronyms, firstWords }: Known, name: string, kind: KnownKind): void {
  const map = isAcronym(name) ? acronyms : names;
  const key = fold(name);
  if (!map.has(key)) map.set(key, kind);
  const space = key.indexOf(' ');
  firstWords.add(space < 0 ? key : key.slice(0, space));
}

function addNationality(known: Known, name: string): void {
  addName(known, name, 'nationality');
  if (!/(?:s|sh|ch|ese)$/.test(name)) addName(known, `${name}s`, 'nationality');
}

const known = once((): Known => {
  const all: Known = { names: new Map(), acronyms: new Map(), firstWords: new Set() };
  for (const entry of COUNTRIES.split('|')) {
    const [country = '', demonyms] = entry.split('=');
    addName(all, country, 'place');
    for (const demonym of demonyms?.split(',') ?? []) addNationality(all, demonym);
  }
  for (const name of NATIONALITIES.split('|')) addNationality(all, name);
  for (const list of [REGIONS, CITIES]) for (const name of list.split('|')) addName(all, name, 'place');
  for (const name of ORGANISATIONS.split('|')) addName(all, name, 'organisation');
  return all;
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

function wordList(read: () => readonly string[]): WordList {
  const words = once(() => new Set(read().map(fold)));
  return { has: (key) => words().has(key) };
}

const splitList = (list: string): WordList => wordList(() => list.split('|'));

export const GIVEN = splitList(GIVEN_NAMES);
export const FAMILY = splitList(SURNAMES);
export const TITLE_ENDS = splitList(TITLES);
export const TITLE_PARTS = splitList(TITLE_MODIFIERS);
export const DOMAIN_WORDS = splitList(DOMAINS);
export const EVENT_ENDS = splitList(EVENT_HEADS);
export const WORK_ENDS = splitList(WORK_HEADS);

/** Words that end a name of this kind, and those among them that open one with "of". */
interface Heads {
  readonly ends: WordList;
  readonly opens: WordList;
}

const readHeads = (list: string): Heads => ({
  ends: wordList(() => list.replaceAll('+', '').split('|')),
  opens: wordList(() =>
    list
      .split('|')
      .filter((head) => head.endsWith('+'))
      .map((head) => head.slice(0, -1)),
  ),
});

export const ORGANISATION = readHeads(ORGANISATION_HEADS);
export const PLACE = readHeads(PLACE_HEADS);

const COMMON = splitList(COMMON_WORDS);
const ACRONYMS = splitList(COMMON_ACRONYMS);

export const isCommonAcronym = (key: string): boolean => ACRONYMS.has(key) || ACRONYMS.has(key.replace(/s$/, ''));

/** A word that is capitalised at the start of a sentence for no other reason. */
export function isCommon(key: string): boolean {
  if (COMMON.has(key)) return true;
  if (!key.endsWith('s')) return false;
  return COMMON.has(key.slice(0, -1)) || COMMON.has(key.slice(0, -2)) || COMMON.has(key.replace(/ies$/, 'y'));
}

/** An English noun, adverb or participle by its ending alone. */
export const looksCommon = (key: string): boolean =>
  isCommon(key) || (key.length > 5 && /(?:ing|ly|tions?|ments?|ness|ities|ists|[iy]sation|ization)$/.test(key));

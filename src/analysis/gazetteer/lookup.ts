// What the lists know of a name. Keys are folded: lower case, straight apostrophes, no diacritics.
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

const isAcronym = (name: string): boolean => name === name.toUpperCase();

const names = new Map<string, KnownKind>();
const acronyms = new Map<string, KnownKind>();
/** The first words of all listed names: most words are none. */
const firstWords = new Set<string>();
const add = (name: string, kind: KnownKind): void => {
  const known = isAcronym(name) ? acronyms : names;
  const key = fold(name);
  if (!known.has(key)) known.set(key, kind);
  const space = key.indexOf(' ');
  firstWords.add(space < 0 ? key : key.slice(0, space));
};
const addNationality = (name: string): void => {
  add(name, 'nationality');
  if (!/(?:s|sh|ch|ese)$/.test(name)) add(`${name}s`, 'nationality');
};
for (const entry of COUNTRIES.split('|')) {
  const [country = '', demonyms] = entry.split('=');
  add(country, 'place');
  demonyms?.split(',').forEach(addNationality);
}
NATIONALITIES.split('|').forEach(addNationality);
for (const name of REGIONS.split('|')) add(name, 'place');
for (const name of CITIES.split('|')) add(name, 'place');
for (const name of ORGANISATIONS.split('|')) add(name, 'organisation');

/** What a name is, by the lists. `text`: the name as written, which tells "US" from "us"; `key`: the same, folded. */
export function knownKind(text: string, key: string): KnownKind | undefined {
  return names.get(key) ?? (isAcronym(text) ? acronyms.get(key) : undefined);
}

export const beginsKnown = (key: string): boolean => firstWords.has(key);

const folded = (list: string): ReadonlySet<string> => new Set(list.split('|').map(fold));

export const GIVEN = folded(GIVEN_NAMES);
export const FAMILY = folded(SURNAMES);
export const TITLE_ENDS = folded(TITLES);
export const TITLE_PARTS = folded(TITLE_MODIFIERS);
export const DOMAIN_WORDS = folded(DOMAINS);
export const EVENT_ENDS = folded(EVENT_HEADS);
export const WORK_ENDS = folded(WORK_HEADS);

/** Words that end a name of this kind, and those among them that open one with "of". */
interface Heads {
  readonly ends: ReadonlySet<string>;
  readonly opens: ReadonlySet<string>;
}

function readHeads(list: string): Heads {
  const heads = list.split('|');
  return {
    ends: new Set(heads.map((head) => head.replace('+', ''))),
    opens: new Set(heads.filter((head) => head.endsWith('+')).map((head) => head.slice(0, -1))),
  };
}

export const ORGANISATION = readHeads(ORGANISATION_HEADS);
export const PLACE = readHeads(PLACE_HEADS);

const COMMON = folded(COMMON_WORDS);

const ACRONYMS = folded(COMMON_ACRONYMS);
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

// The lists as they are asked, folded. For the extension the build runs this file and writes what it yields into
// dist/lists.bin (esbuild.mjs).
import { COMMON_ACRONYMS, COMMON_WORDS } from './commonWords.ts';
import { fold, isAcronym } from './fold.ts';
import {
  COUNTRY_VERBS,
  KIN,
  NATIONAL_PEOPLE,
  ORGANISATION_FOLLOWERS,
  ORGANISATION_NOUNS,
  PERSON_NOUNS,
  PLACE_BEFORE,
  PLACE_NOUNS,
  PLACE_OWNED,
  PLACES_OF_A_COUNTRY,
  SPEAKING,
  STRONG_PLACE_BEFORE,
} from './neighbours.ts';
import { DOMAINS, EVENT_HEADS, ORGANISATION_HEADS, ORGANISATIONS, PLACE_HEADS, WORK_HEADS } from './organisations.ts';
import { GIVEN_NAMES, SURNAMES, TITLE_MODIFIERS, TITLES } from './people.ts';
import { CITIES, COUNTRIES, NATIONALITIES, REGIONS } from './places.ts';

const folded = (list: string): string[] => list.split('|').map(fold);

const names = (list: readonly string[]): string[] => list.filter((name) => !isAcronym(name)).map(fold);
const acronyms = (list: readonly string[]): string[] => list.filter(isAcronym).map(fold);

const countries = COUNTRIES.split('|').map((entry) => entry.replace(/=.*/, ''));
const demonyms = COUNTRIES.split('|').flatMap((entry) => entry.split('=')[1]?.split(',') ?? []);
const nationalities = [...demonyms, ...NATIONALITIES.split('|')];
const places = [...REGIONS.split('|'), ...CITIES.split('|')];
const organisations = ORGANISATIONS.split('|');

/** Heads that open a name with "of" are marked with "+". */
const ends = (heads: string): string[] => heads.replaceAll('+', '').split('|').map(fold);
const opens = (heads: string): string[] =>
  folded(heads).flatMap((head) => (head.endsWith('+') ? [head.slice(0, -1)] : []));

export const LISTS = {
  countries: names(countries),
  nationalities: names(nationalities),
  places: names(places),
  organisations: names(organisations),
  placeAcronyms: acronyms([...countries, ...places]),
  nationalityAcronyms: acronyms(nationalities),
  organisationAcronyms: acronyms(organisations),
  givenNames: folded(GIVEN_NAMES),
  surnames: folded(SURNAMES),
  titles: folded(TITLES),
  titleModifiers: folded(TITLE_MODIFIERS),
  domains: folded(DOMAINS),
  eventHeads: folded(EVENT_HEADS),
  workHeads: folded(WORK_HEADS),
  organisationEnds: ends(ORGANISATION_HEADS),
  organisationOpens: opens(ORGANISATION_HEADS),
  placeEnds: ends(PLACE_HEADS),
  placeOpens: opens(PLACE_HEADS),
  speaking: folded(SPEAKING),
  personNouns: folded(PERSON_NOUNS),
  organisationNouns: folded(ORGANISATION_NOUNS),
  organisationFollowers: folded(ORGANISATION_FOLLOWERS),
  placeNouns: folded(PLACE_NOUNS),
  countryVerbs: folded(COUNTRY_VERBS),
  placesOfACountry: folded(PLACES_OF_A_COUNTRY),
  placeBefore: folded(PLACE_BEFORE),
  strongPlaceBefore: folded(STRONG_PLACE_BEFORE),
  kin: folded(KIN),
  placeOwned: folded(PLACE_OWNED),
  nationalPeople: folded(NATIONAL_PEOPLE),
  commonWords: folded(COMMON_WORDS),
  commonAcronyms: folded(COMMON_ACRONYMS),
};

export type ListName = keyof typeof LISTS;

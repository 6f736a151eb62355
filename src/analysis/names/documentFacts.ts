// What a document says outright of its names, whatever each looks like by itself: who speaks in a transcript, where it is from,
// what is a ship.
import type { Head } from '../../seed/head.ts';
import { type Span, wordsOf } from '../../text/span.ts';
import { isTranscript } from '../transcript.ts';
import { wordSet } from '../words.ts';
import type { Group, Kept } from './entities.ts';
import { fold } from './gazetteer/fold.ts';
import { FAMILY, GIVEN } from './gazetteer/lookup.ts';

/** The names of a document, each of the kind that the document says outright, without those of ships. */
export function withFacts(text: string, head: Head, names: readonly Kept[]): readonly Kept[] {
  const named = withoutShips(text, names).map((name) => (isFirm(name) ? as('organisation', name) : name));
  return withPlaces(text, head, withLabels(text, named));
}

const as = (decided: Kept['decided'], name: Kept): Kept => ({ ...name, decided });

const lastWord = ({ words }: Group): string => words.at(-1) ?? '';

// ---- labels -----------------------------------------------------------------------------------------------------------

/**
 * The names, those of one word in capitals before a turn of a transcript as persons: "NAESS:" is Birger Naess, whatever else
 * it may be elsewhere, and somebody where nobody has a fuller name.
 */
function withLabels(text: string, kept: readonly Kept[]): readonly Kept[] {
  const labels = new Set(kept.filter((name) => isLabel(text, name)).map(({ group }) => group));
  if (labels.size === 0 || !isTranscript(text)) return kept;
  const surnames = new Set(kept.flatMap(({ decided, group }) => (decided === 'person' ? lastWord(group) : [])));
  return kept.map((name) => {
    const isPerson = labels.has(name.group) && (surnames.has(name.group.key) || name.group.known === undefined);
    return isPerson && isInCapitals(name) ? as('person', name) : name;
  });
}

const isInCapitals = ({ text, group }: Kept): boolean =>
  group.words.length === 1 && text.length > 2 && text === text.toUpperCase();

const isLabel = (text: string, name: Kept): boolean =>
  isInCapitals(name) && text[name.end] === ':' && /^\n?$/.test(text.slice(Math.max(0, name.start - 1), name.start));

// ---- firms and ships --------------------------------------------------------------------------------------------------

/** Last words of the names of firms that are no surname and no place. */
const FIRMS = wordSet(`mining bau lines airlines airways shipping motors steel holdings industries logistics pharma
  pharmaceuticals telecom petroleum foods insurance mutual breweries textiles chemicals electronics werke stahl verlag
  reederei`);

/** "Karsholm Mining", be there a Karsholm or not. */
const isFirm = ({ decided, group: { words } }: Kept): boolean =>
  (decided === 'person' || decided === 'place') && isFirmName(words);

const isFirmName = (words: readonly string[]): boolean =>
  words.length > 1 && FIRMS.has(words.at(-1)!) && !GIVEN.has(words[0]!);

/** A kind of ship before a name. */
const SHIP =
  /\b(?:ferry|ship|vessel|tanker|trawler|yacht|submarine|frigate|destroyer|freighter|carrier|liner|schooner|corvette|tugboat|barge|steamer)\s(?:the\s|M[SVT]\s)?$/i;
const LONGEST_SHIP = 24;

/** "The ferry Halden Star" is neither a body nor a place nor a person, nor is "the Halden Star" then. */
function withoutShips(text: string, names: readonly Kept[]): readonly Kept[] {
  const isShip = ({ start }: Span): boolean => SHIP.test(text.slice(Math.max(0, start - LONGEST_SHIP), start));
  const ships = new Set(
    names.filter((name) => name.decided !== 'nationality' && isShip(name)).map(({ group }) => group),
  );
  if (ships.size === 0) return names;
  return names.filter((name) => !(ships.has(name.group) && (name.group.words.length > 1 || isShip(name))));
}

// ---- places -----------------------------------------------------------------------------------------------------------

const PEOPLE = /(?<!\p{L})\p{Lu}\p{L}{2,30}?(?:ers?|ians?|ans?|ese|ish)(?!\p{L})/gu;
const PEOPLE_TAIL = /(?:ers?|ians?|ans?|ese|ish)$/;

/**
 * The names, those as places that look like a person by one word whom no full name bears out, where the dateline has them or
 * the document speaks of their people ("Ardenmarkers").
 */
function withPlaces(text: string, head: Head, names: readonly Kept[]): readonly Kept[] {
  const called = new Set(
    names.flatMap(({ decided, group }) => (decided === 'person' && group.words.length > 1 ? group.words : [])),
  );
  const isOrphan = ({ decided, group: { key, words }, description }: Kept): boolean =>
    decided === 'person' && words.length === 1 && description === undefined && !called.has(key) && !isPersonName(key);
  if (!names.some(isOrphan)) return names;
  // "Tessin" beside "Tessin Bau", where it is a place somewhere.
  const opening = new Set(names.flatMap(({ group: { words } }) => (isFirmName(words) ? words.slice(0, 1) : [])));
  const places = new Set(
    names.flatMap(({ decided, group }) => (decided === 'place' && opening.has(group.key) ? [group.key] : [])),
  );
  for (const part of head.place === undefined ? [] : wordsOf(text, head.place).split(/,\s*/)) places.add(fold(part));
  for (const [people] of text.matchAll(PEOPLE)) places.add(fold(people.replace(PEOPLE_TAIL, '')));
  return names.map((name) => (isOrphan(name) && places.has(name.group.key) ? as('place', name) : name));
}

const isPersonName = (key: string): boolean => GIVEN.has(key) || FAMILY.has(key);

import { looksFinite, PREPOSITIONS } from '../words.ts';
import {
  COUNTRY_VERBS,
  FAMILY,
  GIVEN,
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
  TITLE_ENDS,
  type WordList,
} from './gazetteer/lookup.ts';
import type { NameWord } from './nameWords.ts';

/** How much speaks for each kind; about 1 is a hint, 3 is nearly sure. */
export interface Scores {
  readonly person: number;
  readonly organisation: number;
  readonly place: number;
  readonly nationality: number;
}

export const NO_SCORES: Scores = { person: 0, organisation: 0, place: 0, nationality: 0 };

/** Scores in the making. */
type Tally = { -readonly [kind in keyof Scores]: number };

function addTo(tally: Tally, { person, organisation, place, nationality }: Partial<Scores>): void {
  if (person !== undefined) tally.person += person;
  if (organisation !== undefined) tally.organisation += organisation;
  if (place !== undefined) tally.place += place;
  if (nationality !== undefined) tally.nationality += nationality;
}

export function addScores(a: Scores, b: Partial<Scores>): Scores {
  return {
    person: a.person + (b.person ?? 0),
    organisation: a.organisation + (b.organisation ?? 0),
    place: a.place + (b.place ?? 0),
    nationality: a.nationality + (b.nationality ?? 0),
  };
}

/** The kind that most speaks for; a person where nothing does. */
export function bestKind(scores: Scores): keyof Scores {
  let best: keyof Scores = 'person';
  for (const kind of ['organisation', 'place', 'nationality'] as const) if (scores[kind] > scores[best]) best = kind;
  return best;
}

const NATIONAL_ENDING =
  /(?:[^aeiou]ian|ean|[aeiou]an|ese|ish|[^aeious]i|ic|stani|ite|ians|eans|ans|ites|is|[aeiou][rst]er)$/;
const PLACE_ENDING =
  /(?:stan|[^aeiou]ia|land|lands|burg|burgh|grad|ville|abad|pur|polis|shire|dorf|istan|ania|ton|town|ford|port|mouth|stad|sk|ovo|evo|stadt|berg|nagar|ganj|heim|bury|field|wick)$/;
const ORGANISATION_WORD = /\p{Ll}\p{Lu}|\d$/u;

/** Where a name stands: its sentence's words, and the first and the end of its own. */
export interface Place {
  readonly words: readonly NameWord[];
  readonly from: number;
  readonly to: number;
}

/** What a name's own form says of its kind. */
export function scoreForm({ words, from, to }: Place): Scores {
  const name = words.slice(from, to);
  const first = name[0]!;
  const last = name[name.length - 1]!;
  const scores = { ...NO_SCORES };
  if (name.length === 1) {
    if (GIVEN.has(first.key)) addTo(scores, { person: 1.5 });
    if (FAMILY.has(first.key)) addTo(scores, { person: 2 });
    if (first.shape === 'capitals' && first.text.length <= 6) addTo(scores, { organisation: 2, person: -1.5 });
    else if (ORGANISATION_WORD.test(first.text)) addTo(scores, { organisation: 1.5 });
    if (first.text.includes('/')) addTo(scores, { organisation: 1.5 });
    if (NATIONAL_ENDING.test(first.key)) addTo(scores, { nationality: 0.5 });
    if (PLACE_ENDING.test(first.key) && !GIVEN.has(first.key)) addTo(scores, { place: 1 });
    return scores;
  }
  if (GIVEN.has(first.key) || GIVEN.has(first.key.split('-')[0]!)) addTo(scores, { person: 3 });
  else if (FAMILY.has(first.key) && name.length <= 3) addTo(scores, { person: 2 });
  if (FAMILY.has(last.key) || GIVEN.has(last.key)) addTo(scores, { person: 1.5 });
  if (/^(?:\p{Lu}\.)+$/u.test(first.text) || name.some((word) => /^\p{Lu}\.$/u.test(word.text)))
    addTo(scores, { person: 2 });
  if (name.some((word) => word.shape === 'lower')) addTo(scores, { person: 1 });
  if (name.length <= 3) addTo(scores, { person: 1 });
  else addTo(scores, { organisation: 1 });
  if (name.some((word) => word.shape === 'capitals') && !name.every((word) => word.shape === 'capitals'))
    addTo(scores, { organisation: 1.5 });
  if (name.some((word) => ORGANISATION_WORD.test(word.text))) addTo(scores, { organisation: 1 });
  if (
    /^(?:new|san|santa|santo|saint|st|port|fort|mount|el|los|las|la|north|south|east|west|upper|lower|great|greater|ciudad|rio|puerto|villa|monte|bad|ras|wadi|tel|beit|kafr|umm|abu|deir|khan|lake)$/.test(
      first.key,
    )
  )
    addTo(scores, { place: 1.5 });
  if (PLACE_ENDING.test(last.key) && !GIVEN.has(first.key)) addTo(scores, { place: 0.5 });
  return scores;
}

/** What a name's neighbours in the sentence say of its kind. */
export function scoreContext({ words, from, to }: Place): Scores {
  const last = words[to - 1]!;
  const single = to - from === 1;
  const before = words[from - 1];
  const second = words[from - 2];
  const after = words[to];
  const then = words[to + 1];
  const scores = { ...NO_SCORES };
  const add = (more: Partial<Scores>): void => addTo(scores, more);
  const next = last.possessive || after === undefined || after.shape === 'mark' ? '' : after.key;
  const previous = before?.shape === 'lower' || before?.shape === 'capital' ? before.key : '';

  const national = single && NATIONAL_ENDING.test(last.key);
  if (previous === 'the' || ((previous === 'a' || previous === 'an') && single)) {
    if (previous !== 'the') add({ nationality: national ? 1 : 0, organisation: 0.5, person: -1 });
    else
      add({
        organisation: next === '' || looksFinite(next) || PREPOSITIONS.has(next) ? 1.2 : 0.5,
        nationality: national ? 1 : 0,
        person: -2,
        place: -0.5,
      });
  }
  if (previous === 'to' && second?.key === 'according') add({ organisation: 1, person: 0.5 });
  else if (STRONG_PLACE_BEFORE.has(previous)) add({ place: 3 });
  else if (PLACE_BEFORE.has(previous))
    add({ place: previous === 'from' || previous === 'at' || previous === 'to' ? 1 : 1.5 });
  else if (previous === 'of' && second !== undefined && PLACE_NOUNS.has(second.key)) add({ place: 3 });
  else if (
    previous === 'of' &&
    second !== undefined &&
    /^(?:members?|leaders?|head|founder|chairman|director|employees|ceo)$/.test(second.key)
  )
    add({ organisation: 1.5 });
  if (before !== undefined && before.gap !== 'none' && before.shape === 'lower' && PERSON_NOUNS.has(previous))
    add({ person: 2.5 });
  if (ORGANISATION_NOUNS.has(previous)) add({ organisation: 2.5 });
  if (PLACE_NOUNS.has(previous) && before?.shape === 'lower' && !ORGANISATION_NOUNS.has(previous)) add({ place: 1 });
  if (/^(?:joined|founded|co-founded|told)$/.test(previous)) add({ organisation: 1 });
  if (
    /^(?:mr|mrs|ms|dr|prof|sir|lord|lady|judge|justice)$/.test(previous) ||
    (before?.shape !== 'lower' && TITLE_ENDS.has(previous))
  )
    add({ person: 3 });
  if (isDateline(words, from, to)) add({ place: 5, organisation: -2 });
  if (before?.text === '/' && after?.text === '/') add({ organisation: 6 });
  if (before?.text === '(' && after?.text === ')' && words[to - 1]!.shape === 'capitals') add({ organisation: 1.5 });

  if (last.possessive) {
    const owned = after?.key ?? '';
    if (KIN.has(owned)) add({ person: 1 });
    if (PLACE_OWNED.has(owned) || after?.shape === 'capitals' || after?.shape === 'capital') add({ place: 1.5 });
    return scores;
  }
  if (SPEAKING.has(next))
    add(
      next === 'who' || next === 'told' || next === 'said' || next === 'says'
        ? { person: 2, organisation: 0.5, place: -1 }
        : { person: 1.5, place: -0.5 },
    );
  else if (looksFinite(next)) add({ person: 0.5, nationality: -2 });
  if (single && COUNTRY_VERBS.has(next)) add({ place: 1 });
  if (after?.text === ',' && then?.shape === 'number' && /^\d\d?$/.test(then.text)) add({ person: 3 });
  if (after?.text === ',' && then?.key === 'which') add({ organisation: 1.5, place: 0.5, person: -2 });
  if (after?.text === ',' && then !== undefined && (then.key === 'who' || then.key === 'whose')) add({ person: 2 });
  if (
    after?.text === ',' &&
    (then?.key === 'a' || then?.key === 'an' || then?.key === 'the') &&
    hasWithin(words, to + 2, 6, PERSON_NOUNS)
  )
    add({ person: 1.5 });
  if (after?.text === ',' && then !== undefined && then.shape === 'lower' && TITLE_ENDS.has(then.key))
    add({ person: 1.5 });
  if (after?.shape === 'lower' && after.gap !== 'none') {
    if (PLACES_OF_A_COUNTRY.has(next)) add({ place: 1, nationality: single ? 1.5 : 0 });
    else if (PLACE_NOUNS.has(next) && !PERSON_NOUNS.has(next))
      add({ place: /^(?:residents?|community)$/.test(next) ? 1.5 : 3 });
    if (ORGANISATION_FOLLOWERS.has(next)) add({ organisation: 1.5 });
    if (ORGANISATION_NOUNS.has(next)) add({ organisation: 2.5 });
    else if (previous !== '' && hasWithin(words, to, 3, ORGANISATION_NOUNS))
      add({ organisation: 2, nationality: -0.5 });
    if (single && NATIONAL_PEOPLE.has(next)) add({ nationality: national ? 3 : 1.5, place: 1 });
  }
  if (after?.gap === 'none' && after.shape === 'lower')
    add(after.key === 'based' || after.key === 'born' ? { place: 3 } : { place: 1, nationality: 0.5 });
  if (single && after !== undefined && after.gap === 'space' && after.shape !== 'lower' && TITLE_ENDS.has(after.key))
    add({ nationality: 2.5, organisation: 1, place: 1 });
  return scores;
}

/** "DORVA, March 3", "DORVA (NPA) -": capitals before a date, an agency or a dash, with no word before them. */
function isDateline(words: readonly NameWord[], from: number, to: number): boolean {
  const after = words[to]?.text;
  if (after === undefined || !/^(?:,|\(|[-–—]+|\/)$/.test(after)) return false;
  for (let i = from; i < to; i++) if (words[i]!.shape !== 'capitals') return false;
  for (let i = from - 1; i >= 0; i--) if (words[i]!.shape !== 'number' && words[i]!.key !== 'date') return false;
  return after !== ',' || words[to + 1]?.shape === 'capital';
}

/** Does one of `list` stand among the next lower-case words? */
function hasWithin(words: readonly NameWord[], from: number, count: number, list: WordList): boolean {
  for (let i = from; i < from + count && i < words.length; i++) {
    const word = words[i]!;
    if (word.shape !== 'lower' || (looksFinite(word.key) && !word.key.endsWith('ed'))) return false;
    if (list.has(word.key)) return true;
  }
  return false;
}

// Names of people, organisations, places and nationalities in one passage: where they begin and end, and what in the
// passage speaks for which kind. The document decides in the end (entities.ts).
import { overlaps, type Span } from '../../text/span.ts';
import type { Passage } from '../passage.ts';
import type { EntityKind } from '../types.ts';
import { ARTICLES, AUXILIARIES, looksFinite, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS } from '../words.ts';
import { spanOf } from './documentNames.ts';
import { findEvents } from './events.ts';
import {
  DOMAIN_WORDS,
  GIVEN,
  isCommon,
  isCommonAcronym,
  knownKind,
  looksCommon,
  ORGANISATION,
  TITLE_ENDS,
  TITLE_PARTS,
} from './gazetteer/lookup.ts';
import { isPersonWord, isTitle, isTitlePart, type KnownPrefix, knownAs, knownPrefix } from './knownNames.ts';
import { type HeadKind, headKind } from './nameHeads.ts';
import { isLoud, nameRuns, opensWithParticle, PARTICLES } from './nameRuns.ts';
import { addScores, bestKind, NO_SCORES, type Scores, scoreContext, scoreForm } from './nameScores.ts';
import { type NameStretch, nameSentence, taggedNames, tagNames } from './nameTagger.ts';
import { type NameWord, nameSentences, withoutStop } from './nameWords.ts';
import { findOffices } from './offices.ts';

/** A name (or event noun) as its own passage shows it; the document decides in the end. */
export interface NameFound extends Span {
  readonly kind: EntityKind;
  /** What the name itself says of its kind, and what its neighbours say; absent for events. */
  readonly form?: Scores;
  readonly context?: Scores;
  /** False where the capital may be due to the position, or the word stands for something named before ("the Fund"). */
  readonly sure: boolean;
  /** Its kind is told by this mention's own words: a title before it, a head word, the lists. */
  readonly fixed?: boolean;
  /** "of the prosecutor general's office", "Deputy Minister". */
  readonly description?: Span;
  /** The rules alone know it: "the prosecutor general's office", "Ilmar/Sorv". */
  readonly alone?: true;
  /** How likely the tagger holds it, 0 to 1. */
  readonly score?: number;
  /** Found by the tagger, which decides once more with the whole document before it. */
  readonly tagged?: true;
}

/** What a passage shows of its names. */
export interface NamesFound {
  readonly names: readonly NameFound[];
  /** What the tagger read them from, where there is one. */
  readonly stretches: readonly NameStretch[];
}

/** A sentence as the rules read it. */
export interface RuledSentence {
  readonly words: readonly NameWord[];
  /** Which words belong to dates. */
  readonly dated: readonly boolean[];
  readonly names: readonly NameFound[];
  readonly events: readonly NameFound[];
}

/** What the rules read in each sentence of a passage. `skip`: spans that are dates. */
export function ruledSentences(passage: Passage, skip: readonly Span[]): RuledSentence[] {
  let first = 0;
  return nameSentences(passage).map((words) => {
    while (first < skip.length && skip[first]!.end <= (words[0]?.start ?? 0)) first++;
    let last = first;
    while (last < skip.length && skip[last]!.start < (words[words.length - 1]?.end ?? 0)) last++;
    const dates = skip.slice(first, last);
    const dated = datedWords(words, dates);
    const names = readSentence(words, dated);
    const events = apartFrom(apartFrom(findEvents(words), dates), names);
    return { words, dated, names, events: events.map((event) => ({ ...event, kind: 'event', sure: true })) };
  });
}

/** Finds names of people, organisations, places and nationalities, and event nouns, in one passage. `skip`: spans that are dates. */
export function readNames(passage: Passage, skip: readonly Span[]): NamesFound {
  const field = passage.learned?.models.names?.own;
  const sentences = ruledSentences(passage, skip);
  const stretches = field === undefined ? [] : sentences.flatMap((one) => tagNames(field, nameSentence(passage, one)));
  const ruled = sentences.flatMap(({ names, events }) => [...names, ...events]).sort(byStart);
  return { names: field === undefined ? ruled : withTagged(ruled, stretches), stretches };
}

/** The names that the tagger found, and those that the rules alone know: offices in small letters, and events where no name is. */
function withTagged(ruled: readonly NameFound[], stretches: readonly NameStretch[]): NameFound[] {
  const described = new Map(ruled.map(({ start, description }) => [start, description]));
  const tagged = stretches.flatMap((stretch) =>
    taggedNames(stretch.decoded.labels).flatMap(({ kind, ...name }): NameFound[] => {
      if (kind === 'other') return [];
      const { start, end } = spanOf(stretch, name);
      const description = described.get(start);
      return [{ start, end, kind, sure: true, tagged: true, ...(description === undefined ? {} : { description }) }];
    }),
  );
  return withAlone(tagged, ruled);
}

/** What the tagger found with what the rules alone know: events where no name is, and names that it cannot tell. */
export function withAlone<T extends NameFound>(tagged: readonly T[], ruled: readonly T[]): T[] {
  const alone = ruled.filter((name) => name.alone === true);
  const names = [...apartFrom(tagged, alone), ...alone].sort(byStart);
  const events = apartFrom(
    ruled.filter(({ kind }) => kind === 'event'),
    names,
  );
  return [...names, ...events].sort(byStart);
}

/** The names alone. */
export const findNames = (passage: Passage, skip: readonly Span[]): readonly NameFound[] =>
  readNames(passage, skip).names;

const byStart = (a: Span, b: Span): number => a.start - b.start;

/** The spans that overlap none of `others`; both in text order. */
function apartFrom<T extends Span>(spans: readonly T[], others: readonly Span[]): T[] {
  let at = 0;
  return spans.filter((span) => {
    while (at < others.length && others[at]!.end <= span.start) at++;
    return at === others.length || !overlaps(span, others[at]!);
  });
}

interface Reading {
  readonly words: readonly NameWord[];
  /** Headlines and shouting: capitals there say little. */
  readonly loud: boolean;
  readonly found: NameFound[];
}

function readSentence(words: readonly NameWord[], dated: readonly boolean[]): NameFound[] {
  const found: NameFound[] = [];
  const loud = isLoud(words);
  const reading = { words, loud, found };
  for (const { from, to } of nameRuns(words, dated, loud)) readRun(reading, from, to);
  const offices = findOffices(
    words,
    found.filter(({ kind }) => kind === 'person'),
  );
  const form = { ...NO_SCORES, organisation: 4 };
  for (const office of offices)
    found.push({ ...office, kind: 'organisation', form, context: NO_SCORES, sure: true, fixed: true, alone: true });
  return found.sort(byStart);
}

function datedWords(words: readonly NameWord[], skip: readonly Span[]): boolean[] {
  let at = 0;
  return words.map((word) => {
    while (at < skip.length && skip[at]!.end <= word.start) at++;
    return at < skip.length && overlaps(word, skip[at]!);
  });
}

/** What being listed counts for: less where the word is a person's name too. */
const listed = (words: readonly NameWord[], from: number, to: number): number =>
  to - from === 1 && isPersonWord(words[from]!) ? 5 : 12;
const isFunctionWord = (key: string): boolean =>
  ARTICLES.has(key) ||
  PREPOSITIONS.has(key) ||
  SUBORDINATORS.has(key) ||
  SUBJECT_PRONOUNS.has(key) ||
  AUXILIARIES.has(key) ||
  looksFinite(key) ||
  /^(?:this|that|these|those|his|her|its|their|our|my|your|former|then|also|even|only|some|many|most|all|both|another|every|each|no|not|and|or|but|yet|however|meanwhile|according|dear|late|ex|non|one|two|three|thanks|both|other|several|today|yesterday|now|here|there)$/.test(
    key,
  );

/** Reads a run of capitalised words (with connectors): cuts titles off and nationalities apart, and names what is left. */
function readRun(reading: Reading, from: number, to: number): void {
  const { words } = reading;
  let start = from;
  while (start < to && isOpeningWord(words, start, to)) start++;
  let end = to;
  while (end > start && words[end - 1]!.shape === 'lower') end--;
  if (start >= end) return;
  const known = knownAs(words, start, end);
  if (
    known !== undefined &&
    !(words[start]!.opens && end - start === 1 && words[start]!.shape === 'capital' && isCommon(words[start]!.key))
  ) {
    emit(reading, start, end, { [known]: listed(words, start, end) }, { sure: true, fixed: end - start > 1 });
    return;
  }
  const past = skipOffice(words, start, end);
  if (past > start) {
    if (past < end) emitPerson(reading, past, end, titleStart(words, start));
    return;
  }
  const head = headKind(words, start, end);
  for (let k = start; k < end - 1; k++) {
    if (!isTitle(words[k]!) || (words[k + 1]!.shape === 'lower' && !PARTICLES.has(words[k + 1]!.key))) continue;
    if (k > start && GIVEN.has(words[start]!.key) && !namesPeople(words[start]!)) break;
    if (head !== undefined && !isPersonWord(words[end - 1]!)) break;
    readTitled(reading, start, k, end);
    return;
  }
  if (isTitle(words[end - 1]!) && head === undefined) {
    const left = withoutTitleParts(words, start, end - 1);
    if (left > start) readRun(reading, start, left);
    return;
  }
  const prefix = knownPrefix(words, start, end);
  if (prefix !== undefined && prefix.to < end && splitsAfter(reading, prefix, start, end, head)) return;
  if (head === 'work') return;
  if (head !== undefined) {
    if (head === 'organisation') start = withHyphenated(reading, start);
    const alone = end - start === 1;
    if (head === 'event') {
      if (!alone)
        reading.found.push({ start: words[start]!.start, end: words[end - 1]!.end, kind: 'event', sure: true });
    } else
      emit(
        reading,
        start,
        end,
        { [head]: alone ? 1 : 6 },
        { sure: !alone && (!reading.loud || end - start > 2), fixed: !alone },
      );
    return;
  }
  emitUnknown(reading, start, end);
}

/** "German" is a people before it is somebody's given name. */
const namesPeople = ({ text, folded }: NameWord): boolean => knownKind(text, folded) === 'nationality';

/** A capitalised word that is no part of the name behind it. */
function isOpeningWord(words: readonly NameWord[], at: number, to: number): boolean {
  const { key, opens, shape, possessive } = words[at]!;
  if (shape === 'lower') return !opensWithParticle(words, at);
  if (ARTICLES.has(key)) return true;
  if (
    knownPrefix(words, at, to) !== undefined &&
    !(opens && shape === 'capital' && isCommon(key) && knownPrefix(words, at, to)!.to === at + 1)
  )
    return false;
  // "NOT ONE MARK": in capitals throughout, every word may be a small one.
  const shouted = shape === 'capitals' && words[at - 1]?.shape === 'capitals' && !/^(?:who|it|us)$/.test(key);
  if ((opens || shouted) && isFunctionWord(key)) return true;
  if (TITLE_PARTS.has(key) && at + 1 < to && isTitlePart(words[at + 1]!)) return false;
  if (!opens || !looksCommon(key) || TITLE_ENDS.has(key) || (shape === 'capitals' && to - at === 1)) return false;
  if (at + 1 >= to) return isCommon(key);
  return possessive || headKind(words, at, to) === undefined;
}

/** "Secretary of | State Ilmar Sorv", "Minister of | Health": past the office that a title before "of" governs. */
function skipOffice(words: readonly NameWord[], from: number, to: number): number {
  let of = from - 1;
  if (words[of]?.key === 'the') of--;
  if (!/^(?:of|for)$/.test(words[of]?.key ?? '') || words[of - 1] === undefined || !TITLE_ENDS.has(words[of - 1]!.key))
    return from;
  let at = from;
  while (
    at < to &&
    (DOMAIN_WORDS.has(words[at]!.key) ||
      words[at]!.key === 'and' ||
      words[at]!.key === 'state' ||
      words[at]!.key === 'staff')
  )
    at++;
  return at;
}

/** Where the title begins whose "of" or "of the" stands before `of`'s words: "Deputy Director of | Sea Safety". */
function titleStart(words: readonly NameWord[], of: number): number {
  let start = of;
  while (start > 0 && words[start - 1]!.shape === 'lower' && start > of - 2) start--;
  while (start > 0 && words[start - 1]!.shape !== 'lower' && isTitlePart(words[start - 1]!)) start--;
  return start;
}

/** Where the words from `from` to `to` end when the words that go with a title are cut off their end. */
function withoutTitleParts(words: readonly NameWord[], from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    !(end - from > 1 && knownAs(words, from, end) !== undefined) &&
    (TITLE_PARTS.has(words[end - 1]!.key) || TITLE_ENDS.has(words[end - 1]!.key)) &&
    !words[end - 1]!.possessive
  )
    end--;
  return end;
}

/** "Norda | Deputy Minister | Ilmar Sorv". */
function readTitled(reading: Reading, from: number, title: number, to: number): void {
  const { words } = reading;
  let start = title + 1;
  for (let at = start; at < to - 1 && isTitlePart(words[at]!); at++) if (isTitle(words[at]!)) start = at + 1;
  const left = withoutTitleParts(words, from, title);
  if (left > from) readRun(reading, from, left);
  if (words.slice(start, to).every(isTitlePart)) return;
  emitPerson(reading, start, to, left);
}

function emitPerson(reading: Reading, from: number, to: number, titleFrom: number): void {
  const { words } = reading;
  const description = { start: words[titleFrom]!.start, end: words[from - 1]!.end };
  const known = to - from <= 2 ? knownAs(words, from, to) : undefined;
  if (known === 'place' || known === 'organisation') emit(reading, from, to, { person: 2, [known]: 2 }, { sure: true });
  else
    emit(reading, from, to, { person: 4 }, { sure: true, fixed: true, ...(titleFrom < from ? { description } : {}) });
}

/** Cuts a listed name off the front where what follows is a name of its own. */
function splitsAfter(
  reading: Reading,
  prefix: KnownPrefix,
  from: number,
  to: number,
  head: HeadKind | undefined,
): boolean {
  const { words } = reading;
  if (!standsApart(words, prefix, from, to, head)) return false;
  let end = prefix.to;
  if (prefix.kind === 'nationality') {
    // "British Indian" is one group.
    for (let more = knownPrefix(words, end, to); more?.kind === 'nationality'; more = knownPrefix(words, end, to))
      end = more.to;
  }
  emit(reading, from, end, { [prefix.kind]: listed(words, from, end) }, { sure: true, fixed: end - from > 1 });
  if (end < to) readRun(reading, end, to);
  return true;
}

/** Is the listed name that a run begins with a name by itself, as in "Norda | Ilmar Sorv", not in "Norda Airways"? */
function standsApart(
  words: readonly NameWord[],
  prefix: KnownPrefix,
  from: number,
  to: number,
  head: HeadKind | undefined,
): boolean {
  const next = words[prefix.to]!;
  if (next.shape === 'lower' || head === 'organisation' || head === 'event') return false;
  if (prefix.kind === 'nationality')
    return (!isPersonWord(words[from]!) || isTitlePart(next)) && !(head === 'place' && to - prefix.to === 1);
  const rest = knownAs(words, prefix.to, to);
  if (rest !== undefined) return prefix.kind === 'place' || rest === 'organisation';
  return (
    head === undefined &&
    to - prefix.to > 1 &&
    (GIVEN.has(next.key) || knownKind(next.text, next.key) === 'nationality')
  );
}

/** "Norda-Sorvian Council": takes back the first part of a hyphenated word that was read as a name of its own. */
function withHyphenated({ words, found }: Reading, from: number): number {
  let start = from;
  while (
    start > 0 &&
    words[start]!.gap === 'none' &&
    words[start - 1]!.shape === 'capital' &&
    words[start]!.start - words[start - 1]!.end === 1 &&
    found[found.length - 1]?.start === words[start - 1]!.start
  ) {
    found.pop();
    start--;
  }
  return start;
}

function emitUnknown(reading: Reading, from: number, to: number): void {
  const { words } = reading;
  if (to - from === 1) {
    if (!isNothing(words, from, reading.loud))
      emit(reading, from, to, {}, { sure: !reading.loud && isSure(words, from) });
    return;
  }
  const commons = words.slice(from, to).filter((word) => isCommon(word.key) && !isPersonWord(word)).length;
  if (commons === to - from) return;
  const sure = !reading.loud || (to - from < 5 && scoreForm({ words, from, to }).person >= 3);
  emit(reading, from, to, commons > 0 ? { person: -1 } : {}, { sure });
}

/** A capitalised word alone that names nobody: an initial, a title, a common word, an acronym of a thing. */
function isNothing(words: readonly NameWord[], at: number, loud: boolean): boolean {
  const { text, key, shape } = words[at]!;
  if (text.length < 2 || /^(?:\p{Lu}\.|\p{Lu}\d{1,2}|[IVX]+)$/u.test(text)) return true;
  if (shape === 'capitals' && !loud) return isCommonAcronym(key);
  return isCommon(key) || isTitle(words[at]!) || (ORGANISATION.opens.has(key) && words[at + 1]?.key === 'of');
}

/** A word's capital is its own, not its position's: a singular noun without an article opens no sentence. */
function isSure(words: readonly NameWord[], at: number): boolean {
  const { key, opens, shape, possessive } = words[at]!;
  if (!opens || shape === 'capitals') return true;
  const after = words[at + 1];
  const named =
    possessive || after === undefined || (after.shape === 'mark' && after.text !== ':') || looksFinite(after.key);
  const plural = /[^s]s$/.test(key) && !/(?:lands|isles)$/.test(key) && !possessive;
  return named && !plural && !looksCommon(key);
}

function emit(
  reading: Reading,
  from: number,
  to: number,
  scores: Partial<Scores>,
  how: Pick<NameFound, 'sure' | 'fixed' | 'description'>,
): void {
  const { words, found } = reading;
  const at = { words, from, to };
  const form = addScores(scoreForm(at), scores);
  const context = scoreContext(at);
  found.push({
    start: words[from]!.start,
    end: withoutStop(words[to - 1]!),
    kind: bestKind(addScores(form, context)),
    form,
    context,
    ...how,
    ...(to - from === 1 && words[from]!.text.includes('/') ? { alone: true as const } : {}),
  });
}

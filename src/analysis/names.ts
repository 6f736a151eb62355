// Names of people, organisations, places and nationalities in one passage: where they begin and end, and what in the
// passage speaks for which kind. The document decides in the end (entities.ts).
import { overlaps, type Span } from '../text/span.ts';
import { findEvents } from './events.ts';
import {
  beginsKnown,
  DOMAIN_WORDS,
  EVENT_ENDS,
  FAMILY,
  GIVEN,
  isCommon,
  isCommonAcronym,
  type KnownKind,
  knownKind,
  LONGEST_NAME,
  looksCommon,
  ORGANISATION,
  PLACE,
  TITLE_ENDS,
  TITLE_PARTS,
  WORK_ENDS,
} from './gazetteer/lookup.ts';
import { addScores, NO_SCORES, type Scores, scoreContext, scoreForm } from './nameScores.ts';
import { type NameWord, nameSentences } from './nameWords.ts';
import type { Passage } from './passage.ts';
import type { EntityKind } from './types.ts';
import {
  ARTICLES,
  AUXILIARIES,
  looksFinite,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './words.ts';

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
}

const PARTICLES = new Set(
  'de|da|do|dos|das|di|del|della|du|van|von|der|den|la|le|el|al|bin|ibn|bint|ben|y|e|af|av|ter|ten|zu|zur|ould|wa|binti|abu'.split(
    '|',
  ),
);
const SURNAME_PARTICLES = new Set('van|von|bin|ibn|della|dos|di|de|da|del|du|al|el|ould|ter'.split('|'));
const OWNERS = new Set(
  'people|women|children|workers|farmers|men|veterans|teachers|students|king|queen|st|world|writers|journalists|prime|minister|president|girls|boys|players|employers|lawyers|doctors|patients|consumers|governor|general|mayor|nurses|youth'.split(
    '|',
  ),
);
const NUMBERED = new Set(
  'channel|area|sector|highway|route|radio|terminal|unit|prison|ward|block|camp|zone|canal|formula|france|studio'.split(
    '|',
  ),
);
/** Words before "of" that are no organisation or place by themselves, but begin the name of one. */
const MORE_OPENERS = new Set(
  'bank|house|voice|lord|hall|city|republic|state|states|sea|straits|horn|isles|duchy|principality|sons|children|church|heart|union|friends'.split(
    '|',
  ),
);
const BOTH_HEADS_PLACE = new Set(
  'hospital|museum|mosque|theatre|station|prison|tower|line|field|complex|hotel|library|garden|gardens|region|area|port'.split(
    '|',
  ),
);
/** Longest run of words read as one name. */
const LONGEST_RUN = 14;

/** Finds names of people, organisations, places and nationalities, and event nouns, in one passage. `skip`: spans that are dates. */
export function findNames(passage: Passage, skip: readonly Span[]): NameFound[] {
  const found: NameFound[] = [];
  let first = 0;
  for (const words of nameSentences(passage)) {
    while (first < skip.length && skip[first]!.end <= (words[0]?.start ?? 0)) first++;
    let last = first;
    while (last < skip.length && skip[last]!.start < (words.at(-1)?.end ?? 0)) last++;
    const dates = skip.slice(first, last);
    const names = readSentence(words, dates);
    const events = apartFrom(apartFrom(findEvents(words), dates), names);
    found.push(...names, ...events.map((event): NameFound => ({ ...event, kind: 'event', sure: true })));
  }
  return found.sort(byStart);
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

/** The spans that overlap none of `others`; both in text order. */
function apartFrom(spans: readonly Span[], others: readonly Span[]): Span[] {
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

function readSentence(words: readonly NameWord[], skip: readonly Span[]): NameFound[] {
  const found: NameFound[] = [];
  const loud = isLoud(words);
  const reading = { words, loud, found };
  const dated = datedWords(words, skip);
  let i = 0;
  while (i < words.length) {
    if (dated[i] || !(isNameable(words[i]!) || opensWithParticle(words, i)) || (loud && isHeadlineWord(words, i))) {
      i++;
      continue;
    }
    const to = runEnd(words, i, dated, loud);
    readRun(reading, i, to);
    i = to;
  }
  findOffices(reading);
  return found.sort(byStart);
}

function datedWords(words: readonly NameWord[], skip: readonly Span[]): boolean[] {
  let at = 0;
  return words.map((word) => {
    while (at < skip.length && skip[at]!.end <= word.start) at++;
    return at < skip.length && overlaps(word, skip[at]!);
  });
}

function isLoud(words: readonly NameWord[]): boolean {
  if (words.slice(-2).some(({ text }) => text === '.')) return false;
  const long = words.filter(({ shape, text }) => shape !== 'mark' && shape !== 'number' && text.length > 3);
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
  (!words[i - 1]!.possessive || OWNERS.has(words[i - 1]!.key)) &&
  !words[i]!.opens;

/** A word that has its capital from the headline that it stands in. */
const isHeadlineWord = (words: readonly NameWord[], at: number): boolean =>
  looksCommon(words[at]!.key) && !isTitle(words[at]!) && knownPrefix(words, at, at + LONGEST_NAME) === undefined;

/** "van der Sorv", a surname alone. */
function opensWithParticle(words: readonly NameWord[], at: number): boolean {
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

/** Does a word begin a name that goes on with this preposition: "Bank of", "Council for"? */
const opensWith = (key: string, preposition: string): boolean =>
  ORGANISATION.opens.has(key) || (preposition === 'of' && (PLACE.opens.has(key) || MORE_OPENERS.has(key)));

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

function knownAs(words: readonly NameWord[], from: number, to: number): KnownKind | undefined {
  if (to - from > LONGEST_NAME || from >= to || !beginsKnown(words[from]!.folded)) return undefined;
  if (to - from === 1) return knownKind(words[from]!.text, words[from]!.folded);
  const own = words.slice(from, to);
  return knownKind(own.map(({ text }) => text).join(' '), own.map(({ folded }) => folded).join(' '));
}

interface KnownPrefix {
  readonly kind: KnownKind;
  readonly to: number;
}

/** The longest listed name that begins at `from`. */
function knownPrefix(words: readonly NameWord[], from: number, to: number): KnownPrefix | undefined {
  for (let end = Math.min(to, from + LONGEST_NAME, words.length); end > from; end--) {
    const kind = knownAs(words, from, end);
    if (kind !== undefined) return { kind, to: end };
  }
  return undefined;
}

const isTitle = (word: NameWord): boolean => TITLE_ENDS.has(word.key) && !word.possessive;
/** What being listed counts for: less where the word is a person's name too. */
const listed = (words: readonly NameWord[], from: number, to: number): number =>
  to - from === 1 && isPersonWord(words[from]!) ? 5 : 12;
const isTitlePart = (word: NameWord): boolean => isTitle(word) || (TITLE_PARTS.has(word.key) && !word.possessive);
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
    if (past < end) emitPerson(reading, past, end, start);
    return;
  }
  const head = headKind(words, start, end);
  for (let k = start; k < end - 1; k++) {
    if (!isTitle(words[k]!) || (words[k + 1]!.shape === 'lower' && !PARTICLES.has(words[k + 1]!.key))) continue;
    if (k > start && GIVEN.has(words[start]!.key)) break;
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
  if (opens && isFunctionWord(key)) return true;
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

const isPersonWord = ({ key }: NameWord): boolean => GIVEN.has(key) || FAMILY.has(key);

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
  if (prefix.kind === 'nationality') return !isPersonWord(words[from]!) && !(head === 'place' && to - prefix.to === 1);
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

type HeadKind = 'organisation' | 'place' | 'event' | 'work';

/** The kind that a name's head word gives it: its last word, or the one before "of". */
function headKind(words: readonly NameWord[], from: number, to: number): HeadKind | undefined {
  const last = words[to - 1]!;
  for (let i = from + 1; i < to - 1; i++) {
    if (words[i]!.shape !== 'lower' || !/^(?:of|for|on)$/.test(words[i]!.key)) continue;
    const before = words[i - 1]!.key;
    if (ORGANISATION.opens.has(before) && !BOTH_HEADS_PLACE.has(before)) return 'organisation';
    if (before === 'state' && /^(?:emergency|exception|siege|alarm|affairs)$/.test(last.key)) return 'work';
    if (PLACE.opens.has(before) || ORGANISATION.opens.has(before)) return 'place';
    if (before === 'bank' || before === 'house' || before === 'voice') return 'organisation';
    return MORE_OPENERS.has(before) ? 'place' : undefined;
  }
  const { key } = last;
  const opener = words[from]!.key;
  if (to - from > 1 && /^(?:lake|mount|fort|camp|cape|port|gulf|isle|hotel|ministry|university|team)$/.test(opener))
    return opener === 'ministry' || opener === 'university' || opener === 'team' ? 'organisation' : 'place';
  if (isPersonWord(last) && to - from === 2 && GIVEN.has(opener)) return undefined;
  if (BOTH_HEADS_PLACE.has(key)) return 'place';
  if (ORGANISATION.ends.has(key)) return 'organisation';
  if (PLACE.ends.has(key)) return 'place';
  if (EVENT_ENDS.has(key)) return 'event';
  if (WORK_ENDS.has(key)) return 'work';
  return undefined;
}

function emitUnknown(reading: Reading, from: number, to: number): void {
  const { words } = reading;
  const first = words[from]!;
  if (to - from === 1) {
    if (first.text.length < 2 || /^(?:\p{Lu}\.|\p{Lu}\d{1,2}|[IVX]+)$/u.test(first.text)) return;
    if (first.shape === 'capital' && (isTitle(first) || (TITLE_PARTS.has(first.key) && isCommon(first.key)))) return;
    if (first.shape === 'capitals' && !reading.loud ? isCommonAcronym(first.key) : isCommon(first.key)) return;
    if (ORGANISATION.opens.has(first.key) && words[to]?.key === 'of') return;
    const after = words[to];
    const named = first.possessive || after === undefined || after.shape === 'mark' || looksFinite(after.key);
    const plural = /[^s]s$/.test(first.key) && !/(?:lands|isles)$/.test(first.key) && !first.possessive;
    emit(
      reading,
      from,
      to,
      {},
      {
        sure:
          !reading.loud &&
          (!first.opens || (named && !plural && !looksCommon(first.key)) || first.shape === 'capitals'),
      },
    );
    return;
  }
  const commons = words.slice(from, to).filter((word) => isCommon(word.key) && !isPersonWord(word)).length;
  if (commons === to - from) return;
  const sure = !reading.loud || (to - from < 5 && scoreForm({ words, from, to }).person >= 3);
  emit(reading, from, to, commons > 0 ? { person: -1 } : {}, { sure });
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
  });
}

const withoutStop = ({ text, end }: NameWord): number =>
  /^(?:co|inc|ltd|corp|bros|mont)\.$/i.test(text) ? end - 1 : end;

/** The kind that most speaks for; a person where nothing does. */
export function bestKind(scores: Scores): keyof Scores {
  let best: keyof Scores = 'person';
  for (const kind of ['organisation', 'place', 'nationality'] as const) if (scores[kind] > scores[best]) best = kind;
  return best;
}

const OFFICE_HEADS = new Set(
  'office|ministry|department|agency|committee|council|service|commission|directorate|administration|prosecutor|court'.split(
    '|',
  ),
);
const OFFICE_PARTS = new Set(
  'prosecutor|general|attorney|interior|foreign|health|defence|defense|finance|justice|education|energy|emergencies|emergency|security|national|state|president|presidential|prime|minister|mayor|governor|press|investigative|investigation|border|customs|tax|central|supreme|regional|city|military|chief|public|agriculture|transport|labour|labor|culture|economy|trade|environment|internal|affairs|intelligence'.split(
    '|',
  ),
);

/** Offices in lower case that someone named is of: "Ilmar Sorv of the prosecutor general's office". */
function findOffices({ words, found }: Reading): void {
  const people = new Set(found.filter(({ kind }) => kind === 'person').map(({ end }) => end));
  if (people.size === 0) return;
  words.forEach((word, at) => {
    if (!people.has(word.end)) return;
    const from = officeStart(words, at + 1);
    const to = from === undefined ? 0 : officeEnd(words, from);
    if (from === undefined || to === 0) return;
    const form = { ...NO_SCORES, organisation: 4 };
    const { start } = words[from]!;
    found.push({
      start,
      end: words[to - 1]!.end,
      kind: 'organisation',
      form,
      context: NO_SCORES,
      sure: true,
      fixed: true,
    });
  });
}

/** Past "of the", ", spokesman for the". */
function officeStart(words: readonly NameWord[], after: number): number | undefined {
  let at = words[after]?.text === ',' ? after + 1 : after;
  const last = at + 4;
  while (at < last && words[at]?.shape === 'lower' && !/^(?:of|from|at|for)$/.test(words[at]!.key)) at++;
  return /^(?:of|from|at|for)$/.test(words[at]?.key ?? '') && words[at + 1]?.key === 'the' ? at + 2 : undefined;
}

/** The end of an office's name in lower case that begins at `from`; 0 where there is none. */
function officeEnd(words: readonly NameWord[], from: number): number {
  let at = from;
  while (words[at]?.shape === 'lower' && OFFICE_PARTS.has(words[at]!.key)) at++;
  return at > from && words[at]?.shape === 'lower' && OFFICE_HEADS.has(words[at]!.key) ? at + 1 : 0;
}

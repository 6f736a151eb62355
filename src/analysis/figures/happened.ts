// What happened to the counted: "taken to hospitals", "still missing". Told only where the words can stand alone.
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES, POSSESSIVES, PREPOSITIONS, wordSet } from '../words.ts';
import { closesPhrase, looksPlural } from './countedNoun.ts';

const PASSIVE = wordSet('is are was were be been being has have had got get getting');
/** Between subject and verb; the verb is what is thought, not what is known, after those of `HEDGES`. */
const BETWEEN = wordSet(
  'also still already reportedly allegedly all later since seriously badly severely slightly critically fatally officially confirmed feared believed presumed known to said',
);
const HEDGES =
  wordSet(`still reportedly allegedly seriously badly severely slightly critically fatally officially confirmed
  feared believed presumed known said`);
const STATES = wordSet(
  'dead missing injured wounded hurt homeless stranded trapped hospitalised hospitalized unaccounted infected displaced affected',
);
/** Verbs that a state follows: "remain missing", "were found dead", "left homeless". */
const COPULAS = wordSet('remain remains remained remaining went reported found left declared pronounced');
const PARTICIPLES =
  wordSet(`taken killed shot found sent held given hit hurt lost seen brought caught put built sold stolen
  struck torn broken thrown buried burnt set left laid made paid shown spent cut freed driven born chosen drawn flown`);
const INTRANSITIVE = wordSet(`died fled protested marched rallied gathered voted perished drowned survived
  disappeared returned arrived escaped mobilised mobilized vanished resigned surrendered starved`);
/** What persons do that tells no fate. */
const DOINGS = wordSet('participated suffered attended waited responded');
const ACTIVE =
  wordSet(`killed injured wounded hurt arrested detained rescued evacuated destroyed damaged displaced deployed
  hired fired dismissed evicted hospitalised hospitalized sentenced executed charged deported kidnapped abducted captured freed
  released treated vaccinated infected affected ransacked burned burnt torched seized confiscated shot stranded`);

/** What somebody does, said before those whom it befalls ("killing 12 people"), and how it is said behind them. */
const DOES: ReadonlyMap<string, string> = new Map([
  ...'kill injur wound arrest detain rescu evacuat destroy damag displac infect strand'
    .split(' ')
    .map((stem) => [`${stem}ing`, `${stem}ed`] as const),
  ['hurting', 'hurt'],
  ['kills', 'killed'],
  ['injures', 'injured'],
  ['wounds', 'wounded'],
  ['hurts', 'hurt'],
]);

/** Participles that tell a fate by themselves. */
const FATES =
  wordSet(`killed injured wounded hurt shot stabbed beaten burned burnt poisoned sickened crushed drowned buried
  arrested detained jailed imprisoned charged convicted acquitted sentenced executed hanged beheaded deported expelled
  evicted dismissed sacked suspended reinstated fined banned released freed pardoned kidnapped abducted captured rescued
  saved recovered evacuated relocated displaced hospitalised hospitalized treated vaccinated infected quarantined
  affected stranded trapped destroyed damaged wrecked flattened ruined demolished flooded submerged torched ransacked
  looted seized confiscated stolen lost closed shut cancelled canceled delayed diverted grounded derailed sunk
  overturned repaired rebuilt inspected vandalised vandalized slaughtered culled recalled withdrawn deployed tortured
  raped attacked ambushed murdered assassinated slain massacred identified elected fired laid shelled`);
/** Participles that tell a fate with where to: "taken to hospitals", "brought ashore". */
const MOVES =
  wordSet(`taken brought sent moved transferred flown airlifted rushed carried driven pulled led forced admitted
  returned thrown`);

/** Verbs of what befalls persons alone. */
const PERSONAL =
  wordSet(`killed injured wounded hurt shot stabbed beaten dead died perished drowned arrested detained jailed
  sentenced hospitalised hospitalized treated kidnapped abducted fled homeless missing`);

/** Participles that tell what is thought or planned, or how things stand, not what happened. */
const NO_EVENTS =
  wordSet(`need expected supposed scheduled required based used known called asked allowed estimated reported
  considered compared looked related involved needed described opposed concerned interested located situated entitled
  believed feared thought said set learned resulted vied turned wanted started worked lived moved remained appeared
  seemed belonged waited refused failed tried agreed demanded claimed`);

const isParticiple = (word: string): boolean =>
  !NO_EVENTS.has(word) && (PARTICIPLES.has(word) || MOVES.has(word) || FATES.has(word) || /[a-z]{2}ed$/.test(word));

/** What is said of the counted; `fate` where it tells what became of it, in words that can stand alone. */
export interface Predicate {
  readonly fate?: Span;
  /** It is said of persons alone. */
  readonly ofPersons: boolean;
}

/**
 * Reads the predicate around a figure, or finds none.
 * @param first the figure's first piece
 * @param next the first piece after the counted noun phrase (or after the number)
 * @param end index after the sentence's last piece
 */
export function readPredicate(
  pieces: readonly Token[],
  first: number,
  next: number,
  end: number,
): Predicate | undefined {
  return after(pieces, first, next, end) ?? before(pieces, first);
}

function after(pieces: readonly Token[], first: number, from: number, end: number): Predicate | undefined {
  let at = from;
  if (/^(?:who|which|that)$/.test(pieces[at]?.lower ?? '')) at++;
  const relative = at > from;
  const auxiliary = at;
  while (at < end && PASSIVE.has(pieces[at]!.lower)) at++;
  const passive = at > auxiliary && /^(?:is|are|was|were|be|been|being|got|get)$/.test(pieces[at - 1]!.lower);
  const perfect = at > auxiliary && !passive;
  const between = at;
  while (
    at < end &&
    BETWEEN.has(pieces[at]!.lower) &&
    at < auxiliary + 5 &&
    !(isParticiple(pieces[at]!.lower) && at + 1 >= end)
  )
    at++;
  const copula = COPULAS.has(pieces[at]?.lower ?? '') && STATES.has(pieces[at + 1]?.lower ?? '');
  const verb = copula ? at + 1 : at;
  const piece = pieces[verb];
  if (piece === undefined || verb >= end) return undefined;
  const word = piece.lower;
  const isState = STATES.has(word) && (passive || copula || endsPhrase(pieces, verb + 1, end));
  if (DOINGS.has(word)) return { ofPersons: true };
  if (!INTRANSITIVE.has(word)) {
    if (perfect && !copula) return undefined;
    if (!isState && (!isParticiple(word) || !(passive || endsPhrase(pieces, verb + 1, end)))) return undefined;
  }
  // "None of the 12 was hurt": a predicate after "of the 12" is not theirs, save that of "the 12 hurt".
  const theirs = (!passive && !copula && !INTRANSITIVE.has(word)) || relative || !isPart(pieces, first);
  const last = theirs ? fateEnd(pieces, verb, end, isState) : undefined;
  const ofPersons = PERSONAL.has(word);
  if (last === undefined) return { ofPersons };
  const hedge = pieces.slice(between, at).findIndex(({ lower }) => HEDGES.has(lower));
  const start = hedge >= 0 ? between + hedge : at;
  return { fate: { start: pieces[start]!.start, end: pieces[last]!.end }, ofPersons };
}

/** The last piece of the words that tell a fate, or undefined where they tell none. */
function fateEnd(pieces: readonly Token[], verb: number, end: number, isState: boolean): number | undefined {
  const word = pieces[verb]!.lower;
  if (word === 'unaccounted') return pieces[verb + 1]?.lower === 'for' ? verb + 1 : undefined;
  if (!isState && !INTRANSITIVE.has(word) && !FATES.has(word)) {
    if (!MOVES.has(word)) return undefined;
    const to = destination(pieces, verb, end);
    return to > verb ? to : undefined;
  }
  const other = pieces[verb + 2]?.lower ?? '';
  // "killed or wounded" says of nobody that he was killed.
  const joins = /^(?:and|or)$/.test(pieces[verb + 1]?.lower ?? '') && endsPhrase(pieces, verb + 3, end);
  if (joins && (STATES.has(other) || FATES.has(other))) return verb + 2;
  return isState || INTRANSITIVE.has(word) ? verb : destination(pieces, verb, end);
}

/** "None of the 12", "all but one of the 12", "Not all 12": said of a part. */
function isPart(pieces: readonly Token[], first: number): boolean {
  const word = (back: number): string => pieces[first - back]?.lower ?? '';
  if (word(1) === 'but' || (word(1) === 'all' && word(2) === 'not') || /^(?:not|neither|never)$/.test(word(1)))
    return true;
  const back = ARTICLES.has(word(1)) || POSSESSIVES.has(word(1)) || /^(?:these|those)$/.test(word(1)) ? 2 : 1;
  if (word(back) !== 'of') return false;
  return (
    back === 2 ||
    pieces[first - 3]?.kind === 'number' ||
    /^(?:none|neither|one|two|three|most|some|few|half|any|many|each|either|number|percent|cent|%|)$/.test(word(2))
  );
}

const endsPhrase = (pieces: readonly Token[], at: number, end: number): boolean =>
  at >= end ||
  pieces[at]!.kind === 'mark' ||
  PREPOSITIONS.has(pieces[at]!.lower) ||
  /^(?:and|or|when|after|as|while|since)$/.test(pieces[at]!.lower);

const namesPlace = (piece: Token | undefined): boolean =>
  piece !== undefined &&
  (/^\p{Lu}/u.test(piece.text) ||
    looksPlural(piece.lower) ||
    /^(?:hospital|safety|prison|jail|court|death|work|school)$/.test(piece.lower));

/** The last piece of "taken to hospitals", "brought ashore": the participle, with where to or where from. */
function destination(pieces: readonly Token[], at: number, end: number): number {
  const way = pieces[at + 1]?.lower ?? '';
  if (/^(?:ashore|home|away|back|down|off)$/.test(way) && endsPhrase(pieces, at + 2, end)) return at + 1;
  if (!/^(?:to|into|from|out|off)$/.test(way)) return at;
  let index = at + 2;
  if (pieces[index]?.lower === 'of') index++;
  while (index < end && (ARTICLES.has(pieces[index]!.lower) || POSSESSIVES.has(pieces[index]!.lower))) index++;
  const first = index;
  // "forced to leave": a verb, not a place.
  if (way === 'to' && index === at + 2 && !namesPlace(pieces[index])) return at;
  while (index < end && index < first + 4 && !closesPhrase(pieces[index]!)) index++;
  return index > first ? index - 1 : at;
}

/** "killed 12 people", "killing 12 people", but not "could have killed 12 people". */
function before(pieces: readonly Token[], first: number): Predicate | undefined {
  const piece = pieces[first - 1];
  if (piece === undefined || !(ACTIVE.has(piece.lower) || DOES.has(piece.lower))) return undefined;
  const unreal = pieces
    .slice(Math.max(0, first - 5), first - 1)
    .some(({ lower }) => /^(?:not|never|without|could|would|might|may|should|if|n't|nobody|none)$|n't$/.test(lower));
  const ofPersons = PERSONAL.has(standingBehind(piece.lower));
  return unreal ? { ofPersons } : { fate: { start: piece.start, end: piece.end }, ofPersons };
}

/** The words of a fate as they can stand behind what is counted: "killing" is "killed". */
export const standingBehind = (fate: string): string => DOES.get(fate.toLowerCase()) ?? fate;

const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(?:kill|die|dead|perish)/, 'dead'],
  [/^(?:injur|wound|hurt)/, 'hurt'],
  [/^(?:arrest|detain)/, 'arrested'],
  [/^hospitali/, 'hospitalised'],
  [/^(?:missing|unaccounted)/, 'missing'],
];

/** What the words of a fate come to, however they put it: "feared dead" and "killing" are "dead". */
export function fateOf(fate: string): string {
  const words = standingBehind(fate).toLowerCase().split(/\s+/);
  const word = words.find((one) => !HEDGES.has(one) && !COPULAS.has(one)) ?? '';
  return SAME.find(([form]) => form.test(word))?.[1] ?? word;
}

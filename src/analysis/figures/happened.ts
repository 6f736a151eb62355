// What happened to the counted: "taken to hospitals", "killed". Said only where the wording is plain.
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES, POSSESSIVES, PREPOSITIONS } from '../words.ts';
import { closesPhrase, looksPlural } from './countedNoun.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const PASSIVE = words('is are was were be been being has have had got get getting');
const BETWEEN = words(
  'also still already reportedly allegedly all later since seriously badly severely slightly critically fatally officially confirmed feared believed known to said',
);
const STATES = words(
  'dead missing injured wounded hurt homeless stranded trapped hospitalised hospitalized unaccounted infected displaced affected',
);
const PARTICIPLES =
  words(`taken killed shot found sent held given hit hurt lost seen brought caught put built sold stolen
  struck torn broken thrown buried burnt set left laid made paid shown spent cut freed driven born chosen drawn flown`);
const INTRANSITIVE = words(`died fled protested marched rallied gathered attended voted perished drowned survived
  disappeared returned arrived escaped participated mobilised mobilized vanished resigned surrendered starved suffered`);
const ACTIVE =
  words(`killed injured wounded hurt arrested detained rescued evacuated destroyed damaged displaced deployed
  hired fired dismissed evicted hospitalised hospitalized sentenced executed charged deported kidnapped abducted captured freed
  released treated vaccinated infected affected ransacked burned burnt torched seized confiscated shot claimed stranded
  killing injuring wounding hurting arresting detaining rescuing evacuating destroying damaging displacing deploying
  dismissing evicting deporting kidnapping abducting capturing freeing releasing treating affecting stranding claiming
  seizing`);

/** Participles that tell what is thought or planned, or how things stand, not what happened. */
const NO_EVENTS =
  words(`need expected supposed scheduled required based used known called asked allowed estimated reported
  considered compared looked related involved needed described opposed concerned interested located situated entitled
  believed feared thought said set learned resulted vied turned wanted started worked lived moved remained appeared
  seemed belonged waited refused failed tried agreed demanded claimed`);

const isParticiple = (word: string): boolean =>
  !NO_EVENTS.has(word) && (PARTICIPLES.has(word) || /[a-z]{2}ed$/.test(word));

/**
 * @param first the figure's first piece
 * @param next the first piece after the counted noun phrase (or after the number)
 * @param end index after the sentence's last piece
 */
export function findHappened(pieces: readonly Token[], first: number, next: number, end: number): Span | undefined {
  return after(pieces, next, end) ?? before(pieces, first);
}

function after(pieces: readonly Token[], from: number, end: number): Span | undefined {
  let at = from;
  if (/^(?:who|which|that)$/.test(pieces[at]?.lower ?? '')) at++;
  const auxiliary = at;
  while (at < end && PASSIVE.has(pieces[at]!.lower)) at++;
  const passive = at > auxiliary && /^(?:is|are|was|were|be|been|being|got|get)$/.test(pieces[at - 1]!.lower);
  const perfect = at > auxiliary && !passive;
  while (
    at < end &&
    BETWEEN.has(pieces[at]!.lower) &&
    at < auxiliary + 5 &&
    !(isParticiple(pieces[at]!.lower) && at + 1 >= end)
  )
    at++;
  const piece = pieces[at];
  if (piece === undefined || at >= end) return undefined;
  const word = piece.lower;
  if (INTRANSITIVE.has(word)) return { start: piece.start, end: piece.end };
  if (perfect) return undefined;
  if (STATES.has(word) && (passive || endsPhrase(pieces, at + 1, end))) return { start: piece.start, end: piece.end };
  if (!isParticiple(word) || !(passive || endsPhrase(pieces, at + 1, end))) return undefined;
  return { start: piece.start, end: pieces[destination(pieces, at, end)]!.end };
}

const endsPhrase = (pieces: readonly Token[], at: number, end: number): boolean =>
  at >= end ||
  pieces[at]!.kind === 'mark' ||
  PREPOSITIONS.has(pieces[at]!.lower) ||
  /^(?:and|when|after|as|while|since)$/.test(pieces[at]!.lower);

const namesPlace = (piece: Token | undefined): boolean =>
  piece !== undefined &&
  (/^\p{Lu}/u.test(piece.text) ||
    looksPlural(piece.lower) ||
    /^(?:hospital|safety|prison|jail|court|death|work|school)$/.test(piece.lower));

/** The last piece of "taken to hospitals": the participle, with where to or where from. */
function destination(pieces: readonly Token[], at: number, end: number): number {
  if (!/^(?:to|into|from|out|off)$/.test(pieces[at + 1]?.lower ?? '')) return at;
  let index = at + 2;
  if (pieces[index]?.lower === 'of') index++;
  while (index < end && (ARTICLES.has(pieces[index]!.lower) || POSSESSIVES.has(pieces[index]!.lower))) index++;
  const first = index;
  // "forced to leave": a verb, not a place.
  if (pieces[at + 1]!.lower === 'to' && index === at + 2 && !namesPlace(pieces[index])) return at;
  while (index < end && index < first + 4 && !closesPhrase(pieces[index]!)) index++;
  return index > first ? index - 1 : at;
}

function before(pieces: readonly Token[], first: number): Span | undefined {
  const piece = pieces[first - 1];
  return piece !== undefined && ACTIVE.has(piece.lower) ? { start: piece.start, end: piece.end } : undefined;
}

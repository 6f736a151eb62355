// Whether what a sentence tells of a whole's parts can be: "88 bridges: 54 in Tessin and 34 in Hollen". Only wholes and parts
// that the words themselves tie to each other are held against each other.
import { type Span, wordsOf } from '../../text/span.ts';
import { headNoun, PERSONS } from '../figures/countedNoun.ts';
import { firstFrom } from '../ordered.ts';
import type { Analysis, Figure } from '../types.ts';
import { type NumberTold, numbersTold } from './numbersTold.ts';
import { excludes } from './possible.ts';
import type { Question } from './questions.ts';

/** "12 of the 30", "12 out of 30". */
export const OF_WHOLE = /^\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|these|those|a total of)\s+)?$/i;
/** What opens a list of all parts: "63 people: ", "63 people (", "63 people – ". */
const LIST = /^[^.;:!?"“”()–—]{0,60}(?::|\s[–—-]|—|\()\s*$/;
/** "63 people, 41 of them in …". */
const THEM = /^\s*(?:\p{L}+\s+)?of\s+(?:them|whom|which|those)\b/iu;
const BEFORE_THEM = /^[^.;:!?"“”()]{0,60},\s*$/;
/** Between two parts of one list. */
const NEXT = /^[^.:!?"“”()–—]{0,60}(?:[,;]|\band|&)\s+(?:(?:the|about|some)\s+)?$/;
const LAST = /(?:\band|&)\s+$/;
/** A list that says that it is none of all, or none of parts. */
const OPEN_LIST =
  /\b(?:includ\w*|among|other|others|mostly|mainly|such as|at least|more|each|every|per|a (?:day|week|month|year)|apiece|plus|rest)\b/i;
/** "Of the 12 boats". */
const OF = /\bof\s+(?:(?:the|its|their)\s+)?$/i;
const REST = /\b(?:the|its|their)\s+(?:other|remaining)\s+$/i;
/** Of no whole are more parts looked at. */
const MOST_PARTS = 20;
/** What a sentence with a whole and its parts cannot do without: a list that begins, "of them", "the other 12". */
const TIES =
  /(?:[:(–—]|\s-)\s*(?:\d|\p{Ll}+(?:-\p{Ll}+)?\s(?:of|for|in|at|from|on|to)\b|\p{Ll}{3,5}\s)|\bof\s+(?:them|whom|which|those)\b|\b(?:the|its|their)\s+(?:other|remaining)\s|\bof\s+(?:(?:the|its|their|these|those)\s+)?\d/iu;

/** The wholes whose parts cannot be theirs. */
export function wrongTotals(analysis: Analysis): Question[] {
  const { text, sentences, figures, head } = analysis;
  return sentences.flatMap((sentence) => {
    const first = figures[firstFrom(figures, sentence.start)];
    if (first === undefined || first.start >= sentence.end || sentence.start < head.end) return [];
    if (!TIES.test(wordsOf(text, sentence))) return [];
    const numbers = numbersTold(analysis, sentence);
    return numbers.flatMap((total, at) => {
      if (total.figure === undefined) return [];
      const wrong = partOf(text, numbers, at) ?? listed(text, numbers, at) ?? withRest(text, numbers, at);
      return wrong === undefined ? [] : [wrong];
    });
  });
}

/** More of a whole than it has: "14 of the 12". */
function partOf(text: string, numbers: readonly NumberTold[], at: number): Question | undefined {
  const [part, total] = [numbers[at - 1], numbers[at]!];
  if (part === undefined || !OF_WHOLE.test(between(text, part, total)) || !isPartOf(text, total, part))
    return undefined;
  return ask(total, [part], false);
}

function listed(text: string, numbers: readonly NumberTold[], at: number): Question | undefined {
  const [total, first] = [numbers[at]!, numbers[at + 1]];
  if (first === undefined || !isPartOf(text, total, first)) return undefined;
  const opener = between(text, total, first);
  const isList = LIST.test(opener);
  const isOfThem =
    BEFORE_THEM.test(opener) && THEM.test(text.slice(first.figure?.number.end ?? first.end, first.end + 20));
  if (!isList && !isOfThem) return undefined;
  const parts = [first];
  for (const next of numbers.slice(at + 2, at + MOST_PARTS)) {
    if (!isPartOf(text, total, next) || !NEXT.test(between(text, parts.at(-1)!, next))) break;
    parts.push(next);
  }
  const [secondLast, last] = parts.slice(-2);
  if (last === undefined) return undefined;
  const isAll =
    LAST.test(between(text, secondLast!, last)) &&
    !OPEN_LIST.test(text.slice(total.end, last.end + 30)) &&
    (isList || parts.length > 2);
  return ask(total, parts, isAll);
}

/** "Of the 12 boats, 5 sank and the other 8 …": all parts are told. */
function withRest(text: string, numbers: readonly NumberTold[], at: number): Question | undefined {
  const [before, total] = [numbers[at - 1], numbers[at]!];
  const first = numbers.slice(at + 1, at + MOST_PARTS).find((next) => isPartOf(text, total, next));
  if (first === undefined) return undefined;
  const parts = before !== undefined && OF_WHOLE.test(between(text, before, total)) ? [before] : [];
  const isTied =
    parts.length > 0 ||
    OF.test(text.slice(Math.max(0, total.start - 20), total.start)) ||
    /[;:–—]|\s-\s/.test(between(text, total, first));
  if (!isTied) return undefined;
  for (const next of numbers.slice(at + 1, at + MOST_PARTS)) {
    if (!isPartOf(text, total, next)) continue;
    if (next.value >= total.value) return undefined;
    parts.push(next);
    if (REST.test(text.slice(Math.max(0, next.start - 24), next.start)))
      return parts.length > 1 ? ask(total, parts, true) : undefined;
  }
  return undefined;
}

/** @param isWhole the parts are all there are, so that less than the whole is wrong too */
function ask(total: NumberTold, parts: readonly NumberTold[], isWhole: boolean): Question | undefined {
  const all = {
    low: parts.reduce((sum, { possible }) => sum + possible.low, 0),
    high: parts.reduce((sum, { possible }) => sum + possible.high, 0),
  };
  const exceeds = all.low > total.possible.high;
  if (!excludes(total.possible, all) || !(exceeds || isWhole)) return undefined;
  const sum = Number(parts.reduce((so, { value }) => so + value, 0).toPrecision(12));
  const others = parts.map(({ start, end }) => ({ start, end }));
  return { kind: 'parts', start: total.start, end: total.end, others, sum, exceeds };
}

/** What stands between two numbers; more than this ties nothing together. */
const between = (text: string, one: Span, two: Span): string => text.slice(one.end, Math.min(two.start, one.end + 120));

/** Whether one number can be a part of what another counts: the same money, the same things, or people all of them. */
export function isPartOf(text: string, { figure: whole }: NumberTold, { figure: part }: NumberTold): boolean {
  if (whole === undefined) return false;
  if (part === undefined) return whole.kind === 'count';
  if (whole.kind !== part.kind || whole.unit !== part.unit) return false;
  if (whole.kind === 'money') return true;
  if (whole.kind !== 'count') return false;
  return part.counted === undefined || whole.counted === undefined || areAlike(text, whole, part);
}

function areAlike(text: string, whole: Figure, part: Figure): boolean {
  const [all, some] = [wordsOf(text, whole.counted!).toLowerCase(), wordsOf(text, part.counted!).toLowerCase()];
  return headNoun(all) === headNoun(some) || (PERSONS.test(all) && PERSONS.test(some));
}

// What a cue verb reports: what stands before it, behind it, or on both sides.

import { AUXILIARIES, COORDINATORS, FINITE_VERBS, PREPOSITIONS, SUBJECT_PRONOUNS, WEEKDAYS } from '../words.ts';
import { skipAdjuncts, skipAppositive, startsAdjunct } from './adjuncts.ts';
import { asideStart, cutObject, fronted, nextBoundary, subordinateEnd } from './boundaries.ts';
import { type CueVerb, DOUBTFUL_FORMS } from './cues.ts';
import type { Candidate } from './cueVerbs.ts';
import { beforeVerb, hasVerb, isCapital, phraseAfter, type Range } from './sources.ts';
import {
  BE,
  endOfQuote,
  isWholeQuote,
  lowerAt,
  outside,
  quoteEnds,
  quoteStarts,
  type Stretch,
  skipMarks,
  spansClause,
  startOfQuote,
  trimRange,
} from './stretch.ts';

interface Content {
  readonly parts: readonly Range[];
  readonly side: 'left' | 'right';
  /** Where what belongs to this attribution ends. */
  readonly end: number;
  readonly lead: boolean;
}

export function readContent(
  line: Stretch,
  candidate: Candidate,
  later: readonly Candidate[],
  floor: number,
): Content | undefined {
  const { tokens } = line;
  const takes = (...kinds: CueVerb['takes'][]) => candidate.verbs.some((verb) => kinds.includes(verb.takes));
  let from = candidate.inverted ? (candidate.subject?.last ?? candidate.end) : candidate.end;
  if (candidate.inverted) from = skipAppositive(line, from);
  if (takes('told') && !candidate.inverted) {
    const listener = phraseAfter(tokens, from, line.last);
    if (listener !== undefined && outside(line, listener.first) && !CLAUSE_OPENERS.has(lowerAt(line, listener.first)))
      from = listener.last;
    else if (!takes('clause', 'matter', 'any')) return undefined;
  }
  const right = skipAdjuncts(line, from);
  const left = leftContent(line, candidate, floor);
  const next = skipMarks(line, right);
  const leftQuote =
    left !== undefined &&
    (quoteEnds(line, leftEdge(line, candidate)) ||
      (!outside(line, (left[0]?.last ?? 1) - 1) && !outside(line, left[0]?.first ?? 0))) &&
    !isSetting(line, left);

  if (quoteStarts(line, next) && (next === right || /^[,:—–]$/.test(lowerAt(line, right)))) {
    const quote = quoteFrom(line, next, later);
    if (left !== undefined && leftQuote)
      return { parts: [...left, ...quote], side: 'left', end: quote.at(-1)?.last ?? next, lead: false };
    return { parts: quote, side: 'right', end: quote.at(-1)?.last ?? next, lead: false };
  }
  if (leftQuote && left !== undefined) return { parts: left, side: 'left', end: right, lead: false };
  if (lowerAt(line, right) === ':' && right + 1 >= line.last)
    return { parts: [], side: 'right', end: line.last, lead: true };
  if (takes('voice') && !takes('any', 'clause', 'told', 'matter', 'object')) return undefined;

  const opener = lowerAt(line, right);
  if (CLAUSE_OPENERS.has(opener)) {
    if (
      candidate.verbs.every(({ takes: kind }) => kind === 'object' || kind === 'voice') &&
      candidate.verbs[0]?.lemma !== 'ask'
    ) {
      if (opener !== 'that') return undefined;
    }
    return rightContent(line, opener === 'that' ? right + 1 : right, later, candidate);
  }
  const atEnd = right >= line.last || /^[,;—–)]$/.test(opener);
  if (atEnd) {
    if (left !== undefined && takes('any', 'clause', 'told', 'matter')) {
      if (opener === ',' && isBare(line, left) && resumedAfter(line, left, right, later) === undefined)
        return undefined;
      if (right >= line.last && isBare(line, left)) return undefined;
      if (isLeadingAs(line, candidate)) return rightContent(line, right + 1, later, candidate);
      const resumed = resumedAfter(line, left, right, later);
      return {
        parts: resumed === undefined ? left : [...left, resumed],
        side: 'left',
        end: resumed?.last ?? right,
        lead: false,
      };
    }
    if (isLeadingAs(line, candidate) && opener === ',') return rightContent(line, right + 1, later, candidate);
    return undefined;
  }
  if (startsAdjunct(line, right) && left !== undefined && takes('any', 'clause', 'told') && spansClause(line, left)) {
    return { parts: left, side: 'left', end: right, lead: false };
  }
  if (candidate.helpers.some((word) => BE.has(word)) && candidate.form === 'past') {
    return candidate.verbs[0]?.lemma === 'accuse' ? rightContent(line, right + 1, later, candidate) : undefined;
  }
  const relative = /^(?:which|what)$/.test(lowerAt(line, candidate.begin - 1));
  if (relative && takes('any', 'clause') && right < line.last && !startsAdjunct(line, right)) {
    const rest = rightContent(line, right, later, candidate);
    return rest === undefined
      ? undefined
      : { ...rest, parts: [{ first: candidate.begin - 1, last: candidate.begin }, ...rest.parts] };
  }
  if (!canBeginContent(line, right)) return undefined;
  if (takes('any', 'text'))
    return startsAdjunct(line, right) && !spansClause(line, [{ first: right, last: line.last }])
      ? undefined
      : rightContent(line, right, later, candidate);
  if (
    takes('clause', 'told') &&
    spansClause(line, [{ first: right, last: clauseEnd(line, right) }]) &&
    !startsAdjunct(line, right)
  ) {
    return rightContent(line, right, later, candidate);
  }
  if (
    takes('matter', 'object') &&
    !/^(?:when|after|before|if|once|since|because|until)$/.test(lowerAt(line, candidate.begin - 1)) &&
    !isTitle(line, candidate, right) &&
    (!startsAdjunct(line, right) || opener === 'to' || candidate.verbs.some(({ particle }) => particle !== undefined))
  ) {
    const content = rightContent(line, right, later, candidate);
    return content === undefined ? undefined : { ...content, parts: cutObject(line, content.parts) };
  }
  return undefined;
}

const CLAUSE_OPENERS = new Set(['that', 'whether', 'if', 'how', 'why', 'what', 'who', 'where', 'when']);

/** Where an attribution's own words begin on the left, an "as" before them included. */
function leftEdge(line: Stretch, candidate: Candidate): number {
  const edge = candidate.begin;
  return lowerAt(line, edge - 1) === 'as' && edge - 1 > line.first ? edge - 1 : edge;
}

const isLeadingAs = (line: Stretch, candidate: Candidate): boolean =>
  lowerAt(line, line.first) === 'as' && candidate.begin === line.first + 1;

/** What stands before the attribution and can be its content: up to a comma or a closing mark. */
function leftContent(line: Stretch, candidate: Candidate, floor: number): Range[] | undefined {
  const edge = leftEdge(line, candidate);
  if (
    candidate.borrowed ||
    edge - 1 < floor ||
    lowerAt(line, beforeVerb(line.tokens, candidate.at, floor).at) === 'who'
  )
    return undefined;
  const mark = line.tokens[edge - 1]?.text ?? '';
  let last = edge;
  if (outside(line, edge - 1)) {
    if (!/^[,—–?!]$/.test(mark)) return undefined;
    last = edge - 1;
  }
  let first = floor;
  while (
    first < last &&
    outside(line, first) &&
    line.tokens[first]?.kind === 'mark' &&
    line.tokens[first]?.text !== '('
  )
    first++;
  if (first >= last) return undefined;
  const quoteEnd = endOfQuote(line, first);
  if (
    quoteEnd > first &&
    quoteEnd < last &&
    isWholeQuote(line, quoteEnd - 1) &&
    last - quoteEnd < 10 &&
    !hasVerb(line.tokens, quoteEnd, last)
  )
    last = quoteEnd;
  const quoteStart = startOfQuote(line, last - 1);
  if (quoteStart > first && lowerAt(line, quoteStart - 1) === ':') first = quoteStart;
  if (COORDINATORS.has(lowerAt(line, first)) && floor > line.first) first++;
  return [{ first, last }];
}

/** A phrase with a preposition and no verb: where or when, but not what. */
const isBare = (line: Stretch, [left]: readonly Range[]): boolean =>
  left !== undefined && PREPOSITIONS.has(lowerAt(line, left.first)) && !spansClause(line, [left]);

/** "On Tuesday’s episode of “Dawn,”": a phrase of time or place, though it ends in quotation marks. */
function isSetting(line: Stretch, [left]: readonly Range[]): boolean {
  if (left === undefined || !outside(line, left.first)) return false;
  const opener = lowerAt(line, left.first);
  let quote = left.last - 1;
  while (quote > left.first && !outside(line, quote)) quote--;
  return (
    (PREPOSITIONS.has(opener) || WEEKDAYS.has(opener) || COORDINATORS.has(opener)) &&
    !hasVerb(line.tokens, left.first, quote + 1)
  );
}

/**
 * "The plan, he said, would fail": what goes on after the comma behind the attribution. Not where it tells what the
 * speaker did ("…, he said, adding"), nor where another attribution begins.
 */
function resumedAfter(
  line: Stretch,
  left: readonly Range[],
  comma: number,
  later: readonly Candidate[],
): Range | undefined {
  if (lowerAt(line, comma) !== ',' || comma + 1 >= line.last) return undefined;
  const opener = lowerAt(line, comma + 1);
  if (opener.endsWith('ing') && opener.length > 5 && opener !== 'including' && opener !== 'according') return undefined;
  if (/^(?:who|according|citing|while|but)$/.test(opener) && spansClause(line, left)) return undefined;
  const last = nextBoundary(line, comma + 1, later);
  if (PREPOSITIONS.has(opener) && !hasVerb(line.tokens, comma + 1, last)) return undefined;
  const range = trimRange(line, { first: comma + 1, last });
  return range.last > range.first && last > comma + 1 ? range : undefined;
}

function clauseEnd(line: Stretch, from: number): number {
  let at = from;
  while (at < line.last && !/^[;]$/.test(lowerAt(line, at))) at++;
  return at;
}

/** The quotation at `at`, and what goes on after it in the same clause. */
function quoteFrom(line: Stretch, at: number, later: readonly Candidate[]): Range[] {
  let last = at;
  while (last < line.last && line.inside[last] === line.inside[at]) last++;
  const stop = nextBoundary(line, last, later);
  // Words after the closing mark belong to the content where no comma or stop came before the mark.
  const closed = /^[.,?!]$/.test(line.tokens[last - 2]?.text ?? '') || /^[,.;]$/.test(lowerAt(line, last));
  if (!closed && last < stop && skipAdjuncts(line, last) < stop) return [trimRange(line, { first: at, last: stop })];
  return [{ first: at, last }];
}

function rightContent(
  line: Stretch,
  from: number,
  later: readonly Candidate[],
  candidate: Candidate,
): Content | undefined {
  const last = asideStart(
    line,
    from,
    subordinateEnd(line, from, fronted(line, candidate, later, nextBoundary(line, from, later)), candidate),
  );
  const range = trimRange(line, { first: from, last });
  if (
    range.last - range.first === 1 &&
    /^(?:so|yes|no|it|that|this|as|much|nothing|anything)$/.test(lowerAt(line, range.first))
  )
    return undefined;
  const first = lowerAt(line, range.first);
  if (DOUBTFUL_FORMS.has(lowerAt(line, candidate.at)) && first.length > 4 && first.endsWith('ed')) return undefined;
  if (range.last <= range.first || (range.last - range.first < 2 && candidate.form === 'ing')) return undefined;
  return { parts: [range], side: 'right', end: range.last, lead: false };
}

/** "a programme called Orba Voices": a name is given, nothing is said. */
const isTitle = (line: Stretch, candidate: Candidate, at: number): boolean =>
  candidate.verbs[0]?.lemma === 'call' &&
  (isCapital(line.tokens[at]) || !outside(line, at)) &&
  candidate.form === 'past' &&
  !isCapital(line.tokens[candidate.at - 1]) &&
  !SUBJECT_PRONOUNS.has(lowerAt(line, candidate.at - 1));

function canBeginContent(line: Stretch, at: number): boolean {
  const lower = lowerAt(line, at);
  if (lower === '' || lower === 'no' || lower === 'so' || lower === 'yes')
    return lower === 'no' && hasVerb(line.tokens, at, line.last);
  if (AUXILIARIES.has(lower) || (FINITE_VERBS.has(lower) && !isCapital(line.tokens[at]))) return false;
  if (COORDINATORS.has(lower) || lower === 'by' || lower === 'than') return false;
  return line.tokens[at]?.kind !== 'mark' || !outside(line, at) || line.tokens[at]?.text === '(';
}

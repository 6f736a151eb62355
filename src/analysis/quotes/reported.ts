// What a cue verb reports: what stands before it, behind it, or on both sides.

import { isCapital } from '../../text/tokens.ts';
import {
  AUXILIARIES,
  COORDINATORS,
  FINITE_VERBS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from '../words.ts';
import { skipAdjuncts, skipAppositive, startsAdjunct } from './adjuncts.ts';
import {
  asideStart,
  cutObject,
  fronted,
  nextBoundary,
  relativeEnd,
  subordinateEnd,
  withoutReport,
} from './boundaries.ts';
import { type CueVerb, DENYING, DOUBTFUL_FORMS, REPORTS } from './cues.ts';
import type { Candidate } from './cueVerbs.ts';
import { beforeVerb, hasVerb, phraseAfter, type Range } from './sources.ts';
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

/** An attribution as its readers look at it. */
interface Look {
  readonly line: Stretch;
  readonly candidate: Candidate;
  readonly later: readonly Candidate[];
  /** What stands before the attribution and can be its content. */
  readonly left: readonly Range[] | undefined;
  /** Where the words behind the attribution begin, day, place and listener passed over. */
  readonly right: number;
}

/**
 * What a cue verb reports.
 * @param later the candidates that follow in the stretch
 * @param floor the first token that may belong to it
 */
export function readContent(
  line: Stretch,
  candidate: Candidate,
  later: readonly Candidate[],
  floor: number,
): Content | undefined {
  const from = behindVerb(line, candidate);
  if (from === undefined) return undefined;
  const right = isPromise(line, candidate) ? from : skipAdjuncts(line, from);
  const left = leftContent(line, candidate, floor);
  const look: Look = { line, candidate, later, left, right };
  const next = skipMarks(line, right);
  const isQuotedLeft = endsInQuote(look);
  if (isNaming(line, candidate, next)) return undefined;
  if (quoteStarts(line, next) && (next === right || /^[,:—–]$/.test(lowerAt(line, right)))) {
    const quote = quoteFrom(line, next, later);
    const end = quote.at(-1)?.last ?? next;
    if (left !== undefined && isQuotedLeft) return { parts: [...left, ...quote], side: 'left', end, lead: false };
    return { parts: quote, side: 'right', end, lead: false };
  }
  if (left !== undefined && (isQuotedLeft || isToldBefore(look, from)))
    return { parts: left, side: 'left', end: right, lead: false };
  const opener = lowerAt(line, right);
  if (opener === ':' && right + 1 >= line.last) return { parts: [], side: 'right', end: line.last, lead: true };
  if (takes(candidate, 'voice') && !takes(candidate, 'any', 'clause', 'told', 'matter', 'object')) return undefined;
  if (CLAUSE_OPENERS.has(opener)) return openedClause(look);
  if (right >= line.last || /^[,;—–)]$/.test(opener)) return beforeComma(look);
  if (left !== undefined && startsAdjunct(line, right) && takes(candidate, 'any', 'clause', 'told')) {
    if (spansClause(line, left)) return { parts: left, side: 'left', end: right, lead: false };
  }
  if (isPassive(candidate)) return candidate.inverted ? quotedByAgent(look) : ofAccused(look);
  return afterRelative(look) ?? bareContent(look);
}

const takes = ({ verbs }: Candidate, ...kinds: readonly CueVerb['takes'][]): boolean =>
  verbs.some((verb) => kinds.includes(verb.takes));

const isPassive = ({ helpers, form }: Candidate): boolean => form === 'past' && helpers.some((word) => BE.has(word));

/** Behind the verb, its inverted subject and whoever is told; undefined where a verb of telling tells nobody. */
function behindVerb(line: Stretch, candidate: Candidate): number | undefined {
  if (candidate.inverted) return skipAppositive(line, candidate.subject?.last ?? candidate.end);
  if (!takes(candidate, 'told')) return candidate.end;
  const listener = phraseAfter(line.tokens, candidate.end, line.last);
  if (listener !== undefined && outside(line, listener.first) && !CLAUSE_OPENERS.has(lowerAt(line, listener.first)))
    return listener.last;
  return takes(candidate, 'clause', 'matter', 'any') ? candidate.end : undefined;
}

/** Whether the content on the left is a quotation, or ends with one. */
function endsInQuote({ line, candidate, left }: Look): boolean {
  const [first] = left ?? [];
  if (left === undefined || first === undefined || isSetting(line, left)) return false;
  return quoteEnds(line, leftEdge(line, candidate)) || (!outside(line, first.last - 1) && !outside(line, first.first));
}

/** "The dam broke, Lund said, in a report that …": what goes on behind the occasion is about it. */
function isToldBefore({ line, left, right }: Look, from: number): boolean {
  const [first] = left ?? [];
  if (left === undefined || first === undefined || lowerAt(line, right) !== 'that') return false;
  let comma = from;
  while (comma < right && lowerAt(line, comma) !== ',') comma++;
  const opener = lowerAt(line, first.first);
  return (
    comma < right &&
    lowerAt(line, first.last) === ',' &&
    !PREPOSITIONS.has(opener) &&
    !SUBORDINATORS.has(opener) &&
    spansClause(line, left)
  );
}

/** "… that the dam broke", "… whether it would break". */
function openedClause({ line, candidate, later, right }: Look): Content | undefined {
  const opener = lowerAt(line, right);
  const takesClause =
    takes(candidate, 'any', 'clause', 'told', 'matter', 'text') || candidate.verbs[0]?.lemma === 'ask';
  if (!takesClause && opener !== 'that') return undefined;
  // "said that was not so": not the clause's opener, but its subject.
  const opens = opener === 'that' && !AUXILIARIES.has(lowerAt(line, right + 1));
  const content = rightContent(line, opens ? skipMarks(line, right + 1) : right, later, candidate);
  // "disputed that figure": it points at what was said, and says nothing.
  const isPointed = opener === 'that' && takes(candidate, 'matter', 'object') && content !== undefined;
  const [range] = content?.parts ?? [];
  return isPointed && range !== undefined && range.last - range.first <= 3 && !spansClause(line, [range])
    ? undefined
    : content;
}

/** "The dam, Lund said, would …" and "As Lund said, the dam …". */
function beforeComma({ line, candidate, later, left, right }: Look): Content | undefined {
  const isComma = lowerAt(line, right) === ',';
  if (left === undefined || !takes(candidate, 'any', 'clause', 'told', 'matter')) {
    return isLeadingAs(line, candidate) && isComma ? rightContent(line, right + 1, later, candidate) : undefined;
  }
  const resumed = resumedAfter(line, left, right, later);
  if (isBare(line, left) && (right >= line.last || (isComma && resumed === undefined))) return undefined;
  if (isLeadingAs(line, candidate)) return rightContent(line, right + 1, later, candidate);
  return {
    parts: resumed === undefined ? left : [...left, resumed],
    side: 'left',
    end: resumed?.last ?? right,
    lead: false,
  };
}

/** "was described by Lund as “a relic”": of a passive with the one who spoke, the quoted words. */
function quotedByAgent({ line, later, right }: Look): Content | undefined {
  const at = /^(?:as|of|to be)$/.test(lowerAt(line, right)) ? right + 1 : right;
  if (!quoteStarts(line, at)) return undefined;
  const parts = quoteFrom(line, at, later);
  return { parts, side: 'right', end: parts.at(-1)?.last ?? at, lead: false };
}

/** "was accused of neglect"; no other passive is followed by what is reported. */
function ofAccused({ line, candidate, later, right }: Look): Content | undefined {
  return candidate.verbs[0]?.lemma === 'accuse' ? rightContent(line, right + 1, later, candidate) : undefined;
}

/** "…, which she said would fail": what stands before the attribution, and goes on behind it. */
function afterRelative({ line, candidate, later, right }: Look): Content | undefined {
  if (!/^(?:which|what)$/.test(lowerAt(line, candidate.begin - 1)) || !takes(candidate, 'any', 'clause'))
    return undefined;
  if (startsAdjunct(line, right)) return undefined;
  const rest = rightContent(line, right, later, candidate);
  return rest === undefined
    ? undefined
    : { ...rest, parts: [{ first: candidate.begin - 1, last: candidate.begin }, ...rest.parts] };
}

/** What follows the verb without any mark of where it begins: a clause, or what a verb takes for its object. */
function bareContent({ line, candidate, later, right }: Look): Content | undefined {
  if (!canBeginContent(line, right)) return undefined;
  const isAdjunct = startsAdjunct(line, right);
  if (takes(candidate, 'any', 'text')) {
    return isAdjunct && !spansClause(line, [{ first: right, last: line.last }])
      ? undefined
      : rightContent(line, right, later, candidate);
  }
  const isClause = !isAdjunct && spansClause(line, [{ first: right, last: clauseEnd(line, right) }]);
  if (takes(candidate, 'clause', 'told') && isClause) return rightContent(line, right, later, candidate);
  const takesObject =
    takes(candidate, 'matter', 'object') &&
    !/^(?:when|after|before|if|once|since|because|until)$/.test(lowerAt(line, candidate.begin - 1)) &&
    !isTitle(line, candidate, right) &&
    (!isAdjunct || isDeed(line, candidate, right) || candidate.verbs.some(({ particle }) => particle !== undefined));
  const content = takesObject ? rightContent(line, right, later, candidate) : undefined;
  if (content === undefined) return undefined;
  const parts = cutObject(line, content.parts);
  if (parts.every(({ first, last }) => last - first === 1 && line.tokens[first]?.kind === 'word')) return undefined;
  const weighs = candidate.verbs.some(({ lemma }) => DENYING.has(lemma) || lemma === 'confirm');
  return { ...content, parts: weighs ? parts.map((part) => withoutReport(line, part)) : parts };
}

/** "threatened to leave", "denied knowing of it". */
const isDeed = (line: Stretch, { verbs }: Candidate, at: number): boolean =>
  lowerAt(line, at) === 'to' ||
  (lowerAt(line, at).endsWith('ing') && verbs.some(({ lemma }) => lemma === 'deny' || lemma === 'admit'));

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
  if (/^(?:who|according|citing|while|but|as|when|after|before)$/.test(opener) && spansClause(line, left))
    return undefined;
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
  const within = fronted(line, candidate, later, nextBoundary(line, from, later));
  const last = asideStart(
    line,
    from,
    relativeEnd(line, from, subordinateEnd(line, from, within, candidate), candidate),
  );
  const range = trimRange(line, { first: from, last });
  if (
    range.last - range.first === 1 &&
    /^(?:so|yes|no|it|that|this|as|much|nothing|anything)$/.test(lowerAt(line, range.first))
  )
    return undefined;
  const first = lowerAt(line, range.first);
  if (DOUBTFUL_FORMS.has(lowerAt(line, candidate.at)) && first.length > 4 && first.endsWith('ed')) return undefined;
  if (range.last <= range.first) return undefined;
  if (range.last - range.first === 1 && !takes(candidate, 'any', 'text') && outside(line, range.first))
    return undefined;
  if (isRefusal(line, candidate, range) || isPointing(line, range)) return undefined;
  if (range.last - range.first < 2 && candidate.form === 'ing') return undefined;
  if (asksForSilence(line, candidate, range)) return undefined;
  return { parts: [range], side: 'right', end: range.last, lead: false };
}

/** "rejected the claim": it points at what was said, and says nothing. */
const isPointing = (line: Stretch, { first, last }: Range): boolean =>
  last - first === 2 &&
  /^(?:the|that|this|these|those)$/.test(lowerAt(line, first)) &&
  REPORTS.has(lowerAt(line, first + 1));

/** "vowed to rebuild it". */
const isPromise = (line: Stretch, { verbs, end }: Candidate): boolean =>
  lowerAt(line, end) === 'to' && verbs.some(({ lemma }) => /^(?:vow|pledge|promise|threaten|swear)$/.test(lemma));

/** "denied funding for the dam": not given, rather than not so. */
const isRefusal = (line: Stretch, { verbs }: Candidate, { first }: Range): boolean =>
  verbs[0]?.lemma === 'deny' &&
  /^(?:funding|access|entry|bail|permission|asylum|visas|permits|admission|parole)$/.test(lowerAt(line, first));

/** "asked not to be named": how somebody spoke, not what they said. */
function asksForSilence(line: Stretch, { verbs }: Candidate, { first }: Range): boolean {
  const [opener, next] = [lowerAt(line, first), lowerAt(line, first + 1)];
  if (verbs[0]?.lemma !== 'ask') return false;
  return (
    /^(?:not|anonymity)$/.test(opener) ||
    /^(?:for anonymity|to remain|to stay|(?:that )?(?:his|her|their) (?:names?|identit(?:y|ies)|surnames?))$/.test(
      `${opener} ${next}`,
    )
  );
}

/** "a song called “Rain on Orvel”", "rumours called the “second flood”". */
function isNaming(line: Stretch, { verbs, subject, form }: Candidate, next: number): boolean {
  if (verbs[0]?.lemma !== 'call' || form !== 'past') return false;
  if (quoteStarts(line, next)) return /^(?:a|an)$/.test(lowerAt(line, subject?.first ?? -1));
  if (!/^(?:a|an|the)$/.test(lowerAt(line, next)) || !quoteStarts(line, next + 1)) return false;
  const end = endOfQuote(line, next + 1);
  return end >= line.last || lowerAt(line, end) === ',';
}

/** "a programme called Orba Voices", "a fish called the blind eel": a name is given, nothing is said. */
const isTitle = (line: Stretch, candidate: Candidate, at: number): boolean =>
  candidate.verbs[0]?.lemma === 'call' &&
  candidate.verbs[0].particle === undefined &&
  !hasAnyQuote(line, at) &&
  (lowerAt(line, candidate.at - 1) === 'also' ||
    /^(?:a|an)$/.test(lowerAt(line, candidate.begin)) ||
    /^(?:a|an|for)$/.test(lowerAt(line, at)) ||
    isNamed(line, candidate, at));

const hasAnyQuote = (line: Stretch, from: number): boolean => {
  for (let i = from; i < line.last; i++) if (!outside(line, i)) return true;
  return false;
};

const isNamed = (line: Stretch, candidate: Candidate, at: number): boolean =>
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

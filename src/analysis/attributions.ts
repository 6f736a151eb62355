// One sentence, or several that a quotation holds together: which words report, and what they report.
import type { Token } from '../text/tokens.ts';
import { CUES, type CueForm, type CueVerb, DOUBTFUL_FORMS, OCCASIONS, TEXTS } from './cues.ts';
import type { Quoted } from './quotationMarks.ts';
import { beforeVerb, FAR, hasVerb, isAdverb, isCapital, phraseAfter, type Range, subjectBefore } from './sources.ts';
import {
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  FINITE_VERBS,
  MODALS,
  MONTHS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
} from './words.ts';

/** A stretch of a passage's tokens that holds no quotation in part. */
export interface Unit extends Range {
  readonly tokens: readonly Token[];
  /** For each token of the passage the index in `quoted` of the quotation it stands in; -1 for none. */
  readonly inside: readonly number[];
  readonly quoted: readonly Quoted[];
}

/** Reported speech in token ranges of the passage. */
export interface Attribution {
  readonly parts: readonly Range[];
  readonly cue?: Range;
  readonly speaker?: Range;
  readonly lead?: true;
}

/** A verb that may report, with what stands around it. */
interface Candidate {
  readonly at: number;
  /** After the verb and its particle. */
  readonly end: number;
  readonly verbs: readonly CueVerb[];
  readonly form: CueForm;
  readonly helpers: readonly string[];
  readonly subject?: Range;
  /** The subject stands behind the verb. */
  readonly inverted: boolean;
  /** Where this attribution's own words begin: its subject, or the verb. */
  readonly begin: number;
  /** No subject of its own: "…, adding that", "and said". */
  readonly borrowed: boolean;
}

/** Finds the attributions of one unit, in the order of their cues. */
export function readUnit(unit: Unit): Attribution[] {
  const line = trimmed(unit);
  const found: Attribution[] = [];
  const candidates = findCandidates(line);
  let floor = line.first;
  let speaker: Range | undefined;
  candidates.forEach((candidate, index) => {
    const own =
      candidate.subject ??
      (candidate.borrowed ? (speaker ?? nextSubject(candidates, index) ?? leadingPhrase(line)) : undefined);
    const read = readContent(line, candidate, candidates.slice(index + 1, index + 4), floor);
    if (read === undefined) return;
    if (own === undefined && !candidate.helpers.some((word) => BE.has(word))) return;
    found.push({
      parts: read.parts,
      cue: { first: candidate.at, last: candidate.end },
      ...(own === undefined ? {} : { speaker: own }),
      ...(read.lead ? { lead: true as const } : {}),
    });
    if (own !== undefined) speaker = own;
    if (read.side === 'left' || (candidate.borrowed && candidate.begin === line.first))
      floor = Math.max(floor, read.end);
  });
  const covered = (i: number) => found.some(({ parts }) => parts.some(({ first, last }) => first <= i && i < last));
  found.push(...readAccordingTo(line), ...readColon(line, covered), ...readDash(line, covered));
  found.push(...readFragments(line, covered));
  return found;
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", "'m", 'am']);

/** The unit without the stops that end it. */
function trimmed(unit: Unit): Unit {
  let { first, last } = unit;
  while (last > first && (unit.inside[last - 1] ?? -1) < 0 && /^[.!?;…]+$/.test(unit.tokens[last - 1]?.text ?? ''))
    last--;
  while (
    first < last &&
    (unit.inside[first] ?? -1) < 0 &&
    unit.tokens[first]?.kind === 'mark' &&
    unit.tokens[first]?.text !== '('
  )
    first++;
  return { ...unit, first, last };
}

const outside = (line: Unit, i: number): boolean => (line.inside[i] ?? -1) < 0;
const lowerAt = (line: Unit, i: number): string =>
  i >= line.first && i < line.last ? (line.tokens[i]?.lower ?? '') : '';

/** Whether a quotation begins at token `i`. */
const quoteStarts = (line: Unit, i: number): boolean =>
  i < line.last && !outside(line, i) && line.inside[i] !== line.inside[i - 1];

/** Whether a quotation ends just before token `i`, a comma between passed over. */
function quoteEnds(line: Unit, i: number): boolean {
  if (i - 1 < line.first) return false;
  if (!outside(line, i - 1)) return line.inside[i] !== line.inside[i - 1] && isWholeQuote(line, i - 1);
  return /^[,—–-]$/.test(line.tokens[i - 1]?.text ?? '') && i - 2 >= line.first && !outside(line, i - 2);
}

/** Whether a quotation that ends at token `i` can be all of a content: it ends with a stop, or a sentence begins with it. */
function isWholeQuote(line: Unit, i: number): boolean {
  if (/^(?:[,.?!…;—–-]|\.+)$/.test(line.tokens[i - 1]?.text ?? '')) return true;
  const first = startOfQuote(line, i);
  return i - first > 4 && (first === line.first || lowerAt(line, first - 1) === ':');
}

// ---- which verbs may report -------------------------------------------------------------------------------------------

/** No sentence has more; what goes on beyond is no sentence, and must not take time. */
const MOST_CUES = 24;

function findCandidates(line: Unit): Candidate[] {
  const found: Candidate[] = [];
  let floor = line.first;
  for (let i = line.first; i < line.last; i++) {
    if (!outside(line, i)) {
      floor = i + 1;
      continue;
    }
    const token = line.tokens[i];
    const cue = token === undefined ? undefined : CUES.get(token.lower);
    if (token === undefined || cue === undefined || (isCapital(token) && i > line.first && cue.form !== 'ing'))
      continue;
    const candidate = readCandidate(line, i, cue, floor);
    if (candidate === undefined) continue;
    found.push(candidate);
    if (found.length === MOST_CUES) break;
  }
  return found;
}

function readCandidate(
  line: Unit,
  at: number,
  cue: { readonly form: CueForm; readonly verbs: readonly CueVerb[] },
  floor: number,
): Candidate | undefined {
  const { tokens } = line;
  const lower = tokens[at]?.lower ?? '';
  const withParticle = cue.verbs.filter(({ particle }) => particle !== undefined && matches(line, at + 1, particle));
  const verbs = withParticle.length > 0 ? withParticle : cue.verbs.filter(({ particle }) => particle === undefined);
  if (verbs.length === 0) return undefined;
  const end = at + 1 + (withParticle[0]?.particle?.split(' ').length ?? 0);
  const { at: beforeAt, helpers } = beforeVerb(tokens, at, floor);
  const base = { at, end, verbs, form: cue.form, helpers };
  const passive = helpers.some((word) => BE.has(word)) && cue.form === 'past' && !helpers.includes('having');
  if (passive) return passiveCandidate(line, base, beforeAt);
  if (helpers.some((word) => MODALS.has(word) || word === 'to')) return undefined;
  if (
    cue.form === 'base' &&
    helpers.some((word) => /^(?:do|does|did|don't|doesn't|didn't)$/.test(word)) === false &&
    !pluralCanSay(line, at, floor)
  )
    return undefined;
  const previous = lowerAt(line, at - 1);
  if (cue.form === 'ing' && !helpers.some((word) => BE.has(word))) {
    if (previous === 'as' && /^(?:quoted|cited)$/.test(lowerAt(line, at - 2))) {
      const quotedAs = subjectBefore(tokens, at - 2, floor);
      return quotedAs === undefined
        ? undefined
        : { ...base, subject: quotedAs.subject, inverted: false, begin: quotedAs.subject.first, borrowed: false };
    }
    const opens =
      beforeAt < line.first ||
      /^(?:,|and|while|but|—|–|by|;)$/.test(lowerAt(line, beforeAt)) ||
      !outside(line, beforeAt);
    if (opens)
      return {
        ...base,
        inverted: false,
        begin: beforeAt >= line.first && lowerAt(line, beforeAt) !== ',' ? beforeAt : at,
        borrowed: true,
      };
    if (TEXTS.has(previous) || (isCapital(tokens[at - 1]) && outside(line, at - 1))) {
      const text = subjectBefore(tokens, at, floor);
      if (text !== undefined)
        return { ...base, subject: text.subject, inverted: false, begin: text.subject.first, borrowed: false };
    }
    return undefined;
  }
  const after = invertedSubject(line, at, end, floor, verbs);
  if (after !== undefined) return { ...base, end, subject: after, inverted: true, begin: at, borrowed: false };
  const before = subjectBefore(tokens, at, floor);
  if (before !== undefined && saysSomething(line, before.subject, lower, verbs)) {
    const subject = upToQuote(line, before.subject, floor);
    return { ...base, subject, inverted: false, begin: subject.first, borrowed: false };
  }
  if (before === undefined && cue.form !== 'base' && !DOUBTFUL_FORMS.has(lower)) {
    const bound = lowerAt(line, beforeAt);
    if (bound === 'and' || bound === 'but')
      return {
        ...base,
        inverted: false,
        begin: lowerAt(line, beforeAt - 1) === ',' ? beforeAt - 1 : beforeAt,
        borrowed: true,
      };
  }
  return undefined;
}

/** "“…,” a guide at the Orvel dam says": a short verbless stretch behind a quotation is all subject. */
function upToQuote(line: Unit, subject: Range, floor: number): Range {
  const first = lowerAt(line, floor) === ',' ? floor + 1 : floor;
  if (floor === line.first || outside(line, floor - 1) || subject.first <= first || subject.first > first + 8)
    return subject;
  for (let i = first; i < subject.first; i++) if (line.tokens[i]?.kind === 'mark') return subject;
  return hasVerb(line.tokens, first, subject.first) || !DETERMINERS.has(lowerAt(line, first))
    ? subject
    : { first, last: subject.last };
}

const matches = (line: Unit, at: number, words: string): boolean =>
  words.split(' ').every((word, i) => lowerAt(line, at + i) === word);

function passiveCandidate(
  line: Unit,
  base: Omit<Candidate, 'inverted' | 'begin' | 'borrowed'>,
  beforeAt: number,
): Candidate | undefined {
  const subject = lowerAt(line, beforeAt);
  const lemma = base.verbs[0]?.lemma;
  if (lemma === 'accuse' && lowerAt(line, base.end) === 'of')
    return { ...base, end: base.end, inverted: false, begin: base.at, borrowed: false };
  if (subject !== 'it' || base.verbs.some(({ takes }) => takes === 'told' && lemma !== 'promise')) return undefined;
  return { ...base, inverted: false, begin: beforeAt, borrowed: false };
}

const PLURALS = new Set(
  'police people some many most others both all officials those percent women men half'.split(' '),
);

/** A base form reports only behind a plural or "I", "we", "you", "they". */
function pluralCanSay(line: Unit, at: number, floor: number): boolean {
  const { at: before } = beforeVerb(line.tokens, at, floor);
  const lower = lowerAt(line, before);
  if (/^(?:i|we|you|they|who|police|people|some|many|most|others|both|all|officials|and|those)$/.test(lower))
    return true;
  const plural = (word: string) => /[^s']s$/.test(word) && !/(?:us|is)$/.test(word);
  if (before >= floor && plural(lower)) return true;
  const subject = subjectBefore(line.tokens, at, floor)?.subject;
  if (subject === undefined) return false;
  for (let i = subject.first; i < subject.last; i++) {
    const word = lowerAt(line, i);
    if (word === 'and' || word === 'percent') return true;
    if (PREPOSITIONS.has(word)) return plural(lowerAt(line, i - 1));
  }
  return PLURALS.has(lowerAt(line, subject.last - 1)) || plural(lowerAt(line, subject.last - 1));
}

/** Whether words before a doubtful form are a subject that can speak. */
function saysSomething(line: Unit, subject: Range, lower: string, verbs: readonly CueVerb[]): boolean {
  const { tokens } = line;
  const head = tokens[subject.last - 1];
  if (head === undefined) return false;
  if (
    subject.last - subject.first === 1 &&
    (DETERMINERS.has(head.lower) || POSSESSIVES.has(head.lower)) &&
    !/^(?:this|that|some|many|most|both|all|few|neither|another|each)$/.test(head.lower)
  )
    return false;
  if (verbs.every(({ takes }) => takes === 'text'))
    return TEXTS.has(head.lower) || TEXTS.has(head.lower.replace(/s$/, ''));
  if (head.kind === 'number' && !verbs.some(({ takes }) => takes === 'any')) return false;
  if (!DOUBTFUL_FORMS.has(lower)) return true;
  if (head.lower === "'s" || /'s$/.test(head.lower)) return false;
  return (
    SUBJECT_PRONOUNS.has(head.lower) ||
    isCapital(head) ||
    DETERMINERS.has(tokens[subject.first]?.lower ?? '') ||
    /s$/.test(head.lower) ||
    head.lower === 'police'
  );
}

/** "…," said NAME: the noun phrase behind the verb, where it can be its subject. */
function invertedSubject(
  line: Unit,
  at: number,
  end: number,
  floor: number,
  verbs: readonly CueVerb[],
): Range | undefined {
  const afterQuote = quoteEnds(line, at);
  const afterComma =
    !afterQuote && lowerAt(line, at - 1) === ',' && verbs.some(({ takes }) => takes === 'any' || takes === 'clause');
  if (!afterQuote && !afterComma) return undefined;
  const phrase = phraseAfter(line.tokens, end, line.last);
  if (phrase === undefined || line.tokens[phrase.first]?.lower === 'that' || !outside(line, phrase.first))
    return undefined;
  const next = lowerAt(line, phrase.last);
  const bounded =
    phrase.last >= line.last ||
    !outside(line, phrase.last) ||
    /^[,.;:—–(]$/.test(next) ||
    PREPOSITIONS.has(next) ||
    SUBORDINATORS.has(next) ||
    WEEKDAYS.has(next) ||
    TIME_WORDS.has(next) ||
    next.endsWith('ing') ||
    COORDINATORS.has(next);
  if (afterQuote) return bounded || isCapital(line.tokens[phrase.first]) ? phrase : undefined;
  if (!bounded || !hasVerb(line.tokens, Math.max(floor, at - FAR), at)) return undefined;
  // "Ann Lee, the mayor, said the bridge …": what follows goes on as a clause.
  return hasVerb(line.tokens, phrase.last, Math.min(line.last, phrase.last + FAR)) &&
    !/^[,]$/.test(next) &&
    next !== 'who'
    ? undefined
    : phrase;
}

/** "Asserting that …, he said": the subject of the verb that follows. */
function nextSubject(candidates: readonly Candidate[], index: number): Range | undefined {
  for (const later of candidates.slice(index + 1, index + 3)) if (later.subject !== undefined) return later.subject;
  return undefined;
}

/** The noun phrase that a sentence begins with, as the subject of a verb that does not report. */
function leadingPhrase(line: Unit): Range | undefined {
  if (!outside(line, line.first)) return undefined;
  let first = line.first;
  if (COORDINATORS.has(lowerAt(line, first))) first++;
  if (PREPOSITIONS.has(lowerAt(line, first)) || SUBORDINATORS.has(lowerAt(line, first))) {
    while (first < line.last && lowerAt(line, first) !== ',') first++;
    first++;
  }
  return phraseAfter(line.tokens, first, line.last);
}

// ---- what they report -------------------------------------------------------------------------------------------------

interface Content {
  readonly parts: readonly Range[];
  readonly side: 'left' | 'right';
  /** Where what belongs to this attribution ends. */
  readonly end: number;
  readonly lead: boolean;
}

function readContent(
  line: Unit,
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
function leftEdge(line: Unit, candidate: Candidate): number {
  const edge = candidate.begin;
  return lowerAt(line, edge - 1) === 'as' && edge - 1 > line.first ? edge - 1 : edge;
}

const isLeadingAs = (line: Unit, candidate: Candidate): boolean =>
  lowerAt(line, line.first) === 'as' && candidate.begin === line.first + 1;

/** What stands before the attribution and can be its content: up to a comma or a closing mark. */
function leftContent(line: Unit, candidate: Candidate, floor: number): Range[] | undefined {
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

/** After the quotation that token `i` stands in; `i` itself outside quotations. */
function endOfQuote(line: Unit, i: number): number {
  let last = i;
  while (last < line.last && !outside(line, i) && line.inside[last] === line.inside[i]) last++;
  return last;
}

/** Where the quotation begins that token `i` stands in; `i` itself outside quotations. */
function startOfQuote(line: Unit, i: number): number {
  let first = i;
  while (!outside(line, i) && first > line.first && line.inside[first - 1] === line.inside[i]) first--;
  return first;
}

/** A phrase with a preposition and no verb: where or when, but not what. */
const isBare = (line: Unit, [left]: readonly Range[]): boolean =>
  left !== undefined && PREPOSITIONS.has(lowerAt(line, left.first)) && !spansClause(line, [left]);

/** "On Tuesday’s episode of “Dawn,”": a phrase of time or place, though it ends in quotation marks. */
function isSetting(line: Unit, [left]: readonly Range[]): boolean {
  if (left === undefined || !outside(line, left.first)) return false;
  const opener = lowerAt(line, left.first);
  let quote = left.last - 1;
  while (quote > left.first && !outside(line, quote)) quote--;
  return (
    (PREPOSITIONS.has(opener) || WEEKDAYS.has(opener) || COORDINATORS.has(opener)) &&
    !hasVerb(line.tokens, left.first, quote + 1)
  );
}

const spansClause = (line: Unit, parts: readonly Range[]): boolean =>
  parts.some(({ first, last }) => !outside(line, first) || hasVerb(line.tokens, first, last));

/**
 * "The plan, he said, would fail": what goes on after the comma behind the attribution. Not where it tells what the
 * speaker did ("…, he said, adding"), nor where another attribution begins.
 */
function resumedAfter(
  line: Unit,
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

function clauseEnd(line: Unit, from: number): number {
  let at = from;
  while (at < line.last && !/^[;]$/.test(lowerAt(line, at))) at++;
  return at;
}

/** The quotation at `at`, and what goes on after it in the same clause. */
function quoteFrom(line: Unit, at: number, later: readonly Candidate[]): Range[] {
  let last = at;
  while (last < line.last && line.inside[last] === line.inside[at]) last++;
  const stop = nextBoundary(line, last, later);
  // Words after the closing mark belong to the content where no comma or stop came before the mark.
  const closed = /^[.,?!]$/.test(line.tokens[last - 2]?.text ?? '') || /^[,.;]$/.test(lowerAt(line, last));
  if (!closed && last < stop && skipAdjuncts(line, last) < stop) return [trimRange(line, { first: at, last: stop })];
  return [{ first: at, last }];
}

function rightContent(
  line: Unit,
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

function trimRange(line: Unit, { first, last }: Range): Range {
  let a = first;
  let b = last;
  while (a < b && outside(line, a) && /^[,:;—–]$/.test(line.tokens[a]?.text ?? '')) a++;
  while (
    b > a &&
    outside(line, b - 1) &&
    (/^[,:;—–.]$/.test(line.tokens[b - 1]?.text ?? '') || (COORDINATORS.has(lowerAt(line, b - 1)) && b < line.last))
  )
    b--;
  return { first: a, last: b };
}

/** "Warning that A, Orel said B": what is warned of ends where the main clause's subject begins. */
function fronted(line: Unit, candidate: Candidate, [next]: readonly Candidate[], last: number): number {
  if (!candidate.borrowed || candidate.begin !== line.first || next === undefined) return last;
  return lowerAt(line, next.begin - 1) === ',' ? Math.min(last, next.begin - 1) : last;
}

/** "While Orel said A, B": what is reported ends where the main clause begins. */
function subordinateEnd(line: Unit, from: number, last: number, candidate: Candidate): number {
  if (
    !/^(?:while|although|though|when|after|before|because|since|if|as|once)$/.test(lowerAt(line, candidate.begin - 1))
  )
    return last;
  for (let i = from + 1; i < last - 1; i++) {
    if (!outside(line, i) || lowerAt(line, i) !== ',') continue;
    const next = lowerAt(line, i + 1);
    if (
      !COORDINATORS.has(next) &&
      !SUBORDINATORS.has(next) &&
      !next.endsWith('ing') &&
      hasVerb(line.tokens, i + 1, last)
    )
      return i;
  }
  return last;
}

/** Where a writer's aside ends what is reported: "…,” referring to the vote", " — a plan that …". */
function asideStart(line: Unit, from: number, last: number): number {
  for (let i = from + 2; i < last - 1; i++) {
    if (!outside(line, i)) continue;
    const next = lowerAt(line, i + 1);
    if (/^(?:—|–|--)$/.test(line.tokens[i]?.text ?? '')) {
      let close = i + 1;
      while (close < last && !/^(?:—|–|--)$/.test(line.tokens[close]?.text ?? '')) close++;
      if (close >= last && /^(?:a|an|the)$/.test(next)) return i;
      i = close;
    }
    if (
      i > from &&
      !outside(line, i - 1) &&
      /^[,]$/.test(line.tokens[i - 2]?.text ?? '') &&
      (next.endsWith('ing') || lowerAt(line, i).endsWith('ing') || lowerAt(line, i) === 'according')
    )
      return i;
  }
  return last;
}

/** Where the next attribution of the same sentence takes over from one whose content begins at `from`. */
function nextBoundary(line: Unit, from: number, later: readonly Candidate[]): number {
  for (const next of later) {
    if (next.at <= from) continue;
    if (next.begin <= from) {
      // "Orel, who said A, said B": the second verb shares the subject before both.
      if (lowerAt(line, next.at - 1) === ',') return next.at - 1;
      continue;
    }
    const before = lowerAt(line, next.begin - 1);
    if (
      next.borrowed &&
      (before === ',' || COORDINATORS.has(lowerAt(line, next.begin)) || lowerAt(line, next.begin) === ',')
    )
      return next.begin;
    if (/^(?:but|while|whereas|although|though|;)$/.test(before)) return next.begin - 1;
    if (before === 'and' && lowerAt(line, next.begin - 2) === ',') return next.begin - 2;
    if (/^[,—–]$/.test(before)) {
      const tail = skipAdjuncts(line, next.inverted ? (next.subject?.last ?? next.end) : next.end);
      if (tail >= line.last || /^[,;]$/.test(lowerAt(line, tail)) || startsAdjunct(line, tail)) return next.begin - 1;
    }
    if (next.inverted && /^[,—–]$/.test(lowerAt(line, next.at - 1))) return next.at - 1;
  }
  return accordingBoundary(line, from);
}

/** A trailing ", according to …" is no part of what another cue reports. */
function accordingBoundary(line: Unit, from: number): number {
  for (let i = from + 1; i < line.last - 1; i++) {
    if (outside(line, i) && lowerAt(line, i) === 'according' && lowerAt(line, i + 1) === 'to') return i;
  }
  return line.last;
}

/** A noun phrase alone ends where a new clause begins. */
function cutObject(line: Unit, parts: readonly Range[]): Range[] {
  return parts.map(({ first, last }) => {
    for (let i = first + 1; i < last - 1; i++) {
      if (!outside(line, i) || lowerAt(line, i) !== ',') continue;
      const next = lowerAt(line, i + 1);
      if (
        /^(?:but|while|after|as|when|although|though|because|since|according|and)$/.test(next) ||
        FINITE_VERBS.has(next) ||
        (next.endsWith('ing') && next !== 'including')
      )
        return { first, last: i };
    }
    return { first, last };
  });
}

/** "a programme called Orba Voices": a name is given, nothing is said. */
const isTitle = (line: Unit, candidate: Candidate, at: number): boolean =>
  candidate.verbs[0]?.lemma === 'call' &&
  (isCapital(line.tokens[at]) || !outside(line, at)) &&
  candidate.form === 'past' &&
  !isCapital(line.tokens[candidate.at - 1]) &&
  !SUBJECT_PRONOUNS.has(lowerAt(line, candidate.at - 1));

function canBeginContent(line: Unit, at: number): boolean {
  const lower = lowerAt(line, at);
  if (lower === '' || lower === 'no' || lower === 'so' || lower === 'yes')
    return lower === 'no' && hasVerb(line.tokens, at, line.last);
  if (AUXILIARIES.has(lower) || (FINITE_VERBS.has(lower) && !isCapital(line.tokens[at]))) return false;
  if (COORDINATORS.has(lower) || lower === 'by' || lower === 'than') return false;
  return line.tokens[at]?.kind !== 'mark' || !outside(line, at) || line.tokens[at]?.text === '(';
}

function startsAdjunct(line: Unit, at: number): boolean {
  const lower = lowerAt(line, at);
  if (/^(?:at|up)$/.test(lower) && /^(?:least|most|to)$/.test(lowerAt(line, at + 1))) return false;
  if (lower === 'about' || lower === 'over' || lower === 'around' || lower === 'near')
    return line.tokens[at + 1]?.kind !== 'number';
  return (
    PREPOSITIONS.has(lower) ||
    /^(?:while|as|after|before|when|because|since|although|though|where|who|which|and|but)$/.test(lower) ||
    (lower.endsWith('ing') && lower.length > 5 && outside(line, at))
  );
}

/** How many phrases of time and place are followed one into another. */
const DEEPEST = 3;

/** Goes over what can stand between a cue and its content: addressee, day, place, occasion. */
function skipAdjuncts(line: Unit, from: number): number {
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const next = skipAdjunct(line, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function skipAdjunct(line: Unit, at: number, depth = 0): number {
  if (depth > DEEPEST) return at;
  const lower = lowerAt(line, at);
  if (at >= line.last || !outside(line, at)) return at;
  if (
    WEEKDAYS.has(lower) ||
    /^(?:yesterday|today|tonight|again|separately|too|afterwards|recently|here|there|later|earlier)$/.test(lower)
  ) {
    return /^(?:night|morning|afternoon|evening)$/.test(lowerAt(line, at + 1)) ? at + 2 : at + 1;
  }
  if (/^(?:late|early|last|this|earlier)$/.test(lower)) {
    const next = lowerAt(line, at + 1);
    if (WEEKDAYS.has(next) || /^(?:week|month|year|morning|night|afternoon|evening|weekend|today|this)$/.test(next))
      return next === 'this' ? at + 3 : at + 2;
  }
  if (lower === ',' && isOccasionAfterComma(line, at, depth)) return skipAdjunct(line, at + 1, depth + 1);
  if (
    isAdverb(lower) &&
    lower.endsWith('ly') &&
    (lowerAt(line, at + 1) === 'that' || quoteStarts(line, at + 1) || at + 1 >= line.last)
  )
    return at + 1;
  if (
    !/^(?:in|on|at|during|via|through|to|of|from|with|over|after|by|outside|before|following|near|inside)$/.test(lower)
  )
    return at;
  if (/^(?:least|most)$/.test(lowerAt(line, at + 1))) return at;
  const next = lowerAt(line, at + 1);
  if (WEEKDAYS.has(next)) return skipDate(line, at + 1);
  if (
    (lower === 'on' || lower === 'in') &&
    (MONTHS.has(next) || (line.tokens[at + 1]?.kind === 'number' && MONTHS.has(lowerAt(line, at + 2))))
  )
    return skipDate(line, at + 1);
  const phrase = phraseAfter(line.tokens, at + 1, line.last);
  if (phrase === undefined || !outside(line, phrase.first)) return at;
  let occasion = false;
  for (let i = phrase.first; i < phrase.last; i++) if (OCCASIONS.has(lowerAt(line, i))) occasion = true;
  const end = phrase.last;
  const after = lowerAt(line, end);
  const bounded =
    end >= line.last ||
    after === 'that' ||
    quoteStarts(line, end) ||
    after === ':' ||
    (after === ',' && quoteStarts(line, end + 1));
  if (occasion || bounded || (lower === 'to' && /s$/.test(lowerAt(line, end - 1)))) return end;
  // "in Berlin on Monday that": more of the same before the clause.
  if (PREPOSITIONS.has(after) || WEEKDAYS.has(after)) {
    const further = skipAdjunct(line, end, depth + 1);
    if (
      further > end &&
      (further >= line.last ||
        lowerAt(line, further) === 'that' ||
        WEEKDAYS.has(lowerAt(line, further - 1)) ||
        quoteStarts(line, further))
    )
      return further;
  }
  return at;
}

function isOccasionAfterComma(line: Unit, comma: number, depth: number): boolean {
  const after = skipMarks(line, comma);
  if (!/^(?:in|at|during|on)$/.test(lowerAt(line, after))) return false;
  const end = skipAdjunct(line, after, depth + 1);
  return (
    end > after &&
    (lowerAt(line, end) === ',' || lowerAt(line, end) === 'that') &&
    (lowerAt(line, end) === 'that' || quoteStarts(line, end + 1))
  );
}

/** Over "Monday", "Monday, May 2", "19 July 2020" from its first word. */
function skipDate(line: Unit, from: number): number {
  let at = from;
  while (at < line.last) {
    const lower = lowerAt(line, at);
    const dated =
      WEEKDAYS.has(lower) ||
      MONTHS.has(lower) ||
      (line.tokens[at]?.kind === 'number' &&
        /^\d{1,4}$/.test(lower) &&
        (MONTHS.has(lowerAt(line, at - 1)) || MONTHS.has(lowerAt(line, at + 1)))) ||
      /^(?:morning|night|afternoon|evening)$/.test(lower);
    if (!dated) break;
    at++;
    if (
      lowerAt(line, at) === ',' &&
      (MONTHS.has(lowerAt(line, at + 1)) || /^(?:19|20)\d\d$/.test(lowerAt(line, at + 1)))
    )
      at++;
    if (/^(?:19|20)\d\d$/.test(lowerAt(line, at)) && lowerAt(line, at - 1) === ',') at++;
  }
  return at;
}

function skipMarks(line: Unit, at: number): number {
  let next = at;
  while (next < line.last && outside(line, next) && /^[,:—–-]$/.test(line.tokens[next]?.text ?? '')) next++;
  return next;
}

/** Over ", president of the club," behind an inverted subject. */
function skipAppositive(line: Unit, from: number): number {
  if (lowerAt(line, from) !== ',') return from;
  let end = from + 1;
  while (end < line.last && outside(line, end) && lowerAt(line, end) !== ',') end++;
  const opener = lowerAt(line, from + 1);
  const aside =
    /^(?:who|the|a|an|whose|one|head|president|director|chief)$/.test(opener) ||
    isCapital(line.tokens[from + 1]) ||
    (!PREPOSITIONS.has(opener) &&
      !opener.endsWith('ing') &&
      !COORDINATORS.has(opener) &&
      !SUBORDINATORS.has(opener) &&
      !SUBJECT_PRONOUNS.has(opener));
  return aside ? end : from;
}

// ---- other ways to attribute ------------------------------------------------------------------------------------------

/** "According to X, …", "…, according to X", "In his words, …", "…, per X". */
function readAccordingTo(line: Unit): Attribution[] {
  const found: Attribution[] = [];
  let floor = line.first;
  for (let i = line.first; i < line.last; i++) {
    const source = outside(line, i) ? sourcePhrase(line, i) : undefined;
    if (source === undefined) continue;
    const { cue, speaker, end } = source;
    const left = trimRange(line, { first: floor, last: i });
    const more =
      lowerAt(line, end) === ',' ? trimRange(line, { first: end + 1, last: nextAccording(line, end + 1) }) : undefined;
    const parts: Range[] = [];
    if (left.last <= left.first && more === undefined) {
      const rest = trimRange(line, { first: speaker.last, last: line.last });
      if (spansClause(line, [rest])) parts.push(rest);
    } else if (
      left.last <= left.first &&
      hasVerb(line.tokens, speaker.last, end) &&
      !/ed$/.test(lowerAt(line, speaker.last))
    ) {
      parts.push(trimRange(line, { first: speaker.last, last: line.last }));
    } else if (
      left.last <= left.first ||
      COORDINATORS.has(lowerAt(line, left.last - 1)) ||
      left.last - left.first === 1
    ) {
      if (more !== undefined && more.last > more.first) parts.push(more);
    } else {
      parts.push(left);
      if (more !== undefined && more.last > more.first && !spansClause(line, [left])) parts.push(more);
    }
    if (parts.length > 0) found.push({ parts, cue, speaker });
    i = Math.max(i, end - 1);
    floor = end;
  }
  return found;
}

function nextAccording(line: Unit, from: number): number {
  for (let i = from; i < line.last; i++)
    if (outside(line, i) && lowerAt(line, i) === 'according' && lowerAt(line, i + 1) === 'to') return i;
  return line.last;
}

function sourcePhrase(line: Unit, at: number): { cue: Range; speaker: Range; end: number } | undefined {
  const lower = lowerAt(line, at);
  if (lower === 'according' && lowerAt(line, at + 1) === 'to') {
    const speaker = phraseAfter(line.tokens, at + 2, line.last);
    return speaker === undefined
      ? undefined
      : { cue: { first: at, last: at + 2 }, speaker, end: sourceEnd(line, speaker.last) };
  }
  if (lower === 'in' && (at === line.first || lowerAt(line, at - 1) === ',')) {
    for (let i = at + 2; i < at + 8 && i < line.last; i++) {
      if (lowerAt(line, i) !== 'words') continue;
      let last = i;
      if (lowerAt(line, last - 1) === 'own') last--;
      if (lowerAt(line, i + 1) === 'of') {
        const speaker = phraseAfter(line.tokens, i + 2, line.last);
        return speaker === undefined
          ? undefined
          : { cue: { first: at, last: i + 2 }, speaker, end: sourceEnd(line, speaker.last) };
      }
      if (lowerAt(line, last - 1) === "'s" || lowerAt(line, last - 1) === "'") last--;
      return { cue: { first: at, last: i + 1 }, speaker: { first: at + 1, last }, end: i + 1 };
    }
  }
  if (lower === 'per' && lowerAt(line, at - 1) === ',') {
    const speaker = phraseAfter(line.tokens, at + 1, line.last);
    return speaker === undefined || speaker.last < line.last
      ? undefined
      : { cue: { first: at, last: at + 1 }, speaker, end: speaker.last };
  }
  return undefined;
}

/** Where a source's own words end: at the next comma. */
function sourceEnd(line: Unit, from: number): number {
  let at = from;
  while (at < line.last && !(outside(line, at) && /^[,;—–]$/.test(line.tokens[at]?.text ?? ''))) at++;
  return at;
}

/** "NAME: “…”" */
function readColon(line: Unit, covered: (i: number) => boolean): Attribution[] {
  for (let i = line.first + 1; i < line.last - 1 && i < line.first + 8; i++) {
    if (lowerAt(line, i) !== ':' || !outside(line, i) || !quoteStarts(line, i + 1) || covered(i + 1)) continue;
    const speaker = phraseAfter(line.tokens, line.first, i);
    if (speaker === undefined || speaker.last !== i) return [];
    let last = i + 1;
    while (last < line.last && line.inside[last] === line.inside[i + 1]) last++;
    return [{ parts: [{ first: i + 1, last }], cue: { first: i, last: i + 1 }, speaker }];
  }
  return [];
}

/** "“…” — NAME" */
function readDash(line: Unit, covered: (i: number) => boolean): Attribution[] {
  if (outside(line, line.first) || covered(line.first)) return [];
  let last = line.first;
  while (last < line.last && line.inside[last] === line.inside[line.first]) last++;
  if (!/^(?:[―—–-]|--)$/.test(line.tokens[last]?.text ?? '') || !isCapital(line.tokens[last + 1])) return [];
  const speaker = phraseAfter(line.tokens, last + 1, line.last);
  if (speaker === undefined || (speaker.last < line.last && lowerAt(line, speaker.last) !== ',')) return [];
  return [{ parts: [{ first: line.first, last }], cue: { first: last, last: last + 1 }, speaker }];
}

/** Fewer words than this in quotation marks are a term or a title, not speech. */
const FEWEST_QUOTED = 3;

/** "They branded it “a gift to the few”": quoted words that no known cue reports, as said by the subject of their verb. */
function readFragments(line: Unit, covered: (i: number) => boolean): Attribution[] {
  const found: Attribution[] = [];
  for (let i = line.first; i < line.last; i++) {
    if (!quoteStarts(line, i) || covered(i)) continue;
    let last = i;
    while (last < line.last && line.inside[last] === line.inside[i]) last++;
    if (isSpoken(line, i, last)) {
      const fragment = readFragment(line, i, last);
      if (fragment !== undefined) found.push(fragment);
    }
    i = last - 1;
  }
  return found;
}

/** Several words, and not a title's capitals. */
function isSpoken(line: Unit, first: number, last: number): boolean {
  const words = line.tokens.slice(first, last).filter(({ kind }) => kind === 'word');
  return words.length >= FEWEST_QUOTED && words.some((word, i) => i > 0 && !isCapital(word) && word.text.length > 3);
}

function readFragment(line: Unit, first: number, last: number): Attribution | undefined {
  for (let verb = first - 1; verb > line.first && verb > first - 20; verb--) {
    const lower = lowerAt(line, verb);
    if (!outside(line, verb) || line.tokens[verb]?.kind === 'mark') return undefined;
    if (isCapital(line.tokens[verb]) || AUXILIARIES.has(lower) || !(lower.endsWith('ed') || FINITE_VERBS.has(lower)))
      continue;
    const speaker = subjectBefore(line.tokens, verb, line.first)?.subject;
    if (speaker === undefined) return undefined;
    return { parts: [{ first: verb + 1, last }], cue: { first: verb, last: verb + 1 }, speaker };
  }
  return undefined;
}

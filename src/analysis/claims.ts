// What a document asserts that can be checked: each attributed statement, and each statement of fact of its own.
import { overlaps, type Span, wordsOf } from '../text/span.ts';
import { mapped, type Steps } from '../text/steps.ts';
import { certaintyOf, certaintyOfCue } from './certainty.ts';
import { firstFrom } from './ordered.ts';
import { CUES } from './quotes/cues.ts';
import { findQuoted } from './quotes/quotationMarks.ts';
import { knownPronouns, referencesIn } from './statement.ts';
import type { Analysis, Certainty, Claim, Quote } from './types.ts';
import { looksFinite } from './words.ts';

type Read = Omit<Analysis, 'claims'>;

/** Fewer words than this beside a quote are an attribution, not a statement. */
const FEWEST_WORDS = 6;

/**
 * The assertions that can be checked, in text order: every attributed statement, and the document's own statements
 * of fact (with a figure, a date, or names and a verb), outside quotes. Questions and headings state nothing.
 * @param body the part of the text that is not its head
 */
export function* findClaims(read: Read, body: Span): Steps<Claim[]> {
  const figures = indexed(read.figures.map(({ start, end }, index) => ({ start, end, index })));
  const mentions = indexed(
    read.entities.flatMap(({ mentions: spans }, index) => spans.map(({ start, end }) => ({ start, end, index }))),
  );
  const pronouns = knownPronouns(read.text, read.entities);
  const claim = (parts: readonly Span[], source: Claim['source'], certainty: Certainty): Claim => {
    const quote = source.type === 'quote' ? read.quotes[source.quote] : undefined;
    const inner = source.type === 'quote' ? innerQuotes(read.quotes, source.quote) : [];
    const references = referencesIn(read.text, parts, pronouns, read.entities, quote, inner);
    return {
      span: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
      parts,
      source,
      certainty,
      figures: indicesIn(figures, parts),
      entities: indicesIn(mentions, parts),
      ...(references.length === 0 ? {} : { references }),
    };
  };
  const attributed = yield* mapped(read.quotes, (quote, index) => {
    if (isQuestion(read.text, quote)) return [];
    const told = claim(quote.parts, { type: 'quote', quote: index }, certaintyOfQuote(read.text, quote));
    const isTold =
      told.certainty !== 'asserted' ||
      isStatement(read.text, quote) ||
      (told.figures.length > 0 && !asks(read.text, quote));
    return isTold ? [told] : [];
  });
  const statements = yield* ownStatements(read, body, figures, mentions);
  const own = yield* mapped(statements, (span) =>
    claim([span], { type: 'document' }, certaintyOf(wordsOf(read.text, span))),
  );
  return [...attributed.flat(), ...own].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** How many quotes behind one are looked at for those within it. */
const MOST_INNER = 8;

const innerQuotes = (quotes: readonly Quote[], index: number): Quote[] =>
  quotes
    .slice(index + 1, index + 1 + MOST_INNER)
    .filter(({ type, content }) => type === 'direct' && content.end < (quotes[index]?.content.end ?? 0));

function certaintyOfQuote(text: string, quote: Quote): Certainty {
  const statement = quote.parts.map((part) => wordsOf(text, part)).join(' ');
  const byCue = quote.cue === undefined ? 'asserted' : certaintyOfCue(wordsOf(text, quote.cue), statement);
  return byCue === 'asserted' ? certaintyOf(statement, quote.type === 'indirect') : byCue;
}

/** Nothing but one question: "Is that what you heard?", "asked whether it would", "Asked by reporters about the vote". */
const isQuestion = (text: string, { type, content, cue, speaker }: Quote): boolean => {
  const words = wordsOf(text, content);
  if (type === 'indirect' && cue !== undefined && /^ask(?:s|ed|ing)?$/i.test(wordsOf(text, cue)))
    return speaker === undefined || /^(?:whether|if|who|whom|whose|what|which|when|where|why|how)\s/i.test(words);
  return words.includes('?') && /^[^.!?]*\?["'”’)\]]*$/.test(words.trimEnd());
};

/** "described scenes of panic", "called on him to resign": reported speech, but no statement that can be true or false. */
function isStatement(text: string, { type, cue, parts }: Quote): boolean {
  if (type !== 'indirect' || cue === undefined || !takesObject(wordsOf(text, cue))) return true;
  const start = parts[0]?.start ?? 0;
  return (
    /\b(?:that|whether)\s+$/.test(text.slice(Math.max(0, start - 10), start)) ||
    parts.some((part) => hasFiniteVerb(text, part))
  );
}

/** "called for 40 more boats", "questioned half of the costs": a figure that nobody gives for a fact. */
const asks = (text: string, { type, cue }: Quote): boolean =>
  type === 'indirect' && cue !== undefined && /^(?:call|question|demand|urg|ask|beg|appeal)/i.test(wordsOf(text, cue));

const takesObject = (cue: string): boolean =>
  cue
    .toLowerCase()
    .split(/\s+/)
    .some((word) => CUES.get(word)?.verbs.some(({ takes }) => takes === 'matter' || takes === 'object') === true);

interface Indexed extends Span {
  readonly index: number;
}

const indexed = (spans: readonly Indexed[]): readonly Indexed[] => [...spans].sort((a, b) => a.start - b.start);

/** The indices of what lies within the parts, each once, ascending. */
function indicesIn(spans: readonly Indexed[], parts: readonly Span[]): number[] {
  const found = new Set<number>();
  for (const part of parts) {
    for (let i = firstFrom(spans, part.start); i < spans.length; i++) {
      const span = spans[i];
      if (span === undefined || span.start >= part.end) break;
      if (span.end <= part.end) found.add(span.index);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function holdsAny(spans: readonly Indexed[], { start, end }: Span): boolean {
  for (let i = firstFrom(spans, start); i < spans.length && spans[i]!.start < end; i++)
    if (spans[i]!.end <= end) return true;
  return false;
}

// ---- the document's own statements ------------------------------------------------------------------------------------

function* ownStatements(
  read: Read,
  body: Span,
  figures: readonly Indexed[],
  mentions: readonly Indexed[],
): Steps<Span[]> {
  const { text } = read;
  const dates = indexed(read.dates.map(({ start, end }, index) => ({ start, end, index })));
  const taken = takenByQuotes(read.quotes);
  const statements: Span[] = [];
  for (const [index, sentence] of read.sentences.entries()) {
    if (index % 16 === 15) yield;
    if (sentence.start < body.start || sentence.end > body.end || !states(text, sentence)) continue;
    const free = outsideOf(sentence, taken);
    const whole = free.length === 1 && free[0]?.start === sentence.start && free[0]?.end === sentence.end;
    for (const piece of free) {
      const span = trimmed(text, piece, whole);
      if (!holdsAny(figures, span) && !holdsAny(dates, span) && !(whole && holdsAny(mentions, span))) continue;
      const words = wordsOf(text, span);
      if (!whole && ADJUNCT.test(words)) continue;
      if (!hasWords(words, whole ? 3 : FEWEST_WORDS) || !hasFiniteVerb(text, span)) continue;
      if (whole ? isAttributed(wordsOf(text, sentence)) : !isClauseOfItsOwn(text, piece, sentence)) continue;
      statements.push(span);
    }
  }
  return statements;
}

/** A sentence with a full stop or its like: no question, no heading. */
const states = (text: string, sentence: Span): boolean =>
  /[.!…]["'”’)\]]*$/.test(text.slice(sentence.end - 4, sentence.end));

/** Words of speech or thought: what a sentence with them says is not the document's own. */
const SPEECH =
  /\b(?:said|says?|told|tells|stated|according to|claim(?:s|ed) that|believes?|thinks?|fears? that|reckons?|in (?:his|her|their) (?:view|opinion))\b/i;
const FEWEST_SPOKEN = 3;

/** Whether a sentence that no quote was read in still tells what somebody said or thinks. */
function isAttributed(sentence: string): boolean {
  if (SPEECH.test(sentence)) return true;
  if (!/["“”„«‘’'`]/.test(sentence)) return false;
  return findQuoted(sentence).some(({ start, end }) => {
    const words = sentence.slice(start, end).match(/\p{L}+/gu) ?? [];
    return words.length >= FEWEST_SPOKEN && words.slice(1).some((word) => /^\p{Ll}{4}/u.test(word));
  });
}

/** Whether what quotes leave of a sentence is a clause beside them, and no part of an attribution. */
function isClauseOfItsOwn(text: string, piece: Span, sentence: Span): boolean {
  const words = wordsOf(text, piece);
  const opens =
    piece.start === sentence.start ||
    /^["”’]?\s*(?:;|[,—–]?\s*(?:and|but|while|whereas|although|though)\s)/.test(words);
  const closes =
    /^[.!…\s"”’)\]]*$/.test(text.slice(piece.end, sentence.end)) || /(?:;|\b(?:and|but|while|whereas))\s*$/.test(words);
  return opens && closes && !isAttributed(words);
}

/** What quotes take of the text, attributions included: in order, without overlap. */
function takenByQuotes(quotes: readonly Quote[]): readonly Span[] {
  const taken: Span[] = [];
  const spans = quotes
    .flatMap((quote) => [
      ...quote.parts,
      ...(quote.cue === undefined ? [] : [quote.cue]),
      ...(quote.speaker?.mention === undefined ? [] : [quote.speaker.mention]),
    ])
    .sort((a, b) => a.start - b.start);
  for (const span of spans) {
    const before = taken.at(-1);
    if (before === undefined || before.end < span.start) taken.push(span);
    else if (span.end > before.end) taken[taken.length - 1] = { start: before.start, end: span.end };
  }
  return taken;
}

function outsideOf(span: Span, taken: readonly Span[]): Span[] {
  const free: Span[] = [];
  let start = span.start;
  for (let i = Math.max(0, firstFrom(taken, span.start) - 1); i < taken.length; i++) {
    const next = taken[i];
    if (next === undefined || next.start >= span.end) break;
    if (!overlaps(next, span)) continue;
    if (next.start > start) free.push({ start, end: next.start });
    start = Math.max(start, next.end);
  }
  if (start < span.end) free.push({ start, end: span.end });
  return free;
}

/** Without the marks and spaces at its edges, and where it is a piece of a sentence without a linking word. */
function trimmed(text: string, { start, end }: Span, whole: boolean): Span {
  const words = text.slice(start, end);
  const edge = whole ? /^[\s,;:—–-]*/ : /^(?:[\s,;:—–-]|(?:and|but|while|that)\s)*/i;
  const lead = (edge.exec(words)?.[0].length ?? 0) + (whole ? (LIST_MARK.exec(words)?.[0].length ?? 0) : 0);
  let last = start + words.trimEnd().length;
  if (!whole) last -= /\b(?:and|but|while)$/i.exec(words.trimEnd())?.[0].length ?? 0;
  while (last > start + lead && /[\s,;:.!…—–-]/.test(text[last - 1] ?? '')) last--;
  return { start: start + lead, end: last };
}

const LIST_MARK = /^\s*(?:\d{1,2}[.)]|[*•])\s+/;

/** A piece that only says where, when or how something was said. */
const ADJUNCT =
  /^(?:(?:in|on|at|during|after|before|as|when|who|which|to|by|from|of|for|with|through|via|while|amid)\b|[a-z]+ing\b)|\b(?:in|on|at|to|of|with|by|the|a|an)$/i;

function hasFiniteVerb(text: string, span: Span): boolean {
  for (const [word] of wordsOf(text, span).matchAll(/[\p{L}'’]+/gu))
    if (looksFinite(word.toLowerCase().replace('’', "'"))) return true;
  return false;
}

function hasWords(words: string, fewest: number): boolean {
  const word = /[\p{L}\p{N}]+/gu;
  for (let count = 0; count < fewest; count++) if (!word.test(words)) return false;
  return true;
}

// Which verbs of a stretch may report, each with its subject.

import { isCapital } from '../../text/tokens.ts';
import {
  ARTICLES,
  COORDINATORS,
  DETERMINERS,
  MODALS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
} from '../words.ts';
import { CUES, type CueForm, type CueVerb, DOUBTFUL_FORMS, SHOWING, TEXTS } from './cues.ts';
import { beforeVerb, FAR, hasVerb, phraseAfter, type Range, subjectBefore } from './sources.ts';
import { BE, lowerAt, outside, quoteEnds, type Stretch } from './stretch.ts';

/** A verb that may report, with what stands around it. */
export interface Candidate {
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

/** No sentence has more; what goes on beyond is no sentence, and must not take time. */
const MOST_CUES = 24;

export function findCandidates(line: Stretch): Candidate[] {
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
  line: Stretch,
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
  if (isNoun(line, at)) return undefined;
  if (
    cue.form === 'base' &&
    helpers.some((word) => /^(?:do|does|did|don't|doesn't|didn't)$/.test(word)) === false &&
    !pluralCanSay(line, at, floor)
  )
    return undefined;
  const previous = lowerAt(line, at - 1);
  if (cue.form === 'ing' && isShowing(verbs)) return undefined;
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
  if (cue.form === 'past' && lowerAt(line, end) === 'by' && !helpers.includes('having')) return undefined;
  const after = invertedSubject(line, at, end, floor, verbs);
  if (after !== undefined) return { ...base, end, subject: after, inverted: true, begin: at, borrowed: false };
  const before = subjectBefore(tokens, at, floor);
  if (before !== undefined && saysSomething(line, before.subject, lower, verbs)) {
    const subject = withoutThat(line, upToQuote(line, before.subject, floor));
    return { ...base, subject, inverted: false, begin: subject.first, borrowed: false };
  }
  if (
    before === undefined &&
    (cue.form !== 'base' || lower === 'say') &&
    !isShowing(verbs) &&
    !DOUBTFUL_FORMS.has(lower)
  ) {
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

/** "did not say", "never said", "refused to confirm": nothing was said. */
export function isSilent(line: Stretch, { at, end, verbs }: Candidate): boolean {
  if (verbs[0]?.lemma === 'refuse' && lowerAt(line, end) === 'to' && CUES.has(lowerAt(line, end + 1))) return true;
  for (let i = beforeVerb(line.tokens, at, line.first).at + 1; i < at; i++) {
    if (/^(?:not|never|.*n't)$/.test(lowerAt(line, i))) return true;
  }
  return false;
}

/** "the accused", "rejects reports that", "some reports suggest": a noun by what stands beside it. */
function isNoun(line: Stretch, at: number): boolean {
  const lower = lowerAt(line, at);
  const previous = lowerAt(line, at - 1);
  if ((ARTICLES.has(previous) || POSSESSIVES.has(previous)) && previous !== 'her') return true;
  if (lower === 'advocate' && isCapital(line.tokens[at + 1])) return true;
  if (!DOUBTFUL_FORMS.has(lower) || lower.endsWith('ing') || lower.endsWith('ed')) return false;
  const next = lowerAt(line, at + 1);
  if (CUES.has(next) && CUES.get(next)?.form !== 'ing' && outside(line, at + 1) && !DOUBTFUL_FORMS.has(next))
    return true;
  const before = CUES.get(lowerAt(line, at - 1));
  return (
    before !== undefined &&
    before.form !== 'base' &&
    outside(line, at - 1) &&
    !DOUBTFUL_FORMS.has(lowerAt(line, at - 1))
  );
}

/** "said that Orel’s office had told": behind a word, "that" opens the clause. */
function withoutThat(line: Stretch, subject: Range): Range {
  const { first, last } = subject;
  const opens = last - first > 1 && lowerAt(line, first) === 'that' && line.tokens[first - 1]?.kind === 'word';
  return opens && first > line.first ? { first: first + 1, last } : subject;
}

/** "“…,” a guide at the Orvel dam says": a short verbless stretch behind a quotation is all subject. */
function upToQuote(line: Stretch, subject: Range, floor: number): Range {
  const first = lowerAt(line, floor) === ',' ? floor + 1 : floor;
  if (floor === line.first || outside(line, floor - 1) || subject.first <= first || subject.first > first + 8)
    return subject;
  for (let i = first; i < subject.first; i++) if (line.tokens[i]?.kind === 'mark') return subject;
  return hasVerb(line.tokens, first, subject.first) || !DETERMINERS.has(lowerAt(line, first))
    ? subject
    : { first, last: subject.last };
}

const matches = (line: Stretch, at: number, words: string): boolean =>
  words.split(' ').every((word, i) => lowerAt(line, at + i) === word);

function passiveCandidate(
  line: Stretch,
  base: Omit<Candidate, 'inverted' | 'begin' | 'borrowed'>,
  beforeAt: number,
): Candidate | undefined {
  const subject = lowerAt(line, beforeAt);
  const lemma = base.verbs[0]?.lemma;
  if (lowerAt(line, base.end) === 'by') return toldBy(line, base);
  if (lemma === 'accuse' && lowerAt(line, base.end) === 'of')
    return { ...base, end: base.end, inverted: false, begin: base.at, borrowed: false };
  if (isShowing(base.verbs)) return undefined;
  if (subject !== 'it' || base.verbs.some(({ takes }) => takes === 'told' && lemma !== 'promise')) return undefined;
  return { ...base, inverted: false, begin: beforeAt, borrowed: false };
}

/** "was told by the ministry that": the one behind "by" speaks. */
function toldBy(line: Stretch, base: Omit<Candidate, 'inverted' | 'begin' | 'borrowed'>): Candidate | undefined {
  const by = phraseAfter(line.tokens, base.end + 1, line.last);
  return by === undefined || !outside(line, by.first)
    ? undefined
    : { ...base, subject: by, inverted: true, begin: base.at, borrowed: false };
}

const PLURALS = new Set(
  'police people some many most others both all officials those percent women men half'.split(' '),
);

/** A base form reports only behind a plural or "I", "we", "you", "they". */
function pluralCanSay(line: Stretch, at: number, floor: number): boolean {
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

const isShowing = ([verb]: readonly CueVerb[]): boolean => verb !== undefined && SHOWING.has(verb.lemma);

/** Nouns for what tells its findings. */
const FINDERS = new Set(
  'study studies survey poll inquiry audit investigation review probe court jury tribunal panel auditors polls surveys data figures records research results statistics tests census numbers analysis'.split(
    ' ',
  ),
);

/** Whether words before a doubtful form are a subject that can speak. */
function saysSomething(line: Stretch, subject: Range, lower: string, verbs: readonly CueVerb[]): boolean {
  const { tokens } = line;
  const head = tokens[subject.last - 1];
  if (head === undefined || /^(?:including|amongst|per)$/.test(head.lower)) return false;
  if (
    subject.last - subject.first === 1 &&
    (DETERMINERS.has(head.lower) || POSSESSIVES.has(head.lower)) &&
    !/^(?:some|many|most|both|all|few|neither|another|each)$/.test(head.lower)
  )
    return false;
  if (verbs.every(({ takes }) => takes === 'text'))
    return TEXTS.has(head.lower) || TEXTS.has(head.lower.replace(/s$/, ''));
  // "key accused Orel": an adjective and a noun.
  if (verbs[0]?.lemma === 'accuse' && subject.last - subject.first === 1 && /^\p{Ll}+[^s]$/u.test(head.text))
    return SUBJECT_PRONOUNS.has(head.lower) || PLURALS.has(head.lower);
  if (isShowing(verbs)) {
    return tokens.slice(subject.first, subject.last).some((word) => FINDERS.has(word.lower) || TEXTS.has(word.lower));
  }
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
  line: Stretch,
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
  // "The owners, said Orel, are …": the clause goes on behind the attribution.
  const interrupts =
    next === ',' &&
    verbs[0]?.lemma === 'say' &&
    hasVerb(line.tokens, phrase.last + 1, Math.min(line.last, phrase.last + FAR));
  if (!bounded || !(interrupts || hasVerb(line.tokens, Math.max(floor, at - FAR), at))) return undefined;
  // "Ann Lee, the mayor, said the bridge …": what follows goes on as a clause.
  return hasVerb(line.tokens, phrase.last, Math.min(line.last, phrase.last + FAR)) &&
    !/^[,]$/.test(next) &&
    next !== 'who'
    ? undefined
    : phrase;
}

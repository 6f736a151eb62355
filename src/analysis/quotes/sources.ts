// Who a cue speaks for: the noun phrase beside it, found without a grammar.
import { isCapital, type Token } from '../../text/tokens.ts';
import {
  ARTICLES,
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  FINITE_VERBS,
  looksFinite,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
} from '../words.ts';
import { OCCASIONS, SPEAKER_NOUNS } from './cues.ts';

/** A half-open range of token indices. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** How many tokens a noun phrase, or an aside between commas, is followed over. */
export const FAR = 60;
const LONGEST_PHRASE = 30;
const LONGEST_BRACKET = 12;
/** Nouns that look like participles. */
const EVENTS_IN_ING = new Set(
  'meeting hearing briefing gathering building filing ruling housing banking posting writing listing'.split(' '),
);
const LONGEST_SEGMENT = 18;

const ADVERBS = new Set(
  `also further furthermore additionally then later again just still now even once already previously recently earlier
  once too often sometimes always never first not only simply merely however meanwhile moreover therefore nevertheless
  nonetheless instead thus both soon long twice rather ever since though today yesterday tonight almost all himself herself itself
  themselves himself`.split(/\s+/),
);

export const isAdverb = (lower: string): boolean =>
  ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith('ly') && lower !== 'family' && lower !== 'assembly');

const isTime = (lower: string): boolean => WEEKDAYS.has(lower) || MONTHS.has(lower) || TIME_WORDS.has(lower);

const TIME_NOUNS = new Set(
  'week month year morning afternoon evening night weekend day days weeks months years hours'.split(' '),
);

/** Capitalised at a sentence's start, but no part of a name. */
const isFunctionWord = (lower: string): boolean =>
  PREPOSITIONS.has(lower) ||
  SUBORDINATORS.has(lower) ||
  COORDINATORS.has(lower) ||
  ADVERBS.has(lower) ||
  AUXILIARIES.has(lower);

/** The index of the bracket that opens the one closing at `at`, or `at` where none does within the floor. */
function openingBracket(tokens: readonly Token[], at: number, floor: number): number {
  for (let i = at - 1; i >= floor && i > at - LONGEST_BRACKET; i--)
    if (tokens[i]?.text === '(' || tokens[i]?.text === '[') return i;
  return at;
}

/** Goes left over adverbs, auxiliaries and dates between a verb and its subject; says whether a modal or a "be" stood there. */
export function beforeVerb(
  tokens: readonly Token[],
  verb: number,
  floor: number,
): { at: number; helpers: readonly string[] } {
  const helpers: string[] = [];
  let at = verb - 1;
  for (; at >= floor; at--) {
    const lower = tokens[at]?.lower ?? '';
    if (AUXILIARIES.has(lower) || lower === 'to' || lower === 'not') helpers.push(lower);
    else if (lower === "n't") helpers.push('not');
    else if (isAdverb(lower) && !isCapital(tokens[at])) continue;
    else {
      const skipped = skipTimeLeft(tokens, at, floor);
      if (skipped === at) break;
      at = skipped + 1;
    }
  }
  return { at, helpers };
}

/** Goes left over "on Sunday", "Monday", "this week"; gives the index of the token before it, or `at` itself. */
function skipTimeLeft(tokens: readonly Token[], at: number, floor: number): number {
  const lower = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  let next = at;
  if (isTime(lower)) next = at - 1;
  else if (TIME_NOUNS.has(lower) && (WEEKDAYS.has(before) || /^(?:this|last|earlier|that|same|next)$/.test(before)))
    next = at - 2;
  else if (tokens[at]?.kind === 'number' && MONTHS.has(before)) next = at - 2;
  else if (tokens[at]?.kind === 'number' && MONTHS.has(tokens[at + 1]?.lower ?? '')) next = at - 1;
  if (next === at) return at;
  if (/^(?:on|in|late|early|of|last|by|since|earlier)$/.test(tokens[next]?.lower ?? '')) next--;
  return next < floor - 1 ? at : next;
}

/** The noun phrase that ends at `end` (inclusive), going left no further than `floor`. */
export function phraseBefore(tokens: readonly Token[], end: number, floor: number): Range | undefined {
  let at = end;
  if (tokens[at]?.text === ')' || tokens[at]?.text === ']') at = openingBracket(tokens, at, floor) - 1;
  const head = tokens[at];
  if (at < floor || head === undefined) return undefined;
  if (
    SUBJECT_PRONOUNS.has(head.lower) &&
    !(head.lower === 'one' && at > floor && DETERMINERS.has(tokens[at - 1]?.lower ?? ''))
  ) {
    return { first: at, last: end + 1 };
  }
  if (
    head.kind === 'mark' ||
    head.kind === 'symbol' ||
    (isFunctionWord(head.lower) && !/^(?:all|both|many|most|some|others|past)$/.test(head.lower))
  )
    return undefined;
  if (!isCapital(head) && looksFinite(head.lower) && !modifier(tokens, at, floor)) return undefined;
  let first = at;
  let opened = false;
  for (let i = at; i >= floor && i > at - LONGEST_PHRASE; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    const { lower } = token;
    const before = tokens[i - 1]?.lower ?? '';
    if (opened) {
      // In front of a determiner the phrase goes on only through what binds it to a noun before it.
      const bound = CLOSENESS.test(before) ? (tokens[i - 2]?.lower ?? '') : before;
      if (lower === 'of' || (PREPOSITIONS.has(lower) && speaks(bound) && i - 1 >= floor)) {
        opened = false;
        continue;
      }
      if (/^(?:all|both|half|many|some|most|one|none|each)$/.test(lower)) first = i;
      break;
    }
    if (lower === "'s" || lower === "'" || lower === '-' || lower === '&' || lower === '/' || lower === '–') continue;
    if (lower === '.' && isCapital(tokens[i - 1]) && (tokens[i - 1]?.text.length ?? 9) <= 4 && !token.spaced && i < at)
      continue;
    if (token.text === ')') {
      i = openingBracket(tokens, i, floor);
      if (tokens[i]?.text === ')') break;
      continue;
    }
    if (token.kind === 'mark' || token.kind === 'symbol') break;
    if (DETERMINERS.has(lower)) {
      first = i;
      opened = true;
      continue;
    }
    if (lower === 'of') {
      if (i - 1 < floor || i === at) break;
      continue;
    }
    if (COORDINATORS.has(lower)) {
      if (lower !== 'and' && lower !== 'or') break;
      // "the Disaster and Emergency Authority"
      if (i < at && isCapital(tokens[i - 1]) && isCapital(tokens[i + 1]) && !isTime(before)) continue;
      const left = joinedLeft(tokens, i, floor);
      if (left === undefined) break;
      first = left;
      break;
    }
    if (PREPOSITIONS.has(lower)) {
      if (i < at && i - 1 >= floor && speaks(before)) continue;
      break;
    }
    if (lower === 'one' && (i < at || tokens[i + 1]?.lower === 'of')) {
      first = i;
      break;
    }
    if (isFunctionWord(lower) || SUBJECT_PRONOUNS.has(lower) || isTime(lower)) break;
    if (!isCapital(token) && (FINITE_VERBS.has(lower) || (isAdverb(lower) && i !== at))) break;
    if (!isCapital(token) && looksFinite(lower) && !modifier(tokens, i, floor)) break;
    if (!isCapital(token) && lower.endsWith('ing') && !modifier(tokens, i, floor) && lower.length > 5) break;
    first = i;
  }
  const alone = first === at && !isCapital(head) && at > floor;
  if (alone && /^(?:i|you|he|she|it|we|they|to|not)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  return { first, last: end + 1 };
}

/** What binds somebody without a name to a matter: "a source close to the inquiry". */
const CLOSENESS = /^(?:close|familiar|involved|present|aware|based|briefed)$/;

/** "officials", "economists": the plural of a noun for who speaks, too. */
const speaks = (lower: string): boolean => SPEAKER_NOUNS.has(lower) || SPEAKER_NOUNS.has(lower.replace(/s$/, ''));

/** A participle is a modifier behind a determiner or another modifier ("the affected neighbours"). */
const modifier = (tokens: readonly Token[], at: number, floor: number): boolean =>
  at > floor &&
  (DETERMINERS.has(tokens[at - 1]?.lower ?? '') ||
    tokens[at - 1]?.lower === "'s" ||
    /(?:'s|-)$/.test(tokens[at - 1]?.lower ?? ''));

/** Where a phrase joined by "and" begins, if the phrase before it stands at a boundary of its own. */
function joinedLeft(tokens: readonly Token[], and: number, floor: number): number | undefined {
  for (let i = and - 1, steps = 0; i >= floor && steps < 8; i--, steps++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return undefined;
    const lower = token.lower;
    if (isFunctionWord(lower) && lower !== 'of' && !DETERMINERS.has(lower)) return undefined;
    if (!isCapital(token) && looksFinite(lower)) return undefined;
    const before = tokens[i - 1];
    const atBoundary =
      i === floor ||
      before === undefined ||
      before.lower === 'that' ||
      before.lower === ',' ||
      before.lower === 'but' ||
      before.lower === 'while';
    if (atBoundary && steps < 6) return i;
  }
  return undefined;
}

/** The noun phrase that begins at `first`, up to a boundary or `ceiling` (exclusive). Says what `head` noun it ends with. */
export function phraseAfter(tokens: readonly Token[], first: number, ceiling: number): Range | undefined {
  const start = tokens[first];
  if (start === undefined || first >= ceiling) return undefined;
  if (SUBJECT_PRONOUNS.has(start.lower) && start.lower !== 'one') return { first, last: first + 1 };
  if (/^(?:him|her|them|us|me|it|himself|herself|themselves)$/.test(start.lower) && !isNounLike(tokens[first + 1]))
    return { first, last: first + 1 };
  let at = first;
  let nouns = 0;
  for (; at < ceiling && at < first + LONGEST_PHRASE; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { lower } = token;
    if (lower === "'s" || lower === "'" || lower === '-' || lower === '&' || lower === '/') continue;
    if (
      token.text === '.' &&
      !token.spaced &&
      isCapital(tokens[at - 1]) &&
      (tokens[at - 1]?.text.length ?? 9) <= 4 &&
      isCapital(tokens[at + 1])
    )
      continue;
    if (token.text === '(' && nouns > 0) {
      const close = closingBracket(tokens, at, ceiling);
      if (close === at) break;
      at = close;
      continue;
    }
    if (token.kind === 'mark' || token.kind === 'symbol') break;
    if (DETERMINERS.has(lower)) {
      if (nouns > 0) break;
      continue;
    }
    if (lower === 'of' && nouns > 0) {
      nouns = 0;
      continue;
    }
    if ((lower === 'and' || lower === 'for' || lower === 'at' || lower === 'from') && nouns > 0) {
      if (lower === 'and' ? isCapital(token) || !joinsOn(tokens, at, ceiling) : !bindsOn(tokens, at)) break;
      nouns = 0;
      continue;
    }
    if (nouns > 0 && bindsToMatter(tokens, at)) {
      if (!CLOSENESS.test(lower)) nouns = 0;
      continue;
    }
    if (isTime(lower) && nouns > 0) break;
    if (isFunctionWord(lower) || (SUBJECT_PRONOUNS.has(lower) && lower !== 'one')) break;
    const participle = lower.endsWith('ing') && lower.length > 5 && !EVENTS_IN_ING.has(lower);
    if (nouns > 0 && !isCapital(token) && (looksFinite(lower) || participle)) break;
    nouns++;
  }
  while (at > first && /^(?:of|and|for|at|from|to|with|on|in|-|&|\/)$/.test(tokens[at - 1]?.lower ?? '')) at--;
  const isArticle = at === first + 1 && ARTICLES.has(start.lower);
  return at > first && !isArticle ? { first, last: at } : undefined;
}

const isNounLike = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  !isFunctionWord(token.lower) &&
  !DETERMINERS.has(token.lower) &&
  !looksFinite(token.lower) &&
  !SUBJECT_PRONOUNS.has(token.lower);

/** "and" goes on with a phrase, not with a clause: capitals on both sides, or plain nouns and then an end. */
function joinsOn(tokens: readonly Token[], and: number, ceiling: number): boolean {
  const next = tokens[and + 1];
  if (and + 1 >= ceiling || next === undefined) return false;
  return isNounLike(next) || DETERMINERS.has(next.lower);
}

const bindsOn = (tokens: readonly Token[], at: number): boolean =>
  SPEAKER_NOUNS.has(tokens[at - 1]?.lower ?? '') ||
  (isCapital(tokens[at - 1]) &&
    isCapital(tokens[at + 1]) &&
    tokens[at]?.lower !== 'at' &&
    !isTime(tokens[at + 1]?.lower ?? ''));

/** The words between "a source" and "the inquiry": "close to", "familiar with", "with knowledge of". */
function bindsToMatter(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  const before = tokens[at - 1]?.lower ?? '';
  if (CLOSENESS.test(lower)) return speaks(before) && PREPOSITIONS.has(tokens[at + 1]?.lower ?? '');
  if (CLOSENESS.test(before)) return PREPOSITIONS.has(lower) && speaks(tokens[at - 2]?.lower ?? '');
  return (
    lower === 'with' && speaks(before) && tokens.slice(at + 1, at + 3).some((token) => token.lower === 'knowledge')
  );
}

function closingBracket(tokens: readonly Token[], at: number, ceiling: number): number {
  for (let i = at + 1; i < ceiling && i < at + LONGEST_BRACKET; i++)
    if (tokens[i]?.text === ')' || tokens[i]?.text === ']') return i;
  return at;
}

/** Whether the range holds a finite verb, as far as form shows. */
export function hasVerb(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined || (isCapital(token) && i > first)) continue;
    if (!looksFinite(token.lower)) continue;
    // "Khaled": a name, where a sentence begins with it.
    if (isCapital(token) && !AUXILIARIES.has(token.lower) && !FINITE_VERBS.has(token.lower)) continue;
    if (token.lower === "'s" && !/^(?:he|she|it|that|there|who|what|here)$/.test(tokens[i - 1]?.lower ?? '')) continue;
    if (token.lower.endsWith('ed') && !FINITE_VERBS.has(token.lower) && DETERMINERS.has(tokens[i - 1]?.lower ?? ''))
      continue;
    return true;
  }
  return false;
}

/** Words that an aside between commas opens with, where it is not a noun phrase. */
const ASIDE =
  /^(?:who|whose|which|whom|where|speaking|according|including|citing|in|on|at|during|after|before|while|when|from|for|with|as|by|asked|quoting|responding|referring|like|via|through|along|formerly|now|then|also|however|meanwhile|too|though)$/;

/**
 * The subject of the verb at `verb`: the noun phrase before it, with asides between commas passed over.
 * @param floor the first token that may belong to it
 */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  floor: number,
): { readonly subject: Range; readonly helpers: readonly string[] } | undefined {
  const { at: end, helpers } = beforeVerb(tokens, verb, floor);
  if (end < floor) return undefined;
  const token = tokens[end];
  if (token === undefined) return undefined;
  if (token.lower === 'who') {
    const stop = tokens[end - 1]?.lower === ',' ? end - 2 : end - 1;
    const subject = phraseBefore(tokens, stop, floor);
    return subject === undefined ? undefined : { subject, helpers };
  }
  if (token.text !== ',' && token.text !== '—' && token.text !== '–') {
    const subject = beforeRelative(tokens, beforeOccasion(tokens, phraseBefore(tokens, end, floor), floor), floor);
    return subject === undefined ? undefined : { subject, helpers };
  }
  const subject = beforeAsides(tokens, end, floor);
  return subject === undefined ? undefined : { subject, helpers };
}

/** How many words of a relative clause are gone back over to its "who". */
const LONGEST_RELATIVE = 8;

/** "Orel, who wrote the bill said" without its comma: the subject before "who". */
function beforeRelative(tokens: readonly Token[], phrase: Range | undefined, floor: number): Range | undefined {
  if (phrase === undefined) return undefined;
  for (let i = phrase.first - 1; i > floor && i >= phrase.first - LONGEST_RELATIVE; i--) {
    if (tokens[i]?.kind === 'mark') break;
    if (tokens[i]?.lower !== 'who' || !hasVerb(tokens, i + 1, phrase.first)) continue;
    return phraseBefore(tokens, tokens[i - 1]?.text === ',' ? i - 2 : i - 1, floor) ?? phrase;
  }
  return phrase;
}

/** "Orel in a post on Friday said": the subject before the occasion, where the phrase beside the verb is one. */
function beforeOccasion(tokens: readonly Token[], phrase: Range | undefined, floor: number): Range | undefined {
  let subject = phrase;
  for (let steps = 0; steps < 3 && subject !== undefined; steps++) {
    const preposition = tokens[subject.first - 1]?.lower ?? '';
    if (subject.first - 1 <= floor || !/^(?:in|at|on|during|via|through)$/.test(preposition)) break;
    const { at } = beforeVerb(tokens, subject.first - 1, floor);
    const before = at < floor ? undefined : phraseBefore(tokens, at, floor);
    const occasion = tokens.slice(subject.first, subject.last).some(({ lower }) => OCCASIONS.has(lower));
    const chained =
      before !== undefined && tokens.slice(before.first, before.last).some(({ lower }) => OCCASIONS.has(lower));
    if (before === undefined || !(occasion || chained)) break;
    subject = before;
  }
  return subject;
}

/** "Lund, a farmer who lost her house, said": behind a name, a noun phrase whose only verb is in its relative clause. */
function isAppositive(tokens: readonly Token[], first: number, end: number, floor: number): boolean {
  if (!/^(?:a|an|the|one)$/.test(tokens[first]?.lower ?? '') || first - 2 < floor || tokens[first - 1]?.text !== ',')
    return false;
  if (!isCapital(tokens[first - 2])) return false;
  for (let i = first; i < end; i++) {
    if (/^(?:who|which|that|whose|whom)$/.test(tokens[i]?.lower ?? '')) return !hasVerb(tokens, first, i);
  }
  return false;
}

/** The noun phrase in front of one or more asides that end with the comma at `comma`. */
function beforeAsides(tokens: readonly Token[], comma: number, floor: number): Range | undefined {
  let best: Range | undefined;
  let end = comma;
  for (let segments = 0; segments < 6; segments++) {
    let start = end - 1;
    while (start >= floor && start > end - FAR && !/^[,—–]$/.test(tokens[start]?.text ?? '')) start--;
    const first = start + 1;
    if (first >= end) break;
    const opener = tokens[first]?.lower ?? '';
    const relative = /^(?:who|whose|which|whom)$/.test(opener);
    const isPassive = opener.endsWith('ed') && tokens[first + 1]?.lower === 'by';
    const aside = isPassive || ASIDE.test(opener) || opener.endsWith('ing') || tokens[first]?.kind === 'number';
    if (
      !aside &&
      !isAppositive(tokens, first, end, floor) &&
      (hasVerb(tokens, first, end) || end - first > LONGEST_SEGMENT)
    ) {
      // A clause: the phrase that it ends with, if nothing nearer was found.
      best ??= phraseBefore(tokens, end - 1, first);
      break;
    }
    // "But Orel, head of the board, said".
    const own = COORDINATORS.has(opener) ? first + 1 : first;
    if (!aside && !relative) best = phraseAfter(tokens, own, end) ?? best;
    if (start < floor) break;
    end = start;
  }
  return best;
}

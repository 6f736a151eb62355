// Attribution without a reporting verb: "according to", "in his words", a colon, a dash, or quoted words alone.

import { isCapital } from '../../text/tokens.ts';
import { ARTICLES, AUXILIARIES, COORDINATORS, FINITE_VERBS, PREPOSITIONS } from '../words.ts';
import { skipAppositive } from './adjuncts.ts';
import type { Attribution } from './attributions.ts';
import { CUES } from './cues.ts';
import { hasVerb, phraseAfter, type Range, subjectBefore } from './sources.ts';
import { BE, lowerAt, outside, quoteStarts, type Stretch, spansClause, trimRange } from './stretch.ts';

/** "According to X, …", "…, according to X", "In his words, …", "…, per X". */
export function readAccordingTo(line: Stretch): Attribution[] {
  const found: Attribution[] = [];
  let floor = line.first;
  for (let i = line.first; i < line.last; i++) {
    const source = outside(line, i) ? sourcePhrase(line, i) : undefined;
    if (source === undefined) continue;
    const { cue, speaker, end } = source;
    const relative = /^(?:who|whose)$/.test(lowerAt(line, end + 1)) ? skipAppositive(line, end) : end;
    // "A; according to Orel, B": a new statement.
    if (lowerAt(line, i - 1) === ';') floor = i;
    const left = trimRange(line, { first: floor, last: i });
    const more =
      lowerAt(line, relative) === ','
        ? trimRange(line, { first: relative + 1, last: nextSource(line, relative + 1) })
        : undefined;
    const parts: Range[] = [];
    if (lowerAt(line, left.last - 1) === 'that' && more !== undefined) {
      // "Lund said that, according to police, …"
      parts.push(more);
    } else if (left.last <= left.first && more === undefined) {
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
      if (more !== undefined && more.last > more.first && (!spansClause(line, [left]) || breaksOff(line, left)))
        parts.push(more);
    }
    if (parts.length > 0) found.push({ parts, cue, speaker });
    i = Math.max(i, end - 1);
    floor = end;
  }
  return found;
}

/** "One child was, according to …, among the dead": the verb wants what follows. */
function breaksOff(line: Stretch, { first, last }: Range): boolean {
  const end = lowerAt(line, last - 1);
  if (AUXILIARIES.has(end) || PREPOSITIONS.has(end)) return true;
  let comma = last - 1;
  while (comma > first && lowerAt(line, comma) !== ',') comma--;
  return /^(?:who|which|whose)$/.test(lowerAt(line, comma + 1)) && !hasVerb(line.tokens, first, comma);
}

function nextSource(line: Stretch, from: number): number {
  for (let i = from; i < line.last; i++) {
    const isSource =
      lowerAt(line, i) === 'in'
        ? sourcePhrase(line, i) !== undefined
        : lowerAt(line, i) === 'according' && lowerAt(line, i + 1) === 'to';
    if (isSource && outside(line, i)) return i;
  }
  return line.last;
}

function sourcePhrase(line: Stretch, at: number): { cue: Range; speaker: Range; end: number } | undefined {
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
      if (/^(?:other|few|many|so|some)$/.test(lowerAt(line, i - 1))) return undefined;
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
function sourceEnd(line: Stretch, from: number): number {
  let at = from;
  while (at < line.last && !(outside(line, at) && /^[,;—–]$/.test(line.tokens[at]?.text ?? ''))) at++;
  return at;
}

/** "NAME: “…”" */
export function readColon(line: Stretch, covered: (i: number) => boolean): Attribution[] {
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
export function readDash(line: Stretch, covered: (i: number) => boolean): Attribution[] {
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
/** So many are speech, wherever they stand. */
const PLAINLY_SPOKEN = 5;

/**
 * Quoted words that no known cue reports, as said by the subject of the verb beside them: "They branded it “a gift to the
 * few”", "Orel hit back: “…”", "“Go home,” came the cry".
 */
export function readFragments(line: Stretch, covered: (i: number) => boolean): Attribution[] {
  const found: Attribution[] = [];
  for (let i = line.first; i < line.last; i++) {
    if (!quoteStarts(line, i)) continue;
    let last = i;
    while (last < line.last && line.inside[last] === line.inside[i]) last++;
    if (!covered(i)) {
      const fragment = readFragment(line, i, last);
      if (fragment !== undefined) found.push(fragment);
    }
    i = last - 1;
  }
  return found;
}

function readFragment(line: Stretch, first: number, last: number): Attribution | undefined {
  const words = line.tokens.slice(first, last).filter(({ kind }) => kind === 'word');
  // Not a title's capitals.
  if (words.length < FEWEST_QUOTED || !words.some((word, i) => i > 0 && !isCapital(word) && word.text.length > 3))
    return undefined;
  const quote = { first, last };
  const before = first - 1 < line.first ? '' : lowerAt(line, first - 1);
  const isSentence = /^(?:[,.?!…]|\.+)$/.test(line.tokens[last - 2]?.text ?? '');
  const isLong = words.length >= PLAINLY_SPOKEN;
  const isClosed = isSentence || last >= line.last || /^[.,;?!()]$/.test(lowerAt(line, last));
  if (before === ':' || (before === ',' && isClosed && isLong))
    return { parts: [quote], ...verbBefore(line, first - 1, false) };
  if (before === '' || /^[.?!]$/.test(before))
    return isSentence || isLong ? { parts: [quote], ...verbAfter(line, last) } : undefined;
  const said = verbBefore(line, first, true);
  if (said !== undefined)
    return lowerAt(line, said.cue.first) === 'called'
      ? undefined
      : { ...said, parts: [{ first: said.cue.last, last }] };
  return isSentence && isLong ? { parts: [quote], ...verbBefore(line, first, false) } : undefined;
}

interface Said {
  readonly cue: Range;
  readonly speaker: Range;
}

/** How far from a quotation its verb is looked for. */
const NEAR = 30;

const isPast = (lower: string): boolean => lower.endsWith('ed') || FINITE_VERBS.has(lower);

/**
 * The nearest verb before `end` whose subject can have spoken; one that reports comes first, and a helping verb ("had to
 * change my answer: “…”") last.
 * @param beside only a verb that no mark parts from `end`
 */
function verbBefore(line: Stretch, end: number, beside: boolean): Said | undefined {
  let helping: Said | undefined;
  let nearest: Said | undefined;
  for (let verb = end - 1; verb >= line.first && verb > end - NEAR; verb--) {
    const token = line.tokens[verb];
    const lower = lowerAt(line, verb);
    if (token === undefined || (beside && (token.kind === 'mark' || !outside(line, verb)))) break;
    // "an invited guest": no verb.
    if (!outside(line, verb) || ARTICLES.has(lowerAt(line, verb - 1))) continue;
    const isHelping = AUXILIARIES.has(lower);
    const isCue = CUES.get(lower)?.form === 'past';
    if (!(isHelping || isCue || isPast(lower)) || (isCapital(token) && verb > line.first)) continue;
    if (isHelping && (beside || lower.startsWith("'"))) continue;
    const said = saidBy(line, verb);
    if (beside) return said;
    if (said === undefined) continue;
    if (isCue) return said;
    if (isHelping) helping ??= said;
    else nearest ??= said;
  }
  return nearest ?? helping;
}

function saidBy(line: Stretch, verb: number): Said | undefined {
  const cue = { first: verb, last: verb + 1 };
  if (verb === line.first) {
    const speaker = phraseAfter(line.tokens, verb + 1, line.last);
    return speaker === undefined || AUXILIARIES.has(lowerAt(line, verb)) ? undefined : { cue, speaker };
  }
  const before = subjectBefore(line.tokens, verb, line.first);
  // "was branded by Orel a …": the subject is not the one who spoke.
  if (before?.helpers.some((word) => BE.has(word)) || lowerAt(line, verb + 1) === 'by') return undefined;
  return before === undefined ? undefined : { cue, speaker: before.subject };
}

/** The first verb behind a quotation, with its subject: "“…,” the mayor shot back in a post", "“…,” came the cry". */
function verbAfter(line: Stretch, from: number): Said | undefined {
  for (let verb = from; verb < line.last && verb < from + NEAR; verb++) {
    const lower = lowerAt(line, verb);
    const form = CUES.get(lower)?.form;
    if (!outside(line, verb)) return undefined;
    if (AUXILIARIES.has(lower) || isCapital(line.tokens[verb])) continue;
    if (!(isPast(lower) || form === 'past' || (form !== undefined && form !== 'ing' && verb > from))) continue;
    const cue = { first: verb, last: verb + 1 };
    if (verb === from) {
      const speaker = phraseAfter(line.tokens, verb + 1, line.last);
      return speaker && { cue, speaker };
    }
    const before = subjectBefore(line.tokens, verb, from);
    return before === undefined || before.helpers.some((word) => BE.has(word))
      ? undefined
      : { cue, speaker: before.subject };
  }
  return undefined;
}

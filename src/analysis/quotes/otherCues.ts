// Attribution without a reporting verb: "according to", "in his words", a colon, a dash, or quoted words alone.

import { isCapital } from '../../text/tokens.ts';
import { AUXILIARIES, COORDINATORS, FINITE_VERBS, PREPOSITIONS } from '../words.ts';
import type { Attribution } from './attributions.ts';
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
    const left = trimRange(line, { first: floor, last: i });
    const more =
      lowerAt(line, end) === ',' ? trimRange(line, { first: end + 1, last: nextSource(line, end + 1) }) : undefined;
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

/** "They branded it “a gift to the few”": quoted words that no known cue reports, as said by the subject of their verb. */
export function readFragments(line: Stretch, covered: (i: number) => boolean): Attribution[] {
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
function isSpoken(line: Stretch, first: number, last: number): boolean {
  const words = line.tokens.slice(first, last).filter(({ kind }) => kind === 'word');
  return words.length >= FEWEST_QUOTED && words.some((word, i) => i > 0 && !isCapital(word) && word.text.length > 3);
}

function readFragment(line: Stretch, first: number, last: number): Attribution | undefined {
  for (let verb = first - 1; verb > line.first && verb > first - 20; verb--) {
    const lower = lowerAt(line, verb);
    if (!outside(line, verb) || line.tokens[verb]?.kind === 'mark') return undefined;
    if (isCapital(line.tokens[verb]) || AUXILIARIES.has(lower) || !(lower.endsWith('ed') || FINITE_VERBS.has(lower)))
      continue;
    if (lower === 'called') return undefined;
    const before = subjectBefore(line.tokens, verb, line.first);
    if (before === undefined) return undefined;
    // "was branded by Orel a …": the subject is not the one who spoke.
    if (before.helpers.some((word) => BE.has(word)) || lowerAt(line, verb + 1) === 'by') return undefined;
    const speaker = before.subject;
    return { parts: [{ first: verb + 1, last }], cue: { first: verb, last: verb + 1 }, speaker };
  }
  return undefined;
}

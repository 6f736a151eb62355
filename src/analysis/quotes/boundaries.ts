// Where what is reported ends before its sentence does.

import { COORDINATORS, FINITE_VERBS, looksFinite, PREPOSITIONS, SUBORDINATORS } from '../words.ts';
import { skipAdjuncts, startsAdjunct } from './adjuncts.ts';
import { REPORTS } from './cues.ts';
import type { Candidate } from './cueVerbs.ts';
import { beforeVerb, hasVerb, type Range } from './sources.ts';
import { lowerAt, outside, type Stretch } from './stretch.ts';

/** "Warning that A, Orel said B": what is warned of ends where the main clause's subject begins. */
export function fronted(line: Stretch, candidate: Candidate, [next]: readonly Candidate[], last: number): number {
  if (!candidate.borrowed || candidate.begin !== line.first || next === undefined) return last;
  return lowerAt(line, next.begin - 1) === ',' ? Math.min(last, next.begin - 1) : last;
}

/** "While Orel said A, B": what is reported ends where the main clause begins. */
export function subordinateEnd(line: Stretch, from: number, last: number, candidate: Candidate): number {
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

/** "Orel, who said A, left": what is reported ends with the relative clause. */
export function relativeEnd(line: Stretch, from: number, last: number, { at, form }: Candidate): number {
  const who = beforeVerb(line.tokens, at, line.first).at;
  if (form === 'ing' || lowerAt(line, who) !== 'who' || lowerAt(line, who - 1) !== ',') return last;
  let said = false;
  let seen = from;
  for (let i = from + 1; i < last - 1; i++) {
    if (!outside(line, i) || lowerAt(line, i) !== ',') continue;
    said ||= hasVerb(line.tokens, seen, i);
    seen = i;
    if (!said) continue;
    const next = lowerAt(line, i + 1);
    if (!COORDINATORS.has(next) && !SUBORDINATORS.has(next) && !PREPOSITIONS.has(next) && !next.endsWith('ing'))
      return i;
  }
  return last;
}

/** How many words stand before "reports that" in what is denied, and behind "as". */
const LONGEST_FRAME = 4;

/** "denied reports that A as baseless": A is what is denied. */
export function withoutReport(line: Stretch, { first, last }: Range): Range {
  let begin = first;
  for (let i = first; i < last - 2 && i < first + LONGEST_FRAME && outside(line, i); i++) {
    if (REPORTS.has(lowerAt(line, i)) && /^(?:that|of)$/.test(lowerAt(line, i + 1))) begin = i + 2;
  }
  for (let i = last - 2; i > begin + 1 && i >= last - 1 - LONGEST_FRAME; i--) {
    if (outside(line, i) && lowerAt(line, i) === 'as' && !looksFinite(lowerAt(line, i + 1)))
      return { first: begin, last: i };
  }
  return { first: begin, last };
}

/** Where a writer's aside ends what is reported: "…,” referring to the vote", " — a plan that …". */
export function asideStart(line: Stretch, from: number, last: number): number {
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
export function nextBoundary(line: Stretch, from: number, later: readonly Candidate[]): number {
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
function accordingBoundary(line: Stretch, from: number): number {
  const begin = lowerAt(line, from) === ',' ? from + 2 : from + 1;
  for (let i = begin; i < line.last - 1; i++) {
    if (outside(line, i) && lowerAt(line, i) === 'according' && lowerAt(line, i + 1) === 'to') return i;
  }
  return line.last;
}

/** A noun phrase alone ends where a new clause begins. */
export function cutObject(line: Stretch, parts: readonly Range[]): Range[] {
  return parts.map(({ first, last }) => {
    for (let i = first + 1; i < last - 1; i++) {
      if (!outside(line, i) || !/^[,;]$/.test(lowerAt(line, i))) continue;
      const next = lowerAt(line, i + 1);
      if (
        lowerAt(line, i) === ';' ||
        /^(?:that|but|while|after|as|when|although|though|because|since|according|and)$/.test(next) ||
        FINITE_VERBS.has(next) ||
        (next.endsWith('ing') && next !== 'including')
      )
        return { first, last: i };
    }
    return { first, last };
  });
}

// What stands between a cue and its content without being either: day, place, occasion, addressee.

import { isCapital } from '../../text/tokens.ts';
import {
  AUXILIARIES,
  COORDINATORS,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from '../words.ts';
import { OCCASIONS } from './cues.ts';
import { isAdverb, phraseAfter } from './sources.ts';
import { lowerAt, outside, quoteStarts, type Stretch, skipMarks } from './stretch.ts';

export function startsAdjunct(line: Stretch, at: number): boolean {
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
export function skipAdjuncts(line: Stretch, from: number): number {
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const next = skipAdjunct(line, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function skipAdjunct(line: Stretch, at: number, depth = 0): number {
  if (depth > DEEPEST) return at;
  const lower = lowerAt(line, at);
  if (at >= line.last || !outside(line, at)) return at;
  // "Friday's decision" is what the day's decision was, and no day.
  if (lowerAt(line, at + 1) === "'s") return at;
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
  if (lower === ',' && /^(?:citing|quoting)$/.test(lowerAt(line, at + 1))) {
    const source = phraseAfter(line.tokens, at + 2, line.last)?.last ?? at;
    return lowerAt(line, source) === ',' && lowerAt(line, source + 1) === 'that' ? source + 1 : at;
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

function isOccasionAfterComma(line: Stretch, comma: number, depth: number): boolean {
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
function skipDate(line: Stretch, from: number): number {
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

/** Over ", president of the club," behind an inverted subject. */
export function skipAppositive(line: Stretch, from: number): number {
  if (lowerAt(line, from) !== ',') return from;
  let end = from + 1;
  while (end < line.last && outside(line, end) && lowerAt(line, end) !== ',') end++;
  const opener = lowerAt(line, from + 1);
  const aside =
    /^(?:who|the|a|an|whose|one|head|president|director|chief)$/.test(opener) ||
    isCapital(line.tokens[from + 1]) ||
    (!PREPOSITIONS.has(opener) &&
      !AUXILIARIES.has(opener) &&
      !opener.endsWith('ing') &&
      !COORDINATORS.has(opener) &&
      !SUBORDINATORS.has(opener) &&
      !SUBJECT_PRONOUNS.has(opener));
  return aside ? end : from;
}

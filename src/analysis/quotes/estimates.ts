// What somebody reckons, without a word of saying: "Police put the number at 800, organisers at more than 2,000", "Economists
// expect the bank to cut its rate".

import { isCapital } from '../../text/tokens.ts';
import { mayBeginNumber } from '../figures/numbers.ts';
import { COORDINATORS, MODALS, SUBJECT_PRONOUNS, wordSet } from '../words.ts';
import type { Attribution } from './attributions.ts';
import { SPEAKER_NOUNS } from './cues.ts';
import { phraseAfter, type Range, subjectBefore } from './sources.ts';
import { BE, lowerAt, outside, type Stretch } from './stretch.ts';

/** What is put at a figure. */
const QUANTITIES =
  wordSet(`number numbers toll tolls figure figures total totals count cost costs price prices value worth damage
  damages loss losses bill crowd turnout attendance dead injured missing wounded casualties deaths victims share rate
  growth inflation unemployment population size height depth speed length age odds chance chances probability estimate
  shortfall deficit surplus debt profit profits revenue budget spending strength magnitude`);

/** How many words stand between "put" and "at", and between "at" and the number: "the cost of the repair", "more than US$". */
const FARTHEST_AT = 8;
const FARTHEST_NUMBER = 5;

/** The figures that somebody puts something at, with those that others put it at: "organisers at more than 2,000". */
export function readEstimates(line: Stretch, covered: (i: number) => boolean): Attribution[] {
  const found: Attribution[] = [];
  for (let verb = line.first + 1; verb < line.last; verb++) {
    if (!/^puts?$/.test(lowerAt(line, verb)) || !outside(line, verb) || covered(verb)) continue;
    const at = estimateAt(line, verb + 1);
    const before = at === undefined ? undefined : subjectBefore(line.tokens, verb, line.first);
    if (at === undefined || before?.helpers.some((word) => BE.has(word) || MODALS.has(word) || word === 'to') !== false)
      continue;
    const cue = { first: verb, last: verb + 1 };
    let end = estimateEnd(line, at + 1);
    found.push({ parts: [{ first: verb + 1, last: end }], cue, speaker: before.subject, ruled: true });
    for (let next = gapped(line, end); next !== undefined; next = gapped(line, end)) {
      end = next.part.last;
      found.push({ parts: [next.part], cue, speaker: next.speaker, ruled: true });
    }
  }
  return found;
}

/** "She expects the railway to reopen": what somebody expects of something else, and not of "I", "we" or "it". */
export function readExpectations(line: Stretch, covered: (i: number) => boolean): Attribution[] {
  const found: Attribution[] = [];
  for (let verb = line.first + 1; verb < line.last; verb++) {
    if (!/^expects?$/.test(lowerAt(line, verb)) || !outside(line, verb) || covered(verb)) continue;
    const object = phraseAfter(line.tokens, verb + 1, line.last);
    const before = subjectBefore(line.tokens, verb, line.first);
    if (object === undefined || before === undefined || lowerAt(line, skipPlace(line, object.last)) !== 'to') continue;
    if (before.helpers.length > 0 || !canReckon(line, before.subject)) continue;
    found.push({
      parts: [{ first: verb + 1, last: estimateEnd(line, object.last) }],
      cue: { first: verb, last: verb + 1 },
      speaker: before.subject,
      ruled: true,
    });
  }
  return found;
}

/** "the railway to Tessin | to reopen" */
const skipPlace = (line: Stretch, at: number): number =>
  /^(?:to|in|of|from|at|for)$/.test(lowerAt(line, at)) && isCapital(line.tokens[at + 1]) ? at + 2 : at;

/** Somebody who is asked for a view: "she", "Lund", "economists", "the head of the bank". */
function canReckon({ tokens }: Stretch, { first, last }: Range): boolean {
  const head = tokens[last - 1]!;
  if (SUBJECT_PRONOUNS.has(head.lower)) return /^(?:he|she)$/.test(head.lower);
  return tokens.slice(first, last).some((token) => SPEAKER_NOUNS.has(token.lower.replace(/s$/, ''))) || isCapital(head);
}

/** Where the "at" of "the death toll at 12" stands. */
function estimateAt(line: Stretch, from: number): number | undefined {
  let quantity = false;
  for (let i = from; i < from + FARTHEST_AT && i < line.last; i++) {
    if (lowerAt(line, i) === 'at') return quantity && hasNumber(line, i + 1) ? i : undefined;
    if (line.tokens[i]?.kind !== 'word' || !outside(line, i)) return undefined;
    quantity ||= QUANTITIES.has(lowerAt(line, i));
  }
  return undefined;
}

function hasNumber(line: Stretch, from: number): boolean {
  for (let i = from; i < from + FARTHEST_NUMBER && i < line.last; i++) {
    const token = line.tokens[i]!;
    if (token.kind === 'mark') return false;
    if (mayBeginNumber(token) && !/^an?$/.test(token.lower)) return true;
  }
  return false;
}

/** After the words that belong to a figure: at a mark, or at what joins a clause ("and" within "between 40 and 50" does not). */
function estimateEnd(line: Stretch, from: number): number {
  let end = from;
  for (; end < line.last; end++) {
    const token = line.tokens[end]!;
    if (/^[,;:—–(]$/.test(token.text)) break;
    const joins = COORDINATORS.has(token.lower) || /^(?:while|whereas|although|though|as|after)$/.test(token.lower);
    if (joins && !mayBeginNumber(line.tokens[end + 1] ?? token)) break;
  }
  return end;
}

/** ", organisers at more than 2,000", " and the city at twice 40": the verb is understood. */
function gapped(line: Stretch, from: number): { readonly speaker: Range; readonly part: Range } | undefined {
  let first = from;
  while (/^(?:[,;]|and|but|while|whereas)$/.test(lowerAt(line, first))) first++;
  const speaker = first === from ? undefined : phraseAfter(line.tokens, first, line.last);
  if (speaker === undefined || lowerAt(line, speaker.last) !== 'at' || !hasNumber(line, speaker.last + 1))
    return undefined;
  return { speaker, part: { first: speaker.last + 1, last: estimateEnd(line, speaker.last + 1) } };
}

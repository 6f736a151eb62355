// One sentence, or several that a quotation holds together: which words report, what they report, and whose it is.

import { isCapital } from '../../text/tokens.ts';
import type { Why } from '../types.ts';
import { COORDINATORS, PREPOSITIONS, SUBORDINATORS } from '../words.ts';
import { CUES } from './cues.ts';
import { type Candidate, findCandidates, isSilent } from './cueVerbs.ts';
import { readEstimates, readExpectations } from './estimates.ts';
import { readAccordingTo, readColon, readDash, readFragments } from './otherCues.ts';
import { readContent } from './reported.ts';
import { isAdverb, phraseAfter, type Range } from './sources.ts';
import { BE, lowerAt, outside, type Stretch, trimmed } from './stretch.ts';

/** Reported speech in token ranges of the passage. */
export interface Attribution {
  readonly parts: readonly Range[];
  readonly cue?: Range;
  readonly speaker?: Range;
  readonly lead?: true;
  /** The rules alone can read it: taggers have not seen its like. */
  readonly ruled?: true;
  /** Where the tagger found what no rule did. */
  readonly why?: Why;
}

/** Finds the attributions of one stretch, in the order of their cues. */
export function readStretch(stretch: Stretch): Attribution[] {
  const line = trimmed(stretch);
  const found: Attribution[] = [];
  const candidates = findCandidates(line);
  let floor = line.first;
  let speaker: Range | undefined;
  candidates.forEach((candidate, index) => {
    const own =
      candidate.subject ??
      (candidate.borrowed ? (speaker ?? nextSubject(candidates, index) ?? leadingPhrase(line)) : undefined);
    if (isSilent(line, candidate)) return;
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
  const covered = coverOf(line, found);
  const others = [
    ...found,
    ...readAccordingTo(line),
    ...readEstimates(line, covered),
    ...readExpectations(line, covered),
    ...readColon(line, covered),
    ...readDash(line, covered),
  ];
  return [...others, ...readFragments(line, coverOf(line, others))];
}

/** Whether a token stands in one of the parts found so far. */
export function coverOf({ first, last }: Stretch, found: readonly Attribution[]): (i: number) => boolean {
  const reach = new Int32Array(last - first + 1);
  for (const { parts } of found)
    for (const part of parts) reach[part.first - first] = Math.max(reach[part.first - first]!, part.last);
  for (let i = 1; i < reach.length; i++) reach[i] = Math.max(reach[i]!, reach[i - 1]!);
  return (i) => i < reach[i - first]!;
}

/** "Asserting that …, he said": the subject of the verb that follows. */
function nextSubject(candidates: readonly Candidate[], index: number): Range | undefined {
  for (const later of candidates.slice(index + 1, index + 3)) if (later.subject !== undefined) return later.subject;
  return undefined;
}

/** The noun phrase that a sentence begins with, as the subject of a verb that does not report. */
function leadingPhrase(line: Stretch): Range | undefined {
  if (!outside(line, line.first)) return undefined;
  let first = line.first;
  if (COORDINATORS.has(lowerAt(line, first))) first++;
  if (PREPOSITIONS.has(lowerAt(line, first)) || SUBORDINATORS.has(lowerAt(line, first))) {
    while (first < line.last && lowerAt(line, first) !== ',') first++;
    first++;
  }
  const phrase = phraseAfter(line.tokens, first, line.last);
  // "The board disputes that, saying …": the verb is no part of the phrase.
  const last = (phrase?.last ?? 0) - 1;
  if (phrase !== undefined && last === phrase.first && isAdverb(lowerAt(line, last))) return undefined;
  const isVerb = phrase !== undefined && last > phrase.first && CUES.get(lowerAt(line, last))?.form === 'present';
  return isVerb && !isCapital(line.tokens[last]) ? { first: phrase.first, last } : phrase;
}

// What a cue reports, learned: for each word that may report, which words beside it are the content and which name the
// source. The tagger reads what the rules found as well, and learns where they are right.

import type { CueTagger } from '../../model/models.ts';
import { PARTS, type Part } from '../../model/partsOfSpeech.ts';
import { bestSequence, slotOf, type Tagger } from '../../model/tagger.ts';
import { EDGE, featureOf } from '../../model/words.ts';
import type { Learned } from '../passage.ts';
import type { Why } from '../types.ts';
import { type Attribution, coverOf } from './attributions.ts';
import { type Range, subjectBefore } from './sources.ts';
import type { Stretch } from './stretch.ts';

/** Outside; content begins, goes on, ends, or is this word alone; source. */
export const CUE_LABELS = ['O', 'B', 'I', 'E', 'U', 'S'] as const;
export const [OUTSIDE, BEGIN, GOES_ON, END, ALONE, SOURCE] = [0, 1, 2, 3, 4, 5];

/** What the rules say of a word that no rule read as a cue. */
const NO_RULE = CUE_LABELS.length;

const FINITE: ReadonlySet<Part> = new Set(['PAST', 'PRESENT', 'AUX', 'MODAL']);
const IS_FINITE = Uint8Array.from(PARTS, (part) => (FINITE.has(part) ? 1 : 0));
const IS_LINK = Uint8Array.from(PARTS, (part) => (part === 'SCONJ' ? 1 : 0));
const NO_PART = PARTS.length;

/** One word that may report in its stretch, with all that its features are made of. Arrays count from the stretch's first token. */
export interface CueView {
  readonly line: Stretch;
  readonly learned: Learned;
  /** The word that may report, as a token of the passage. */
  readonly cue: number;
  /** What the rules found for this cue, as labels; `NO_RULE` everywhere where they found nothing. */
  readonly own: Uint8Array;
  /** What the rules found for others: 1 content, 2 source, 3 cue. */
  readonly others: Uint8Array;
  /** What lies between each word and the cue: marks, finite verbs, other cues, quotation marks. */
  readonly between: Int32Array;
  /** What stands on both sides of the cue: quotations, verbs, the next mark. */
  readonly sides: number;
}

const isIn = ({ first, last }: Range, i: number): boolean => i >= first && i < last;

/** Puts a label on each word of what a rule found, counted from the stretch's first token. */
function putLabels({ parts, speaker }: Attribution, line: Stretch, put: (at: number, label: number) => void): void {
  const each = ({ first, last }: Range, labelOf: (i: number) => number): void => {
    for (let i = Math.max(first, line.first); i < Math.min(last, line.last); i++) put(i - line.first, labelOf(i));
  };
  if (speaker !== undefined) each(speaker, () => SOURCE);
  for (const part of parts) {
    const { first, last } = part;
    each(part, (i) => (last - first === 1 ? ALONE : i === first ? BEGIN : i === last - 1 ? END : GOES_ON));
  }
}

/** Looks at a stretch from the word at `cue`. */
export function viewOf(
  line: Stretch,
  learned: Learned,
  cue: number,
  rules: readonly Attribution[],
  isCue: Uint8Array,
): CueView {
  const { first, last, inside, tokens } = line;
  const length = last - first;
  const own = new Uint8Array(length).fill(NO_RULE);
  const others = new Uint8Array(length);
  for (const rule of rules) {
    if (rule.cue !== undefined && isIn(rule.cue, cue)) {
      own.fill(OUTSIDE);
      putLabels(rule, line, (at, label) => {
        own[at] = label;
      });
    } else {
      putLabels(rule, line, (at, label) => {
        others[at] = label === SOURCE ? 2 : 1;
      });
      if (rule.cue !== undefined) for (let i = rule.cue.first; i < rule.cue.last; i++) others[i - first] = 3;
    }
  }
  const between = new Int32Array(length);
  let sides = 0;
  for (const step of [-1, 1]) {
    let marks = 0;
    let verbs = 0;
    let cues = 0;
    let edges = 0;
    let links = 0;
    for (let i = cue + step; i >= first && i < last; i += step) {
      if (inside[i] !== inside[i - step]) edges++;
      between[i - first] =
        Math.min(marks, 2) +
        3 * Math.min(verbs, 2) +
        9 * Math.min(cues, 1) +
        18 * Math.min(edges, 2) +
        54 * Math.min(links, 1);
      if (tokens[i]!.kind === 'mark' && inside[i]! < 0) marks++;
      verbs += IS_FINITE[learned.parts[i]!]!;
      cues += isCue[i - first]!;
      links += IS_LINK[learned.parts[i]!]!;
    }
    sides = sides * 16 + Math.min(verbs, 1) + 2 * Math.min(edges, 1) + 4 * Math.min(cues, 1) + 8 * Math.min(marks, 1);
  }
  return { line, learned, cue, own, others, between, sides };
}

/** How far a word is from the cue, in steps that grow. */
function farFrom(cue: number, at: number): number {
  const distance = Math.abs(at - cue);
  const step = distance <= 4 ? distance : distance <= 7 ? 5 : distance <= 12 ? 6 : distance <= 25 ? 7 : 8;
  return at < cue ? -step : step;
}

/** The features of the stretch's word `at`, counted from its first token. */
export function cueFeatures(view: CueView, at: number, out: Int32Array): number {
  const { line, learned, cue, own, others, between, sides } = view;
  const { words, parts } = learned;
  const { first, last, inside } = line;
  const i = first + at;
  const word = words[i]!;
  const before = i > first ? words[i - 1]! : EDGE;
  const next = i + 1 < last ? words[i + 1]! : EDGE;
  const part = parts[i]!;
  const partBefore = i > first ? parts[i - 1]! : NO_PART;
  const partNext = i + 1 < last ? parts[i + 1]! : NO_PART;
  const partEarlier = i - 1 > first ? parts[i - 2]! : NO_PART;
  const partLater = i + 2 < last ? parts[i + 2]! : NO_PART;
  const side = i < cue ? 0 : i === cue ? 1 : 2;
  const far = farFrom(cue, i);
  const path = between[at]! * 3 + side;
  const rule = own[at]!;
  const ruleBefore = at > 0 ? own[at - 1]! : NO_RULE + 1;
  const ruleNext = i + 1 < last ? own[at + 1]! : NO_RULE + 1;
  const other = others[at]! + 4 * (at > 0 ? others[at - 1]! : 0) + 16 * (i + 1 < last ? others[at + 1]! : 0);
  const quoted =
    (inside[i]! >= 0 ? 1 : 0) +
    (i > first && inside[i - 1] === inside[i] ? 2 : 0) +
    (i + 1 < last && inside[i + 1] === inside[i] ? 4 : 0);
  const cueWord = words[cue]!.lower;
  const cuePart = parts[cue]!;
  const place = (at === 0 ? 1 : 0) + (i + 1 === last ? 2 : 0);
  let n = 0;
  out[n++] = featureOf(1, word.lower, side);
  out[n++] = featureOf(2, part, side);
  out[n++] = featureOf(3, part, partNext, side);
  out[n++] = featureOf(4, partBefore, part, side);
  out[n++] = featureOf(5, before.lower, side);
  out[n++] = featureOf(6, next.lower, side);
  out[n++] = featureOf(7, before.lower, word.lower);
  out[n++] = featureOf(8, word.lower, next.lower);
  out[n++] = featureOf(9, far);
  out[n++] = featureOf(10, path);
  out[n++] = featureOf(11, path, part);
  out[n++] = featureOf(12, cueWord, side);
  out[n++] = featureOf(13, cueWord, far);
  out[n++] = featureOf(14, cueWord, part, side);
  out[n++] = featureOf(16, cuePart, far, partNext);
  out[n++] = featureOf(17, rule, rule === NO_RULE ? path : 0);
  out[n++] = featureOf(18, rule, ruleBefore, ruleNext);
  out[n++] = featureOf(19, rule, ruleNext, part);
  out[n++] = featureOf(20, rule, ruleBefore, word.lower);
  out[n++] = featureOf(21, rule, ruleNext, next.lower);
  out[n++] = featureOf(22, rule, path);
  out[n++] = featureOf(23, rule, cueWord);
  out[n++] = featureOf(24, rule, cueWord, far);
  out[n++] = featureOf(25, other);
  out[n++] = featureOf(26, other, rule);
  out[n++] = featureOf(27, quoted, side);
  out[n++] = featureOf(28, quoted, rule);
  out[n++] = featureOf(29, quoted, path);
  out[n++] = featureOf(30, word.suffix3, side);
  out[n++] = featureOf(31, partBefore, part, partNext);
  out[n++] = featureOf(32, part, partNext, partLater);
  out[n++] = featureOf(33, partEarlier, partBefore, part);
  out[n++] = featureOf(35, place, side, rule);
  out[n++] = featureOf(36, sides, side);
  out[n++] = featureOf(37, sides, far);
  out[n++] = featureOf(38, sides, cueWord);
  out[n++] = featureOf(39, sides, rule, side);
  out[n++] = featureOf(40, cueWord, cuePart, rule === NO_RULE ? 1 : 0);
  out[n++] = featureOf(42, path, cuePart, rule);
  out[n++] = featureOf(43, next.lower, path);
  out[n++] = featureOf(44, before.lower, path);
  out[n++] = featureOf(45, far, part, partNext);
  return n;
}

/** For each token of a stretch whether it may report. */
export function cuesIn(line: Stretch, learned: Learned, isCue: (lower: number) => boolean): Uint8Array {
  const found = new Uint8Array(line.last - line.first);
  for (let i = line.first; i < line.last; i++) if (isCue(learned.words[i]!.lower)) found[i - line.first] = 1;
  return found;
}

/** No sentence has more; what goes on beyond is no sentence, and must not take time. */
export const MOST_CUES = 24;

/**
 * By how much a reading must beat "nothing is reported" where no rule found one. Of held-out readings that differ from the
 * rules' a third of those below were right, and behind each margin here: 60 % of 48, 81 % of 26, 96 % of 23.
 */
const LEAST_MARGIN = 300;
const LIKELY_MARGIN = 1500;
const SURE_MARGIN = 4000;
const SURE: Why = { by: 'tagger', confidence: 'high' };
const LIKELY: Why = { by: 'tagger', confidence: 'medium' };
const UNSURE: Why = { by: 'tagger', confidence: 'low' };

const whyOf = (margin: number): Why => (margin >= SURE_MARGIN ? SURE : margin >= LIKELY_MARGIN ? LIKELY : UNSURE);

const isSame = (some: readonly Range[], others: readonly Range[]): boolean =>
  some.length === others.length &&
  some.every(({ first, last }, i) => others[i]!.first === first && others[i]!.last === last);

/** How many words before and behind a word are looked at first, where no rule takes it for a cue. */
const NEAR_BEFORE = 10;
const NEAR_BEHIND = 14;

/** Whether something beside the word at `at` may be its content: what it reports seldom begins far off. */
function isNearCue(tagger: Tagger, view: CueView, at: number): boolean {
  const from = Math.max(0, at - NEAR_BEFORE);
  const to = Math.min(view.own.length, at + NEAR_BEHIND);
  if (to - from === view.own.length) return true;
  const { labels } = bestSequence(tagger, to - from, (word, out) => cueFeatures(view, from + word, out), at - from);
  return labels.some((label) => label !== OUTSIDE);
}

/** Longer ones are no sentences, and are left to the rules. In words. */
const LONGEST_STRETCH = 1000;

/** Reads a stretch's attributions anew, cue by cue; what the rules found without a learned cue stays. */
export function readLearned(
  line: Stretch,
  learned: Learned,
  { tagger, cues }: CueTagger,
  rules: readonly Attribution[],
): Attribution[] {
  if (line.last - line.first > LONGEST_STRETCH) return [...rules];
  const isCue = cuesIn(line, learned, (lower) => cues[slotOf(cues, lower)] !== 0);
  const asked = new Set<number>();
  const found: Attribution[] = [];
  for (let at = 0; at < isCue.length && asked.size < MOST_CUES; at++) {
    if (isCue[at] === 0) continue;
    const cue = line.first + at;
    const rule = rules.find((one) => one.cue !== undefined && isIn(one.cue, cue));
    if (rule?.lead === true || rule?.ruled === true || (rule?.cue !== undefined && asked.has(rule.cue.first))) continue;
    asked.add(rule?.cue?.first ?? cue);
    const view = viewOf(line, learned, cue, rules, isCue);
    if (rule === undefined && !isNearCue(tagger, view, at)) continue;
    const { labels, margin } = bestSequence(tagger, isCue.length, (word, out) => cueFeatures(view, word, out), at);
    const read = attributionOf(labels, line, cue);
    if (read === undefined || (rule === undefined && margin < LEAST_MARGIN)) continue;
    const cueRange = rule?.cue ?? { first: cue, last: cue + 1 };
    const speaker = read.speaker ?? rule?.speaker ?? subjectBefore(line.tokens, cue, line.first)?.subject;
    found.push({
      parts: read.parts,
      cue: cueRange,
      ...(speaker === undefined ? {} : { speaker }),
      ...(rule !== undefined && isSame(rule.parts, read.parts) ? {} : { why: whyOf(margin) }),
    });
  }
  const covered = coverOf(line, found);
  const isRead = ({ parts }: Attribution) => parts.every(({ first, last }) => covered(first) && covered(last - 1));
  const kept = rules.filter(
    (rule) =>
      rule.lead === true ||
      rule.ruled === true ||
      (rule.cue === undefined ? !isRead(rule) : !asked.has(rule.cue.first)),
  );
  return [...found, ...kept];
}

function attributionOf(
  labels: Uint8Array,
  line: Stretch,
  cue: number,
): { readonly parts: readonly Range[]; readonly speaker?: Range } | undefined {
  const parts: Range[] = [];
  let speaker: Range | undefined;
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    const first = line.first + at;
    if (label === ALONE) parts.push({ first, last: first + 1 });
    else if (label === BEGIN) {
      while (at + 1 < labels.length && labels[at] !== END) at++;
      parts.push({ first, last: line.first + at + 1 });
    } else if (label === SOURCE) {
      while (at + 1 < labels.length && labels[at + 1] === SOURCE) at++;
      const run = { first, last: line.first + at + 1 };
      const gap = ({ first: from, last: to }: Range) => (to <= cue ? cue - to : from - cue);
      if (speaker === undefined || gap(run) < gap(speaker)) speaker = run;
    }
  }
  return parts.length === 0 ? undefined : { parts, ...(speaker === undefined ? {} : { speaker }) };
}

// Trains the tagger of what cues report, from PolNeAR: each word that may report, looked at in its stretch.
import { passageSpans, readPassage } from '../src/analysis/passage.ts';
import { readStretch } from '../src/analysis/quotes/attributions.ts';
import {
  ALONE,
  BEGIN,
  CUE_LABELS,
  type CueView,
  cueFeatures,
  cuesIn,
  END,
  GOES_ON,
  MOST_CUES,
  OUTSIDE,
  SOURCE,
  viewOf,
} from '../src/analysis/quotes/cueTagger.ts';
import { stretchesOf } from '../src/analysis/quotes/quotes.ts';
import { type Stretch, trimmed } from '../src/analysis/quotes/stretch.ts';
import type { Models } from '../src/model/models.ts';
import { hashOf } from '../src/model/words.ts';
import { readHead } from '../src/seed/head.ts';
import { overlaps, type Span } from '../src/text/span.ts';
import { tokenize } from '../src/text/tokens.ts';
import type { CorpusDocument } from './corpora.ts';
import { byteWriter, packTagger } from './pack.ts';
import { type Example, exampleOf, trainMean, trainSequence, weightiest } from './sequence.ts';

interface Gold {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: Span;
  readonly reported: boolean;
}

/** Not "that was not so", where it is the subject. */
const OPENING_THAT =
  /^that,?\s+(?!(?:is|was|were|are|has|had|will|would|could|can|may|might|should|does|did)\b|['’]s\b)/i;

/** The attributions with a cue and a content; "that" before a clause is no part of what is said. */
function goldOf({ text, spans, relations }: CorpusDocument): Gold[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  return relations.flatMap(({ type, args, attrs }) => {
    const all = (role: string) =>
      (args[role] ?? []).flatMap((id) => {
        const span = byId.get(id);
        if (span === undefined) return [];
        return span.parts?.length
          ? span.parts.map(([start, end]) => ({ start, end }))
          : [{ start: span.start, end: span.end }];
      });
    const [cue] = all('cue');
    const content = all('content').map(({ start, end }) => {
      const that = OPENING_THAT.exec(text.slice(start, end));
      return { start: start + (that?.[0].length ?? 0), end };
    });
    if (type !== 'attribution' || cue === undefined || content.length === 0) return [];
    const quoted = attrs?.quote_type === 'direct' || attrs?.quote_type === 'mixed';
    return [{ content, source: all('source'), cue, reported: quoted || attrs?.reporting_cue === true }];
  });
}

const FEWEST = 4;
const LEAST_SHARE = 0.06;

interface CueWords {
  /** How often each word is in a cue that reports, and how often it is met at all. */
  readonly shares: ReadonlyMap<string, number>;
}

/** The words that are often enough in a cue that reports. */
function cueWords(documents: readonly CorpusDocument[]): CueWords {
  const all = new Map<string, number>();
  const inCue = new Map<string, number>();
  for (const document of documents) {
    const cues = goldOf(document)
      .filter(({ reported }) => reported)
      .map(({ cue }) => cue)
      .sort((a, b) => a.start - b.start);
    let next = 0;
    for (const token of tokenize(document.text)) {
      if (token.kind !== 'word') continue;
      all.set(token.lower, (all.get(token.lower) ?? 0) + 1);
      while (next < cues.length && cues[next]!.end <= token.start) next++;
      if (next < cues.length && overlaps(cues[next]!, token)) inCue.set(token.lower, (inCue.get(token.lower) ?? 0) + 1);
    }
  }
  const shares = new Map<string, number>();
  for (const [lower, count] of inCue) {
    const share = count / all.get(lower)!;
    if (count >= FEWEST && share >= LEAST_SHARE) shares.set(lower, share);
  }
  return { shares };
}

const inAny = (spans: readonly Span[], span: Span): boolean => spans.some((one) => overlaps(one, span));

/** The labels of a stretch for one gold attribution; undefined where its content is not in the stretch. */
function labelsOf(line: Stretch, { content, source }: Gold): Uint8Array | undefined {
  const labels = new Uint8Array(line.last - line.first);
  const within = new Uint8Array(labels.length);
  const tokens = line.tokens.slice(line.first, line.last);
  tokens.forEach((token, at) => {
    if (inAny(content, token)) within[at] = 1;
  });
  // A quotation all of whose words are content is content with its marks.
  for (let at = 0; at < within.length; ) {
    const region = line.inside[line.first + at]!;
    let end = at + 1;
    while (end < within.length && line.inside[line.first + end] === region) end++;
    const words = (i: number) => tokens[i]!.kind !== 'mark';
    const span = Array.from({ length: end - at }, (_, i) => at + i);
    if (region >= 0 && span.some((i) => words(i)) && span.every((i) => !words(i) || within[i] === 1))
      for (const i of span) within[i] = 1;
    at = end;
  }
  const isEdge = (at: number) =>
    tokens[at]!.kind === 'mark' && line.inside[line.first + at]! < 0 && !/^[()[\]]$/.test(tokens[at]!.text);
  let found = false;
  for (let at = 0; at < within.length; at++) {
    if (within[at] === 0) continue;
    let end = at;
    while (end < within.length && within[end] === 1) end++;
    let from = at;
    let to = end;
    while (from < to && isEdge(from)) from++;
    while (to > from && isEdge(to - 1)) to--;
    if (to - from === 1) labels[from] = ALONE;
    else if (to > from) {
      labels.fill(GOES_ON, from, to);
      labels[from] = BEGIN;
      labels[to - 1] = END;
    }
    found ||= to > from;
    at = end;
  }
  if (!found) return undefined;
  tokens.forEach((token, at) => {
    if (labels[at] === OUTSIDE && inAny(source, token)) labels[at] = SOURCE;
  });
  return labels;
}

const cueExample = (view: CueView, labels: Uint8Array): Example =>
  exampleOf(labels, (at, out) => cueFeatures(view, at, out));

/** What the rules make of a document, as if it were right: so that the tagger keeps to them where it has seen no gold. */
function silverOf({ text }: CorpusDocument, models: Models, { shares }: CueWords): Example[] {
  const cueNumbers = new Set([...shares.keys()].map((lower) => hashOf(lower)));
  return passageSpans(text, readHead(text)).flatMap(({ start, end }) => {
    const passage = readPassage(text.slice(start, end), models);
    const { learned } = passage;
    if (learned === undefined) return [];
    return stretchesOf(passage).flatMap((stretch) => {
      const line = trimmed(stretch);
      const rules = readStretch(stretch);
      const isCue = cuesIn(line, learned, (lower) => cueNumbers.has(lower));
      return [...isCue.keys()]
        .filter((at) => isCue[at] === 1)
        .slice(0, MOST_CUES)
        .map((at) => viewOf(line, learned, line.first + at, rules, isCue))
        .map((view) =>
          cueExample(
            view,
            view.own.map((label) => (label < CUE_LABELS.length ? label : OUTSIDE)),
          ),
        )
        .filter(
          ({ labels }) => follows(-1, labels[0]!) && labels.every((label, at) => follows(label, labels[at + 1] ?? -1)),
        );
    });
  });
}

/** What one document teaches. */
function examplesOf(document: CorpusDocument, models: Models, { shares }: CueWords): Example[] {
  const { text } = document;
  const gold = goldOf(document).sort((a, b) => a.cue.start - b.cue.start);
  const cueNumbers = new Set([...shares.keys()].map((lower) => hashOf(lower)));
  const examples: Example[] = [];
  for (const { start, end } of passageSpans(text, readHead(text))) {
    const passage = readPassage(text.slice(start, end), models);
    const { learned } = passage;
    if (learned === undefined) throw new Error('The parts of speech must be trained first.');
    const moved = ({ start: from, end: to }: Span): Span => ({ start: from - start, end: to - start });
    const here = gold
      .filter(({ cue }) => cue.start >= start && cue.end <= end)
      .map((one) => ({ ...one, cue: moved(one.cue), content: one.content.map(moved), source: one.source.map(moved) }));
    for (const stretch of stretchesOf(passage)) {
      const line = trimmed(stretch);
      const rules = readStretch(stretch);
      const isCue = cuesIn(line, learned, (lower) => cueNumbers.has(lower));
      let asked = 0;
      for (let at = 0; at < isCue.length && asked < MOST_CUES; at++) {
        if (isCue[at] === 0) continue;
        const token = line.tokens[line.first + at]!;
        const reporting = here.filter(({ cue }) => overlaps(cue, token));
        const right = reporting.find(({ reported }) => reported);
        // Of a cue of several words the one that is most often a cue speaks for it.
        const share = shares.get(token.lower) ?? 0;
        const rivals = line.tokens
          .slice(line.first, line.last)
          .filter((one) => right !== undefined && overlaps(right.cue, one));
        if (right !== undefined && rivals.some(({ lower }) => (shares.get(lower) ?? 0) > share)) continue;
        const labels = right === undefined ? new Uint8Array(isCue.length) : labelsOf(line, right);
        if (labels === undefined) continue;
        asked++;
        examples.push(cueExample(viewOf(line, learned, line.first + at, rules, isCue), labels));
      }
    }
  }
  return examples;
}

const inContent = (label: number): boolean => label === BEGIN || label === GOES_ON;

/** Content goes on until it ends; nothing else may stand within it. */
function follows(before: number, label: number): boolean {
  if (before >= 0 && inContent(before)) return label === GOES_ON || label === END;
  return label < 0 || (label !== GOES_ON && label !== END);
}

export interface QuoteSettings {
  readonly models: Models;
  readonly seed: number;
  readonly log: (line: string) => void;
}

const CHOSEN = 120_000;
const STEPS = 1;
const PRUNE = 1;

/**
 * Trains on the documents and packs the section "quotes".
 * @param unmarked documents in which nothing is marked: there the tagger learns to keep to the rules, so that it departs
 *   from them only in what it has seen gold for
 */
export function trainQuotes(
  documents: readonly CorpusDocument[],
  unmarked: readonly CorpusDocument[],
  { models, seed, log }: QuoteSettings,
): Uint8Array {
  const words = cueWords(documents);
  const examples = [
    ...documents.flatMap((document) => examplesOf(document, models, words)),
    ...unmarked.flatMap((document) => silverOf(document, models, words)),
  ];
  log(`quotes: ${words.shares.size} words that may report, met ${examples.length} times`);
  const settings = { labels: CUE_LABELS, follows, seed, rarest: 3, log: (line: string) => log(`quotes, ${line}`) };
  const chosen = weightiest(trainSequence(examples, { ...settings, epochs: 3 }), CHOSEN);
  const writer = byteWriter();
  writer.section(packTagger(trainMean(examples, { ...settings, epochs: 4, chosen }, 4), STEPS, PRUNE));
  writer.keys(
    [...words.shares.keys()].map((lower) => hashOf(lower)),
    () => undefined,
  );
  return writer.bytes();
}

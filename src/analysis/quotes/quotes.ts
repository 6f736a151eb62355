// Reported speech within one passage: what is reported, by which words, and whose it is.
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { NameFound } from '../names/names.ts';
import type { Learned, Passage } from '../passage.ts';
import type { Quote, Why } from '../types.ts';
import { type Attribution, readStretch } from './attributions.ts';
import { CUES } from './cues.ts';
import { readLearned } from './cueTagger.ts';
import { findQuoted, type Quoted } from './quotationMarks.ts';
import { phraseBefore, type Range } from './sources.ts';
import { type Stretch, trimmed } from './stretch.ts';

/** Reported speech as one passage shows it; the speaker is a mention, not yet a name. */
export interface QuoteFound {
  readonly type: Quote['type'];
  readonly content: Span;
  readonly parts: readonly Span[];
  readonly cue?: Span;
  readonly speaker?: Span;
  /** Whom the speaker's "who" stands for: "the Greens" of "the Greens, who said". */
  readonly antecedent?: Span;
  /** The passage ends inside its quotation marks: the next paragraph may continue it. */
  readonly open: boolean;
  /** No quotation of its own, but one announced by a colon at the passage's end: the next paragraph gives the content. */
  readonly lead?: true;
  /** What follows a label such as "NAME:" at the passage's start: a quote only where the document is a transcript. */
  readonly labelled?: true;
  /** Where a tagger found it and no rule. */
  readonly why?: Why;
}

/** Finds direct, mixed and indirect quotes in one passage, each with its cue and speaker mention, in text order. */
export function findQuotes(passage: Passage, _names: readonly NameFound[]): QuoteFound[] {
  const { text, tokens, learned } = passage;
  const found: QuoteFound[] = [];
  let last: { readonly index: number; readonly end: number } | undefined;
  for (const stretch of stretchesOf(passage)) {
    const { inside, quoted } = stretch;
    const whole = floatingSpan(stretch, tokens, inside, quoted);
    if (whole !== undefined) {
      const before = last === undefined ? undefined : found[last.index];
      if (before !== undefined && last?.end === stretch.first && before.type !== 'indirect') {
        found[last.index] = continued(before, whole, whole.open);
        last = { index: last.index, end: stretch.last };
      } else found.push({ type: 'direct', content: spanOf(whole), parts: [spanOf(whole)], open: whole.open });
      continue;
    }
    const attributions = withResumed(stretch, read(stretch, learned));
    for (const attribution of attributions) found.push(quoteOf(attribution, stretch, text));
    const direct = lastQuoted(attributions, inside);
    last = direct < 0 ? undefined : { index: found.length - attributions.length + direct, end: stretch.last };
  }
  const label = labelledText(passage);
  if (label !== undefined) found.push(label);
  return found.sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** The attributions of a stretch: by the rules, and where there is a tagger, by what it makes of them. */
function read(stretch: Stretch, learned: Learned | undefined): Attribution[] {
  const rules = readStretch(stretch);
  const tagger = learned?.models.quotes;
  return tagger === undefined || learned === undefined ? rules : readLearned(trimmed(stretch), learned, tagger, rules);
}

/**
 * "“…,” Orel said of the vote, “but not yet.”": a quotation that goes on behind an attribution belongs to it, where the words
 * between name nobody else.
 */
function withResumed({ inside }: Stretch, attributions: readonly Attribution[]): Attribution[] {
  const whole: Attribution[] = [];
  const inOrder = [...attributions].sort((a, b) => (a.parts[0]?.first ?? 0) - (b.parts[0]?.first ?? 0));
  for (const attribution of inOrder) {
    const before = whole.at(-1);
    const [end, begin] = [before?.parts.at(-1)?.last ?? 0, attribution.parts[0]?.first ?? 0];
    const cue = before?.cue?.first ?? 0;
    const isResumed =
      before !== undefined &&
      cue >= end &&
      cue < begin &&
      (inside[end - 1] ?? -1) >= 0 &&
      (inside[begin] ?? -1) >= 0 &&
      (attribution.cue === undefined || attribution.cue.first === cue);
    if (isResumed) whole[whole.length - 1] = { ...before, parts: [...before.parts, ...attribution.parts] };
    else whole.push(attribution);
  }
  return whole;
}

/** Of the attributions that end in a quotation the outermost that ends last: what the next quotation may continue. */
function lastQuoted(attributions: readonly Attribution[], inside: readonly number[]): number {
  let best = -1;
  let bestEnd = 0;
  attributions.forEach(({ parts, cue }, index) => {
    const end = parts.reduce(
      (most, { last }) => (last > 0 && (inside[last - 1] ?? -1) >= 0 ? Math.max(most, last) : most),
      0,
    );
    if (end <= bestEnd || (cue !== undefined && (inside[cue.first] ?? -1) >= 0)) return;
    best = index;
    bestEnd = end;
  });
  return best;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function continued(quote: QuoteFound, part: Span, open: boolean): QuoteFound {
  return {
    ...quote,
    content: { start: quote.content.start, end: part.end },
    parts: [...quote.parts, spanOf(part)],
    open,
  };
}

/** An opening mark in mid-sentence that nothing closes ends with its sentence. */
function clipStrays(quoted: readonly Quoted[], { text, sentences }: Passage): Quoted[] {
  return quoted.map((span) => {
    if (!span.open || span.start === 0 || /\p{Lu}/u.test(text[span.start + 1] ?? '')) return span;
    const sentence = sentences.find(({ end }) => end > span.start);
    return { start: span.start, end: sentence?.end ?? span.end, open: false };
  });
}

/** For each token the index of the quotation that it stands in, its marks included; -1 for none. */
function quotedTokens(tokens: readonly Token[], quoted: readonly Quoted[]): number[] {
  let at = 0;
  return tokens.map((token) => {
    while (at < quoted.length && (quoted[at]?.end ?? 0) <= token.start) at++;
    const span = quoted[at];
    return span !== undefined && token.end > span.start && token.start < span.end ? at : -1;
  });
}

/** The sentences of a passage, joined where a quotation runs over their ends or a dash signs it. */
export function stretchesOf(passage: Passage): Stretch[] {
  const { text, tokens, sentences } = passage;
  const quoted = clipStrays(findQuoted(text), passage);
  const inside = quotedTokens(tokens, quoted);
  const joined: { first: number; last: number }[] = [];
  for (const { first, last } of sentences) {
    const before = joined.at(-1);
    const region = inside[first] ?? -1;
    const runsOn = region >= 0 && inside[first - 1] === region;
    const signed = (inside[first - 1] ?? -1) >= 0 && /^[―—–-]+$/.test(tokens[first]?.text ?? '');
    if (before !== undefined && (runsOn || signed)) before.last = last;
    else joined.push({ first, last });
  }
  return joined.map(({ first, last }) => ({ tokens, inside, quoted, first, last }));
}

/** The quotation that is all there is of a stretch. */
function floatingSpan(
  stretch: Stretch,
  tokens: readonly Token[],
  inside: readonly number[],
  quoted: readonly Quoted[],
): Quoted | undefined {
  const region = inside[stretch.first] ?? -1;
  const span = quoted[region];
  if (span === undefined) return undefined;
  for (let i = stretch.first; i < stretch.last; i++) {
    if (inside[i] !== region && tokens[i]?.kind !== 'mark') return undefined;
  }
  const words = stretch.last - stretch.first;
  return words >= 5 || span.open ? span : undefined;
}

function quoteOf({ parts, cue, speaker, lead, why }: Attribution, stretch: Stretch, text: string): QuoteFound {
  const { tokens, inside, quoted } = stretch;
  const spans = parts.map(
    ({ first, last }): Span => ({ start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }),
  );
  const content = { start: spans[0]?.start ?? text.length, end: spans.at(-1)?.end ?? text.length };
  let within = 0;
  let without = 0;
  for (const { first, last } of parts) {
    for (let i = first; i < last; i++) {
      if (tokens[i]?.kind === 'mark') continue;
      if ((inside[i] ?? -1) >= 0) within++;
      else without++;
    }
  }
  const at = (range: { first: number; last: number }): Span => ({
    start: tokens[range.first]?.start ?? 0,
    end: tokens[range.last - 1]?.end ?? 0,
  });
  const end = parts.at(-1)?.last ?? 0;
  const antecedent = speaker && antecedentOf(stretch, speaker);
  return {
    type: without === 0 && within > 0 ? 'direct' : within > 0 ? 'mixed' : 'indirect',
    content,
    parts: spans,
    ...(cue === undefined ? {} : { cue: at(cue) }),
    ...(speaker === undefined ? {} : { speaker: at(speaker) }),
    ...(antecedent === undefined ? {} : { antecedent: at(antecedent) }),
    open: end > 0 && quoted[inside[end - 1] ?? -1]?.open === true,
    ...(lead === true ? { lead } : {}),
    ...(why === undefined ? {} : { why }),
  };
}

/** "the Greens, who said", "voters who both said": the words of the speaker before its "who", or else the phrase before that. */
function antecedentOf({ tokens, first }: Stretch, speaker: Range): Range | undefined {
  const last = speaker.last - 1;
  const who = tokens[last]?.text === 'who' ? last : last - 1;
  if (who < speaker.first || tokens[who]?.text !== 'who') return undefined;
  const end = /^[,—–]$/.test(tokens[who - 1]?.text ?? '') ? who - 1 : who;
  return who > speaker.first ? { first: speaker.first, last: end } : phraseBefore(tokens, end - 1, first);
}

const LABEL_TOKENS = 6;

/** "NAME: text" and "Q: text": the text, as the label's. */
function labelledText({ tokens }: Passage): QuoteFound | undefined {
  const skip = tokens[0]?.kind === 'mark' ? 1 : 0;
  for (let i = skip + 1; i <= skip + LABEL_TOKENS && i < tokens.length - 1; i++) {
    const token = tokens[i];
    if (token === undefined || CUES.has(token.lower)) return undefined;
    if (token.text !== ':') {
      if (token.kind === 'mark' && !/^[.,()-]$/.test(token.text)) return undefined;
      continue;
    }
    const from = tokens[skip];
    const to = tokens[i - 1];
    const next = tokens[i + 1];
    const end = tokens.at(-1)?.end;
    if (
      from === undefined ||
      to === undefined ||
      next === undefined ||
      end === undefined ||
      !/^[\p{Lu}\p{N}]/u.test(from.text)
    )
      return undefined;
    const content = { start: next.start, end };
    return {
      type: 'direct',
      content,
      parts: [content],
      speaker: { start: from.start, end: to.end },
      open: false,
      labelled: true,
    };
  }
  return undefined;
}

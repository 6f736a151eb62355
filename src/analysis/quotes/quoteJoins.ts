// Quotes that go on from one paragraph to the next, quotes announced by the paragraph before, and transcripts.
import { splitParagraphs } from '../../text/paragraphs.ts';
import { overlaps, type Span, wordsOf } from '../../text/span.ts';
import type { QuoteFound } from './quotes.ts';

/** From this many labelled paragraphs on a document is read as a transcript. */
const TRANSCRIPT_LABELS = 3;

/** Puts together what the passages of a document say by themselves, in text order. */
export function joinQuotes(text: string, found: readonly QuoteFound[]): QuoteFound[] {
  return joinParagraphs(text, withoutLabels(text, found));
}

/**
 * In a transcript labelled text is quoted, with the paragraphs up to the next label as further parts, and what else was
 * found in it is left out. Elsewhere labels are dropped.
 */
function withoutLabels(text: string, found: readonly QuoteFound[]): QuoteFound[] {
  const labelled = found.filter((quote) => quote.labelled === true);
  if (!isTranscript(text, labelled)) return found.filter((quote) => quote.labelled !== true);
  const turns = wholeTurns(text, labelled);
  let at = 0;
  const others = found.filter((quote) => {
    if (quote.labelled === true) return false;
    while (at < turns.length && (turns[at]?.content.end ?? 0) <= quote.content.start) at++;
    const turn = turns[at];
    return turn === undefined || !overlaps(turn.content, quote.content);
  });
  return [...turns, ...others].sort((a, b) => a.content.start - b.content.start);
}

function wholeTurns(text: string, labelled: readonly QuoteFound[]): QuoteFound[] {
  const paragraphs = splitParagraphs(text);
  let at = 0;
  return labelled.map((quote, index) => {
    const next = labelled[index + 1];
    const parts = [...quote.parts];
    while (at < paragraphs.length && (paragraphs[at]?.start ?? 0) < quote.content.end) at++;
    for (; next !== undefined && at < paragraphs.length; at++) {
      const paragraph = paragraphs[at];
      if (paragraph === undefined || paragraph.end > (next.speaker?.start ?? 0)) break;
      if (!/^["“([]*[([]/.test(wordsOf(text, paragraph))) parts.push(paragraph);
    }
    return { ...quote, parts, content: { start: quote.content.start, end: parts.at(-1)?.end ?? quote.content.end } };
  });
}

/** Enough labels, some of them speaking again, and most of them followed by a sentence. */
function isTranscript(text: string, labelled: readonly QuoteFound[]): boolean {
  if (labelled.length < TRANSCRIPT_LABELS) return false;
  const labels = new Set(labelled.map(({ speaker }) => (speaker === undefined ? '' : wordsOf(text, speaker))));
  const wordy = labelled.filter(({ content }) => /\p{L}[,;]?\s+\p{L}/u.test(wordsOf(text, content))).length;
  return labels.size < labelled.length && wordy * 2 > labelled.length;
}

/** A quote that later paragraphs may still lengthen: changed in place, so that a thousand of them cost no more each. */
type Growing = { -readonly [Key in keyof QuoteFound]: Key extends 'parts' ? Span[] : QuoteFound[Key] };

function joinParagraphs(text: string, found: readonly QuoteFound[]): QuoteFound[] {
  const joined: Growing[] = [];
  for (const quote of found) {
    const before = joined.at(-1);
    if (before === undefined || !follows(text, before, quote) || !join(before, quote)) {
      joined.push({ ...quote, parts: [...quote.parts] });
    }
  }
  return joined.filter((quote) => quote.lead !== true && !isCrosshead(text, quote));
}

const LONGEST_CROSSHEAD = 60;

/** A few quoted words that end no sentence and are a paragraph of their own: a heading within the story. */
function isCrosshead(text: string, { cue, speaker, open, content: { start, end } }: QuoteFound): boolean {
  if (cue !== undefined || speaker !== undefined || open || end - start > LONGEST_CROSSHEAD) return false;
  if (/[.,?!…]\W*$/.test(text.slice(start, end))) return false;
  return (
    /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[^\p{L}\n]*(?:\n|$)/u.test(text.slice(end, end + 8))
  );
}

/** Makes one quote of `before` and the one that follows it, where they are one. */
function join(before: Growing, quote: QuoteFound): boolean {
  const isAttributed = quote.cue !== undefined || quote.speaker !== undefined;
  if (before.lead === true && !isAttributed) {
    const { type, content, parts, open } = quote;
    Object.assign(before, { type, content, parts: [...parts], open });
    delete before.lead;
    return true;
  }
  if (!before.open || before.lead === true || quote.lead === true) return false;
  if (isAttributed && (before.cue !== undefined || before.speaker !== undefined)) return false;
  const { start } = before.content;
  before.parts.push(...quote.parts);
  const { parts } = before;
  Object.assign(before, isAttributed ? quote : { open: quote.open }, {
    content: { start, end: quote.content.end },
    parts,
  });
  return true;
}

/** Nothing but white space and the colon of a lead stands between the two, and the second opens with a quotation mark. */
function follows(text: string, before: QuoteFound, quote: QuoteFound): boolean {
  const from = before.lead === true ? (before.cue?.end ?? before.content.end) : before.content.end;
  if (quote.content.start < from || !/["“„«'‘]/.test(text[quote.content.start] ?? '')) return false;
  const between = text.slice(from, quote.content.start);
  return between.length < 200 && (before.lead === true ? /:\s*$/.test(between) : /^\s*$/.test(between));
}

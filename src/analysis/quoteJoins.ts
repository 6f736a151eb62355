// Quotes that go on from one paragraph to the next, quotes announced by the paragraph before, and transcripts.
import { contains, overlaps, wordsOf } from '../text/span.ts';
import type { QuoteFound } from './quotes.ts';

/** From this many labelled paragraphs on a document is read as a transcript. */
const TRANSCRIPT_LABELS = 3;

/** Puts together what the passages of a document say by themselves, in text order. */
export function joinQuotes(text: string, found: readonly QuoteFound[]): QuoteFound[] {
  return joinParagraphs(text, withoutLabels(text, found));
}

/** Labelled text is quoted where the document is a transcript, and otherwise dropped. */
function withoutLabels(text: string, found: readonly QuoteFound[]): QuoteFound[] {
  const labelled = found.filter((quote) => quote.labelled === true);
  if (!isTranscript(text, labelled)) return found.filter((quote) => quote.labelled !== true);
  let at = 0;
  return found.filter((quote) => {
    if (quote.labelled === true) return true;
    while (at < labelled.length && (labelled[at]?.content.end ?? 0) <= quote.content.start) at++;
    const label = labelled[at];
    return label === undefined || !(contains(label.content, quote.content) || overlaps(label.content, quote.content));
  });
}

/** Enough labels, some of them speaking again, and most of them followed by a sentence. */
function isTranscript(text: string, labelled: readonly QuoteFound[]): boolean {
  if (labelled.length < TRANSCRIPT_LABELS) return false;
  const labels = new Set(labelled.map(({ speaker }) => (speaker === undefined ? '' : wordsOf(text, speaker))));
  const wordy = labelled.filter(({ content }) => content.end - content.start > 20).length;
  return labels.size < labelled.length && wordy * 2 > labelled.length;
}

function joinParagraphs(text: string, found: readonly QuoteFound[]): QuoteFound[] {
  const joined: QuoteFound[] = [];
  for (const quote of found) {
    const before = joined.at(-1);
    if (
      before !== undefined &&
      quote.cue === undefined &&
      quote.speaker === undefined &&
      follows(text, before, quote)
    ) {
      if (before.lead === true) {
        const { lead: _, ...attribution } = before;
        joined[joined.length - 1] = {
          ...attribution,
          type: quote.type,
          content: quote.content,
          parts: quote.parts,
          open: quote.open,
        };
        continue;
      }
      if (before.open) {
        joined[joined.length - 1] = continuedBy(before, quote);
        continue;
      }
    }
    if (
      before?.open === true &&
      before.cue === undefined &&
      before.speaker === undefined &&
      quote.lead !== true &&
      follows(text, before, quote)
    ) {
      joined[joined.length - 1] = {
        ...quote,
        content: { start: before.content.start, end: quote.content.end },
        parts: [...before.parts, ...quote.parts],
      };
      continue;
    }
    joined.push(quote);
  }
  return joined.filter((quote) => quote.lead !== true);
}

const continuedBy = (before: QuoteFound, quote: QuoteFound): QuoteFound => ({
  ...before,
  content: { start: before.content.start, end: quote.content.end },
  parts: [...before.parts, ...quote.parts],
  open: quote.open,
});

/** Nothing but white space and the colon of a lead stands between the two, and the second opens with a quotation mark. */
function follows(text: string, before: QuoteFound, quote: QuoteFound): boolean {
  const from = before.lead === true ? (before.cue?.end ?? before.content.end) : before.content.end;
  if (quote.content.start < from || !/["“„«'‘]/.test(text[quote.content.start] ?? '')) return false;
  const between = text.slice(from, quote.content.start);
  return between.length < 200 && (before.lead === true ? /:\s*$/.test(between) : /^\s*$/.test(between));
}

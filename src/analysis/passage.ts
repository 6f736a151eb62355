// The unit of work: one paragraph. What a passage yields depends on its own text alone, so that it can be cached by it.
import type { Head } from '../seed/head.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { cutPieces } from './pieces.ts';

/** A paragraph with its tokens and sentences. All offsets are into `text`, the paragraph's own words. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Each sentence's tokens, cut where a number is written onto something else. */
  readonly pieces: readonly (readonly Token[])[];
}

export function readPassage(text: string): Passage {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  const pieces = sentences.map(({ first, last }) => cutPieces(tokens.slice(first, last)));
  return { text, tokens, sentences, pieces };
}

/**
 * The spans of a document's passages: its paragraphs, with the head's lines and dateline as passages of their own. Of its
 * front matter only the title is one.
 */
export function passageSpans(text: string, head: Head): Span[] {
  const { frontMatter, title } = head;
  const from = frontMatter?.end ?? 0;
  const spans: Span[] = title !== undefined && title.end <= from ? [{ start: title.start, end: title.end }] : [];
  for (const { start, end } of splitParagraphs(text)) {
    if (end <= from) continue;
    const paragraph = { start: Math.max(start, from), end };
    const cut = Math.min(Math.max(head.end, paragraph.start), paragraph.end);
    if (cut > paragraph.start) spans.push({ start: paragraph.start, end: cut });
    if (cut < paragraph.end) spans.push({ start: cut, end: paragraph.end });
  }
  return spans;
}

// The unit of work: one paragraph. What a passage yields depends on its own text alone, so that it can be cached by it.
import type { Models } from '../model/models.ts';
import { type PartTagger, tagParts } from '../model/partsOfSpeech.ts';
import { type Word, wordOf } from '../model/words.ts';
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
  /** What the taggers see of each token; absent where there are no models. */
  readonly learned?: Learned;
}

export interface Learned {
  readonly models: Models;
  readonly words: readonly Word[];
  /** Each token's part of speech, as an index into PARTS. */
  readonly parts: Uint8Array;
}

export function readPassage(text: string, models?: Models): Passage {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  const pieces = sentences.map(({ first, last }) => cutPieces(tokens.slice(first, last)));
  const learned = models?.parts && readLearned(models, models.parts, tokens, sentences);
  return { text, tokens, sentences, pieces, ...(learned === undefined ? {} : { learned }) };
}

function readLearned(
  models: Models,
  tagger: PartTagger,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Learned {
  const words = tokens.map(({ text, lower }) => wordOf(text, lower));
  const parts = new Uint8Array(tokens.length);
  for (const { first, last } of sentences) tagParts(tagger, words, first, last, parts);
  return { models, words, parts };
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

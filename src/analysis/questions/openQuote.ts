// A quotation mark that opens and is never closed. A quotation that runs on over paragraphs opens each of them with a mark.
import { splitParagraphs } from '../../text/paragraphs.ts';
import { findQuoted } from '../quotes/quotationMarks.ts';
import type { Analysis } from '../types.ts';
import type { Question } from './questions.ts';

const MARKS = /["“”«»„]|''|’’|``/g;
const MARK = /["“”«»„]/;
const CLOSES = /^(?:[”»]|"(?:\W|$))/;
const OPENS = /^\s*["“«„]/;
/** How many paragraphs on a quotation may be closed that does not open each of them anew. */
const FURTHEST = 4;
/** Inches and seconds: 5'10", 24". */
const INCHES = /\d\s*["”]$/;

/** The marks that open a quotation which nothing closes. */
export function openQuotes({ text, head }: Analysis): Question[] {
  const paragraphs = splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
  const starts = splitParagraphs(text).map(({ start }) => start);
  return paragraphs.flatMap((words, index) => {
    const start = starts[index]!;
    if (start + words.length <= head.end || !isUneven(words)) return [];
    const open = findQuoted(words).find((quoted) => quoted.open);
    if (open === undefined || INCHES.test(words.slice(Math.max(0, open.start - 4), open.start + 1))) return [];
    if (goesOn(paragraphs, index)) return [];
    const at = start + open.start;
    return [{ kind: 'openQuote', start: at, end: firstWords(text, at, start + words.length) }];
  });
}

/** Whether the marks alone show that one is missing, wherever it should be. One the wrong way round still closes. */
const isUneven = (words: string): boolean => (words.match(MARKS)?.length ?? 0) % 2 === 1;

/** Whether the next paragraph takes the quotation up, or a later one closes it. */
function goesOn(paragraphs: readonly string[], index: number): boolean {
  if (OPENS.test(paragraphs[index + 1] ?? '')) return true;
  for (const next of paragraphs.slice(index + 1, index + 1 + FURTHEST)) {
    const first = next.search(MARK);
    if (first >= 0) return CLOSES.test(next.slice(first, first + 2));
  }
  return false;
}

const LONGEST = 60;

/** Where the first words behind a mark end. */
function firstWords(text: string, start: number, end: number): number {
  const words = text.slice(start, Math.min(end, start + LONGEST));
  if (start + LONGEST >= end) return start + words.trimEnd().length;
  return start + Math.max(words.lastIndexOf(' '), 1);
}

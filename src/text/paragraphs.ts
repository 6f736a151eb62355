import type { Span } from './span.ts';

/** The paragraphs of a text with LF line ends, edge white space left out. */
export function splitParagraphs(_text: string): Span[] {
  return [];
}

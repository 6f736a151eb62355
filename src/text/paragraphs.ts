import { BLANK, classAt, isLatinDigit } from './characters.ts';
import type { Span } from './span.ts';

/** Lines at least this wide are not wrapped by hand: each is a paragraph. */
const WIDEST_WRAP = 100;
/** A line break after so short a line is meant. */
const NARROWEST_WRAP = 40;
/** A hand-wrapped line is this full at least; less, and the break after it was meant. */
const FULL = 0.75;
const BULLETS = '•‣▪●◦–—-*+';

interface Line extends Span {
  /** Columns before the first word. */
  readonly indent: number;
  /** The text's first or a blank line stands before it. */
  readonly opens: boolean;
}

/** The lines that hold more than white space, edges trimmed. */
function filledLines(text: string): Line[] {
  const lines: Line[] = [];
  let opens = true;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    let start = from;
    while (start < to && classAt(text, start) === BLANK) start++;
    let end = to;
    while (end > start && classAt(text, end - 1) === BLANK) end--;
    if (end > start) lines.push({ start, end, indent: start - from, opens });
    opens = end === start;
    from = to + 1;
  }
  return lines;
}

/** The width a text was wrapped at by hand; 0 where its lines are too long or too short for that. */
function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  let all = 0;
  let wide = 0;
  for (const line of lines) {
    const length = line.end - line.start;
    all += length;
    if (length > WIDEST_WRAP) wide += length;
    else if (length > width) width = length;
  }
  return wide * 10 > all || width < NARROWEST_WRAP ? 0 : width;
}

/** A bullet, "1." or "1)", "Q:" or "A:", a Markdown heading, quotation or rule. */
function startsItem(text: string, line: Span): boolean {
  const { start } = line;
  const sign = text.charAt(start);
  if (sign === '#' || sign === '>' || text.startsWith('---', start)) return true;
  if (BULLETS.includes(sign) && classAt(text, start + 1) === BLANK) return true;
  let at = start;
  while (at < start + 3 && isLatinDigit(text.charCodeAt(at))) at++;
  const label = text.charAt(at);
  if (at > start) return (label === '.' || label === ')') && classAt(text, at + 1) === BLANK;
  return (sign === 'Q' || sign === 'A') && (text.startsWith(':', start + 1) || text.startsWith('. ', start + 1));
}

const endsSentence = (text: string, line: Span): boolean =>
  /[.!?:;…][\])}"'”’»*_]*$/u.test(text.slice(Math.max(line.start, line.end - 4), line.end));

const startsSmall = (text: string, line: Span): boolean => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));

function firstWordLength(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && at - line.start < WIDEST_WRAP && classAt(text, at) !== BLANK) at++;
  return at - line.start;
}

/** Was the text between the two lines broken only to fit, so that they are one paragraph? */
function continues(text: string, before: Line, line: Line, width: number): boolean {
  if (line.opens || startsItem(text, line)) return false;
  if (/^[#-]/.test(text.charAt(before.start)) && !/^- /.test(text.slice(before.start, before.start + 2))) return false;
  const length = before.end - before.start;
  if (startsSmall(text, line) && length >= NARROWEST_WRAP && !endsSentence(text, before)) return true;
  if (width === 0 || line.indent > before.indent + 1 || text.startsWith('By ', line.start)) return false;
  const couldHold = length + 1 + firstWordLength(text, line) <= width;
  return !couldHold || (length >= width * FULL && !endsSentence(text, before));
}

/**
 * The paragraphs of a text with LF line ends, edge white space left out: in order, disjoint, together all but white space.
 * Blank lines, list items, headings and indents part them. A lone line break parts them too, unless the text is wrapped
 * by hand (at 40 to 100 columns) and the line could hold no more, or a sentence plainly goes on behind it.
 */
export function splitParagraphs(text: string): Span[] {
  const lines = filledLines(text);
  const width = wrapWidth(lines);
  const paragraphs: { start: number; end: number }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (before && last && continues(text, before, line, width)) last.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
    before = line;
  }
  return paragraphs;
}

// Which stretches of a text stand in quotation marks, of every kind that English stories use.
import type { Span } from '../../text/span.ts';

/** Text in quotation marks, marks included. */
export interface Quoted extends Span {
  /** No closing mark: the quotation runs on to the end of the passage. */
  readonly open: boolean;
}

/** A mark as it stands in the text; typewriter marks (`` and '') are one. */
interface Mark extends Span {
  readonly sign: string;
}

const isMark = (code: number): boolean =>
  code === 34 || code === 39 || code === 96 || code === 171 || code === 187 || (code >= 0x2018 && code <= 0x201e);

/** Each opening mark with the marks that may close it. Straight marks open and close. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'],
  // Some typesetting opens with the closing mark.
  '”': ['”', '"'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '»': ['«'],
  '"': ['"', '”'],
  '``': ["''"],
  "''": ["''"],
  '‘': ['’', "'"],
  "'": ["'", '’'],
};

/** Those that open, and the one that only closes. */
const SIGNS = new Set([...Object.keys(CLOSERS), '’']);

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** A mark that can open has nothing but space, a bracket, a dash or another mark before it, and a word after it. */
function canOpen(text: string, { start, end, sign }: Mark): boolean {
  const before = text[start - 1];
  if (sign === '”') return start === 0 && isWord(text[end]);
  // A slip of the keys: «said," [He] liked it».
  if (sign === '"' && text[end] === ' ' && /^[,:]$/.test(before ?? '')) return isSlip(text, start, end);
  if (isSpace(text[end])) return (sign === '“' || sign === '«') && isSpace(before);
  return isSpace(before) || '([{—–-/“‘"\'«„:'.includes(before ?? '');
}

/** Whether a straight mark behind a comma opens a quotation, for all that a space follows it: a reporting word is before it. */
const isSlip = (text: string, start: number, end: number): boolean =>
  /\b(?:said|says|added|wrote|asked|stated|told \p{L}+|replied|explained|continued)[,:]$/u.test(
    text.slice(Math.max(0, start - 24), start),
  ) && /^ [[\p{Lu}]/u.test(text.slice(end, end + 2));

/** A single mark that closes stands behind a word or a stop, and no letter follows. */
function singleCloses(text: string, { start, end }: Mark): boolean {
  if (isSpace(text[start - 1]) || isWord(text[end])) return false;
  // "the parties’ leaders" inside a quotation: a plural's apostrophe, if another mark can still close.
  return !(text[start - 1] === 's' && text[end] === ' ' && /\p{Ll}/u.test(text[end + 1] ?? ''));
}

/** Years ("’90s") and clipped words ("’em") begin with an apostrophe, not a quotation. */
const isClipped = (text: string, from: number): boolean =>
  /^(?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|n\b)/i.test(text.slice(from, from + 6));

const isSingle = (sign: string): boolean => sign === "'" || sign === '‘';

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isMark(text.charCodeAt(at))) continue;
    const single = text.charAt(at);
    const sign = (single === "'" || single === '`') && text.charAt(at + 1) === single ? single + single : single;
    if (!SIGNS.has(sign)) continue;
    marks.push({ start: at, end: at + sign.length, sign });
    at += sign.length - 1;
  }
  return marks;
}

/**
 * The outermost stretches in quotation marks, in order, without overlap. Apostrophes are told from single marks by what
 * stands around them. A double mark that is never closed opens a stretch to the end of the text. Linear.
 */
export function findQuoted(text: string): Quoted[] {
  const marks = marksOf(text);
  const closers: number[] = [];
  marks.forEach((mark, index) => {
    if ((mark.sign === '’' || mark.sign === "'") && singleCloses(text, mark)) closers.push(index);
  });
  const found: Quoted[] = [];
  let nextCloser = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    const ends = mark === undefined ? undefined : CLOSERS[mark.sign];
    if (mark === undefined || ends === undefined || !canOpen(text, mark)) continue;
    if (isSingle(mark.sign)) {
      while (nextCloser < closers.length && (closers[nextCloser] ?? 0) <= i) nextCloser++;
      const closer = closers[nextCloser];
      const close = closer === undefined ? undefined : marks[closer];
      if (closer === undefined || close === undefined || isClipped(text, mark.end)) continue;
      found.push({ start: mark.start, end: close.end, open: false });
      i = closer;
      continue;
    }
    const closer = closingMark(text, marks, i, ends);
    found.push({ start: mark.start, end: marks[closer]?.end ?? text.length, open: closer < 0 });
    if (closer < 0) break;
    i = closer;
  }
  return found;
}

/** The index of the mark that closes the one at `open`, with marks nested in it passed over; -1 for none. */
function closingMark(text: string, marks: readonly Mark[], open: number, ends: readonly string[]): number {
  const sign = marks[open]?.sign ?? '';
  let depth = 0;
  for (let i = open + 1; i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined) break;
    const nested = mark.sign === sign || (mark.sign === '“' && sign === '"') || (mark.sign === '"' && sign === '“');
    if (nested && isSpace(text[mark.start - 1]) && !isSpace(text[mark.end]) && sign !== '”') depth++;
    else if (ends.includes(mark.sign)) {
      if (depth === 0) return i;
      depth--;
    }
  }
  return -1;
}

// Which stretches of a text stand in quotation marks, of every kind that English stories use.
import type { Span } from '../text/span.ts';

/** Text in quotation marks, marks included. */
export interface Quoted extends Span {
  /** No closing mark: the quotation runs on to the end of the passage. */
  readonly open: boolean;
}

/** Each opening mark with the marks that may close it. Straight marks open and close. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  // Some typesetting opens with the closing mark.
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '"': '"”',
  '‘': "’'",
  "'": "'’",
};

/** Typewriter marks: ``text'' and ''text''. */
const DOUBLED = /^(?:``|'')/;

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** A mark that can open here has nothing but space, a bracket, a dash or another mark before it, and a word after it. */
function canOpen(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  if (text[at] === '”' && !(isSpace(before) && /[\p{L}\p{N}]/u.test(after ?? ''))) return false;
  if (isSpace(after)) return (text[at] === '“' || text[at] === '«') && isSpace(before);
  return isSpace(before) || '([{—–-/“‘"\'«„:'.includes(before ?? '');
}

/** A single mark that closes stands behind a word or a stop, and no letter follows. */
function singleCloses(text: string, at: number): boolean {
  if (isSpace(text[at - 1]) || isWord(text[at + 1])) return false;
  // "the parties’ leaders" inside a quotation: a plural's apostrophe, if another mark can still close.
  return !(text[at - 1] === 's' && text[at + 1] === ' ' && /\p{Ll}/u.test(text[at + 2] ?? ''));
}

/** Where each single mark's quotation could close, looked up from the right; -1 for none. */
function singleClosersAhead(text: string): (at: number) => number {
  const closers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if ((text[at] === '’' || text[at] === "'") && singleCloses(text, at)) closers.push(at);
  }
  let next = 0;
  return (at) => {
    while (next < closers.length && (closers[next] ?? 0) <= at) next++;
    return closers[next] ?? -1;
  };
}

/** Years ("’90s") and clipped words ("’em") begin with an apostrophe, not a quotation. */
const clipped = (text: string, at: number): boolean =>
  /^(?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|n\b)/i.test(text.slice(at + 1, at + 7));

/**
 * The outermost stretches in quotation marks, in order, without overlap. Apostrophes and inch marks are told apart.
 * A mark that is never closed opens a stretch to the end of the text where a sentence can begin after it.
 */
export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  const closerAfter = singleClosersAhead(text);
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (DOUBLED.test(text.slice(at, at + 2))) {
      const close = doubledClose(text, at);
      if (close > at) found.push({ start: at, end: close, open: false });
      at = Math.max(at + 1, close - 1);
      continue;
    }
    const closers = CLOSERS[mark];
    if (closers === undefined || !canOpen(text, at)) continue;
    if (mark === "'" || mark === '‘') {
      const close = clipped(text, at) ? -1 : closerAfter(at);
      if (close < 0) continue;
      found.push({ start: at, end: close + 1, open: false });
      at = close;
      continue;
    }
    const close = closingMark(text, at, mark, closers);
    const end = close < 0 ? text.length : close + 1;
    found.push({ start: at, end, open: close < 0 });
    at = end - 1;
  }
  return found;
}

/** The offset of the mark that closes the one at `open`, with marks of the same kind nested in it passed over; -1 for none. */
function closingMark(text: string, open: number, mark: string, closers: string): number {
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    const opens =
      (char === mark || (char === '“' && mark === '"') || (char === '"' && mark === '“')) &&
      canOpen(text, at) &&
      !isSpace(text[at + 1]);
    if (opens && isSpace(text[at - 1])) depth++;
    else if (closers.includes(char)) {
      if (depth === 0) return at;
      depth--;
    }
  }
  return -1;
}

/** The end of a quotation between doubled single marks; `at` where none begins or it is not closed. */
function doubledClose(text: string, at: number): number {
  if (isSpace(text[at + 2]) || !(isSpace(text[at - 1]) || '([—–-'.includes(text[at - 1] ?? ''))) return at;
  const close = text.indexOf("''", at + 2);
  return close < 0 ? at : close + 2;
}

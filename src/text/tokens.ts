// What any text is made of, before anything is understood: tokens here, sentences, paragraphs, lines and offsets in
// the files beside this one. Every offset is in UTF-16 code units.
import { abbreviationUse } from './abbreviations.ts';
import {
  BLANK,
  classAt,
  DIGIT,
  EXTEND,
  isLatinDigit,
  isSmallLatin,
  LETTER,
  MARK,
  SYMBOL,
  startsCapital,
  widthAt,
} from './characters.ts';
import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'mark' | 'symbol';

/** A word, a number as written ("4,500", "2022-02-07", "3.5"), a punctuation mark, or any other sign. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** `text` in lower case, typographic apostrophes as "'". */
  readonly lower: string;
  /** White space or the text's edge stands before it. */
  readonly spaced: boolean;
}

export const isCapital = (token: Token | undefined): boolean => token !== undefined && startsCapital(token.text);

const NEWLINE = 10;
const HYPHEN = 45;
const STOP = 46;
const COMMA = 44;
const COLON = 58;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const BACKTICK = 96;
const ZERO_WIDTH_JOINER = 0x200d;
const MODIFIER_APOSTROPHE = 0x2bc;

const isHyphen = (code: number): boolean => code === HYPHEN || code === 0x2010 || code === 0x2011;
const isApostrophe = (code: number): boolean => code === APOSTROPHE || code === 0x2019 || code === MODIFIER_APOSTROPHE;
const isS = (code: number): boolean => code === 115 || code === 83;
const isRegionalIndicator = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;

/** Letters, digits and what extends them continue a word. */
function continuesWord(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return (kind === LETTER && text.charCodeAt(at) !== MODIFIER_APOSTROPHE) || kind === DIGIT || kind === EXTEND;
}

const isLetter = (text: string, at: number): boolean => classAt(text, at) === LETTER;

function isCapitalAt(text: string, at: number): boolean {
  const letter = text.slice(at, at + widthAt(text, at));
  return letter.toLowerCase() !== letter;
}

/** What a word's full stop is followed by, past white space: nothing of the same paragraph, or the offset of it. */
function nextInParagraph(text: string, from: number): number | undefined {
  let at = from;
  for (let newlines = 0; classAt(text, at) === BLANK; at++) {
    if (text.charCodeAt(at) === NEWLINE && ++newlines === 2) return undefined;
  }
  return at < text.length ? at : undefined;
}

/** Does the stop at `at` belong to the word, of which the letters from `segment` on are the last: "U.S.", "J.", "No. 7"? */
function isAbbreviating(text: string, segment: number, dotted: boolean, at: number): boolean {
  if (at - segment === 1 && isLetter(text, segment)) {
    if (dotted || isLetter(text, at + 1)) return true;
    // "Plan B." at a paragraph's end is no initial.
    const behind = at + 1 < text.length && (classAt(text, at + 1) === BLANK || isHyphen(text.charCodeAt(at + 1)));
    return behind && isCapitalAt(text, segment) && nextInParagraph(text, at + 1) !== undefined;
  }
  if (dotted) return false;
  const use = abbreviationUse(text.slice(segment, at));
  if (use !== 'number') return use !== undefined;
  const next = nextInParagraph(text, at + 1);
  return next !== undefined && classAt(text, next) === DIGIT;
}

/** The end of the word that begins at `start`; `from` is where to go on reading it. */
function wordEnd(text: string, start: number, from: number): number {
  let at = from;
  let segment = start;
  let dotted = false;
  for (;;) {
    while (continuesWord(text, at)) at += widthAt(text, at);
    const code = text.charCodeAt(at);
    const joins = continuesWord(text, at + 1) && classAt(text, at + 1) !== EXTEND;
    if (isHyphen(code) && joins) {
      at++;
      segment = at;
    } else if (isApostrophe(code) && isLetter(text, at + 1)) {
      const possessive = isS(text.charCodeAt(at + 1)) && !continuesWord(text, at + 2);
      if (possessive) return at;
      at++;
    } else if (code === AMPERSAND && isLetter(text, at + 1) && isLetter(text, at - 1)) {
      at++;
    } else if (code === STOP && isAbbreviating(text, segment, dotted, at)) {
      at++;
      const goesOn = isLetter(text, at) && !continuesWord(text, at + 1);
      const hyphenated = isHyphen(text.charCodeAt(at)) && isLetter(text, at + 1);
      if (!goesOn && !hyphenated) return at;
      dotted = true;
      segment = at;
    } else if (code === STOP && isSmallLatin(text.charCodeAt(at + 1)) && at - segment > 1) {
      // A web address: "norda.example".
      at++;
      dotted = true;
    } else {
      return at;
    }
  }
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === DIGIT || (classAt(text, at) === EXTEND && at > from)) at += widthAt(text, at);
  return at;
}

/** "2022-02-07" at `start`. */
function isIsoDate(text: string, start: number): boolean {
  for (let i = 0; i < 10; i++) {
    const code = text.charCodeAt(start + i);
    if (i === 4 || i === 7 ? code !== HYPHEN : !isLatinDigit(code)) return false;
  }
  return !isLatinDigit(text.charCodeAt(start + 10));
}

/** Groups of three digits; of two where another group follows, as in "1,00,000". */
function isDigitGroup(text: string, at: number): boolean {
  const length = digitsEnd(text, at) - at;
  return length === 3 || (length === 2 && text.charCodeAt(at + 2) === COMMA && isLatinDigit(text.charCodeAt(at + 3)));
}

function numberEnd(text: string, start: number): number {
  if (isIsoDate(text, start)) return start + 10;
  let at = start;
  for (;;) {
    at = digitsEnd(text, at);
    const code = text.charCodeAt(at);
    const goesOn =
      (code === STOP && classAt(text, at + 1) === DIGIT) ||
      (code === COMMA && isDigitGroup(text, at + 1)) ||
      (code === COLON && digitsEnd(text, at + 1) === at + 3);
    if (!goesOn) return at;
    at++;
  }
}

/** "th" of "15th" or "s" of "1980s": where it ends, or `at` where there is none. */
function numeralSuffixEnd(text: string, at: number): number {
  const isPlural = isS(text.charCodeAt(at)) && !continuesWord(text, at + 1);
  if (isPlural) return at + 1;
  const suffix = text.slice(at, at + 2).toLowerCase();
  const isOrdinal = suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th';
  return isOrdinal && !continuesWord(text, at + 2) ? at + 2 : at;
}

/** Runs of stops and of hyphens, and doubled single quotation marks, are one mark. */
function markEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  let at = start + widthAt(text, start);
  if (code === STOP || code === HYPHEN) {
    while (text.charCodeAt(at) === code) at++;
  } else if ((code === APOSTROPHE || code === BACKTICK) && text.charCodeAt(at) === code) {
    at++;
  }
  return at;
}

/** Where a sign ends with what extends it: an emoji with its skin tone, a family joined into one, a flag. */
function extendedEnd(text: string, start: number, end: number): number {
  let at = end;
  if (isRegionalIndicator(text.codePointAt(start)!) && isRegionalIndicator(text.codePointAt(at) ?? 0)) at += 2;
  while (classAt(text, at) === EXTEND) {
    const joins = text.charCodeAt(at) === ZERO_WIDTH_JOINER;
    at += widthAt(text, at);
    if (joins && classAt(text, at) === SYMBOL) at += widthAt(text, at);
  }
  return at;
}

/** A word in lower case, typographic apostrophes as "'": `Token.lower`. */
export function lowerOf(written: string): string {
  const lower = written.toLowerCase();
  return lower.includes('’') || lower.includes('ʼ') ? lower.replaceAll('’', "'").replaceAll('ʼ', "'") : lower;
}

/**
 * Splits a text into tokens in order; white space alone (and U+200B) is left out. Linear in the text's length.
 *
 * Words: "don't", "O'Brien", "high-ranking", "U.S.-led", "COVID-19", "AT&T", "norda.example" are one; the possessive or
 * contracted "'s" is a word of its own. Abbreviations and initials keep their full stop: "U.S.", "a.m.", "Gen.", "J.".
 * Ordinals and decades ("15th", "19th-century", "1980s") are words, so that a number is always a quantity or a date.
 * Numbers end where letters or a hyphen begin: "40" "km", "25" "-" "year-old"; ISO dates are one.
 * Marks: runs of "." and of "-" are one, and so are "''" and "``". Symbols: "$", "%", "&", "@", an emoji with all its parts.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  let at = 0;
  while (at < text.length) {
    const first = classAt(text, at);
    if (first === BLANK) {
      spaced = true;
      at++;
      continue;
    }
    const start = at;
    const code = text.charCodeAt(at);
    let kind: TokenKind;
    if (first === DIGIT || (code === STOP && spaced && classAt(text, at + 1) === DIGIT)) {
      kind = 'number';
      at = numberEnd(text, start);
      const suffixed = numeralSuffixEnd(text, at);
      if (suffixed > at) {
        kind = 'word';
        at = wordEnd(text, start, suffixed);
      }
    } else if (first === LETTER && code !== MODIFIER_APOSTROPHE) {
      kind = 'word';
      at = wordEnd(text, start, start);
    } else if (isApostrophe(code) && !spaced && isS(text.charCodeAt(at + 1)) && !continuesWord(text, at + 2)) {
      kind = 'word';
      at += 2;
    } else {
      kind = first === MARK || first === LETTER ? 'mark' : 'symbol';
      at = markEnd(text, start);
    }
    at = extendedEnd(text, start, at);
    const written = text.slice(start, at);
    tokens.push({ kind, text: written, lower: lowerOf(written), spaced, start, end: at });
    spaced = false;
  }
  return tokens;
}

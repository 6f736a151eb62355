import { isLatinDigit } from '../text/characters.ts';
import type { Token, TokenKind } from '../text/tokens.ts';

const SPELT =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|quarters?|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|mid|late|early)$/;
const HYPHEN = 45;
const PART = /(?:^\.)?\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’.]\p{L}+)*|./gsu;

/**
 * Tokens, cut where a number is written onto something else: "24-hour", "5kW", "mid-2019", "2022-02-07",
 * and "barrel-a-day", which goes on after its number.
 * A part that is not the first of its token has `spaced: false`.
 */
export function cutPieces(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(holdsDigitOrHyphen)) return tokens;
  const pieces: Token[] = [];
  for (const token of tokens) {
    if (hidesNumber(token)) for (const piece of cut(token)) pieces.push(piece);
    else pieces.push(token);
  }
  return joinDigits(pieces);
}

/** Digits that tokens hold apart but that are one number: "US$" written "US55,931,000", and the decimal comma of "21,6%". */
function joinDigits(pieces: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const number = joined[joined.length - 2];
    const mark = joined[joined.length - 1];
    if (number === undefined || mark === undefined || !continuesDigits(number, mark, piece, pieces[index + 1])) {
      joined.push(piece);
      continue;
    }
    const text = `${number.text}${mark.text}${piece.text}`;
    joined.length -= 2;
    joined.push({ ...number, end: piece.end, text, lower: text });
  }
  return joined;
}

function continuesDigits(number: Token, mark: Token, piece: Token, after: Token | undefined): boolean {
  if (piece.kind !== 'number' || piece.spaced || mark.spaced || !/^\d+$/.test(number.text)) return false;
  if (mark.text === '.') return /^\d+$/.test(piece.text);
  if (mark.text !== ',') return false;
  const measured = /^(?:%|per|percent|million|billion|trillion)$/.test(after?.lower ?? '');
  return /^\d{3}(?:,\d{3})*(?:\.\d+)?$/.test(piece.text) || (measured && /^\d{1,2}$/.test(piece.text));
}

/** False for most words: a sentence of such words alone is not cut. */
function holdsDigitOrHyphen({ text }: Token): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLatinDigit(code) || code === HYPHEN) return true;
  }
  return false;
}

/** Does it hold an ASCII digit? */
function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (isLatinDigit(text.charCodeAt(at))) return true;
  }
  return false;
}

function hidesNumber({ text, lower }: Token): boolean {
  if (hasDigit(text)) return !/^\d+$/.test(text);
  return lower.includes('-') && (/-(?:an?|per)-/.test(lower) || lower.split('-').some((part) => SPELT.test(part)));
}

function cut(token: Token): Token[] {
  return [...token.text.matchAll(PART)].map(({ 0: text, index }) => ({
    start: token.start + index,
    end: token.start + index + text.length,
    kind: kindOf(text),
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    spaced: index === 0 && token.spaced,
  }));
}

function kindOf(text: string): TokenKind {
  if (/^\.?\d/.test(text)) return 'number';
  if (/^\p{L}/u.test(text)) return 'word';
  return /^\p{P}/u.test(text) ? 'mark' : 'symbol';
}

export const isHyphen = (piece: Token | undefined): boolean => piece !== undefined && /^[-‐‑]$/.test(piece.text);

/** A hyphen, a dash or a minus sign. */
export const isDash = (piece: Token | undefined): boolean => piece !== undefined && /^[-‐‑–—−]$/.test(piece.text);

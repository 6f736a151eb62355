import type { Token, TokenKind } from '../text/tokens.ts';

const SPELT =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|quarters?|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|mid|late|early)$/;
const PART = /(?:^\.)?\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’.]\p{L}+)*|./gsu;

/**
 * Tokens, cut where a number is written onto something else: "24-hour", "5kW", "mid-2019", "2022-02-07".
 * A part that is not the first of its token has `spaced: false`.
 */
export function cutPieces(tokens: readonly Token[]): Token[] {
  return joinDigits(tokens.flatMap((token) => (hidesNumber(token) ? cut(token) : [token])));
}

/** The digits after letters ("US$" written "US55,931,000") are one number again. */
function joinDigits(pieces: Token[]): Token[] {
  const joined: Token[] = [];
  for (const piece of pieces) {
    const mark = joined.at(-1);
    const number = joined.at(-2);
    const digits = mark?.text === ',' ? /^\d{3}(?:,\d{3})*(?:\.\d+)?$/ : mark?.text === '.' ? /^\d+$/ : undefined;
    const joins =
      digits?.test(piece.text) &&
      !piece.spaced &&
      !mark!.spaced &&
      number?.kind === 'number' &&
      /^\d+$/.test(number.text);
    if (!joins) {
      joined.push(piece);
      continue;
    }
    const text = `${number.text}${mark!.text}${piece.text}`;
    joined.splice(-2, 2, { ...number, end: piece.end, text, lower: text });
  }
  return joined;
}

function hidesNumber({ text, lower }: Token): boolean {
  if (/\d/.test(text)) return !/^\d+$/.test(text);
  return lower.includes('-') && lower.split('-').some((part) => SPELT.test(part));
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

// What kind of character stands at an offset. The Unicode properties are asked once a character and kept in a table.

export const BLANK = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Belongs to the character before it: combining marks, joiners, variation selectors, soft hyphens. */
export const EXTEND = 4;
export const MARK = 5;
export const SYMBOL = 6;

const HIGH_SURROGATE = 0xd800;
const LOW_SURROGATE = 0xdc00;
const LAST_SURROGATE = 0xdfff;

const classes = new Uint8Array(0x10000);

function classOfSign(sign: string): number {
  if (/[\s\u200b]/u.test(sign)) return BLANK;
  if (/\p{L}/u.test(sign)) return LETTER;
  if (/\p{N}/u.test(sign)) return DIGIT;
  if (/\p{M}|\p{Cf}|\p{Emoji_Modifier}/u.test(sign)) return EXTEND;
  if (/[#$%&*@\\_‰‱]/u.test(sign)) return SYMBOL;
  return /\p{P}/u.test(sign) ? MARK : SYMBOL;
}

/** The class of the character at a UTF-16 offset; 0 past the end. A lone surrogate is a symbol. */
export function classAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  // Not a number past the end, which no comparison holds for.
  if (!(code >= 0)) return 0;
  if (code >= HIGH_SURROGATE && code < LOW_SURROGATE)
    return classOfSign(String.fromCodePoint(text.codePointAt(offset)!));
  classes[code] ||= classOfSign(String.fromCharCode(code));
  return classes[code]!;
}

/** How many UTF-16 code units the character at an offset takes: 1 or 2. */
export function widthAt(text: string, offset: number): 1 | 2 {
  const code = text.charCodeAt(offset);
  if (code < HIGH_SURROGATE || code >= LOW_SURROGATE) return 1;
  const next = text.charCodeAt(offset + 1);
  return next >= LOW_SURROGATE && next <= LAST_SURROGATE ? 2 : 1;
}

export const isSmallLatin = (code: number): boolean => code >= 97 && code <= 122;
export const isLatinDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Does a text begin with a capital letter? */
export function startsCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

import { isLatinDigit, isSmallLatin } from '../../text/characters.ts';
import type { Token } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { fold } from './gazetteer/fold.ts';

/** The words of a passage that are written small ("high" of "high-ranking", "st" of "21st"), folded, each once. */
export function smallWords({ text, tokens }: Passage): string[] {
  const found = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'word' || (!token.spaced && /[\p{L}'’.-]/u.test(text.charAt(token.start - 1)))) continue;
    const word = smallPart(token);
    if (word.length > 1) found.add(fold(word));
  }
  return [...found];
}

/** The small letters that a word begins with, or has after its digits. */
function smallPart({ text }: Token): string {
  let start = 0;
  while (isLatinDigit(text.charCodeAt(start))) start++;
  let end = start;
  while (isSmallLatin(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) < 128 || end === text.length
    ? text.slice(start, end)
    : /^[\p{Ll}\p{M}]*/u.exec(text.slice(start))![0];
}

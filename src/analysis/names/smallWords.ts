import { isLatinDigit, isSmallLatin } from '../../text/characters.ts';
import { ownString } from '../../text/ownString.ts';
import type { Passage } from '../passage.ts';
import { fold } from './gazetteer/fold.ts';

/** The words of a passage that are written small ("high" of "high-ranking", "st" of "21st"), folded, each once. */
export function smallWords({ text, tokens }: Passage): string[] {
  const found = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'word' || (!token.spaced && /[\p{L}'’.-]/u.test(text.charAt(token.start - 1)))) continue;
    const word = smallFormOf(token.text);
    if (word !== '') found.add(word);
  }
  return [...found];
}

/** A text's words come back again and again; more distinct ones than this are no text. */
const MOST_FORMS = 20_000;
const smallForms = new Map<string, string>();

/** The small part of a word, folded; nothing where it is a single letter. */
function smallFormOf(text: string): string {
  const met = smallForms.get(text);
  if (met !== undefined) return met;
  if (smallForms.size >= MOST_FORMS) smallForms.clear();
  const part = smallPart(ownString(text));
  const form = part.length > 1 ? fold(part) : '';
  smallForms.set(ownString(text), form);
  return form;
}

/** The small letters that a word begins with, or has after its digits. */
function smallPart(text: string): string {
  let start = 0;
  while (isLatinDigit(text.charCodeAt(start))) start++;
  let end = start;
  while (isSmallLatin(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) < 128 || end === text.length
    ? text.slice(start, end)
    : /^[\p{Ll}\p{M}]*/u.exec(text.slice(start))![0];
}

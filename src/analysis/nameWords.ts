import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { fold, knownKind } from './gazetteer/lookup.ts';
import type { Passage } from './passage.ts';

export type Shape = 'lower' | 'capital' | 'capitals' | 'number' | 'mark';

/** A word as names are made of: "Norda-based" is two, "Ilmar/Sorv" is one, and a possessive "'s" is a word's property. */
export interface NameWord extends Span {
  readonly text: string;
  /** Folded, without a final full stop. */
  readonly key: string;
  readonly shape: Shape;
  /** Words on both sides of no gap belong to no common name. */
  readonly gap: 'space' | 'none';
  /** Its capital may be due to its position: a sentence's first word, or the first of a quotation. */
  readonly opens: boolean;
  possessive: boolean;
}

/** Ends of compounds whose first part alone is the name: "Norda-based". */
const COMPOUND_ENDS =
  /^(?:\p{Ll}{3,}(?:ed|ing)|born|led|run|made|held|wide|language|style|type|era|old|area|only|like|free|friendly|first|centric|bound|built|grown|bred|majority|minority|lit|origin|adjacent|to|is|as|in|on|and)$/u;

const OPENING = new Set(['"', '“', '‘', "'", '``', '«', '„', ':', '•', '*', '-', '–', '—', '…']);
const ALWAYS_OPENING = new Set([':', '•', '*', '…']);

function shapeOf(token: { readonly kind: Token['kind']; readonly text: string }): Shape {
  if (token.kind === 'number') return 'number';
  if (token.kind !== 'word') return 'mark';
  const first = token.text.codePointAt(0) ?? 0;
  const head = String.fromCodePoint(first);
  const isUpper = head !== head.toLowerCase();
  if (!isUpper) return /^\p{Ll}{1,5}['’-]?\p{Lu}/u.test(token.text) ? 'capital' : 'lower';
  const letters = token.text.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() ? 'capitals' : 'capital';
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** The parts of a hyphenated word that are names of their own, or the word whole. */
function cutHyphens(token: Token): readonly { text: string; start: number }[] {
  const whole = [{ text: token.text, start: token.start }];
  if (!token.text.includes('-') || knownKind(token.text, fold(token.text)) !== undefined) return whole;
  const parts: { text: string; start: number }[] = [];
  let at = token.start;
  for (const text of token.text.split('-')) {
    parts.push({ text, start: at });
    at += text.length + 1;
  }
  const names = parts.filter(({ text }) => isCapital(text));
  if (names.length === 0) return whole;
  const last = parts[parts.length - 1]!;
  if (names.length === parts.length) {
    const known = parts.every(({ text }) => ['place', 'nationality'].includes(knownKind(text, fold(text)) ?? ''));
    return known ? parts : whole;
  }
  const head = { text: token.text.slice(0, last.start - 1 - token.start), start: token.start };
  if (!isCapital(last.text)) {
    const named = isCapital(head.text) && COMPOUND_ENDS.test(last.text);
    return named ? [...cutHyphens({ ...token, text: head.text }), last] : whole;
  }
  // "pro-Norda", "ex-President", but "al-Sorv" is whole.
  const [first] = parts;
  const prefixed = /^(?:pro|anti|ex|non|post|pre|mid|ultra|trans|inter|intra|neo|semi|then|now|co|vice)$/.test(
    first!.text,
  );
  return prefixed
    ? [first!, ...cutHyphens({ ...token, text: token.text.slice(first!.text.length + 1), start: parts[1]!.start })]
    : whole;
}

/** The words of each sentence of a passage. */
export function nameSentences(passage: Passage): NameWord[][] {
  return passage.sentences.map(({ first, last }) => readWords(passage, first, last));
}

function readWords(passage: Passage, first: number, last: number): NameWord[] {
  const words: NameWord[] = [];
  let opens = true;
  for (let i = first; i < last; i++) {
    const token = passage.tokens[i]!;
    const previous = words[words.length - 1];
    if ((token.lower === "'s" || token.text === '’' || token.text === "'") && !token.spaced && previous !== undefined) {
      if (token.lower === "'s" || (previous.key.endsWith('s') && passage.tokens[i + 1]?.spaced === true)) {
        previous.possessive = true;
        continue;
      }
    }
    const shape = shapeOf(token);
    const gap = token.spaced ? 'space' : 'none';
    if (shape === 'mark' || shape === 'number') {
      words.push({ ...spanOf(token), text: token.text, key: token.lower, shape, gap, opens: false, possessive: false });
      if (ALWAYS_OPENING.has(token.text)) opens = true;
      else if (OPENING.has(token.text)) opens ||= token.spaced && passage.tokens[i + 1]?.spaced === false;
      continue;
    }
    const next = passage.tokens[i + 1];
    const after = passage.tokens[i + 2];
    if (next?.text === '/' && !next.spaced && after !== undefined && !after.spaced && joinsBySlash(token, after)) {
      const text = passage.text.slice(token.start, after.end);
      words.push({
        start: token.start,
        end: after.end,
        text,
        key: fold(text),
        shape: 'capital',
        gap,
        opens,
        possessive: false,
      });
      i += 2;
    } else {
      cutHyphens(token).forEach((part, index) => {
        words.push({
          start: part.start,
          end: part.start + part.text.length,
          text: part.text,
          key: fold(part.text).replace(/(\p{L}{2,})\.$/u, '$1'),
          shape: index === 0 && part.text === token.text ? shape : shapeOf({ kind: 'word', text: part.text }),
          gap: index === 0 ? gap : 'none',
          opens: opens && index === 0,
          possessive: false,
        });
      });
    }
    opens = false;
  }
  return words;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** "Ilmar/Sorv", an organisation's two names; two that are known stay two. */
function joinsBySlash(a: Token, b: Token): boolean {
  return [a, b].every(
    ({ text, kind }) => kind === 'word' && isCapital(text) && knownKind(text, fold(text)) === undefined,
  );
}

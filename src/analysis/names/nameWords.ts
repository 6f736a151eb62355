import { ownString } from '../../text/ownString.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { fold } from './gazetteer/fold.ts';
import { type KnownKind, knownKind } from './gazetteer/lookup.ts';

export type Shape = 'lower' | 'capital' | 'capitals' | 'number' | 'mark';

/** A word as names are made of: "Norda-based" is two, "Ilmar/Sorv" is one, and a possessive "'s" is a word's property. */
export interface NameWord extends Span {
  readonly text: string;
  readonly folded: string;
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

/** Beginnings of compounds that are no part of the name: "pro-Norda", "ex-President"; "al-Sorv" is whole. */
const COMPOUND_STARTS = /^(?:pro|anti|ex|non|post|pre|mid|ultra|trans|inter|intra|neo|semi|then|now|co|vice)$/i;

/** Longer words are not cut at their hyphens, in UTF-16 units. */
const LONGEST_COMPOUND = 60;

const OPENING = new Set(['"', '“', '‘', "'", '``', '«', '„', ':', '•', '*', '-', '–', '—', '…']);
const ALWAYS_OPENING = new Set([':', '•', '*', '…']);

function shapeOf(text: string): Shape {
  if (!isCapital(text)) return /^\p{Ll}{1,5}['’-]?\p{Lu}/u.test(text) ? 'capital' : 'lower';
  if (text !== text.toUpperCase()) return 'capital';
  return /\p{L}.*\p{L}/u.test(text) ? 'capitals' : 'capital';
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** The parts of a hyphenated word that are names of their own, or the word whole. */
function cutHyphens(token: Token): readonly Token[] {
  const { text } = token;
  if (!text.includes('-') || text.length > LONGEST_COMPOUND || knownKind(text, fold(token.lower)) !== undefined)
    return [token];
  const parts = text.split('-');
  const capitals = parts.filter(isCapital).length;
  if (capitals === 0) return [token];
  const cutAt = (at: number): [Token, Token] => [partOf(token, 0, at), partOf(token, at + 1, text.length)];
  if (capitals === parts.length && !COMPOUND_STARTS.test(parts[0]!)) {
    const [head, ...rest] = parts;
    const all = [head!, ...rest].every((part) => isOfCountry(knownKind(part, fold(part))));
    return all ? splitAll(token) : [token];
  }
  if (!isCapital(parts.at(-1)!)) {
    const [head, end] = cutAt(text.lastIndexOf('-'));
    return isCapital(text) && COMPOUND_ENDS.test(end.text) ? [...cutHyphens(head), end] : [token];
  }
  if (!COMPOUND_STARTS.test(parts[0]!)) return [token];
  const [start, rest] = cutAt(text.indexOf('-'));
  return [start, ...cutHyphens(rest)];
}

const isOfCountry = (kind: KnownKind | undefined): boolean => kind === 'place' || kind === 'nationality';

function splitAll(token: Token): Token[] {
  const parts: Token[] = [];
  let at = 0;
  for (const part of token.text.split('-')) {
    parts.push(partOf(token, at, at + part.length));
    at += part.length + 1;
  }
  return parts;
}

const partOf = (token: Token, from: number, to: number): Token => ({
  kind: 'word',
  text: token.text.slice(from, to),
  lower: token.lower.slice(from, to),
  start: token.start + from,
  end: token.start + to,
  spaced: token.spaced && from === 0,
});

/** The words of each sentence of a passage. */
export function nameSentences(passage: Passage): NameWord[][] {
  return passage.sentences.map(({ first, last }) => readWords(passage, first, last));
}

function readWords({ tokens, text }: Passage, first: number, last: number): NameWord[] {
  const words: NameWord[] = [];
  let opens = true;
  for (let i = first; i < last; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const previous = words[words.length - 1];
    if (previous !== undefined && isPossessive(token, next, previous)) {
      previous.possessive = true;
    } else if (token.kind !== 'word') {
      words.push(wordOf(token, token.kind === 'number' ? 'number' : 'mark', false));
      if (ALWAYS_OPENING.has(token.text)) opens = true;
      else if (OPENING.has(token.text)) opens ||= token.spaced && next?.spaced === false;
    } else {
      const after = tokens[i + 2];
      if (next?.text === '/' && after !== undefined && joinsBySlash(token, next, after)) {
        const whole = { ...token, end: after.end, text: text.slice(token.start, after.end) };
        words.push(wordOf({ ...whole, lower: whole.text.toLowerCase() }, 'capital', opens));
        i += 2;
      } else if (!token.text.includes('-')) words.push(wordOf(token, undefined, opens));
      else {
        for (const part of cutHyphens(token)) {
          words.push(wordOf(part, undefined, opens));
          opens = false;
        }
      }
      opens = false;
    }
  }
  return words;
}

/** What a word's own letters say, wherever it stands. */
interface Form {
  readonly folded: string;
  readonly key: string;
  readonly shape: Shape;
}

/** A text's words come back again and again; more distinct ones than this are no text. */
const MOST_FORMS = 20_000;
const forms = new Map<string, Form>();

function formOf(text: string, lower: string): Form {
  const met = forms.get(text);
  if (met !== undefined) return met;
  if (forms.size >= MOST_FORMS) forms.clear();
  const folded = fold(ownString(lower));
  const key = folded.length > 2 && folded.endsWith('.') && folded.at(-3) !== '.' ? folded.slice(0, -1) : folded;
  const form = { folded, key, shape: shapeOf(text) };
  forms.set(ownString(text), form);
  return form;
}

/** `shape`: where the word's own letters do not tell it. */
function wordOf(token: Token, shape: Shape | undefined, opens: boolean): NameWord {
  const form = formOf(token.text, token.lower);
  return {
    start: token.start,
    end: token.end,
    text: token.text,
    folded: form.folded,
    key: form.key,
    shape: shape ?? form.shape,
    gap: token.spaced ? 'space' : 'none',
    opens,
    possessive: false,
  };
}

/** "'s", or the apostrophe alone after a word in -s. */
function isPossessive(token: Token, next: Token | undefined, previous: NameWord): boolean {
  if (token.spaced) return false;
  if (token.lower === "'s") return true;
  return (token.text === "'" || token.text === '’') && previous.key.endsWith('s') && next?.spaced === true;
}

/** "Ilmar/Sorv", an organisation's two names; two that are known stay two. */
function joinsBySlash(before: Token, slash: Token, after: Token): boolean {
  if (slash.spaced || after.spaced) return false;
  return [before, after].every(
    ({ text, lower, kind }) => kind === 'word' && isCapital(text) && knownKind(text, fold(lower)) === undefined,
  );
}

/** Where a name ends whose last word this is: "Ltd." without its stop. */
export const withoutStop = ({ text, end }: NameWord): number =>
  /^(?:co|inc|ltd|corp|bros|mont)\.$/i.test(text) ? end - 1 : end;

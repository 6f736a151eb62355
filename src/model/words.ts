// What a learned tagger sees of a word: its form, shape and edges, as numbers. Everything a tagger knows is keyed by
// such numbers; no string is built while a text is read.
import { ownString } from '../text/ownString.ts';

/** A word's numbers. Each is a 32-bit hash; two words share one where they share what it is made of. */
export interface Word {
  readonly lower: number;
  /** Capitals, small letters, digits and signs, runs shortened: "Xx", "X.X.", "d,d", "x-x". */
  readonly shape: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** What it begins with. */
  readonly first: 'capital' | 'small' | 'digit' | 'sign';
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a of the UTF-16 code units from `start` to `end`. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** One feature's key: which template, and the numbers it was filled with. Never 0, which means "none" in a tagger's table. */
export function featureOf(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ c, 0x27d4eb2f);
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}

const CAPITAL = 88;
const SMALL = 120;
const NUMERAL = 100;

function kindAt(text: string, lower: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return CAPITAL;
  if (code >= 48 && code <= 57) return NUMERAL;
  if (code < 128) return code;
  if (code !== lower.charCodeAt(at)) return CAPITAL;
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x206f) ? SMALL : code;
}

function readWord(text: string, lower: string): Word {
  let shape = SEED;
  let last = 0;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, lower, at);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape = Math.imul(shape ^ kind, PRIME);
  }
  const end = lower.length;
  const kind = kindAt(text, lower, 0);
  return {
    lower: hashOf(lower),
    shape,
    prefix2: hashOf(lower, 0, Math.min(2, end)),
    prefix3: hashOf(lower, 0, Math.min(3, end)),
    suffix1: hashOf(lower, Math.max(0, end - 1)),
    suffix2: hashOf(lower, Math.max(0, end - 2)),
    suffix3: hashOf(lower, Math.max(0, end - 3)),
    suffix4: hashOf(lower, Math.max(0, end - 4)),
    first: kind === CAPITAL ? 'capital' : kind === SMALL ? 'small' : kind === NUMERAL ? 'digit' : 'sign',
  };
}

/** A text's words come back again and again; more distinct ones than this are no text. */
const MOST_KNOWN = 50_000;
const known = new Map<string, Word>();

/** The numbers of a word as written; `lower` is the same in lower case. */
export function wordOf(text: string, lower: string): Word {
  const met = known.get(text);
  if (met !== undefined) return met;
  if (known.size >= MOST_KNOWN) known.clear();
  const word = readWord(text, lower);
  known.set(ownString(text), word);
  return word;
}

/** Stands before a sentence's first word and after its last. */
export const EDGE: Word = readWord('\n', '\n');

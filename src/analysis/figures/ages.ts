// Ages: "33-year-old", "aged 33", "Mira Tolen, 45,".
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { firstFrom } from '../ordered.ts';
import { timeUnit } from './units.ts';

export interface AgeRead {
  /** Index of the first piece after the age. */
  readonly next: number;
  /** English singular, nearly always "year". */
  readonly unit: string;
}

const isHyphen = (piece: Token | undefined): boolean => piece !== undefined && /^[-‐‑–]$/.test(piece.text);

/** Reads "-year-old", "years old", "years of age" at piece `next`, after a number. */
export function ageAfter(pieces: readonly Token[], next: number): AgeRead | undefined {
  let at = isHyphen(pieces[next]) ? next + 1 : next;
  const glued = /^(year|month|week|day)s?-old(?:'s|s)?$/.exec(pieces[at]?.lower ?? '');
  if (glued !== null) return { next: at + 1, unit: glued[1]! };
  const unit = timeUnit(pieces[at]?.lower ?? '');
  if (unit === undefined) return undefined;
  at++;
  if (isHyphen(pieces[at])) at++;
  if (/^olds?$/.test(pieces[at]?.lower ?? '')) return { next: at + 1, unit };
  return pieces[at]?.lower === 'of' && pieces[at + 1]?.lower === 'age' ? { next: at + 2, unit } : undefined;
}

/** Where "aged 33", "age 33", "the age of 33" begins; `first` is the number's first piece. */
export function ageBefore(pieces: readonly Token[], first: number): number | undefined {
  const word = (back: number) => pieces[first - back]?.lower ?? '';
  if (/^(?:ice|iron|bronze|stone|golden|middle)$/.test(word(2))) return undefined;
  if (/^(?:aged|age|ages)$/.test(word(1))) return first - 1;
  if (/^between$/.test(word(1)) && /^(?:aged|ages)$/.test(word(2))) return first - 2;
  if (word(1) === 'of' && /^ages?$/.test(word(2))) return first - 2;
  return undefined;
}

/** "She was 45 when", "he will be 45 by": the age of who is spoken of. `first`, `next`: of the figure so far. */
export function ageByPronoun(pieces: readonly Token[], first: number, next: number, value: number): boolean {
  if (!Number.isInteger(value) || value < 2 || value > 119) return false;
  const will = pieces[first - 1]?.lower === 'be' && /^(?:will|'ll|would)$/.test(pieces[first - 2]?.lower ?? '');
  const verb = will ? first - 2 : first - 1;
  if (!will && !/^(?:was|is|am|'m|turned|turns)$/.test(pieces[verb]?.lower ?? '')) return false;
  const after = pieces[next];
  const closes =
    after === undefined || after.kind === 'mark' || /^(?:when|and|at|but|in|so|then|by|now|or)$/.test(after.lower);
  return closes && /^(?:i|he|she)$/.test(pieces[verb - 1]?.lower ?? '');
}

/** "Mira Tolen, 45," and "Mira Tolen (45)": an age beside a name. */
export function ageByName(pieces: readonly Token[], at: number, next: number, names: readonly Span[]): boolean {
  if (!/^(?:[1-9]|[1-9]\d|1[01]\d)$/.test(pieces[at]!.text) || next !== at + 1) return false;
  const open = pieces[at - 1]?.text;
  const close = pieces[next]?.text ?? '.';
  const name = pieces[at - 2];
  if (name === undefined || name.kind !== 'word' || !/^\p{Lu}/u.test(name.text)) return false;
  if (open === '(') return close === ')' && /^\p{Lu}/u.test(pieces[at - 3]?.text ?? '');
  if (open !== ',') return false;
  const until = firstFrom(names, name.end);
  const named =
    names.slice(Math.max(0, until - 3), until).some(({ end }) => end === name.end) ||
    /^\p{Lu}\p{Ll}/u.test(pieces[at - 3]?.text ?? '');
  return named && /^(?:[,.;)]|and|who|from|told|said|was|is|of)$/.test(close.toLowerCase());
}

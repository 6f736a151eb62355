// One sentence, or several that a quotation holds together, as the finders of reported speech look at it.
import type { Token } from '../../text/tokens.ts';
import { COORDINATORS } from '../words.ts';
import type { Quoted } from './quotationMarks.ts';
import { hasVerb, type Range } from './sources.ts';

/** A stretch of a passage's tokens that holds no quotation in part. */
export interface Stretch extends Range {
  readonly tokens: readonly Token[];
  /** For each token of the passage the index in `quoted` of the quotation it stands in; -1 for none. */
  readonly inside: readonly number[];
  readonly quoted: readonly Quoted[];
}

export const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", "'m", 'am']);

/** The stretch without the stops that end it. */
export function trimmed(stretch: Stretch): Stretch {
  let { first, last } = stretch;
  while (
    last > first &&
    (stretch.inside[last - 1] ?? -1) < 0 &&
    /^[.!?;…]+$/.test(stretch.tokens[last - 1]?.text ?? '')
  )
    last--;
  while (
    first < last &&
    (stretch.inside[first] ?? -1) < 0 &&
    stretch.tokens[first]?.kind === 'mark' &&
    stretch.tokens[first]?.text !== '('
  )
    first++;
  return { ...stretch, first, last };
}

export const outside = (line: Stretch, i: number): boolean => (line.inside[i] ?? -1) < 0;

export const lowerAt = (line: Stretch, i: number): string =>
  i >= line.first && i < line.last ? (line.tokens[i]?.lower ?? '') : '';

/** Whether a quotation begins at token `i`. */
export const quoteStarts = (line: Stretch, i: number): boolean =>
  i < line.last && !outside(line, i) && line.inside[i] !== line.inside[i - 1];

/** Whether a quotation ends just before token `i`, a comma between passed over. */
export function quoteEnds(line: Stretch, i: number): boolean {
  if (i - 1 < line.first) return false;
  if (!outside(line, i - 1)) return line.inside[i] !== line.inside[i - 1] && isWholeQuote(line, i - 1);
  return /^[,—–-]$/.test(line.tokens[i - 1]?.text ?? '') && i - 2 >= line.first && !outside(line, i - 2);
}

/** Whether a quotation that ends at token `i` can be all of a content: it ends with a stop, or a sentence begins with it. */
export function isWholeQuote(line: Stretch, i: number): boolean {
  if (/^(?:[,.?!…;—–-]|\.+)$/.test(line.tokens[i - 1]?.text ?? '')) return true;
  const first = startOfQuote(line, i);
  return i - first > 4 && (first === line.first || lowerAt(line, first - 1) === ':');
}

/** After the quotation that token `i` stands in; `i` itself outside quotations. */
export function endOfQuote(line: Stretch, i: number): number {
  let last = i;
  while (last < line.last && !outside(line, i) && line.inside[last] === line.inside[i]) last++;
  return last;
}

/** Where the quotation begins that token `i` stands in; `i` itself outside quotations. */
export function startOfQuote(line: Stretch, i: number): number {
  let first = i;
  while (!outside(line, i) && first > line.first && line.inside[first - 1] === line.inside[i]) first--;
  return first;
}

export const spansClause = (line: Stretch, parts: readonly Range[]): boolean =>
  parts.some(({ first, last }) => !outside(line, first) || hasVerb(line.tokens, first, last));

export function trimRange(line: Stretch, { first, last }: Range): Range {
  let a = first;
  let b = last;
  while (a < b && outside(line, a) && /^[,:;—–]$/.test(line.tokens[a]?.text ?? '')) a++;
  while (
    b > a &&
    outside(line, b - 1) &&
    (/^[,:;—–.]$/.test(line.tokens[b - 1]?.text ?? '') || (COORDINATORS.has(lowerAt(line, b - 1)) && b < line.last))
  )
    b--;
  return { first: a, last: b };
}

export function skipMarks(line: Stretch, at: number): number {
  let next = at;
  while (next < line.last && outside(line, next) && /^[,:—–-]$/.test(line.tokens[next]?.text ?? '')) next++;
  return next;
}

// What a figure's words say about its edge: "more than", "at least", "some", "or so".
import type { Token } from '../../text/tokens.ts';
import type { Bound, Figure } from '../types.ts';

const phrases = (bound: Bound, list: string): (readonly [string, Bound])[] =>
  list
    .trim()
    .split(/\s*,\s*/)
    .map((phrase) => [phrase, bound] as const);

const BEFORE: ReadonlyMap<string, Bound> = new Map([
  ...phrases(
    'more-than',
    `more than, over, above, upwards of, upward of, in excess of, greater than, higher than, larger than, longer than,
    bigger than, north of, exceeding, beyond, older than, >`,
  ),
  ...phrases(
    'at-least',
    `at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, at a minimum, minimum,
    at the very least, at minimum, ≥, ⩾`,
  ),
  ...phrases(
    'less-than',
    'less than, fewer than, under, below, lower than, smaller than, shorter than, younger than, short of, sub -, <',
  ),
  ...phrases(
    'at-most',
    `up to, at most, no more than, not more than, a maximum of, maximum of, maximum, at the most, no higher than,
    no longer than, no greater than, not exceeding, ≤, ⩽`,
  ),
  ...phrases(
    'about',
    `about, around, some, nearly, almost, roughly, approximately, approx, approx., circa, ca., c., close to, near,
    an estimated, estimated, in the region of, on the order of, in the order of, somewhere around, virtually, practically, maybe,
    perhaps, ~, ≈, ∼, what is believed to be`,
  ),
  ...phrases(
    'exact',
    'as many as, as much as, exactly, precisely, only, just, a total of, a record, an average of, an additional, another, as few as, as little as',
  ),
]);

/**
 * Whether the words before a number say that it is about so much and not more: "nearly 50". Its bound is `about` all the same,
 * as those have it who mark figures in news.
 */
export const isNearly = (text: string, { amount, start, number }: Figure): boolean =>
  amount.type === 'exact' &&
  amount.bound === 'about' &&
  /\b(?:nearly|almost)\s[^\s\d]*$/i.test(text.slice(Math.max(start, number.start - LONGEST_LEAD), number.start));

/** "nearly US$" and the like are no longer. */
const LONGEST_LEAD = 16;

const LONGEST = 5;
const INTENSIFIERS = new Set([
  'well',
  'just',
  'slightly',
  'far',
  'much',
  'little',
  'only',
  'even',
  'significantly',
  'considerably',
  'substantially',
  'comfortably',
  'marginally',
  'not',
  'already',
]);

const AFTER: readonly (readonly [string, Bound])[] = [
  ['or more', 'at-least'],
  ['and more', 'at-least'],
  ['or above', 'at-least'],
  ['and above', 'at-least'],
  ['and over', 'at-least'],
  ['or over', 'at-least'],
  ['or older', 'at-least'],
  ['and older', 'at-least'],
  ['or higher', 'at-least'],
  ['or greater', 'at-least'],
  ['and up', 'at-least'],
  ['or so', 'about'],
  ['or thereabouts', 'about'],
  ['or less', 'at-most'],
  ['or fewer', 'at-most'],
  ['or under', 'at-most'],
  ['or younger', 'at-most'],
];

interface BoundRead {
  readonly first: number;
  readonly bound: Bound;
}

/** The bound told by the words before piece `first`, and where these words begin: "at least some" is led twice. */
export function boundBefore(pieces: readonly Token[], first: number): BoundRead | undefined {
  const near = phraseBefore(pieces, first);
  if (near === undefined) return undefined;
  const far = phraseBefore(pieces, near.first);
  if (far === undefined || far.bound === 'exact') {
    const intensified = INTENSIFIERS.has(pieces[near.first - 1]?.lower ?? '');
    return intensified ? { ...near, first: near.first - 1 } : near;
  }
  return near.bound === 'exact' || near.bound === 'about' ? far : { ...near, first: far.first };
}

/** The longest phrase of `BEFORE` that ends right before piece `first`. */
function phraseBefore(pieces: readonly Token[], first: number): BoundRead | undefined {
  for (let length = Math.min(LONGEST, first); length > 0; length--) {
    const words = pieces.slice(first - length, first);
    const bound = BEFORE.get(words.map(({ lower }) => lower).join(' '));
    if (bound !== undefined) return { first: first - length, bound };
  }
  return undefined;
}

/** Where the plus of "18+ years" or "200-plus people" ends, which may stand between a number and its unit. */
export function plusAfter(pieces: readonly Token[], next: number): number | undefined {
  const piece = pieces[next];
  if (piece?.text === '+' && !piece.spaced) return next + 1;
  return /^[-‐‑]$/.test(piece?.text ?? '') && pieces[next + 1]?.lower === 'plus' ? next + 2 : undefined;
}

/** The bound told by the words at piece `next`: "or more", "or so", "+". */
export function boundAfter(
  pieces: readonly Token[],
  next: number,
): { readonly next: number; readonly bound: Bound } | undefined {
  const plus = plusAfter(pieces, next);
  if (plus !== undefined) return { next: plus, bound: 'at-least' };
  const piece = pieces[next];
  const words = `${piece?.lower} ${pieces[next + 1]?.lower}`;
  const found = AFTER.find(([phrase]) => phrase === words);
  return found === undefined ? undefined : { next: next + 2, bound: found[1] };
}

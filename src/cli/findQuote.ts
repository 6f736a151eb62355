// Words that somebody names, looked for in a text.
import { type Wording, wordingOf } from '../ledger/wording.ts';
import { lineIndexOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export interface Sought {
  readonly quote: string;
  /** What stands before and after it. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Of writing that parts words by spaces: in Chinese, Japanese or Thai words may begin and end beside any letter. */
const wordCharacter =
  /(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])[\p{L}\p{M}\p{N}]/u;

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character);

/** Whether a number goes on across this offset: "1,|114", "3|.5". */
const isInNumber = (words: string, offset: number): boolean =>
  /\d[.,]?$/.test(words.slice(Math.max(0, offset - 2), offset)) && /^[.,]?\d/.test(words.slice(offset, offset + 2));

/** Not "14 people" in "114 people" or "1,114 people", nor "at least 1" in "at least 1,114", nor "pier" in "piers". */
function isWhole(words: string, start: number, end: number): boolean {
  const isCut = (offset: number) =>
    (isWordCharacter(words[offset - 1]) && isWordCharacter(words[offset])) || isInNumber(words, offset);
  return !isCut(start) && !isCut(end);
}

/**
 * Every place where the words stand, however lines are wrapped and quotation marks and letters are written.
 * UTF-16 offsets into `text.raw`.
 */
export function findQuote(text: Wording, { quote, prefix = '', suffix = '' }: Sought): Span[] {
  const needle = wordingOf(quote).words.trim();
  if (needle === '') return [];
  const before = wordingOf(prefix).words.trim();
  const after = wordingOf(suffix).words.trim();
  const places: Span[] = [];
  for (let at = text.words.indexOf(needle); at >= 0; at = text.words.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!text.isEdge(at) || !text.isEdge(end) || !isWhole(text.words, at, end)) continue;
    // One space more than the context, trimmed, may stand between it and the words.
    if (
      before &&
      !text.words
        .slice(Math.max(0, at - before.length - 1), at)
        .trim()
        .endsWith(before)
    )
      continue;
    if (
      after &&
      !text.words
        .slice(end, end + after.length + 1)
        .trim()
        .startsWith(after)
    )
      continue;
    places.push({ start: text.toRaw(at), end: text.toRaw(end) });
  }
  return places;
}

const around = 30;
const mostListed = 20;

/** Words as they are named in a message. */
export const namedWords = (quote: string): string => `“${quote.replace(/\s+/g, ' ').trim()}”`;

/** "line 3, column 14: …were taken to [112 people] in…" */
function placesList({ raw }: Wording, places: readonly Span[]): string {
  const { positionAt } = lineIndexOf(raw);
  const listed = places.slice(0, mostListed).map(({ start, end }) => {
    const { line, character } = positionAt(start);
    const cut = (from: number, to: number) =>
      raw.slice(Math.max(0, from), to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
    const words = `${cut(start - around, start)}[${cut(start, Math.min(end, start + 200))}]${cut(end, end + around)}`;
    return `\n  line ${line + 1}, column ${character + 1}: …${words.replace(/\s+/g, ' ').trim()}…`;
  });
  const more = places.length - listed.length;
  return listed.join('') + (more > 0 ? `\n  and ${more} more` : '');
}

/** Why words that are looked for are not at one place, with all the places where they stand. */
export function notOnePlace(text: Wording, sought: Sought, places: readonly Span[]): string {
  const words = namedWords(sought.quote);
  if (places.length > 0)
    return `${words} stands in ${places.length} places; say which by prefix or suffix:${placesList(text, places)}`;
  const others = findQuote(text, { quote: sought.quote });
  if (others.length === 0) return `${words} does not stand in it.`;
  return `${words} does not stand in it with that before and after it, but elsewhere:${placesList(text, others)}`;
}

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

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);

/** Not "14 people" in "114 people" or "1,114 people", nor "pier" in "piers". */
function isWhole(words: string, start: number, end: number): boolean {
  if (isWordCharacter(words[start]) && isWordCharacter(words[start - 1])) return false;
  if (isWordCharacter(words[end - 1]) && isWordCharacter(words[end])) return false;
  return !/\d[.,]$/.test(words.slice(Math.max(0, start - 2), start)) || !/\d/.test(words[start] ?? '');
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

/** "line 3, column 14: …were taken to [112 people] in…" */
export function placeWords({ raw }: Wording, { start, end }: Span): string {
  const { line, character } = lineIndexOf(raw).positionAt(start);
  const before = raw.slice(Math.max(0, start - around), start);
  const words = `${before}[${raw.slice(start, Math.min(end, start + 200))}]${raw.slice(end, end + around)}`;
  return `line ${line + 1}, column ${character + 1}: …${words.replace(/\s+/g, ' ').trim()}…`;
}
